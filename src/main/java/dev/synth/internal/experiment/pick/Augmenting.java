package dev.synth.internal.experiment.pick;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.classify.ClassWeighting;
import dev.synth.compare.AugmentationSummary;
import dev.synth.compare.AugmentationSummary.Performance;
import dev.synth.compare.CandidateScore;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.CostAndAlertMetrics;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.generate.TrainingWarning;
import dev.synth.internal.classify.ensemble.Taught;
import dev.synth.internal.experiment.arm.ArmFit;
import dev.synth.internal.experiment.arm.ArmPlan;
import dev.synth.internal.experiment.arm.ArmRows;
import dev.synth.internal.experiment.arm.CellThresholds;
import dev.synth.internal.experiment.arm.FitRows;
import dev.synth.internal.experiment.arm.RepeatSplit;
import dev.synth.internal.experiment.arm.Scoring;
import dev.synth.internal.experiment.arm.Source;
import dev.synth.internal.holdout.ScoredArm;
import dev.synth.internal.holdout.TestOpening;
import dev.synth.split.Augmented;
import dev.synth.split.OpeningLog;
import dev.synth.split.RareRows;
import dev.synth.split.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses an arm for training rows, makes its rows, and measures it where rows were held out.
 *
 * @param config the config
 * @param rows the training rows
 * @param split where they come from, or null where they are all rows
 */
public record Augmenting(ExperimentConfig config, FitRows rows, @Nullable Split split) {
  /**
   * The field to choose from.
   *
   * @param named the arm that the user named, or null
   * @param candidates what {@code auto} tries beside {@code none} where none is named
   */
  public record Contestants(@Nullable Source named, List<Source> candidates) {}

  /**
   * A choice.
   *
   * @param arm what was chosen
   * @param source makes its rows
   * @param scores how all candidates did; empty where the arm was named
   * @param favoured the candidate that was to be taken unless the folds spoke against it, or null
   */
  public record Chosen(
      Arm arm, Source source, List<CandidateScore> scores, @Nullable Arm favoured) {
    /** Returns how the rows are made, under the name of what was chosen. */
    ArmPlan plan() {
      ArmPlan own = source.arms().getFirst();
      return own.as(arm);
    }
  }

  /**
   * The augmented rows.
   *
   * @param drawn the rows
   * @param warnings what the generator's training warned of
   * @param taught how the teacher did that labelled them; null where all are called rare
   */
  public record Made(ArmRows drawn, List<TrainingWarning> warnings, @Nullable Taught taught) {
    public Augmented augmented() {
      return drawn.augmented();
    }
  }

  /** Returns the options of the evaluation, or their defaults. */
  public static EvaluationOptions options(ExperimentConfig config) {
    return Objects.requireNonNullElseGet(config.evaluation(), EvaluationOptions::defaults);
  }

  /** Takes the named arm, or has {@code auto} pick one. */
  public Chosen choose(Contestants field, int jobs, Progress progress) {
    Source named = field.named();
    if (named != null) {
      return new Chosen(named.arms().getFirst().arm(), named, List.of(), null);
    }
    List<Source> candidates = field.candidates();
    String classifier = options(config).classifierNames().getFirst();
    try (Progress.Stage stage =
        progress.stage("choosing", AutoChoice.fits(candidates), "classifiers")) {
      AutoChoice choice = new AutoChoice(config, classifier, jobs, stage);
      Picked picked = choice.pick(candidates, rows);
      return new Chosen(
          picked.candidate().arm().arm(),
          picked.source(Arm.auto(RareRows.ALL)),
          picked.scores(),
          choice.favoured(candidates, rows).orElse(null));
    }
  }

  /**
   * Fits what was chosen on all training rows, and draws.
   *
   * @throws Problem (data) if the rows don't allow it
   */
  public Made make(Chosen chosen) {
    try {
      ArmFit fitted = ArmFit.of(chosen.source(), rows);
      ArmPlan arm = chosen.source().arms().getFirst();
      return new Made(fitted.draw(arm), fitted.warnings(), taught(arm));
    } catch (Problem problem) {
      throw problem.in(chosen.arm().label());
    }
  }

  private @Nullable Taught taught(ArmPlan arm) {
    Taught taught = rows.taught(arm);
    return taught == null || !arm.isAdmitted() ? taught : taught.asUsed();
  }

  /** Measures {@code none} and what was chosen on test rows, which are opened here, once. */
  public Optional<Performance> measure(Chosen chosen, Made made, OpeningLog log) {
    if (split == null) {
      return Optional.empty();
    }
    EvaluationOptions options = options(config);
    Scoring scoring = new Scoring(split, options);
    ArmRows nothing = new ArmRows(rows.training().unaugmented(), rows, 0, 0);
    List<ScoredArm> cells = new ArrayList<>();
    for (String classifier : options.classifierNames()) {
      cells.add(scoring.of(AutoCandidates.NONE, classifier, nothing, CellThresholds.ON_VALIDATION));
      if (!chosen.arm().equals(Arm.NONE)) {
        cells.add(
            scoring.of(chosen.plan(), classifier, made.drawn(), CellThresholds.ON_VALIDATION));
      }
    }
    TestOpening holdout = new TestOpening(CostAndAlertMetrics.of(options));
    return Optional.of(Performance.of(holdout.judge(split, log, 1, cells)));
  }

  /** Puts together what was done. */
  public AugmentationSummary summary(
      Chosen chosen,
      Made made,
      AugmentationSummary.Columns columns,
      @Nullable Performance performance) {
    Augmented augmented = made.augmented();
    AugmentationSummary.Rows counts =
        new AugmentationSummary.Rows(
            augmented.real().rowCount(),
            augmented.real().rareCount(),
            augmented.synthetic().rowCount());
    Double rareWeight =
        chosen.plan().weighting() == ClassWeighting.NONE
            ? null
            : (Double) chosen.plan().weighting().rareWeight(augmented);
    return new AugmentationSummary(
        AugmentationSummary.SCHEMA_VERSION,
        chosen.arm(),
        chosen.scores().isEmpty() ? "name" : "auto",
        rareWeight,
        counts,
        columns.synthetic(),
        columns.labels(),
        columns.weight(),
        options(config).classifierNames().getFirst(),
        chosen.favoured(),
        config.seed(),
        chosen.scores(),
        made.warnings(),
        performance);
  }

  /** Returns the context of all rows, or of a split's first repeat as {@code evaluate} has it. */
  public static Context contextOf(boolean holdOut, Context run) {
    return holdOut ? RepeatSplit.contextOf(1, run) : run.below("augment");
  }
}
