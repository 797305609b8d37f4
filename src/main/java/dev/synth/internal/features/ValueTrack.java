package dev.synth.internal.features;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Distinct values among an entity's events. Each event keeps the time of the one before it with the
 * same value: a value is new in a window just where that time lies before the window.
 */
final class ValueTrack {
  private static final long NEVER = Long.MIN_VALUE;

  /** Of so many events on, the last of a value is looked up; of fewer it is searched. */
  private static final int MANY = 32;

  private final int text;
  private long[] before;

  /** By value, the time of its last event; null as long as there were few. */
  private @Nullable Map<String, Long> last;

  /**
   * A track of one of the plan's texts.
   *
   * @param capacity how many events there is room for
   */
  ValueTrack(int text, int capacity) {
    this.text = text;
    before = new long[capacity];
  }

  void move(int from, int to, int capacity) {
    before = Arrays.copyOf(Arrays.copyOfRange(before, from, to), capacity);
  }

  private @Nullable String value(Event event) {
    return event.texts().get(text);
  }

  /** Takes the event at {@code at}, which was put among those of [from, to). */
  void insert(Event[] events, int from, int at, int to) {
    System.arraycopy(before, at, before, at + 1, to - at);
    before[at] = NEVER;
    String value = value(events[at]);
    if (value == null) {
      return;
    }
    long time = events[at].timeMicros();
    if (at == to && last != null) {
      Long earlier = last.put(value, time);
      before[at] = earlier == null ? NEVER : earlier;
      return;
    }
    for (int i = at - 1; i >= from && before[at] == NEVER; i--) {
      before[at] = value.equals(value(events[i])) ? events[i].timeMicros() : NEVER;
    }
    for (int i = at + 1; i <= to; i++) {
      if (value.equals(value(events[i]))) {
        before[i] = time;
        return;
      }
    }
    if (last != null) {
      last.put(value, time);
    } else if (to - from >= MANY) {
      last = timesOf(events, from, to);
    }
  }

  /** Returns the time of each value's last event among those of [from, to]. */
  private Map<String, Long> timesOf(Event[] events, int from, int to) {
    Map<String, Long> times = new HashMap<>();
    for (int i = from; i <= to; i++) {
      String value = value(events[i]);
      if (value != null) {
        times.put(value, events[i].timeMicros());
      }
    }
    return times;
  }

  /** Forgets an event at the front. */
  void forget(Event event) {
    String value = value(event);
    if (value != null && last != null) {
      last.remove(value, event.timeMicros());
    }
  }

  /** Returns the number of distinct values of [from, to), which are all events since a time. */
  int distinctSince(Event[] events, int from, int to, long since) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += before[i] < since && value(events[i]) != null ? 1 : 0;
    }
    return count;
  }

  /** Returns the number of distinct values of [from, to). */
  int distinct(Event[] events, int from, int to) {
    Set<String> values = new HashSet<>();
    for (int i = from; i < to; i++) {
      String value = value(events[i]);
      if (value != null) {
        values.add(value);
      }
    }
    return values.size();
  }
}
