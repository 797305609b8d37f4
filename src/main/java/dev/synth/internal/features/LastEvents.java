package dev.synth.internal.features;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The events that are the last with their value, counted by a tree of sums (Fenwick, "A new data
 * structure for cumulative frequency tables", 1994): in the logarithm of their number.
 */
final class LastEvents {
  private final Map<String, Long> places = new HashMap<>();
  private boolean[] isLast;
  private int[] tree;

  /** The number of events that stood before those in the arrays. */
  private long base;

  LastEvents(int capacity) {
    isLast = new boolean[capacity];
    tree = new int[capacity + 1];
  }

  /** Moves the entries of [from, to) to the front of a room of another size. */
  void move(int from, int to, int capacity) {
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

  /** Returns where the last event of a value stands; −1 where there is none. */
  int place(String value) {
    Long place = places.get(value);
    return place == null ? -1 : (int) (place - base);
  }

  /** Takes down that a value's last event stands here; another one is the last no more. */
  void put(String value, int at) {
    int earlier = place(value);
    if (earlier >= 0) {
      mark(earlier, false);
    }
    places.put(value, base + at);
    mark(at, true);
  }

  /** Takes over what was known of the event before, which stands here now. */
  void shift(@Nullable String value, int at) {
    boolean own = isLast[at - 1];
    mark(at, own);
    if (own && value != null) {
      places.put(value, base + at);
    }
  }

  /** Takes down that the event here is the last of no value. */
  void clear(int at) {
    mark(at, false);
  }

  /** Forgets the event at the front. */
  void forget(@Nullable String value, int front) {
    if (value != null) {
      places.remove(value, base + front);
    }
    mark(front, false);
  }

  private void mark(int at, boolean isLastNow) {
    if (isLast[at] != isLastNow) {
      isLast[at] = isLastNow;
      for (int i = at + 1; i < tree.length; i += i & -i) {
        tree[i] += isLastNow ? 1 : -1;
      }
    }
  }

  /** Returns how many of the events of [from, to) are the last with their value. */
  int count(int from, int to) {
    return sum(to) - sum(from);
  }

  private int sum(int to) {
    int sum = 0;
    for (int i = to; i > 0; i -= i & -i) {
      sum += tree[i];
    }
    return sum;
  }
}
