package dev.synth.internal.features;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Distinct values among an entity's events.
 *
 * <p>A stretch up to the newest event has as many values as events that are the last with their
 * value; these are counted by a tree of sums (Fenwick 1994). Events behind the stretch, such as
 * those of the row's own time, are looked at one by one: each keeps the time of the event before it
 * with the same value.
 */
final class ValueTrack {
  private static final long NEVER = Long.MIN_VALUE;

  private final int text;
  private long[] before;

  /** True for each event that is the last with its value. */
  private boolean[] isLast;

  /** The tree of sums over {@link #isLast}, from 1. */
  private int[] tree;

  /** By value, the place of its last event among all that ever came. */
  private final Map<String, Long> last = new HashMap<>();

  /** The number of events that stood before those in the arrays. */
  private long base;

  /**
   * A track of one of the plan's texts.
   *
   * @param capacity how many events there is room for
   */
  ValueTrack(int text, int capacity) {
    this.text = text;
    before = new long[capacity];
    isLast = new boolean[capacity];
    tree = new int[capacity + 1];
  }

  void move(int from, int to, int capacity) {
    before = Arrays.copyOf(Arrays.copyOfRange(before, from, to), capacity);
    isLast = Arrays.copyOf(Arrays.copyOfRange(isLast, from, to), capacity);
    base += from;
    tree = new int[capacity + 1];
    for (int i = 1; i < tree.length; i++) {
      tree[i] += isLast[i - 1] ? 1 : 0;
      int above = i + (i & -i);
      if (above < tree.length) {
        tree[above] += tree[i];
      }
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
    Long earlier = value == null ? null : last.get(value);
    shift(events, at, to);
    if (value == null) {
      return;
    }
    if (earlier == null || earlier - base < at) {
      before[at] = earlier == null ? NEVER : events[(int) (earlier - base)].timeMicros();
      if (earlier != null) {
        mark((int) (earlier - base), false);
      }
      last.put(value, base + at);
      mark(at, true);
      return;
    }
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

  /** Moves what is known of the events that stood in [at, to) by one, and leaves nothing there. */
  private void shift(Event[] events, int at, int to) {
    for (int i = to; i > at; i--) {
      boolean own = isLast[i - 1];
      mark(i, own);
      String value = value(events[i]);
      if (own && value != null) {
        last.put(value, base + i);
      }
    }
    mark(at, false);
  }

  private void mark(int at, boolean isLastNow) {
    if (isLast[at] != isLastNow) {
      isLast[at] = isLastNow;
      for (int i = at + 1; i < tree.length; i += i & -i) {
        tree[i] += isLastNow ? 1 : -1;
      }
    }
  }

  /** Returns how many events of [0, to) are the last with their value. */
  private int lasts(int to) {
    int count = 0;
    for (int i = to; i > 0; i -= i & -i) {
      count += tree[i];
    }
    return count;
  }

  /** Forgets the event at the front. */
  void forget(Event[] events, int front) {
    String value = value(events[front]);
    if (value != null) {
      last.remove(value, base + front);
    }
    mark(front, false);
  }

  /**
   * Returns the number of distinct values of [from, end), which are all events from a time on and
   * before another.
   *
   * @param to behind the newest event
   */
  int distinctBetween(Event[] events, int from, int end, int to, long since, long until) {
    int count = lasts(end) - lasts(from);
    for (int i = end; i < to; i++) {
      count += since <= before[i] && before[i] < until && value(events[i]) != null ? 1 : 0;
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
