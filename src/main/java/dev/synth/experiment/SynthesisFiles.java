package dev.synth.experiment;

import dev.synth.base.Context;
import dev.synth.base.Json;
import dev.synth.config.ConfigLoader;
import dev.synth.config.ExperimentConfig;
import dev.synth.config.GenerateOptions;
import dev.synth.generate.AcceptedRows;
import dev.synth.report.RunReport;
import dev.synth.split.Synthetic;
import dev.synth.split.Training;
import dev.synth.table.Label;
import dev.synth.validate.ValidationReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes what a run's first repeat made; {@code docs/run-folder.md} lists the files. */
final class SynthesisFiles {
  private final ExperimentConfig config;
  private final @Nullable Path configFile;
  private final Path folder;

  SynthesisFiles(ExperimentConfig config, @Nullable Path configFile, Path folder) {
    this.config = config;
    this.configFile = configFile;
    this.folder = folder;
  }

  /** Writes everything but provenance and report. */
  void write(FittedRepeat first, ValidationReport validation, Context runContext) {
    writeConfig();
    writeModel(first);
    OutputFiles.text(folder.resolve("training.json"), Json.write(first.generator().trainingLog()));
    OutputFiles.text(folder.resolve("validation.json"), Json.write(validation));
    writeRows(first, runContext);
  }

  /** Writes provenance and, since it draws on it, the report. */
  void writeProvenance(Provenance provenance) {
    OutputFiles.text(folder.resolve("provenance.json"), Json.write(provenance));
    OutputFiles.text(folder.resolve("report.html"), RunReport.synthesis(folder));
  }

  private void writeConfig() {
    String resolved = ConfigLoader.resolved(config);
    OutputFiles.text(folder.resolve("resolved.yaml"), resolved);
    OutputFiles.writing(
        folder.resolve("config.yaml"),
        () -> {
          String given = configFile == null ? resolved : Files.readString(configFile);
          Files.writeString(folder.resolve("config.yaml"), given);
        });
  }

  private void writeModel(FittedRepeat first) {
    Path model = folder.resolve("model");
    OutputFiles.folder(model);
    OutputFiles.writing(model, () -> first.generator().save(model));
  }

  private void writeRows(FittedRepeat first, Context runContext) {
    AcceptedRows written = rowsToWrite(first, runContext);
    Training training = first.split().training();
    String extension = config.generate().format().name().toLowerCase(Locale.ROOT);
    Synthetic added = first.added().accepted();
    Label label = training.rows().label();
    RowFiles.writeSynthetic(folder.resolve("synthetic." + extension), written.accepted(), label);
    RowFiles.writeAugmented(folder.resolve("augmented." + extension), training, added);
    RowFiles.writeRejected(folder.resolve("rejected.csv"), written);
  }

  /** The augmentation's rows, unless the config asks for a number of its own. */
  private AcceptedRows rowsToWrite(FittedRepeat first, Context runContext) {
    GenerateOptions options = config.generate();
    if (options.rows() == null) {
      return first.added();
    }
    Context context = FittedRepeat.contextOf(first.number(), runContext).below("output");
    return AcceptedRows.draw(first.generator(), first.rules(), options.rows(), context);
  }
}
