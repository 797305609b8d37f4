package dev.synth.experiment;

import dev.synth.augment.AugmentationPlan;
import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.classify.ClassWeighting;
import dev.synth.config.ConfigLoader;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Choice;
import dev.synth.evaluate.Curves;
import dev.synth.evaluate.NadeauBengio;
import dev.synth.evaluate.ScoredRows;
import dev.synth.generate.GeneratorOptions;
import dev.synth.generate.SmoteOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Picks how training rows are augmented by cross-validation inside them: {@value #FOLDS} folds,
 * {@value #ROUNDS} times.
 *
 * <p>The candidate with the largest mean gain in average precision over {@code none} is taken, but
 * only if this gain is above one standard error, corrected for folds that share rows (Nadeau and
 * Bengio 2003); else nothing is added. Neither validation nor test rows are seen.
 */
final class AutoChoice {
  static final int FOLDS = 3;
  static final int ROUNDS = 2;

  /** The splitter's limit for rows to learn from; with fewer in a fold, nothing is picked. */
  private static final int FEWEST_RARE = 8;

  /** Held-back rows to a row to learn from. */
  private static final double TEST_TO_TRAINING = 1.0 / (FOLDS - 1);

  private static final List<Double> RATIOS = List.of(0.1, 0.5);
  private static final ArmPlan NONE = new ArmPlan(Arm.NONE, ClassWeighting.NONE, null);

  private final Repeats repeats;
  private final String classifier;

  /**
   * A way to pick.
   *
   * @param classifier whose average precision decides
   */
  AutoChoice(Repeats repeats, String classifier) {
    this.repeats = repeats;
    this.classifier = classifier;
  }

  /**
   * What was picked.
   *
   * @param source does for the arm {@code auto} what the picked candidate does
   * @param choice for the record
   */
  record Picked(Source source, Choice choice) {}

  /** Returns what is tried beside {@code none}, the cheaper first. */
  static List<Source> candidates() {
    ArmPlan weighted = new ArmPlan(Arm.baseline("class-weight", ""), ClassWeighting.BALANCED, null);
    return List.of(
        new Source("class-weight", null, List.of(weighted)),
        source("smote", SmoteOptions.DEFAULTS, Arm.Role.BASELINE),
        source("vae", ConfigLoader.generator("vae"), Arm.Role.GENERATOR),
        source("forest", ConfigLoader.generator("forest"), Arm.Role.GENERATOR));
  }

  static Source source(String name, GeneratorOptions options, Arm.Role role) {
    List<ArmPlan> arms = new ArrayList<>();
    for (double ratio : RATIOS) {
      AugmentationPlan plan = new AugmentationPlan.Ratio(ratio);
      Arm arm = new Arm(name, plan.describe(), null, role);
      arms.add(new ArmPlan(arm, ClassWeighting.NONE, plan));
    }
    return new Source(name, options, arms);
  }

  /**
   * Picks for a repeat's training rows.
   *
   * @param unit which repeat, and how many real rare rows are kept
   */
  Picked pick(List<Source> candidates, GridUnit unit, RepeatRows rows) {
    List<Repeats.FoldRows> folds = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      folds.addAll(repeats.inside(rows, FOLDS, round));
    }
    if (!folds.stream().allMatch(AutoChoice::isEnough)) {
      return picked(Optional.empty(), NONE, unit, null);
    }
    Source nothing = new Source("none", null, List.of(NONE));
    List<Double> none = averagePrecisions(NONE, fit(nothing, folds), folds);
    Map<ArmPlan, Source> sources = new LinkedHashMap<>();
    Map<ArmPlan, List<Double>> tried = new LinkedHashMap<>();
    for (Source source : candidates) {
      tryAll(source, rows, folds)
          .forEach(
              (arm, precisions) -> {
                sources.put(arm, source);
                tried.put(arm, precisions);
              });
    }
    ArmPlan best = best(none, tried).orElse(NONE);
    return picked(
        Optional.ofNullable(sources.get(best)), best, unit, mean(tried.getOrDefault(best, none)));
  }

  private static boolean isEnough(Repeats.FoldRows fold) {
    int heldBackRare = fold.heldBack().rareCount();
    return fold.rows().training().rareCount() >= FEWEST_RARE
        && heldBackRare > 0
        && heldBackRare < fold.heldBack().rowCount();
  }

  /** Tries a source's arms in all folds; arms that the rows don't allow are left out. */
  private Map<ArmPlan, List<Double>> tryAll(
      Source source, RepeatRows rows, List<Repeats.FoldRows> folds) {
    Map<ArmPlan, List<Double>> tried = new LinkedHashMap<>();
    List<ArmPlan> possible =
        source.arms().stream().filter(arm -> isPossible(arm, rows, folds)).toList();
    if (possible.isEmpty()) {
      return tried;
    }
    try {
      List<ArmRows.Fitted> fitted = fit(source, folds);
      for (ArmPlan arm : possible) {
        tried.put(arm, averagePrecisions(arm, fitted, folds));
      }
    } catch (Problem e) {
      if (e.exitCode() != ExitCode.DATA) {
        throw e;
      }
    }
    return tried;
  }

  /** Whether the odds are above those that the rows have anyway. */
  private static boolean isPossible(ArmPlan arm, RepeatRows rows, List<Repeats.FoldRows> folds) {
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

  private static List<ArmRows.Fitted> fit(Source source, List<Repeats.FoldRows> folds) {
    List<ArmRows.Fitted> fitted = new ArrayList<>();
    for (Repeats.FoldRows fold : folds) {
      fold.rows().context().cancellation().check();
      fitted.add(ArmRows.Fitted.of(source, fold.rows()));
    }
    return fitted;
  }

  private List<Double> averagePrecisions(
      ArmPlan arm, List<ArmRows.Fitted> fitted, List<Repeats.FoldRows> folds) {
    List<Double> precisions = new ArrayList<>();
    for (int fold = 0; fold < folds.size(); fold++) {
      ScoredRows scored =
          ScoredRows.of(
              fitted.get(fold).draw(arm).classifier(classifier, arm), folds.get(fold).heldBack());
      precisions.add(Curves.averagePrecision(scored));
    }
    return precisions;
  }

  /**
   * Decides; of equal gains the first.
   *
   * @param none average precision of {@code none}, one a fold
   * @param tried that of the candidates, in the same folds
   * @return the best candidate, if its mean gain is above one corrected standard error
   */
  static <K> Optional<K> best(List<Double> none, Map<K, List<Double>> tried) {
    Optional<K> best = Optional.empty();
    NadeauBengio largest = null;
    for (Map.Entry<K, List<Double>> candidate : tried.entrySet()) {
      List<Double> gains = new ArrayList<>();
      for (int fold = 0; fold < none.size(); fold++) {
        gains.add(candidate.getValue().get(fold) - none.get(fold));
      }
      NadeauBengio own = NadeauBengio.of(gains, TEST_TO_TRAINING);
      if (largest == null || own.mean() > largest.mean()) {
        largest = own;
        best = Optional.of(candidate.getKey());
      }
    }
    boolean isClear =
        largest != null && largest.variance() > 0 && largest.mean() > largest.standardError();
    return isClear ? best : Optional.empty();
  }

  private static Picked picked(
      Optional<Source> source, ArmPlan best, GridUnit unit, @Nullable Double averagePrecision) {
    Integer rareRows = unit.rareRows().orElse(null);
    ArmPlan arm = new ArmPlan(Arm.auto(rareRows), best.weighting(), best.plan());
    GeneratorOptions options = source.map(Source::options).orElse(null);
    return new Picked(
        new Source(arm.arm().name(), options, List.of(arm)),
        new Choice(
            unit.repeat(),
            rareRows,
            arm.arm().name(),
            best.arm().withRareRows(rareRows),
            averagePrecision));
  }

  private static double mean(List<Double> values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.size();
  }
}
