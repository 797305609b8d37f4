package dev.synth.internal.features;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Distinct values among an entity's events. Each event keeps the time of the one before it with the
 * same value: a value is new in a window just where that time lies before the window.
 *
 * <p>Of few events, all of a window are looked at. Of many, a stretch up to the newest event has as
 * many values as events that are the last with their value, which {@link LastEvents} counts; events
 * behind the stretch, such as those of the row's own time, are looked at one by one.
 */
final class ValueTrack {
  private static final long NEVER = Long.MIN_VALUE;

  /** Of so many events on, the last of a value is looked up; of fewer it is searched. */
  private static final int MANY = 32;

  private final int text;
  private long[] before;

  /** The last event of each value; null as long as there were few. */
  private @Nullable LastEvents lasts;

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
    if (lasts != null) {
      lasts.move(from, to, capacity);
    }
  }

  private @Nullable String value(Event event) {
    return event.texts().get(text);
  }

  /** Takes the event at {@code at}, which was put among those of [from, to). */
  void insert(Event[] events, int from, int at, int to) {
    System.arraycopy(before, at, before, at + 1, to - at);
    before[at] = NEVER;
    String value = value(events[at]);
    int earlier = -1;
    if (lasts != null) {
      earlier = value == null ? -1 : lasts.place(value);
      for (int i = to; i > at; i--) {
        lasts.shift(value(events[i]), i);
      }
      lasts.clear(at);
    }
    if (value == null) {
      return;
    }
    if (lasts != null && earlier < at) {
      before[at] = earlier < 0 ? NEVER : events[earlier].timeMicros();
      lasts.put(value, at);
      return;
    }
    search(events, from, at, to, value);
    if (lasts == null && to - from >= MANY) {
      LastEvents made = new LastEvents(before.length);
      for (int i = from; i <= to; i++) {
        String own = value(events[i]);
        if (own != null) {
          made.put(own, i);
        }
      }
      lasts = made;
    }
  }

  private void search(Event[] events, int from, int at, int to, String value) {
    for (int i = at - 1; i >= from && before[at] == NEVER; i--) {
      before[at] = value.equals(value(events[i])) ? events[i].timeMicros() : NEVER;
    }
    for (int i = at + 1; i <= to; i++) {
      if (value.equals(value(events[i]))) {
        before[i] = events[at].timeMicros();
        return;
      }
    }
  }

  /** Forgets the event at the front. */
  void forget(Event[] events, int front) {
    if (lasts != null) {
      lasts.forget(value(events[front]), front);
    }
  }

  /**
   * Returns the number of distinct values of [from, end), which are all events from a time on and
   * before another.
   *
   * @param to behind the newest event
   */
  int distinctBetween(Event[] events, int from, int end, int to, long since, long until) {
    if (lasts == null) {
      return newSince(events, from, end, Long.MIN_VALUE, since);
    }
    return lasts.count(from, end) + newSince(events, end, to, since, until);
  }

  /** Returns how many events of [from, to) have the one before with their value in [low, high). */
  private int newSince(Event[] events, int from, int to, long low, long high) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += low <= before[i] && before[i] < high && value(events[i]) != null ? 1 : 0;
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
