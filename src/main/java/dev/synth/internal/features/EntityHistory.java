package dev.synth.internal.features;

import dev.synth.features.Window;
import java.util.Arrays;
import java.util.Map;

/** The events of one entity that may still be looked at, by time and id. */
final class EntityHistory {
  private static final int FIRST_ROOM = 4;
  private static final double MICROS_PER_HOUR = 3.6e9;

  private final EntityPlan plan;
  private final String key;
  private final NumberTrack[] numbers;
  private final ValueTrack[] values;
  private final LabelTrack labels;
  private Event[] events = new Event[FIRST_ROOM];
  private int from;
  private int to;

  EntityHistory(EntityPlan plan, String key) {
    this.plan = plan;
    this.key = key;
    numbers = new NumberTrack[plan.numbers().length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = new NumberTrack(plan.numbers()[i], FIRST_ROOM);
    }
    values = new ValueTrack[plan.texts().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = new ValueTrack(plan.texts()[i], FIRST_ROOM);
    }
    labels = new LabelTrack(plan.hasRisk() ? FIRST_ROOM : 0);
  }

  /** Returns the entity's name, which its events share. */
  String key() {
    return key;
  }

  boolean isEmpty() {
    return from == to;
  }

  /** Takes an event; rows see it from now on. */
  void add(Event event, Map<String, Boolean> known) {
    if (to == events.length) {
      move(2 * (to - from) + FIRST_ROOM);
    }
    int at = to;
    while (at > from && isBefore(event, events[at - 1])) {
      at--;
    }
    System.arraycopy(events, at, events, at + 1, to - at);
    events[at] = event;
    for (ValueTrack track : values) {
      track.insert(events, from, at, to);
    }
    to++;
    for (NumberTrack track : numbers) {
      track.renew(events, from, at, to);
    }
    if (plan.hasRisk()) {
      labels.renew(events, at, to, known);
    }
  }

  private static boolean isBefore(Event one, Event other) {
    return Event.compare(one.timeMicros(), one.id(), other.timeMicros(), other.id()) < 0;
  }

  private void move(int room) {
    events = Arrays.copyOf(Arrays.copyOfRange(events, from, to), room);
    for (NumberTrack track : numbers) {
      track.move(from, to, room);
    }
    for (ValueTrack track : values) {
      track.move(from, to, room);
    }
    if (plan.hasRisk()) {
      labels.move(from, to, room);
    }
    to -= from;
    from = 0;
  }

  /** Forgets the events before a time. */
  @SuppressWarnings("NullAway") // entries before the first event are empty
  void forgetBefore(long time) {
    while (from < to && events[from].timeMicros() < time) {
      for (ValueTrack track : values) {
        track.forget(events, from);
      }
      events[from] = null;
      from++;
    }
  }

  /** Takes down that the label of one of the events is known now. */
  void labelled(Event event, Map<String, Boolean> known) {
    int at = firstSince(event.timeMicros());
    if (plan.hasRisk() && at < to) {
      labels.renew(events, at, to, known);
    }
  }

  /** Returns the first event that is not before a time. */
  private int firstSince(long time) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (events[middle].timeMicros() < time) {
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
      case FeatureMeasure.Sum sum -> numbers[track].sum(events, start(sum.over(), time, end), end);
      case FeatureMeasure.Mean mean ->
          numbers[track].mean(events, start(mean.over(), time, end), end);
      case FeatureMeasure.Deviation each ->
          numbers[track].deviation(events, start(each.over(), time, end), end);
      case FeatureMeasure.RatioToMean each -> {
        double own = row.numbers()[plan.numbers()[track]];
        yield numbers[track].ratio(own, events, start(each.over(), time, end), end);
      }
      case FeatureMeasure.Distinct each -> {
        int start = start(each.over(), time, end);
        yield each.over() instanceof Window.Last
            ? values[track].distinct(events, start, end)
            : values[track].distinctBetween(
                events, start, end, to, time - plan.reachMicros(each.over()), time);
      }
      case FeatureMeasure.Lag lag -> {
        int at = end - lag.back();
        boolean isThere = at >= start(Window.EVER, time, end);
        yield isThere ? events[at].numbers()[plan.numbers()[track]] : Double.NaN;
      }
      case FeatureMeasure.Risk risk -> risk(risk, time, end);
    };
  }

  private double hoursSince(long time, int at, int start, int end) {
    return start < end ? (time - events[at].timeMicros()) / MICROS_PER_HOUR : Double.NaN;
  }

  /** The window of labels ends a delay earlier, with the event of that very time in it. */
  private double risk(FeatureMeasure.Risk risk, long time, int end) {
    long known = time - risk.delayMicros();
    int last = Math.min(end, firstSince(known + 1));
    return labels.risk(Math.min(last, start(risk.over(), known, last)), last);
  }
}
