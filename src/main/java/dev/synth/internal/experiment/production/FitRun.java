package dev.synth.internal.experiment.production;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.classify.Classifier;
import dev.synth.compare.Verdict;
import dev.synth.config.ExperimentConfig;
import dev.synth.config.GenerateOptions;
import dev.synth.evaluate.Curves;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.evaluate.Fitting;
import dev.synth.evaluate.ScoredRows;
import dev.synth.evaluate.Threshold;
import dev.synth.evaluate.ThresholdFallback;
import dev.synth.evaluate.ThresholdRule;
import dev.synth.evaluate.Thresholds;
import dev.synth.internal.base.Micros;
import dev.synth.internal.base.Version;
import dev.synth.internal.bundle.Bundle;
import dev.synth.internal.bundle.BundleFacts;
import dev.synth.internal.bundle.BundleWriter;
import dev.synth.internal.bundle.Calibration;
import dev.synth.internal.bundle.Contract;
import dev.synth.internal.bundle.FeatureContract;
import dev.synth.internal.bundle.ReferenceMaker;
import dev.synth.internal.classify.ensemble.BagTrainer;
import dev.synth.internal.classify.ensemble.FittedTrainer;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.experiment.arm.ArmFit;
import dev.synth.internal.experiment.arm.ArmPlan;
import dev.synth.internal.experiment.arm.ArmRows;
import dev.synth.internal.experiment.arm.CrossFit;
import dev.synth.internal.experiment.machine.WithinMemory;
import dev.synth.internal.experiment.pick.Augmenting;
import dev.synth.internal.experiment.run.DataSource;
import dev.synth.internal.experiment.run.RunIdentity;
import dev.synth.internal.experiment.run.RunOpening;
import dev.synth.internal.features.rows.FeatureDefinition;
import dev.synth.internal.holdout.UnseenRows;
import dev.synth.internal.note.FitNote;
import dev.synth.internal.report.wording.run.FitNoteSentence;
import dev.synth.internal.report.wording.run.NoteJson;
import dev.synth.internal.table.cell.InstantText;
import dev.synth.run.FitRequest;
import dev.synth.split.SplitOptions;
import dev.synth.table.LabelledTable;
import dev.synth.table.RowFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Fits the arm that a verdict was for, and writes it as a bundle.
 *
 * <p>Threshold and calibration are learned from rows that were scored by models which had not
 * learned from them; then the arm is fitted once more, on all of these rows.
 */
public final class FitRun {
  private final FitRequest request;
  private final ExperimentConfig config;
  private final EvaluationOptions options;
  private final Context context;
  private final long before;
  private final List<FitNote> notes = new ArrayList<>();
  private final ArmChooser chooser;

  /**
   * The bundle that was written.
   *
   * @param folder the bundle's folder
   * @param version the model's version
   * @param facts what the bundle says of its model
   */
  public record Result(Path folder, String version, BundleFacts facts) {}

  /** A run whose context has the config's seeds. */
  public FitRun(FitRequest request, Context context) {
    this(request, context, Long.MAX_VALUE);
  }

  /**
   * A run on the rows before a day.
   *
   * @param before days since 1970-01-01; rows of this day and later are not learned from
   */
  FitRun(FitRequest request, Context context, long before) {
    this.before = before;
    this.request = request;
    this.config = request.run().config();
    this.options = Augmenting.options(config);
    this.context = context;
    this.chooser = new ArmChooser(request, context, this::say);
  }

  /** Fits and writes. */
  public Result run() {
    BundleWriter.check(request.to(), request.run().overwrite());
    String dataSha256 = new DataSource(config).sha256();
    ArmToFit choice = chooser.choose(JudgedRun.find(request, dataSha256));
    // cells keep their own form, which the contract describes, whatever a run writes
    ExperimentConfig own =
        config.withGenerate(config.generate().withCells(GenerateOptions.CellStyle.OWN));
    RunOpening opening = RunOpening.of(own, new DataSource(own), context).announced();
    return WithinMemory.on(opening.rows(), () -> fit(opening, choice, dataSha256));
  }

