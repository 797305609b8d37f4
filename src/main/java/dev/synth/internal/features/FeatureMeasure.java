package dev.synth.internal.features;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.features.Feature;
import dev.synth.features.Window;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The definition of one column of features. A window holds the events of the entity that a row sees
 * and whose times are in [t − length, t), for the row's own time t.
 */
public sealed interface FeatureMeasure {
  /** Hours since the last event in the window; missing where there is none. */
  record SinceLast(Window over, String column) implements FeatureMeasure {}

  /** Hours since the first event that is remembered; missing where there is none. */
  record SinceFirst() implements FeatureMeasure {}

  /** The number of events. */
  record Count(Window over) implements FeatureMeasure {}

  /** The sum of a number's values, rounded once; 0 without any. */
  record Sum(String of, Window over) implements FeatureMeasure {}

  /** The mean of a number's values, rounded once; missing without any. */
  record Mean(String of, Window over) implements FeatureMeasure {}

  /**
   * The square root of the variance (by n − 1), which is rounded once; missing with fewer than two
   * values.
   */
  record Deviation(String of, Window over) implements FeatureMeasure {}

  /** The number of distinct values. */
  record Distinct(String of, Window over) implements FeatureMeasure {}

  /** The number of the event so many back; missing where there is none, or it has no number. */
  record Lag(String of, int back) implements FeatureMeasure {}

  /**
   * The row's own number by the mean of the window's, rounded once; missing without one of them,
   * and where the mean is 0.
   */
  record RatioToMean(String of, Window over) implements FeatureMeasure {}

  /**
   * The share of rare events among those with a known label in [t − delay − length, t − delay], and
   * before t; missing without any.
   */
  record Risk(Window over, long delayMicros) implements FeatureMeasure {}

  /** Returns the name in files. */
  default String kind() {
    return switch (this) {
      case SinceLast last -> "since_last";
      case SinceFirst first -> "since_first";
      case Count count -> "count";
      case Sum sum -> "sum";
      case Mean mean -> "mean";
      case Deviation deviation -> "deviation";
      case Distinct distinct -> "distinct";
      case Lag lag -> "lag";
      case RatioToMean ratio -> "ratio_to_mean";
      case Risk risk -> "risk";
    };
  }

  /** Returns the column's name, without the entity's. */
  default String name() {
    return switch (this) {
      case SinceLast last -> last.column();
      case SinceFirst first -> "hours_since_first";
      case Count count -> "count_" + count.over().suffix();
      case Sum sum -> named("sum", sum.of(), sum.over());
      case Mean mean -> named("mean", mean.of(), mean.over());
      case Deviation each -> named("deviation", each.of(), each.over());
      case Distinct distinct -> named("distinct", distinct.of(), distinct.over());
      case Lag lag -> "lag" + lag.back() + "_" + lag.of();
      case RatioToMean ratio -> named("ratio", ratio.of(), ratio.over());
      case Risk risk -> "risk_" + risk.over().suffix();
    };
  }

  private static String named(String what, String of, Window over) {
    return what + "_" + of + "_" + over.suffix();
  }

  /** Returns the columns of a feature. */
  static List<FeatureMeasure> of(Feature feature) {
    return switch (feature) {
      case Feature.TimeSinceLast all -> List.of(new SinceLast(Window.EVER, "hours_since_last"));
      case Feature.FirstSeen first -> List.of(new SinceFirst());
      case Feature.Count count -> each(count.over(), Count::new);
      case Feature.Sum sum -> over(sum.over(), Sum::new);
      case Feature.Mean mean -> over(mean.over(), Mean::new);
      case Feature.Deviation deviation -> over(deviation.over(), Deviation::new);
      case Feature.Distinct distinct -> over(distinct.over(), Distinct::new);
      case Feature.RatioToMean ratio -> over(ratio.over(), RatioToMean::new);
      case Feature.Lag lag ->
          lag.back().back().stream()
              .map(back -> (FeatureMeasure) new Lag(lag.back().of(), back))
              .toList();
      case Feature.Rfm rfm -> rfm(rfm.over());
      case Feature.Risk risk ->
          each(risk.late().over(), window -> new Risk(window, micros(risk.late().delay())));
    };
  }

  private static List<FeatureMeasure> each(
      List<Window> windows, Function<Window, FeatureMeasure> of) {
    return windows.stream().map(of).toList();
  }

  /** Makes the definition of a column over a window. */
  interface OfColumn {
    FeatureMeasure of(String column, Window over);
  }

  private static List<FeatureMeasure> over(Feature.Over over, OfColumn of) {
    return each(over.over(), window -> of.of(over.of(), window));
  }

  private static List<FeatureMeasure> rfm(Feature.Over over) {
    List<FeatureMeasure> measures = new ArrayList<>();
    for (Window window : over.over()) {
      measures.add(new SinceLast(window, "recency_" + window.suffix()));
      measures.add(new Count(window));
      measures.add(new Sum(over.of(), window));
    }
    return measures;
  }

  /** Returns a duration in microseconds. */
  static long micros(Duration duration) {
    return Math.multiplyExact(duration.toSeconds(), 1_000_000L);
  }

  /** Returns the definition as JSON. */
  default ObjectNode toJson() {
    ObjectNode json = Json.mapper().createObjectNode().put("kind", kind());
    switch (this) {
      case SinceLast last -> json.put("over", last.over().text()).put("name", last.column());
      case SinceFirst first -> {
        // nothing to set
      }
      case Count count -> json.put("over", count.over().text());
      case Sum sum -> json.put("of", sum.of()).put("over", sum.over().text());
      case Mean mean -> json.put("of", mean.of()).put("over", mean.over().text());
      case Deviation each -> json.put("of", each.of()).put("over", each.over().text());
      case Distinct each -> json.put("of", each.of()).put("over", each.over().text());
      case RatioToMean each -> json.put("of", each.of()).put("over", each.over().text());
      case Lag lag -> json.put("of", lag.of()).put("back", lag.back());
      case Risk risk ->
          json.put("over", risk.over().text()).put("delay_micros", risk.delayMicros());
    }
    return json;
  }

  /** Reads what {@link #toJson} wrote. */
  static FeatureMeasure fromJson(JsonFields json) {
    String kind = json.text("kind");
    return switch (kind) {
      case "since_last" -> new SinceLast(window(json), json.text("name"));
      case "since_first" -> new SinceFirst();
      case "count" -> new Count(window(json));
      case "sum" -> new Sum(json.text("of"), window(json));
      case "mean" -> new Mean(json.text("of"), window(json));
      case "deviation" -> new Deviation(json.text("of"), window(json));
      case "distinct" -> new Distinct(json.text("of"), window(json));
      case "ratio_to_mean" -> new RatioToMean(json.text("of"), window(json));
      case "lag" -> new Lag(json.text("of"), json.whole("back", 1, 1000));
      case "risk" -> new Risk(window(json), json.whole("delay_micros"));
      default -> throw new IllegalArgumentException("there is no feature '" + kind + "'");
    };
  }

  private static Window window(JsonFields json) {
    String text = json.text("over");
    return Window.parse(text)
        .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no window"));
  }
}
