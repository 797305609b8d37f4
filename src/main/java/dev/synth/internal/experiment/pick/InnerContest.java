package dev.synth.internal.experiment.pick;

import dev.synth.augment.AugmentationPlan;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.compare.CandidateScore;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Baseline;
import dev.synth.evaluate.Curves;
import dev.synth.evaluate.ScoredRows;
import dev.synth.internal.base.Parallel;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.experiment.arm.ArmFailures;
import dev.synth.internal.experiment.arm.ArmFit;
import dev.synth.internal.experiment.arm.ArmPlan;
import dev.synth.internal.experiment.arm.FitRows;
import dev.synth.internal.experiment.arm.FoldRows;
import dev.synth.internal.experiment.arm.InnerFolds;
import dev.synth.internal.experiment.arm.Source;
import dev.synth.internal.stats.Moments;
import dev.synth.internal.stats.NadeauBengio;
import dev.synth.split.Folds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A contest of arms inside training rows: each candidate's average precision in {@value #FOLDS}
 * folds, beside that of {@code none} in the same folds. Who wins is its caller's matter. No row but
 * the training rows is seen.
 *
 * <p>A fold fits its generators and one teacher for all candidates. That teacher is the plain mean
 * of its members: a blend that is learned would take folds inside the fold (docs/adr/0069). Only
 * where a candidate takes labels for the rows that a teacher learned from, it is learned in full.
 */
final class InnerContest {
  static final int FOLDS = 5;

  private static final String TOO_FEW =
      PlainText.of(
          "a fold would have fewer than %d rare rows to learn from, or none to judge by",
          Folds.FEWEST_RARE);

  private static final Source NOTHING = Source.of(Baseline.NONE);

  private final ExperimentConfig config;
  private final String classifier;
  private final int jobs;
  private final Progress.Stage stage;

  /**
   * A contest.
   *
   * @param config whose rules and classifiers are used
   * @param classifier whose average precision counts
   * @param jobs how many folds are computed at once; no result depends on it
   * @param stage advanced by one for every classifier
   */
  InnerContest(ExperimentConfig config, String classifier, int jobs, Progress.Stage stage) {
    this.config = config;
    this.classifier = classifier;
    this.jobs = jobs;
    this.stage = stage;
  }

  /**
   * The outcome of a contest.
   *
   * @param none average precision of {@code none}, one a fold
   * @param tried that of the candidates that could be tried, in the same folds and in their order
   * @param scores how all candidates did, {@code none} first
   */
  record ContestOutcome(
      List<Double> none,
      Map<Picked.ArmCandidate, List<Double>> tried,
      List<CandidateScore> scores) {
    ContestOutcome {
      none = List.copyOf(none);
      tried = Collections.unmodifiableMap(new LinkedHashMap<>(tried));
      scores = List.copyOf(scores);
    }

    /** Returns the pick of a candidate, or of {@code none} where it is empty. */
    Picked picked(Optional<Picked.ArmCandidate> best) {
      Picked.ArmCandidate candidate = best.orElse(Picked.NOTHING);
      return new Picked(
          candidate, Moments.mean(tried.getOrDefault(candidate, none)), scores, inFolds());
    }

    private Map<String, List<Double>> inFolds() {
      Map<String, List<Double>> all = new LinkedHashMap<>();
      all.put(Arm.NONE.label(), none);
      tried.forEach((candidate, precisions) -> all.put(candidate.arm().arm().label(), precisions));
      return all;
    }
  }

  /** Returns how many classifiers are fitted at most, {@code none}'s among them. */
  static long fits(List<Source> candidates) {
    return (long) FOLDS * (1 + candidates.stream().mapToInt(each -> each.arms().size()).sum());
  }

  /** A way to decide a contest. */
  @FunctionalInterface
  interface ContestRule {
    /** Returns the candidate that wins, or empty where nothing is to be added. */
    Optional<Picked.ArmCandidate> winner(ContestOutcome outcome);
  }

