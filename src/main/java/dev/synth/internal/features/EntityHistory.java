package dev.synth.internal.features;

import dev.synth.features.Window;
import org.jspecify.annotations.Nullable;

/** The events of one entity that may still be looked at, by time and id. */
final class EntityHistory {
  private static final int FIRST_ROOM = 4;
  private static final double MICROS_PER_HOUR = 3.6e9;

  private final EntityPlan plan;
  private final String key;
  private final RememberedEvents remembered;
  private final NumberTrack[] numbers;
  private final ValueTrack[] values;
  private final @Nullable LabelTrack labels;

  /** The places of the events, from {@code from} to {@code to}; and when they happened. */
  private int[] places = new int[FIRST_ROOM];

  private long[] times = new long[FIRST_ROOM];
  private int from;
  private int to;

  EntityHistory(EntityPlan plan, String key, RememberedEvents remembered) {
    this.plan = plan;
    this.key = key;
    this.remembered = remembered;
    numbers = new NumberTrack[plan.numbers().length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = new NumberTrack(remembered, plan.numbers()[i], FIRST_ROOM);
    }
    values = new ValueTrack[plan.texts().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = new ValueTrack(remembered, plan.texts()[i], FIRST_ROOM);
    }
    labels = plan.hasRisk() ? new LabelTrack(remembered, FIRST_ROOM) : null;
  }

  /** Returns the entity's name, which its events share. */
  String key() {
    return key;
  }

  boolean isEmpty() {
    return from == to;
  }

  /** Takes an event; rows see it from now on. */
  void add(int place) {
    if (to == places.length) {
      makeRoom();
    }
    long time = remembered.time(place);
    int at = to;
    while (at > from && isBefore(place, time, at - 1)) {
      at--;
    }
    System.arraycopy(places, at, places, at + 1, to - at);
    System.arraycopy(times, at, times, at + 1, to - at);
    places[at] = place;
    times[at] = time;
    for (ValueTrack track : values) {
      track.insert(places, from, at, to);
    }
    to++;
    for (NumberTrack track : numbers) {
      track.renew(places, from, at, to);
    }
    if (labels != null) {
      labels.renew(places, at, to);
    }
  }

  private boolean isBefore(int place, long time, int other) {
    return time == times[other]
        ? remembered.id(place).compareTo(remembered.id(places[other])) < 0
        : time < times[other];
  }

  /**
   * Moves the events to the front where a quarter of the room is free there; else, and where most
   * of it is, to a room of another size.
   */
  private void makeRoom() {
    int count = to - from;
    boolean fits = 4 * from >= places.length && 3 * count + FIRST_ROOM >= places.length;
    move(fits ? places.length : count + count / 2 + FIRST_ROOM);
  }

  private void move(int capacity) {
    int[] otherPlaces = capacity == places.length ? places : new int[capacity];
    long[] otherTimes = capacity == times.length ? times : new long[capacity];
    System.arraycopy(places, from, otherPlaces, 0, to - from);
    System.arraycopy(times, from, otherTimes, 0, to - from);
    places = otherPlaces;
    times = otherTimes;
    for (NumberTrack track : numbers) {
      track.move(from, to, capacity);
    }
    for (ValueTrack track : values) {
      track.move(from, to, capacity);
    }
    if (labels != null) {
      labels.move(from, to, capacity);
    }
    to -= from;
    from = 0;
  }

  /** Forgets the events before a time. */
  void forgetBefore(long time) {
    while (from < to && times[from] < time) {
      for (ValueTrack track : values) {
        track.forget(places, from);
      }
      from++;
    }
  }

  /** Takes down that a label of an event of this time is known now. */
  void labelled(long time) {
    int at = firstSince(time);
    if (labels != null && at < to) {
      labels.renew(places, at, to);
    }
  }

  /** Returns the first event that is not before a time. */
  private int firstSince(long time) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times[middle] < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Returns the columns of a row, one a definition; NaN where missing. */
  void look(Event row, double[] into, int offset) {
    long time = row.timeMicros();
    int end = firstSince(time);
    for (int i = 0; i < plan.measures().size(); i++) {
      into[offset + i] = value(plan.measures().get(i), i, row, end);
    }
  }

  private int start(Window over, long time, int end) {
    int since = firstSince(time - plan.reachMicros(over));
    return over instanceof Window.Last last ? Math.max(since, end - last.count()) : since;
  }

  private double value(FeatureMeasure measure, int place, Event row, int end) {
    long time = row.timeMicros();
    int track = plan.tracks()[place];
    return switch (measure) {
      case FeatureMeasure.SinceLast last ->
          hoursSince(time, end - 1, start(last.over(), time, end), end);
      case FeatureMeasure.SinceFirst first -> {
        int start = start(Window.EVER, time, end);
        yield hoursSince(time, start, start, end);
      }
      case FeatureMeasure.Count count -> end - start(count.over(), time, end);
      case FeatureMeasure.Sum sum -> numbers[track].sum(places, start(sum.over(), time, end), end);
      case FeatureMeasure.Mean mean ->
          numbers[track].mean(places, start(mean.over(), time, end), end);
      case FeatureMeasure.Deviation each ->
          numbers[track].deviation(places, start(each.over(), time, end), end);
      case FeatureMeasure.RatioToMean each -> {
        double own = row.numbers()[plan.numbers()[track]];
        yield numbers[track].ratio(own, places, start(each.over(), time, end), end);
      }
      case FeatureMeasure.Distinct each -> {
        int start = start(each.over(), time, end);
        yield each.over() instanceof Window.Last
            ? values[track].distinct(places, start, end)
            : values[track].distinctBetween(
                places, start, end, to, time - plan.reachMicros(each.over()), time);
      }
      case FeatureMeasure.Lag lag -> {
        int at = end - lag.back();
        boolean isThere = at >= start(Window.EVER, time, end);
        yield isThere ? remembered.number(places[at], plan.numbers()[track]) : Double.NaN;
      }
      case FeatureMeasure.Risk risk -> risk(risk, time, end);
    };
  }

  private double hoursSince(long time, int at, int start, int end) {
    return start < end ? (time - times[at]) / MICROS_PER_HOUR : Double.NaN;
  }

  /** The window of labels ends a delay earlier, with the event of that very time in it. */
  private double risk(FeatureMeasure.Risk risk, long time, int end) {
    if (labels == null) {
      return Double.NaN;
    }
    long known = time - risk.delayMicros();
    int last = Math.min(end, firstSince(known + 1));
    return labels.risk(Math.min(last, start(risk.over(), known, last)), last);
  }
}
