package dev.synth.evaluate;

import dev.synth.augment.Labels;
import dev.synth.base.InvalidValue;
import dev.synth.base.Records;
import dev.synth.base.Setting;
import dev.synth.classify.ClassifierOptions;
import dev.synth.classify.DetectorKind;
import dev.synth.classify.LogisticRegressionOptions;
import dev.synth.classify.RandomForestOptions;
import dev.synth.classify.XgboostOptions;
import dev.synth.internal.classify.kinds.Classifiers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Options of the measurement of uplift. */
public record EvaluationOptions(
    @Setting(
            "Downstream classifiers: kinds, or blocks with options such as `{kind: xgboost, trees:"
                + " 500}`, each kind once. The first one carries the verdict.")
        List<ClassifierOptions> classifiers,
    @Setting(
            "Free rivals to compare with; `none` is always there. Those that add rows do so at the"
                + " class ratio of the generator's arm. Left out: `none`, `class-weight`,"
                + " `oversample` and `smote`; with `auto` also `regularised-booster`; where an arm"
                + " has soft labels, `shuffle`, `regularised-booster` and `teacher`. comparing.md"
                + " says what each is and costs.")
        @Nullable List<Baseline> baselines,
    @Setting(
            "How the decision threshold is chosen on validation rows: `max-f1`, `{max_f_beta:"
                + " 2}`, `{precision_at_least: 0.9}`, `{false_positive_rate_at_most: 0.01}`,"
                + " `{alert_budget: 100}`, `min-cost` (needs `costs`) or `{fixed: 0.5}`.")
        ThresholdRule threshold,
    @Setting(
            "Whether thresholds are chosen on five folds of training and validation rows where"
                + " fewer than 50 validation rows are rare (not for splits by time or by a column)."
                + " It takes six times as long, and no verdict depends on it.")
        boolean crossFit,
    @Setting(
            "Whether the arm `auto` is judged too: in each repeat, cross-validation inside the"
                + " training rows picks among `none`, `class-weight`, `smote`, `vae` and"
                + " `forest`. It fits 18 generators and up to 48 classifiers more a repeat.")
        boolean auto,
    @Setting(
            "How often everything is split, refitted and measured anew, in [1, 1000]. Splits by"
                + " time have `split.origins` test windows in place of it, splits by a column one;"
                + " each is fitted three times.")
        int repeats,
    @Setting(
            "`repeats` fixes the number of repeats. `decided` makes so many, then as many again and"
                + " again while that can help to decide about an arm (not for splits by time or by"
                + " a column). verdict.md says how the error rate is kept.")
        Until until,
    @Setting("The most repeats where `until` is `decided`, in [2, 1000].") int mostRepeats,
    @Setting(
            "What gets a verdict. The first must be `average-precision`, the primary endpoint. The"
                + " others, such as `recall`, `f1` and `recall-at-fpr-1-percent`, form a family of"
                + " their own. They are tested for arms whose average precision changed.")
        List<Endpoint> endpoints,
    @Setting(
            "The smallest difference worth having, in average precision and in every other"
                + " endpoint, in (0, 1). Where a difference as large is ruled out, the verdict is"
                + " `equivalent`.")
        double effect,
    @Setting("What errors cost; with it, money is measured too.") @Nullable Costs costs,
    @Setting(
            "Numbers of alerts, each at least 1, such as `[50, 100]`. Measured are the share of"
                + " rare rows among so many alerts on the test rows, and the share of rare rows"
                + " that they find. Where `data.time` is set, also for so many alerts a day.")
        List<Integer> alerts,
    @Setting(
            "Detectors that learn without labels, shown beside the arms and without a verdict:"
                + " `isolation-forest`, `one-class-svm` (from 1,000 rows); `[]` for none.")
        List<DetectorKind> detectors,
    @Setting(
            "Permutation importance of the columns: the drop of average precision on"
                + " validation rows when a column is permuted.")
        ImportanceOptions importance,
    @Setting(
            "Whether each repeat chooses the classifiers' settings by three folds of its training"
                + " rows, before anything is added to them. All arms get the same settings. It fits"
                + " 9 to 15 classifiers more for each classifier and repeat.")
        boolean tune) {
  public EvaluationOptions {
    classifiers = List.copyOf(classifiers);
    if (baselines != null) {
      LinkedHashSet<Baseline> arms = new LinkedHashSet<>(List.of(Baseline.NONE));
      arms.addAll(baselines);
      baselines = List.copyOf(arms);
    }
    InvalidValue.unless(
        !tune || baselines == null || !baselines.contains(Baseline.TUNED),
        "baselines",
        "must not name tuned where tune is true, since all arms are tuned then",
        "tuned");
    List<String> kinds = names(classifiers);
    InvalidValue.unless(
        !kinds.isEmpty(), "classifiers", "must be one or more of " + Classifiers.NAMES, kinds);
    InvalidValue.unless(
        new LinkedHashSet<>(kinds).size() == kinds.size(),
        "classifiers",
        "must not name one twice",
        kinds);
    InvalidValue.unless(
        repeats >= 1 && repeats <= 1000, "repeats", "must be in [1, 1000]", repeats);
    InvalidValue.unless(
        mostRepeats >= 2 && mostRepeats <= 1000,
        "mostRepeats",
        "must be in [2, 1000]",
        mostRepeats);
    InvalidValue.unless(
        until == Until.REPEATS || (repeats >= 2 && repeats < mostRepeats),
        "repeats",
        "must be at least 2 and below most_repeats where until is decided",
        repeats);
    endpoints = List.copyOf(endpoints);
    InvalidValue.unless(
        !endpoints.isEmpty()
            && endpoints.getFirst() == Endpoint.AVERAGE_PRECISION
            && new LinkedHashSet<>(endpoints).size() == endpoints.size(),
        "endpoints",
        "must begin with average-precision and not name one twice",
        endpoints.stream().map(EvaluationOptions::name).toList());
    InvalidValue.unless(
        effect > 0 && effect < 1,
        "effect",
        "must be above 0 and below 1 (the smallest change in average precision worth having)",
        effect);
    InvalidValue.unless(
        !(threshold instanceof ThresholdRule.MinCost) || costs != null,
        "threshold",
        "can be min-cost only where costs are given, such as costs: {missed: 100, alert: 5}",
        "min-cost");
    alerts = List.copyOf(alerts);
    InvalidValue.unless(
        alerts.stream().allMatch(k -> k >= 1)
            && new LinkedHashSet<>(alerts).size() == alerts.size(),
        "alerts",
        "must be whole numbers of at least 1, none of them twice",
        alerts);
    detectors = List.copyOf(detectors);
    InvalidValue.unless(
        new LinkedHashSet<>(detectors).size() == detectors.size(),
        "detectors",
        "must not name one twice",
        detectors.stream().map(DetectorKind::id).toList());
  }

  /**
   * Returns the baselines beside arms whose synthetic rows are called so, {@code none} the first.
   * {@code auto} may pick the settings of a booster, so that these stand beside it.
   *
   * @param labels what the generators' rows are called
   */
  public List<Baseline> baselinesBeside(List<Labels> labels) {
    return baselines == null ? Baseline.standard(labels.contains(Labels.SOFT), auto) : baselines;
  }

  /** The end of a measurement. */
  public enum Until {
    /** Ends once {@code repeats} are made. */
    REPEATS,
    /** Ends once nothing is open any more, or more repeats cannot help. */
    DECIDED
  }

  /**
   * Returns the numbers of repeats at which it is decided whether as many again are added. They are
   * {@code repeats}, twice as many, and so on, the last one {@code mostRepeats}. Empty where the
   * number of repeats is fixed.
   */
  public List<Integer> looks() {
    if (until == Until.REPEATS) {
      return List.of();
    }
    List<Integer> looks = new ArrayList<>();
    for (int look = repeats; look < mostRepeats; look *= 2) {
      looks.add(look);
    }
    looks.add(mostRepeats);
    return looks;
  }

  /** Returns the classifiers' names, in order. */
  public List<String> classifierNames() {
    return names(classifiers);
  }

  private static String name(Endpoint endpoint) {
    return endpoint.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<String> names(List<ClassifierOptions> classifiers) {
    return classifiers.stream().map(ClassifierOptions::kind).toList();
  }

  /** Returns the defaults. */
  public static EvaluationOptions defaults() {
    return new EvaluationOptions(
        List.of(
            RandomForestOptions.defaults(),
            XgboostOptions.defaults(),
            LogisticRegressionOptions.defaults()),
        null,
        new ThresholdRule.MaxF1(),
        false,
        false,
        10,
        Until.REPEATS,
        80,
        Endpoint.DEFAULTS,
        0.01,
        null,
        List.of(),
        List.of(DetectorKind.values()),
        ImportanceOptions.defaults(),
        false);
  }

  /** Returns the same with {@code classifiers} changed. */
  public EvaluationOptions withClassifiers(List<ClassifierOptions> classifiers) {
    return Records.with(this, "classifiers", classifiers);
  }

  /** Returns the same with {@code baselines} changed. */
  public EvaluationOptions withBaselines(@Nullable List<Baseline> baselines) {
    return Records.with(this, "baselines", baselines);
  }

  /** Returns the same with {@code threshold} changed. */
  public EvaluationOptions withThreshold(ThresholdRule threshold) {
    return Records.with(this, "threshold", threshold);
  }

  /** Returns the same with {@code crossFit} changed. */
  public EvaluationOptions withCrossFit(boolean crossFit) {
    return Records.with(this, "crossFit", crossFit);
  }

  /** Returns the same with {@code auto} changed. */
  public EvaluationOptions withAuto(boolean auto) {
    return Records.with(this, "auto", auto);
  }

  /** Returns the same with {@code repeats} changed. */
  public EvaluationOptions withRepeats(int repeats) {
    return Records.with(this, "repeats", repeats);
  }

  /** Returns the same with {@code until} changed. */
  public EvaluationOptions withUntil(Until until) {
    return Records.with(this, "until", until);
  }

  /** Returns the same with {@code mostRepeats} changed. */
  public EvaluationOptions withMostRepeats(int mostRepeats) {
    return Records.with(this, "mostRepeats", mostRepeats);
  }

  /** Returns the same with {@code endpoints} changed. */
  public EvaluationOptions withEndpoints(List<Endpoint> endpoints) {
    return Records.with(this, "endpoints", endpoints);
  }

  /** Returns the same with {@code effect} changed. */
  public EvaluationOptions withEffect(double effect) {
    return Records.with(this, "effect", effect);
  }

  /** Returns the same with {@code costs} changed. */
  public EvaluationOptions withCosts(@Nullable Costs costs) {
    return Records.with(this, "costs", costs);
  }

  /** Returns the same with {@code alerts} changed. */
  public EvaluationOptions withAlerts(List<Integer> alerts) {
    return Records.with(this, "alerts", alerts);
  }

  /** Returns the same with {@code detectors} changed. */
  public EvaluationOptions withDetectors(List<DetectorKind> detectors) {
    return Records.with(this, "detectors", detectors);
  }

  /** Returns the same with {@code importance} changed. */
  public EvaluationOptions withImportance(ImportanceOptions importance) {
    return Records.with(this, "importance", importance);
  }

  /** Returns the same with {@code tune} changed. */
  public EvaluationOptions withTune(boolean tune) {
    return Records.with(this, "tune", tune);
  }
}