  /** Holds the contest and decides it; with too few rows nothing is tried, and nothing wins. */
  Picked pick(List<Source> candidates, FitRows rows, ContestRule rule) {
    boolean isPlain = FoldTeacher.of(candidates) == FoldTeacher.PLAIN;
    List<FoldRows> folds =
        FoldRows.inside(rows, FOLDS, config, rows.context().below("auto/round/1"), isPlain);
    if (folds.isEmpty()) {
      return Picked.nothing(candidates, TOO_FEW);
    }
    ContestOutcome outcome = hold(candidates, rows, folds);
    return outcome.picked(rule.winner(outcome));
  }

  private ContestOutcome hold(List<Source> candidates, FitRows rows, List<FoldRows> folds) {
    List<Double> none = inFolds(NOTHING, NOTHING.arms(), folds).getFirst();
    List<CandidateScore> scores =
        new ArrayList<>(List.of(CandidateScore.ofNone(Moments.mean(none))));
    Map<Picked.ArmCandidate, List<Double>> tried = new LinkedHashMap<>();
    for (Source source : candidates) {
      tryAll(source, rows, folds, scores)
          .forEach(
              (arm, precisions) -> {
                tried.put(new Picked.ArmCandidate(arm, source), precisions);
                NadeauBengio gain = InnerFolds.gain(none, precisions);
                scores.add(
                    CandidateScore.of(
                        arm.arm(), Moments.mean(precisions), gain.mean(), gain.standardError()));
              });
    }
    return new ContestOutcome(none, tried, scores);
  }

  /**
   * Tries a source's arms in all folds; of those that the rows don't allow, {@code scores} says
   * why.
   */
  private Map<ArmPlan, List<Double>> tryAll(
      Source source, FitRows rows, List<FoldRows> folds, List<CandidateScore> scores) {
    List<ArmPlan> possible = new ArrayList<>();
    for (ArmPlan arm : source.arms()) {
      if (isPossible(arm, rows, folds)) {
        possible.add(arm);
      } else {
        scores.add(CandidateScore.ofUntried(arm.arm(), "the rows have such a ratio already"));
      }
    }
    Map<ArmPlan, List<Double>> tried = new LinkedHashMap<>();
    try {
      List<List<Double>> precisions = inFolds(source, possible, folds);
      for (int arm = 0; arm < possible.size(); arm++) {
        tried.put(possible.get(arm), precisions.get(arm));
      }
    } catch (Problem failure) {
      String why = ArmFailures.reason(failure);
      possible.forEach(arm -> scores.add(CandidateScore.ofUntried(arm.arm(), why)));
    }
    return tried;
  }

  /** Returns whether the class ratio is above the one that the rows have anyway. */
  private static boolean isPossible(ArmPlan arm, FitRows rows, List<FoldRows> folds) {
    AugmentationPlan plan = arm.plan();
    if (plan == null) {
      return true;
    }
    try {
      plan.rowsFor(rows.training());
      folds.forEach(fold -> plan.rowsFor(fold.rows().training()));
      return true;
    } catch (Problem impossible) {
      return false;
    }
  }

  /** Returns the average precisions of a source's arms, for each arm one a fold. */
  private List<List<Double>> inFolds(Source source, List<ArmPlan> arms, List<FoldRows> folds) {
    if (arms.isEmpty()) {
      return List.of();
    }
    List<List<Double>> byFold = Parallel.map(folds, jobs, fold -> inFold(source, arms, fold));
    List<List<Double>> byArm = new ArrayList<>();
    for (int arm = 0; arm < arms.size(); arm++) {
      int own = arm;
      byArm.add(byFold.stream().map(fold -> fold.get(own)).toList());
    }
    return byArm;
  }

  private List<Double> inFold(Source source, List<ArmPlan> arms, FoldRows fold) {
    fold.rows().context().cancellation().check();
    ArmFit fitted = ArmFit.of(source, fold.rows());
    List<Double> precisions = new ArrayList<>();
    for (ArmPlan arm : arms) {
      ScoredRows scored =
          ScoredRows.weighted(
              fitted.draw(arm).classifier(classifier, arm).score(fold.heldBack().features()),
              fold.heldBack());
      precisions.add(Curves.averagePrecision(scored));
      stage.advance(1);
    }
    return precisions;
  }
}
