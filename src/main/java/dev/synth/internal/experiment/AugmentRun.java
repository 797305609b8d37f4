package dev.synth.internal.experiment;

import dev.synth.base.Context;
import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.base.Remedy;
import dev.synth.compare.AugmentationSummary;
import dev.synth.compare.AugmentationSummary.Performance;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.Baseline;
import dev.synth.internal.base.Json;
import dev.synth.internal.experiment.arm.FitRows;
import dev.synth.internal.experiment.arm.RepeatSplit;
import dev.synth.internal.experiment.arm.Source;
import dev.synth.internal.experiment.grid.Evaluated;
import dev.synth.internal.experiment.grid.NamedArm;
import dev.synth.internal.experiment.machine.WithinMemory;
import dev.synth.internal.experiment.pick.Augmenting;
import dev.synth.internal.experiment.pick.AutoCandidates;
import dev.synth.internal.experiment.plan.DurationEstimate;
import dev.synth.internal.experiment.plan.RunPlan;
import dev.synth.internal.experiment.run.ConfigFiles;
import dev.synth.internal.experiment.run.DataSource;
import dev.synth.internal.experiment.run.Provenance;
import dev.synth.internal.experiment.run.RowFiles;
import dev.synth.internal.experiment.run.RunIdentity;
import dev.synth.internal.experiment.run.RunLog;
import dev.synth.internal.experiment.run.RunOnDisk;
import dev.synth.internal.experiment.run.RunOpening;
import dev.synth.internal.experiment.run.RunStaging;
import dev.synth.internal.experiment.run.TableCopy;
import dev.synth.internal.experiment.run.Timings;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.note.RunNote;
import dev.synth.internal.report.wording.AugmentationJson;
import dev.synth.run.AugmentRequest;
import dev.synth.run.RunFile;
import dev.synth.run.RunFolders;
import dev.synth.run.RunResult;
import dev.synth.run.WrittenTable;
import dev.synth.split.OpeningLog;
import dev.synth.split.Split;
import dev.synth.split.SplitOptions;
import dev.synth.split.Training;
import dev.synth.table.LabelledTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run that exports training rows with what was chosen for them; it validates nothing. */
public final class AugmentRun {
  private final AugmentRequest request;
  private final ExperimentConfig config;
  private final @Nullable Source named;
  private final List<Source> candidates;
  private final DataSource source;
  private final RunIdentity identity;
  private final RunFolders folders;
  private final RunOnDisk stored;
  private final RunLog log;
  private final Context context;
  private final Timings timings = new Timings();

  /** The real rows that were written; null where the run was finished before. */
  private @Nullable LabelledTable written;

  public AugmentRun(AugmentRequest request, Context context) {
    this(request, context, AutoCandidates.ofRows());
  }

  /**
   * A run that picks among other candidates.
   *
   * @param candidates what {@code auto} tries beside {@code none}
   */
  AugmentRun(AugmentRequest request, Context context, List<Source> candidates) {
    this.request = request;
    this.candidates = List.copyOf(candidates);
    this.config = request.run().config();
    this.named = request.arm() == null ? null : NamedArm.find(request.arm(), config);
    this.source = new DataSource(config);
    this.identity = RunIdentity.of(config, source.sha256(), request.purpose());
    this.folders = RunFolders.below(request.run().out(), identity.folderName(request.run()));
    this.stored = new RunOnDisk(folders, identity, false);
    this.log = new RunLog(context.progress());
    this.context = log.in(context);
  }

  public RunResult run() {
    stored.refuseToReplaceAnother(request.run().overwrite());
    boolean replayed = !request.run().rerun() && stored.isComplete(false);
    refuseToReplaceFile(replayed);
    if (!replayed) {
      try (RunStaging staging = RunStaging.claim(folders, identity.run())) {
        log.follow(RunFile.LOG.in(staging.synthesis()));
        compute(staging.synthesis());
        log.write(staging.synthesis());
        staging.commit();
      }
    }
    if (request.to() != null) {
      OutputFiles.copy(file(folders.synthesis()), request.to());
    }
    RunResult result = new RunResult(folders, ExitCode.DONE, replayed);
    return config.to() == null
        ? result
        : result.withWritten(copy(new TableCopy(config.to(), config.data())));
  }

  /**
   * Writes the file into a table, too; of a run that was finished before, the data is read again.
   */
  private WrittenTable copy(TableCopy table) {
    Path folder = folders.synthesis();
    LabelledTable rows = written == null ? source.load(context.silent()).rows() : written;
    AugmentationSummary summary = RunFile.AUGMENTATION.read(folder, AugmentationSummary.class);
    AugmentationSummary.Columns added =
        new AugmentationSummary.Columns(
            summary.syntheticColumn(), summary.labelsColumn(), summary.weightColumn());
    return table.write(file(folder), RowFiles.augmentedSchema(rows, added), context);
  }

