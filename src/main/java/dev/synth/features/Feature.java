package dev.synth.features;

import dev.synth.base.InvalidValue;
import dev.synth.base.Setting;
import java.time.Duration;
import java.util.List;

/** A feature of an entity's past, which is one or more columns. */
public sealed interface Feature {
  /** Hours since the entity's last event. */
  record TimeSinceLast() implements Feature {}

  /** Hours since the entity was first seen. */
  record FirstSeen() implements Feature {}

  /**
   * The number of events.
   *
   * @param over the windows, a column each
   */
  record Count(List<Window> over) implements Feature {
    public Count {
      over = windows("count", over);
    }
  }

  /** The sum of a number; 0 without events. */
  record Sum(Over over) implements Feature {}

  /** The mean of a number; missing without events. */
  record Mean(Over over) implements Feature {}

  /** The standard deviation of a number, by n − 1; missing with fewer than two events. */
  record Deviation(Over over) implements Feature {}

  /** The number of distinct values. */
  record Distinct(Over over) implements Feature {}

  /** The row's own number, divided by the mean of the entity's earlier ones. */
  record RatioToMean(Over over) implements Feature {}

  /** Earlier numbers. */
  record Lag(Back back) implements Feature {}

  /** Recency in hours, frequency and monetary value (the sum), a column each. */
  record Rfm(Over over) implements Feature {}

  /** The share of rare ones among the entity's earlier events whose labels are known. */
  record Risk(Late late) implements Feature {}

  /** A column over windows. */
  record Over(
      @Setting("The column.") String of,
      @Setting(
              value = "The windows before the row, a column each: `1h`, `7d`, `last 5`, or `ever`.",
              orOne = true)
          List<Window> over) {
    public Over {
      over = windows("over", over);
    }
  }

  /** A column, events back. */
  record Back(
      @Setting("The column.") String of,
      @Setting(
              value = "How many events back, by time and event id, in [1, 1000]; a column each.",
              orOne = true)
          List<Integer> back) {
    public Back {
      back = List.copyOf(back);
      InvalidValue.unless(
          !back.isEmpty()
              && back.stream().allMatch(each -> each >= 1 && each <= 1000)
              && back.stream().distinct().count() == back.size(),
          "back",
          "must be one or more whole numbers in [1, 1000], none of them twice",
          back);
    }
  }

  /** Windows of labels. */
  record Late(
      @Setting(
              value =
                  "The windows, a column each. They end `delay` before the row: `7d` are the events"
                      + " of [t − delay − 7 d, t − delay].",
              orOne = true)
          List<Window> over,
      @Setting("How long after its event a label is known, such as `7d`.") Duration delay) {
    public Late {
      over = windows("over", over);
      InvalidValue.unless(!delay.isNegative(), "delay", "must not be negative", delay);
    }
  }

  /** Returns whether events of any age may count, so that something must be forgotten. */
  default boolean isUnbounded() {
    return switch (this) {
      case TimeSinceLast all -> true;
      case FirstSeen first -> true;
      case Count count -> isAnyUnbounded(count.over());
      case Sum sum -> isAnyUnbounded(sum.over().over());
      case Mean mean -> isAnyUnbounded(mean.over().over());
      case Deviation deviation -> isAnyUnbounded(deviation.over().over());
      case Distinct distinct -> isAnyUnbounded(distinct.over().over());
      case RatioToMean ratio -> isAnyUnbounded(ratio.over().over());
      case Lag lag -> true;
      case Rfm rfm -> isAnyUnbounded(rfm.over().over());
      case Risk risk -> isAnyUnbounded(risk.late().over());
    };
  }

  private static boolean isAnyUnbounded(List<Window> windows) {
    return windows.stream().anyMatch(Window::isUnbounded);
  }

  private static List<Window> windows(String component, List<Window> windows) {
    InvalidValue.unless(
        !windows.isEmpty() && windows.stream().distinct().count() == windows.size(),
        component,
        "must be one or more windows, none of them twice",
        windows.stream().map(Window::text).toList());
    return List.copyOf(windows);
  }
}
