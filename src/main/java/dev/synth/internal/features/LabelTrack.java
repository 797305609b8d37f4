package dev.synth.internal.features;

/** Counts of known labels, and of rare ones, before each of an entity's events. */
final class LabelTrack {
  private final RememberedEvents remembered;
  private int[] known;
  private int[] rare;

  LabelTrack(RememberedEvents remembered, int capacity) {
    this.remembered = remembered;
    known = new int[capacity + 1];
    rare = new int[capacity + 1];
  }

  /** Moves the entries of [from, to] to the front of a room of another size, or of this one. */
  void move(int from, int to, int capacity) {
    known = moved(known, from, to, capacity);
    rare = moved(rare, from, to, capacity);
  }

  private static int[] moved(int[] entries, int from, int to, int capacity) {
    int[] room = capacity + 1 == entries.length ? entries : new int[capacity + 1];
    System.arraycopy(entries, from, room, 0, to + 1 - from);
    return room;
  }

  /** Makes the entries behind the events of [at, to) anew. */
  void renew(int[] places, int at, int to) {
    for (int i = at; i < to; i++) {
      Boolean label = remembered.label(places[i]);
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
