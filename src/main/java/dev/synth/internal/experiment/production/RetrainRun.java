package dev.synth.internal.experiment.production;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Seeds;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.internal.base.Micros;
import dev.synth.internal.bundle.BundleFiles;
import dev.synth.internal.bundle.BundleWriter;
import dev.synth.internal.bundle.FittedReference;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.experiment.run.DataSource;
import dev.synth.internal.files.FileLocks;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.monitor.Duel;
import dev.synth.internal.monitor.MatureRows;
import dev.synth.internal.table.cell.InstantText;
import dev.synth.internal.table.selection.Taking;
import dev.synth.internal.table.stage.FileScan;
import dev.synth.internal.table.stage.SourceFiles;
import dev.synth.internal.tracking.ModelRegistry;
import dev.synth.run.FitRequest;
import dev.synth.run.RegisteredModel;
import dev.synth.run.RunRequest;
import dev.synth.table.FileFormat;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Fits a challenger by the config of the model in use, on what is known, and measures both on the
 * newest rows, which neither saw. The very bundle that was measured takes the place of the other,
 * or none does.
 */
public final class RetrainRun {
  private final RetrainRequest request;
  private final Context context;
  private final Path champion;
  private final BundleFiles.LoadedBundle inUse;
  private final ExperimentConfig config;
  private final String time;

  private RetrainRun(RetrainRequest request, Context context) {
    this.request = request;
    this.context = context;
    this.champion = request.champion().toAbsolutePath().normalize();
    this.inUse = BundleFiles.readWhole(request.champion());
    ExperimentConfig own =
        ConfigLoader.parse(inUse.config(), champion.resolve("resolved.yaml").toString(), List.of());
    // cuts are times of the rows that the model in use was fitted on: the split's shares cut later
    // rows
    this.config =
        own.withData(own.data().withSource(request.rows())).withSplit(own.split().withCuts(null));
    String named = own.data().time();
    if (named == null) {
      throw Problem.data(
          "the config of %s names no time (data.time), so that the newest rows are not known",
          request.champion());
    }
    this.time = named;
    checkSample();
  }

  /** Rows of a sample are retrained on where a split by time leaves the newest ones whole. */
  private void checkSample() {
    String weight = config.data().weight();
    if (weight == null) {
      return;
    }
    if (Taking.PART.equals(config.split().column())) {
      throw Problem.data(
          "the model in use was fitted on rows that 'synth select' took of a split at random or by"
              + " group, so that the newest rows are a sample, too; a retrain needs"
              + " split.method: time: select rows so, and fit a model on them");
    }
    SourceFiles files = SourceFiles.resolve(request.rows());
    if (files.format() != FileFormat.JSON
        && !FileScan.columns(files.files().getFirst()).names().contains(weight)) {
      throw Problem.data(
          "'%s' has no column '%s' (data.weight), since the model in use was fitted on rows that"
              + " 'synth select' took; select the new rows first, and retrain on those",
          request.rows(), weight);
    }
  }

  /**
   * Retrains.
   *
   * @throws Problem if the rows don't reach beyond what the model in use has learned from, are too
   *     few, or can't be read; or if the same model is being retrained already
   */
  public static RetrainResult run(RetrainRequest request, Context context) {
    BundleFiles.read(request.champion()); // nothing is locked beside a folder that is no bundle
    RetrainRequest.Registry registry = request.registry();
    if (registry != null) {
      check(registry, context);
    }
    FileLocks.Held lock = lock(request.champion());
    try {
      RetrainAudit.Retraining entry = new RetrainRun(request, context).run();
      return registry != null && entry.isPromoted()
          ? registered(entry, request.champion(), registry, context)
          : new RetrainResult(entry, null, null);
    } finally {
      lock.close();
    }
  }

  /** Throws where the options name a variable that is not set; no request is sent. */
  private static void check(RetrainRequest.Registry registry, Context context) {
    open(registry, context).close();
  }

  private static ModelRegistry open(RetrainRequest.Registry registry, Context context) {
    return new ModelRegistry(registry.server(), System.getenv(), context.cancellation());
  }

  private static FileLocks.Held lock(Path folder) {
    Path champion = folder.toAbsolutePath().normalize();
    Path file = champion.resolveSibling("." + champion.getFileName() + ".retrain.lock");
    return FileLocks.tryTemporary(file)
        .orElseThrow(
            () ->
                Problem.environment(
                    "another process is retraining %s (lock %s); wait until it is done",
                    folder, file.getFileName()));
  }

