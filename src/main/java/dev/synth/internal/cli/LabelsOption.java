package dev.synth.internal.cli;

import dev.synth.config.GenerateOptions;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The form in which the augmented file says how rare a synthetic row is. */
final class LabelsOption {
  @Option(
      names = "--labels",
      paramLabel = "FORM",
      description =
          "How the augmented file says how rare a synthetic row is: pairs, the row once for "
              + "each class with a weight column; or probability, the row once with a probability "
              + "column.")
  private GenerateOptions.@Nullable LabelForm form;

  /** Returns the config key that the option stands for; nothing where it is not given. */
  List<String> overrides() {
    return form == null
        ? List.of()
        : List.of("generate.labels=" + form.name().toLowerCase(Locale.ROOT));
  }
}
