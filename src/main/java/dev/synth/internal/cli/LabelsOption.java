package dev.synth.internal.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the augmented file says how rare a synthetic row is. */
final class LabelsOption {
  @Option(
      names = "--labels",
      paramLabel = "FORM",
      description = {
        "How the augmented file says how rare a synthetic row is: pairs, the row once for each",
        "class with a weight column; or probability, the row once with a probability column."
      })
  private @Nullable String form;

  /** Returns the config key that the option stands for; nothing where it is not given. */
  List<String> overrides() {
    return form == null ? List.of() : List.of("generate.labels=" + form);
  }
}