  /** A promoted bundle is in use already, so that a server that fails undoes nothing. */
  private static RetrainResult registered(
      RetrainAudit.Retraining entry,
      Path bundle,
      RetrainRequest.Registry registry,
      Context context) {
    String name =
        registry.name() == null ? BundleFiles.read(bundle).facts().name() : registry.name();
    try (ModelRegistry models = open(registry, context)) {
      RegisteredModel model = models.register(bundle, name, Instant.now());
      models.setAlias(model, ModelRegistry.CHAMPION);
      return new RetrainResult(entry, model, null);
    } catch (Problem problem) {
      return new RetrainResult(entry, null, problem.getMessage());
    }
  }

  private RetrainAudit.Retraining run() {
    RetrainAudit audit = RetrainAudit.read(champion);
    List<MatureRows.Row> all = scored(inUse);
    long last = all.stream().mapToLong(MatureRows.Row::day).max().orElseThrow(this::none);
    long first = last - request.days() + 1;
    checkUnseen(first);
    Path challenger = champion.resolveSibling("." + champion.getFileName() + ".challenger");
    OutputFiles.remove(challenger);
    try {
      fit(challenger, first);
      BundleFiles.LoadedBundle other = BundleFiles.readWhole(challenger);
      Duel duel = duel(all, scored(other), first, audit.nextLevel(request.alpha()));
      boolean isPromoted =
          switch (request.promote()) {
            case UPLIFT -> duel.verdict() == Duel.DuelResult.UPLIFT;
            case NO_HARM -> duel.verdict() == Duel.DuelResult.UPLIFT || duel.isNotWorse();
          };
      Path kept = champion.resolveSibling(champion.getFileName() + "-" + inUse.bundle().version());
      RetrainAudit.Retraining entry =
          new RetrainAudit.Retraining(
              audit.entries().size() + 1,
              Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
              inUse.bundle().version(),
              other.bundle().version(),
              new DataSource(config).sha256(),
              InstantText.date(first * Micros.PER_DAY),
              InstantText.date(last * Micros.PER_DAY),
              request.promote(),
              duel,
              isPromoted,
              isPromoted ? kept.getFileName().toString() : null);
      checkInUse();
      audit.write(champion, entry); // the level is spent, whatever comes next
      if (isPromoted) {
        BundleWriter.promote(challenger, champion, kept);
      }
      return entry;
    } finally {
      OutputFiles.remove(challenger);
    }
  }

  /** A bundle that was fitted into the folder meanwhile has not been measured. */
  private void checkInUse() {
    String version = inUse.bundle().version();
    if (!BundleFiles.read(champion).version().equals(version)) {
      throw Problem.environment(
          "%s was replaced while a challenger to %s was measured; nothing was promoted",
          request.champion(), version);
    }
  }

  private Problem none() {
    return Problem.data("'%s' has no row with a label and a time", request.rows());
  }

  private List<MatureRows.Row> scored(BundleFiles.LoadedBundle model) {
    return MatureRows.read(model, request.rows(), config.data(), time, request.jobs(), context)
        .rows();
  }

  /** The days of left-out rows are those of fitted rows, too, in a split at random. */
  private void checkUnseen(long first) {
    List<FittedReference.Day> days = inUse.reference().days();
    if (days.isEmpty()) {
      throw Problem.data(
          "%s does not say which days it has learned from; fit it anew", request.champion());
    }
    long learned =
        days.stream()
            .filter(day -> day.rows() > 0)
            .mapToLong(FittedReference.Day::day)
            .max()
            .orElse(0);
    if (learned >= first) {
      throw Problem.data(
          "the newest %d days begin on %s, but the model in use has learned from days up to %s;"
              + " wait for newer rows, or measure on fewer days",
          request.days(),
          InstantText.date(first * Micros.PER_DAY),
          InstantText.date(learned * Micros.PER_DAY));
    }
  }

  private void fit(Path challenger, long first) {
    RunRequest run =
        new RunRequest(config, null, Path.of(""), null, false, true, false, false, request.jobs());
    FitRequest fit = new FitRequest(run, challenger, inUse.bundle().facts().arm(), null, true);
    Context own = new Context(new Seeds(config.seed()), context.progress(), context.cancellation());
    new FitRun(fit, own, first).run();
  }

  private Duel duel(
      List<MatureRows.Row> ofChampion,
      List<MatureRows.Row> ofChallenger,
      long first,
      double level) {
    EvaluationOptions options =
        config.evaluation() == null ? EvaluationOptions.defaults() : config.evaluation();
    return Duel.of(
        from(ofChampion, first),
        from(ofChallenger, first),
        inUse.bundle().facts().outOfFold().alertsPer1000() / 1000,
        level,
        options.effect());
  }

  private static List<MatureRows.Row> from(List<MatureRows.Row> rows, long first) {
    return rows.stream().filter(row -> row.day() >= first).toList();
  }
}
