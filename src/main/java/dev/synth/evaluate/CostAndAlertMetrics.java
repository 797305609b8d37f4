package dev.synth.evaluate;

import dev.synth.internal.base.PlainText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures that a config asks for beside every evaluation's {@link EvaluationMetric}s. They are
 * money under {@link Costs}, and the worth of a number of alerts, in all and a day. They are known
 * by their keys in files, such as {@code saved_at_min_cost} and {@code
 * precision_in_50_alerts_a_day}.
 *
 * @param costs what errors cost, or null
 * @param alerts numbers of alerts, each at least 1
 */
public record CostAndAlertMetrics(@Nullable Costs costs, List<Integer> alerts) {
  /** No figures. */
  public static final CostAndAlertMetrics NONE = new CostAndAlertMetrics(null, List.of());

  /** Money at the run's own threshold: what errors cost. */
  public static final String COST = "cost";

  /** Money at the run's own threshold: how much less errors cost than without any alert. */
  public static final String SAVED = "saved";

  /** Ends the keys of money at the threshold that costs least on validation rows. */
  public static final String AT_MIN_COST = "_at_min_cost";

  /** The cost without any alert. */
  public static final String COST_WITHOUT_ALERTS = "cost_without_alerts";

  /** The threshold that costs least on validation rows. */
  public static final String MIN_COST_THRESHOLD = "min_cost_threshold";

  public CostAndAlertMetrics {
    alerts = List.copyOf(alerts);
  }

  /** Returns the figures that options ask for. */
  public static CostAndAlertMetrics of(EvaluationOptions options) {
    return new CostAndAlertMetrics(options.costs(), options.alerts());
  }

  /** Returns the key of a budget's precision in files. */
  public static String precisionIn(int alerts, boolean isDaily) {
    return PlainText.of("precision_in_%d_alerts%s", alerts, isDaily ? "_a_day" : "");
  }

  /** Returns the key of a budget's recall in files. */
  public static String recallIn(int alerts, boolean isDaily) {
    return PlainText.of("recall_in_%d_alerts%s", alerts, isDaily ? "_a_day" : "");
  }
}