  private void say(FitNote note) {
    notes.add(note);
    context.progress().note(FitNoteSentence.of(note));
  }

  private Result fit(RunOpening opening, ArmToFit chosen, String dataSha256) {
    FittingRows rows = FittingRows.of(dated(opening.rows()), config, context);
    tellOfSample(opening.rows(), rows.all().training().rows());
    ArmToFit choice = chooser.picked(chosen, rows);
    ArmPlan arm = choice.arm();
    String name = options.classifierNames().getFirst();
    try (Progress.Stage stage = context.progress().stage("fitting", 2, "rounds")) {
      CrossFit folds = new CrossFit(choice.source(), rows.folds(), rows.validationRows());
      CrossFit.CrossFitScores outOfFold = folds.scoreRows(folds.draw(arm), arm, name);
      ScoredRows scored = ScoredRows.weighted(outOfFold.scores(), outOfFold.rows());
      stage.advance(1);
      ArmFit fitted = ArmFit.of(choice.source(), rows.all());
      fitted.warnings().forEach(each -> say(new FitNote.Training(each)));
      ArmRows drawn = fitted.draw(arm);
      Classifier classifier = drawn.classifier(name, arm);
      stage.advance(1);
      Calibration calibration = Calibration.learn(scored);
      UnseenRows unseen = UnseenRows.of(rows.test(), classifier);
      BundleFacts facts = facts(choice, rows, scored, drawn, calibration);
      Contract contract =
          Contract.of(
              rows.all().training().rows().features(),
              opening.rows().features().schema(),
              rows.all().training().rows().label(),
              config.data());
      Bundle bundle = new Bundle("", facts, contract, features(opening), calibration, classifier);
      String version =
          BundleWriter.write(
              request.to(),
              bundle,
              new BundleWriter.Beside(
                  ReferenceMaker.of(
                      rows.all().training().rows(),
                      new ReferenceMaker.OutOfFold(
                          outOfFold.rows(), outOfFold.scores(), facts.threshold().value()),
                      new ReferenceMaker.UnseenScores(unseen.scores(), unseen.days()),
                      config.data().time()),
                  provenance(rows, opening.rows().rowCount(), dataSha256),
                  ConfigLoader.resolved(config.untracked())));
      return new Result(request.to(), version, facts);
    } catch (Problem problem) {
      throw problem.exitCode() == dev.synth.base.ExitCode.DATA
          ? problem.in(arm.arm().label())
          : problem;
    }
  }

  private void tellOfSample(LabelledTable all, LabelledTable fitted) {
    if (all.facts().weights() != null) {
      say(
          new FitNote.Sample(
              fitted.rowCount() - fitted.rareCount(),
              all.rowCount() - all.rareCount(),
              Math.round(all.weight(false))));
    }
  }

  private @Nullable FeatureContract features(RunOpening opening) {
    FeatureDefinition definition = new DataSource(config).features();
    return definition == null
        ? null
        : FeatureContract.of(definition, opening.rows().features().schema());
  }

  /** Returns the rows with their days, by which a monitor compares, where there is a time. */
  private LabelledTable dated(LabelledTable rows) {
    String time = config.data().time();
    if (time == null || rows.features().schema().find(time).isEmpty()) {
      return rows;
    }
    long[] days = ReferenceMaker.daysOf(rows.features().cellsInUtc(time));
    RowFacts facts = new RowFacts(rows.facts().losses(), days);
    double[] weights = rows.facts().weights();
    LabelledTable dated = rows.with(weights == null ? facts : facts.withWeights(weights));
    requireWhole(days, weights);
    return before == Long.MAX_VALUE
        ? dated
        : dated.rows(IntStream.range(0, days.length).filter(row -> days[row] < before).toArray());
  }