  /** A file that holds what would be written already is none to be refused. */
  private void refuseToReplaceFile(boolean replayed) {
    Path to = request.to();
    if (to == null || request.run().overwrite() || !Files.exists(to)) {
      return;
    }
    try {
      if (!replayed || Files.mismatch(to, file(folders.synthesis())) >= 0) {
        throw Problem.usage("%s exists", to).remedy(Remedy.OTHER_TARGET);
      }
    } catch (IOException e) {
      throw Problem.environment("cannot read %s: %s", to, OutputFiles.reason(e)).causedBy(e);
    }
  }

  private Path file(Path folder) {
    return folder.resolve("augmented." + request.extension());
  }

  private void compute(Path folder) {
    RunOpening opening =
        timings.measure("reading", () -> RunOpening.of(config, source, context)).announced();
    WithinMemory.doOn(opening.rows(), () -> compute(folder, opening));
  }

  private void compute(Path folder, RunOpening opening) {
    Augmenting augmenting = augmenting(opening.rows());
    written = opening.rows();
    Split split = augmenting.split();
    if (split != null) {
      opening.say(split.counts());
    }
    opening.say(augmenting.rows().training());
    int jobs = request.run().jobs();
    Augmenting.Chosen chosen =
        timings.measure("choosing", () -> augmenting.choose(tried(), jobs, context.progress()));
    Augmenting.Made made = timings.measure("generating", () -> augmenting.make(chosen));
    made.warnings().forEach(each -> opening.say(new RunNote.Training(each)));
    Optional.ofNullable(made.taught()).map(RunNote.Teacher::new).ifPresent(opening::say);
    OpeningLog log = new OpeningLog();
    Performance performance =
        timings.measure("evaluating", () -> augmenting.measure(chosen, made, log)).orElse(null);
    AugmentationSummary.Columns columns =
        RowFiles.writeAugmented(file(folder), made.augmented(), config.generate().labels());
    OutputFiles.text(
        RunFile.AUGMENTATION.in(folder),
        AugmentationJson.write(augmenting.summary(chosen, made, columns, performance)));
    new ConfigFiles(config, request.run().configFile()).write(folder);
    OutputFiles.text(
        RunFile.PROVENANCE.in(folder), Json.write(provenance(augmenting, opening.notes(), log)));
  }

  /** Returns what is chosen from: the named arm, or the candidates. */
  private Augmenting.Contestants tried() {
    return new Augmenting.Contestants(named, candidates);
  }

  private Augmenting augmenting(LabelledTable rows) {
    Split split = request.holdOut() ? RepeatSplit.of(config, rows, 1, context) : null;
    Training training = split == null ? whole(rows) : split.training();
    Context own = Augmenting.contextOf(request.holdOut(), context);
    return new Augmenting(config, FitRows.of(training, config, own), split);
  }

  private Training whole(LabelledTable rows) {
    return config.split().method() == SplitOptions.Method.TIME
        ? Training.wholeInTime(rows, config.data().time(), config.split())
        : Training.whole(rows, config.data().group());
  }

  private Provenance provenance(Augmenting augmenting, List<RunNote> notes, OpeningLog log) {
    Split split = augmenting.split();
    return split == null
        ? identity.provenance(augmenting.rows().training(), notes, timings)
        : identity.provenance(split, notes, timings, new Evaluated(List.of(), log.openings()));
  }

  /** Returns what the run would do; reads the data, and writes nothing. */
  public String plan() {
    RunOpening opening = RunOpening.of(config, source, context).checked();
    Augmenting augmenting = augmenting(opening.rows());
    StringBuilder text = new StringBuilder(opening.readingText()).append("\nplan\n");
    if (augmenting.split() == null) {
      RunPlan.training(text, augmenting.rows().training());
      RunPlan.line(text, "held out", "none: all rows are learned from");
    } else {
      RunPlan.parts(text, augmenting.split());
    }
    List<String> arms = new ArrayList<>(named == null ? List.of(Baseline.NONE.id()) : List.of());
    for (Source each : named == null ? candidates : List.of(named)) {
      each.arms().forEach(arm -> arms.add(arm.arm().label()));
    }
    RunPlan.line(text, named == null ? "auto picks" : "arm", String.join(" · ", arms));
    if (named == null) {
      RunPlan.line(text, "by", AutoCandidates.perFold(candidates));
    }
    RunPlan.line(text, "takes", estimate(augmenting));
    RunPlan.line(text, "file", file(folders.synthesis()).toString());
    RunPlan.relations(text, augmenting.rows().training(), config);
    return text.toString();
  }

  private String estimate(Augmenting augmenting) {
    String classifier = Augmenting.options(config).classifierNames().getFirst();
    return named == null
        ? DurationEstimate.ofPick(augmenting.rows(), classifier, request.run().jobs())
        : DurationEstimate.of(named, augmenting.rows());
  }
}
