package dev.synth.internal.experiment;

import dev.synth.base.Context;
import dev.synth.config.ExperimentConfig;
import dev.synth.config.GenerateOptions;
import dev.synth.internal.base.Json;
import dev.synth.internal.experiment.arm.FittedRepeat;
import dev.synth.internal.experiment.arm.RepeatSplit;
import dev.synth.internal.experiment.run.ConfigFiles;
import dev.synth.internal.experiment.run.DrawableModel;
import dev.synth.internal.experiment.run.Provenance;
import dev.synth.internal.experiment.run.RowFiles;
import dev.synth.internal.experiment.run.SyntheticWriter;
import dev.synth.internal.experiment.run.TableCopy;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.generate.draw.RowSampler;
import dev.synth.internal.generate.draw.SampleLog;
import dev.synth.internal.note.RunNote;
import dev.synth.internal.report.RunReport;
import dev.synth.internal.report.wording.ValidationJson;
import dev.synth.internal.report.wording.training.TrainingJson;
import dev.synth.internal.validate.Validator;
import dev.synth.internal.validate.plot.Plots;
import dev.synth.run.RunFile;
import dev.synth.run.RunFolders;
import dev.synth.run.RunRequest;
import dev.synth.run.WrittenTable;
import dev.synth.split.Augmented;
import dev.synth.split.RowRules;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.TextStyle;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what a run's first repeat made; {@code docs/run-folder.md} lists the files. */
public final class SynthesisFiles {
  private final ExperimentConfig config;
  private final @Nullable Path configFile;
  private final int jobs;
  private final boolean showRows;
  private final Path folder;
  private @Nullable SampleLog written;

  public SynthesisFiles(RunRequest request, Path folder) {
    this.config = request.config();
    this.configFile = request.configFile();
    this.jobs = request.jobs();
    this.showRows = request.showRows();
    this.folder = folder;
  }

  /**
   * Writes everything but provenance and report.
   *
   * @param augmented the first repeat's training rows with what joins them
   */
  public void write(
      FittedRepeat first, Augmented augmented, Validator.JudgedRows judged, Context runContext) {
    new ConfigFiles(config, configFile).write(folder);
    OutputFiles.text(
        RunFile.TRAINING.in(folder), TrainingJson.write(first.generator().trainingLog()));
    OutputFiles.text(RunFile.VALIDATION.in(folder), ValidationJson.write(judged.report()));
    Plots plots =
        TrainingRowsProfiler.add(
            judged.plots(),
            first.split().training().rows(),
            first.added().accepted().rows(),
            config.data(),
            RepeatSplit.contextOf(first.number(), runContext).below("patterns"));
    OutputFiles.text(RunFile.PLOTS.in(folder), Json.writeDense(plots));
    writeRows(first, augmented, runContext);
  }

  /** Writes provenance and, since it draws on it, the report. */
  public void writeProvenance(Provenance provenance) {
    OutputFiles.text(RunFile.PROVENANCE.in(folder), Json.write(provenance));
    OutputFiles.text(RunFile.PAGE.in(folder), RunReport.synthesis(folder, showRows));
  }

  private void writeRows(FittedRepeat first, Augmented augmented, Context runContext) {
    Label label = augmented.real().rows().label();
    GenerateOptions options = config.generate();
    long rows = Objects.requireNonNullElse(options.rows(), first.added().accepted().rowCount());
    String extension = options.format().extension();
    TextStyle style = augmented.real().rows().style();
    new DrawableModel(
            first.generator(), first.rules(), label, style, extension, rows, config.seed())
        .write(folder);
    SampleLog log = writeSynthetic(first, "synthetic." + extension, rows, runContext);
    RowFiles.writeAugmented(folder.resolve("augmented." + extension), augmented, options.labels());
    RowFiles.writeRejected(RunFile.REJECTED.in(folder), log, style);
    written = log;
  }

  /** The augmentation's rows, unless the config asks for a number or for values of its own. */
  private SampleLog writeSynthetic(FittedRepeat first, String name, long rows, Context runContext) {
    GenerateOptions options = config.generate();
    LabelledTable training = first.split().training().rows();
    Label label = training.label();
    RowRules rules = first.rules().where(options.where(), label);
    try (SyntheticWriter writer =
        SyntheticWriter.open(folder.resolve(name), rules, label, training.style())) {
      SampleLog log = first.added().log();
      if (options.rows() == null && options.where().isEmpty()) {
        writer.append(first.added().accepted());
      } else {
        Context context = RepeatSplit.contextOf(first.number(), runContext).below("output");
        RowSampler.Order order = new RowSampler.Order(first.generator(), rules, rows, jobs);
        log = Drawing.draw(order, writer, context);
      }
      writer.commit();
      return log;
    }
  }

  /** Writes a finished run's synthetic rows into a table, too. */
  public static WrittenTable copy(
      ExperimentConfig config, RunFolders folders, TableCopy table, Context context) {
    Path folder = folders.synthesis();
    DrawableModel model = DrawableModel.read(folder);
    return table.write(
        folder.resolve("synthetic." + config.generate().format().extension()),
        SyntheticWriter.schema(model.rules(), model.label()),
        context);
  }

  /** Returns the draws of the rows that were written; empty before there are any. */
  public Optional<RunNote.Draws> draws() {
    return Optional.ofNullable(written).map(RunNote.Draws::of);
  }
}
