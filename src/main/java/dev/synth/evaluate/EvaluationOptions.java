package dev.synth.evaluate;

import dev.synth.base.InvalidValue;
import dev.synth.base.Setting;
import dev.synth.classify.Classifiers;
import dev.synth.classify.DetectorKind;
import dev.synth.classify.neural.MlpOptions;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How uplift is measured.
 *
 * @param classifiers downstream classifiers; the first one carries the primary endpoint
 * @param baselines the arms to compare with; {@code none} is always among them
 * @param threshold how the decision threshold is chosen on validation rows
 * @param crossFit whether thresholds are cross-fitted where there are few rare validation rows
 * @param auto whether the arm {@code auto} is judged too
 * @param repeats how often everything is split, refitted and measured anew
 * @param effect the smallest difference in average precision worth having
 * @param costs what errors cost, or null where nobody asks for money
 * @param alerts numbers of alerts whose worth is measured
 * @param mlp how the classifier {@code mlp} is built and trained
 * @param detectors what is shown beside the arms that learns without labels
 * @param importance how the importance of columns is measured
 * @param tune whether classifiers are tuned inside the training rows
 */
public record EvaluationOptions(
    @Setting(
            value =
                "Downstream classifiers: `random-forest`, `xgboost`, `logistic-regression`,"
                    + " `gradient-boosting`, `mlp`. The first one carries the verdict.",
            byDefault = "[random-forest, xgboost, logistic-regression]")
        List<String> classifiers,
    @Setting(
            value =
                "Arms to compare with: `none` (always there), `class-weight`, `oversample` and"
                    + " `smote`, the last two at the odds of the generator's arm.",
            byDefault = "[none, class-weight, oversample, smote]")
        List<Baseline> baselines,
    @Setting(
            value =
                "How the decision threshold is chosen on validation rows: `max-f1`, `{max_f_beta:"
                    + " 2}`, `{precision_at_least: 0.9}`, `{false_positive_rate_at_most: 0.01}`,"
                    + " `{alert_budget: 100}`, `min-cost` (needs `costs`) or `{fixed: 0.5}`.",
            byDefault = "max-f1")
        ThresholdRule threshold,
    @Setting(
            value =
                "Whether thresholds are chosen on five folds of training and validation rows where"
                    + " fewer than 50 validation rows are rare (not for time splits). It takes six"
                    + " times as long, and no verdict depends on it.",
            byDefault = "false")
        boolean crossFit,
    @Setting(
            value =
                "Whether the arm `auto` is judged too: in each repeat, cross-validation inside the"
                    + " training rows picks among `none`, `class-weight`, `smote`, `vae` and"
                    + " `forest`. It fits 18 generators and up to 48 classifiers more a repeat.",
            byDefault = "false")
        boolean auto,
    @Setting(
            value =
                "How often everything is split, refitted and measured anew; not for time splits,"
                    + " whose `split.origins` test windows are fitted three times each.",
            byDefault = "10")
        int repeats,
    @Setting(
            value = "The smallest difference in average precision worth having, in (0, 1).",
            byDefault = "0.01")
        double effect,
    @Setting("What errors cost; with it, money is measured too.") @Nullable Costs costs,
    @Setting(
            value =
                "Numbers of alerts, such as `[50, 100]`: the share of rare rows among so many"
                    + " alerts on the test rows, and the share of rare rows that they find; where"
                    + " `data.time` is set, also for so many alerts a day.",
            byDefault = "[]")
        List<Integer> alerts,
    @Setting(value = "The classifier `mlp`: a dense network with focal loss.", byDefault = "{}")
        MlpOptions mlp,
    @Setting(
            value =
                "Detectors that learn without labels, shown beside the arms and without a verdict:"
                    + " `isolation-forest`, `one-class-svm` (from 1,000 rows); `[]` for none.",
            byDefault = "[isolation-forest, one-class-svm]")
        List<DetectorKind> detectors,
    @Setting(
            value =
                "What columns are worth to the classifiers: the drop of average precision on"
                    + " validation rows when a column is permuted.",
            byDefault = "{}")
        ImportanceOptions importance,
    @Setting(
            value =
                "Whether each repeat chooses the classifiers' settings by three folds of its"
                    + " training rows, before anything is added to them; all arms get the same"
                    + " ones. It fits 9 to 15 classifiers more for each classifier and repeat.",
            byDefault = "false")
        boolean tune) {
  /** The classifiers there are, by name. */
  public static final List<String> CLASSIFIERS = Classifiers.NAMES;

  public EvaluationOptions {
    classifiers = List.copyOf(classifiers);
    LinkedHashSet<Baseline> arms = new LinkedHashSet<>(List.of(Baseline.NONE));
    arms.addAll(baselines);
    baselines = List.copyOf(arms);
    InvalidValue.unless(
        !classifiers.isEmpty() && CLASSIFIERS.containsAll(classifiers),
        "classifiers",
        "must be one or more of " + CLASSIFIERS,
        classifiers);
    InvalidValue.unless(
        new LinkedHashSet<>(classifiers).size() == classifiers.size(),
        "classifiers",
        "must not name one twice",
        classifiers);
    InvalidValue.unless(
        repeats >= 1 && repeats <= 1000, "repeats", "must be in [1, 1000]", repeats);
    InvalidValue.unless(effect > 0 && effect < 1, "effect", "must be in (0, 1)", effect);
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
}
