package dev.synth.run;

import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The request of {@code synth augment}.
 *
 * @param run the config and the run's folder
 * @param arm the arm as tables write it, such as {@code mgs, ratio 0.1}; or null to have {@code
 *     auto} pick one
 * @param holdOut whether the split's test and validation rows are left out of everything, and the
 *     arm is measured on the former
 * @param to where the augmented file goes besides the run's folder, or null; it ends as the
 *     config's {@code generate.format} says
 */
public record AugmentRequest(
    RunRequest run, @Nullable String arm, boolean holdOut, @Nullable Path to) {
  public AugmentRequest {
    if (to != null && !to.toString().endsWith("." + extension(run))) {
      throw Problem.invalid(
          "to",
          "must end in .csv or .parquet, and as generate.format says (here .%s), but is %s",
          extension(run),
          to);
    }
  }

  /** Returns the ending of the augmented file. */
  public String extension() {
    return extension(run);
  }

  private static String extension(RunRequest run) {
    return run.config().generate().format().extension();
  }

  /** Returns what tells this run apart from others of the config. */
  public String purpose() {
    return PlainText.of("augment\narm %s\nhold out %s", arm == null ? "auto" : arm, holdOut);
  }
}
