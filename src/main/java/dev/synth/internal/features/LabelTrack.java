package dev.synth.internal.features;

import java.util.Arrays;
import java.util.Map;

/** Counts of known labels, and of rare ones, before each of an entity's events. */
final class LabelTrack {
  private int[] known;
  private int[] rare;

  LabelTrack(int capacity) {
    known = new int[capacity + 1];
    rare = new int[capacity + 1];
  }

  void move(int from, int to, int capacity) {
    known = Arrays.copyOf(Arrays.copyOfRange(known, from, to + 1), capacity + 1);
    rare = Arrays.copyOf(Arrays.copyOfRange(rare, from, to + 1), capacity + 1);
  }

  /** Makes the entries behind the events of [at, to) anew. */
  void renew(Event[] events, int at, int to, Map<String, Boolean> labels) {
    for (int i = at; i < to; i++) {
      Boolean label = labels.get(events[i].id());
      known[i + 1] = known[i] + (label == null ? 0 : 1);
      rare[i + 1] = rare[i] + (label != null && label ? 1 : 0);
    }
  }

  /** Returns the share of rare ones among the known labels of [from, to); NaN without any. */
  double risk(int from, int to) {
    int count = known[to] - known[from];
    return count == 0 ? Double.NaN : (double) (rare[to] - rare[from]) / count;
  }
}
