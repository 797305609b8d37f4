package dev.synth.features;

import dev.synth.base.InvalidValue;
import dev.synth.base.Setting;
import java.time.Duration;
import java.util.List;

/** A feature of an entity's past, which is one or more columns. */
public sealed interface Feature {
  /** Returns whether events of any age may count, so that something must be forgotten. */
  boolean isUnbounded();

  /** Hours since the entity's last event. */
  record TimeSinceLast() implements Feature {
    @Override
    public boolean isUnbounded() {
      return true;
    }
  }

  /** Hours since the entity was first seen. */
  record FirstSeen() implements Feature {
    @Override
    public boolean isUnbounded() {
      return true;
    }
  }

  /**
   * The number of events.
   *
   * @param over the windows, a column each
   */
  record Count(List<Window> over) implements Feature {
    public Count {
      over = windows("count", over);
    }

    @Override
    public boolean isUnbounded() {
      return over.stream().anyMatch(Window::isUnbounded);
    }
  }

  /** The sum of a number; 0 without events. */
  record Sum(Over over) implements Feature {
    @Override
    public boolean isUnbounded() {
      return over.isUnbounded();
    }
  }

  /** The mean of a number; missing without events. */
  record Mean(Over over) implements Feature {
    @Override
    public boolean isUnbounded() {
      return over.isUnbounded();
    }
  }

  /** The standard deviation of a number, by n − 1; missing with fewer than two events. */
  record Deviation(Over over) implements Feature {
    @Override
    public boolean isUnbounded() {
      return over.isUnbounded();
    }
  }

  /** The number of distinct values. */
  record Distinct(Over over) implements Feature {
    @Override
    public boolean isUnbounded() {
      return over.isUnbounded();
    }
  }

  /** The row's own number, divided by the mean of the entity's earlier ones. */
  record RatioToMean(Over over) implements Feature {
    @Override
    public boolean isUnbounded() {
      return over.isUnbounded();
    }
  }

  /** Earlier numbers. */
  record Lag(Back back) implements Feature {
    @Override
    public boolean isUnbounded() {
      return true;
    }
  }

  /** Recency in hours, frequency and monetary value (the sum), a column each. */
  record Rfm(Over over) implements Feature {
    @Override
    public boolean isUnbounded() {
      return over.isUnbounded();
    }
  }

  /** The share of rare ones among the entity's earlier events whose labels are known. */
  record Risk(Late late) implements Feature {
    @Override
    public boolean isUnbounded() {
      return late.over().stream().anyMatch(Window::isUnbounded);
    }
  }

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

    boolean isUnbounded() {
      return over.stream().anyMatch(Window::isUnbounded);
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

  private static List<Window> windows(String component, List<Window> windows) {
    InvalidValue.unless(
        !windows.isEmpty() && windows.stream().distinct().count() == windows.size(),
        component,
        "must be one or more windows, none of them twice",
        windows.stream().map(Window::text).toList());
    return List.copyOf(windows);
  }
}
