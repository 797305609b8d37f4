package dev.synth.internal.experiment.pick;

import dev.synth.internal.base.PlainText;
import java.nio.file.Path;

/**
 * A real set that an admission rule is tried on.
 *
 * @param title its name in results
 * @param file in the folder of the sets
 * @param label the label column
 * @param positive its rare value
 * @param excluded the columns that are left out
 */
record AdmissionSet(String title, String file, String label, String positive, String excluded) {
  /** Returns a config's data section. */
  String dataSection(Path folder) {
    return PlainText.of(
        "data: {source: '%s', label: %s, positive: '%s', exclude: %s}",
        folder.resolve(file), label, positive, excluded);
  }
}
