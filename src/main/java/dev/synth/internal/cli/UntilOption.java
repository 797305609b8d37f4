package dev.synth.internal.cli;

import dev.synth.evaluate.EvaluationOptions.Until;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of all commands that add repeats until something is decided. */
final class UntilOption {
  @Option(
      names = "--until",
      paramLabel = "END",
      description =
          "When to stop: repeats, after evaluation.repeats of them; or decided: as many "
              + "again are added while that can help, up to evaluation.most_repeats.")
  private @Nullable Until until;

  /** Returns the config key that the option stands for; nothing where it is not given. */
  List<String> overrides() {
    return until == null
        ? List.of()
        : List.of("evaluation.until=" + (until == Until.DECIDED ? "decided" : "repeats"));
  }
}
