package dev.synth.internal.features;

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

  private final RememberedEvents remembered;
  private final int text;
  private long[] before;

  /** The last event of each value; null as long as there were few. */
  private @Nullable LastEvents lasts;

  /**
   * A track of one of the plan's texts.
   *
   * @param capacity how many events there is room for
   */
  ValueTrack(RememberedEvents remembered, int text, int capacity) {
    this.remembered = remembered;
    this.text = text;
    before = new long[capacity];
  }

  /** Moves the entries of [from, to) to the front of a room of another size, or of this one. */
  void move(int from, int to, int capacity) {
    long[] room = capacity == before.length ? before : new long[capacity];
    System.arraycopy(before, from, room, 0, to - from);
    before = room;
    if (lasts != null) {
      lasts.move(from, to, capacity);
    }
  }

  private @Nullable String value(int place) {
    return remembered.text(place, text);
  }

  /** Takes the event at {@code at}, which was put among those of [from, to). */
  void insert(int[] places, int from, int at, int to) {
    System.arraycopy(before, at, before, at + 1, to - at);
    before[at] = NEVER;
    String value = value(places[at]);
    int earlier = -1;
    if (lasts != null) {
      earlier = value == null ? -1 : lasts.place(value);
      for (int i = to; i > at; i--) {
        lasts.shift(value(places[i]), i);
      }
      lasts.clear(at);
    }
    if (value == null) {
      return;
    }
    if (lasts != null && earlier < at) {
      before[at] = earlier < 0 ? NEVER : remembered.time(places[earlier]);
      lasts.put(value, at);
      return;
    }
    search(places, from, at, to, value);
    if (lasts == null && to - from >= MANY) {
      LastEvents made = new LastEvents(before.length);
      for (int i = from; i <= to; i++) {
        String own = value(places[i]);
        if (own != null) {
          made.put(own, i);
        }
      }
      lasts = made;
    }
  }

  private void search(int[] places, int from, int at, int to, String value) {
    for (int i = at - 1; i >= from && before[at] == NEVER; i--) {
      before[at] = value.equals(value(places[i])) ? remembered.time(places[i]) : NEVER;
    }
    for (int i = at + 1; i <= to; i++) {
      if (value.equals(value(places[i]))) {
        before[i] = remembered.time(places[at]);
        return;
      }
    }
  }

  /** Forgets the event at the front. */
  void forget(int[] places, int front) {
    if (lasts != null) {
      lasts.forget(value(places[front]), front);
    }
  }

  /**
   * Returns the number of distinct values of [from, end), which are all events from a time on and
   * before another.
   *
   * @param to behind the newest event
   */
  int distinctBetween(int[] places, int from, int end, int to, long since, long until) {
    if (lasts == null) {
      return newSince(places, from, end, Long.MIN_VALUE, since);
    }
    return lasts.count(from, end) + newSince(places, end, to, since, until);
  }

  /** Returns how many events of [from, to) have the one before with their value in [low, high). */
  private int newSince(int[] places, int from, int to, long low, long high) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += low <= before[i] && before[i] < high && value(places[i]) != null ? 1 : 0;
    }
    return count;
  }

  /** Returns the number of distinct values of [from, to). */
  int distinct(int[] places, int from, int to) {
    Set<String> values = new HashSet<>();
    for (int i = from; i < to; i++) {
      String value = value(places[i]);
      if (value != null) {
        values.add(value);
      }
    }
    return values.size();
  }
}