  /** The rows that two models are measured on count once each, so that none may stand for more. */
  private void requireWhole(long[] days, double @Nullable [] weights) {
    for (int row = 0; row < days.length && weights != null; row++) {
      if (days[row] >= before && weights[row] != 1) {
        throw Problem.data(
            "the rows from %s on, which both models are measured on, are a sample (data.weight);"
                + " %s",
            InstantText.date(before * Micros.PER_DAY),
            config.split().method() == SplitOptions.Method.TIME
                ? "measure on fewer days, or select rows with an earlier start of the test rows"
                : "select rows with split.method: time, and fit a model on these first");
      }
    }
  }

  private BundleFacts facts(
      ArmToFit choice,
      FittingRows rows,
      ScoredRows scored,
      ArmRows drawn,
      Calibration calibration) {
    Threshold threshold =
        Thresholds.choose(scaled(options.threshold(), scored, rows), scored, options.costs());
    ThresholdFallback fallback = threshold.fallback();
    if (fallback != null) {
      say(new FitNote.OtherThreshold(fallback));
    }
    double alerts = scored.alertWeight(threshold.value());
    double caught = scored.caughtWeight(threshold.value());
    Verdict verdict = choice.verdict();
    return new BundleFacts(
        config.name(),
        choice.arm().arm().label(),
        verdict == null ? null : verdict.word(),
        choice.run(),
        classifier(choice.arm().fitting()),
        threshold,
        Thresholds.describe(options.threshold()),
        calibration.method(),
        rows.all().training().rowCount(),
        rows.all().training().rareCount(),
        drawn.augmented().synthetic().rowCount(),
        new BundleFacts.OutOfFold(
            rows.folds().size(),
            scored.rowCount(),
            scored.rareCount(),
            Curves.averagePrecision(scored),
            caught / scored.rareWeight(),
            alerts == 0 ? null : (Double) (caught / alerts),
            1000.0 * alerts / (scored.rareWeight() + scored.otherWeight())),
        notes);
  }

  /** Returns what is fitted in a classifier's place. */
  private String classifier(Fitting fitting) {
    String own = options.classifierNames().getFirst();
    return switch (fitting) {
      case SINGLE, SELF_DISTILLED, TUNED, PICKED -> own;
      case REGULARISED -> "xgboost (regularised)";
      case BAG -> BagTrainer.MODELS + " of " + own;
      case BOOSTER_FOREST -> "xgboost and random-forest";
      case TEACHER -> FittedTrainer.TEACHER;
    };
  }

  /** An alert budget is meant for the validation rows; here there are more. */
  private static ThresholdRule scaled(ThresholdRule rule, ScoredRows scored, FittingRows rows) {
    return rule instanceof ThresholdRule.AlertBudget budget
        ? new ThresholdRule.AlertBudget(
            Math.max(
                1,
                (int)
                    Math.round(
                        budget.alerts()
                            * (scored.rareWeight() + scored.otherWeight())
                            / rows.validationRows())))
        : rule;
  }

  /** Returns what the model comes from; nothing of it depends on the machine or on time. */
  private Map<String, Object> provenance(FittingRows rows, int all, String dataSha256) {
    Map<String, Object> provenance = new LinkedHashMap<>();
    provenance.put("version", Version.fingerprint());
    provenance.put("config_sha256", RunIdentity.of(config, dataSha256).configSha256());
    provenance.put("data_sha256", dataSha256);
    provenance.put("seed", config.seed());
    provenance.put("split", config.split().method().name().toLowerCase(Locale.ROOT));
    provenance.put("fitted_rows", rows.all().training().rowCount());
    provenance.put("fitted_rare", rows.all().training().rareCount());
    provenance.put("rows_left_out", all - rows.all().training().rowCount());
    provenance.put("notes", NoteJson.ofFit(notes));
    return provenance;
  }
}
