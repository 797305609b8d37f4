package dev.synth.internal.features;

import java.util.Arrays;

/**
 * The state of all entities. It takes events in the order of their arrival, and says for each what
 * its columns are.
 *
 * <p>An event sees another one of the same entity if that happened before it and arrived before it.
 * Both are strict, so that events of one time, or of one arrival, never see each other, and their
 * order can't change a bit. The machine's clock is the latest arrival; what comes with an earlier
 * one arrives now. What arrives more than the plan's lateness after its time is late: it has no
 * columns but those of the calendar, and nobody sees it. An event with the id of another one that
 * is remembered is a retry, and changes nothing.
 *
 * <p>Not for several threads.
 */
public final class FeatureMachine {
  private static final long BEFORE_ALL = Long.MIN_VALUE;

  private final FeaturePlan plan;
  private final boolean hasRisk;
  private final EntityHistories histories;
  private final long reach;
  private final int capacity;
  private final int width;
  private final RememberedEvents remembered;
  private final EventIds ids;

  /** The place of the first event that nobody sees yet; what came behind it is not seen either. */
  private int unseen;

  /** The place of the first event whose columns may be kept for retries: it is not late yet. */
  private int answered;

  private final SharedTexts same = new SharedTexts();

  /** The number of labels so far, with events or later. */
  private long labelled;

  private long clock = BEFORE_ALL;
  private Counts counts = new Counts(0, 0, 0, 0, 0);

  /** The fate of an event. */
  public enum EventFate {
    /** It counts from now on. */
    TAKEN,
    /** It was here before. */
    RETRY,
    /** It came too late. */
    LATE
  }

  /**
   * An event's columns.
   *
   * @param outcome what became of it
   * @param values one a column of the plan; NaN where missing
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Taken(EventFate outcome, double[] values) {}

  /**
   * The numbers of events and labels that came so far.
   *
   * @param taken events that count
   * @param retries events that were here before
   * @param late events that came too late
   * @param labels labels that count
   * @param strayLabels labels of events that are not remembered, or that have one
   */
  public record Counts(long taken, long retries, long late, long labels, long strayLabels) {
    /** Returns what came after an earlier count. */
    Counts since(Counts earlier) {
      return new Counts(
          taken - earlier.taken,
          retries - earlier.retries,
          late - earlier.late,
          labels - earlier.labels,
          strayLabels - earlier.strayLabels);
    }

    Counts and(int events, int again, int tooLate) {
      return new Counts(taken + events, retries + again, late + tooLate, labels, strayLabels);
    }

    Counts andLabel(boolean counted) {
      return new Counts(
          taken, retries, late, labels + (counted ? 1 : 0), strayLabels + (counted ? 0 : 1));
    }
  }

  /** There is no room for another event; nothing is forgotten for it. */
  public static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Full(int capacity) {
      super("the state is full: " + capacity + " events are remembered");
    }
  }

  /**
   * A machine without a past.
   *
   * @param capacity how many events it may remember
   */
  public FeatureMachine(FeaturePlan plan, int capacity) {
    this(plan, capacity, new RememberedEvents(plan, 0));
  }

  /** The same, where events get other places. */
  FeatureMachine(FeaturePlan plan, int capacity, RememberedEvents remembered) {
    this.plan = plan;
    this.capacity = capacity;
    this.hasRisk = plan.hasRisk();
    this.remembered = remembered;
    this.unseen = remembered.first();
    this.answered = remembered.first();
    this.ids = new EventIds(remembered);
    this.histories = new EntityHistories(plan, remembered);
    this.reach = Math.addExact(plan.reachMicros(), plan.latenessMicros());
    this.width = plan.names().size();
  }

  /**
   * A machine that goes on where another one of the same plan was.
   *
   * @param capacity how many events it may remember
   */
  public FeatureMachine(FeaturePlan plan, int capacity, MachineImage image) {
    this(plan, capacity);
    clock = image.clockMicros();
    counts = image.counts();
    for (MachineImage.Remembered each : image.events()) {
      int place = keep(each.event(), EventIds.EncodedId.of(each.event().id()));
      Boolean label = each.label();
      if (label != null) {
        know(place, label);
      }
      remembered.answer(place, each.answer());
      if (each.isSeen()) {
        histories.add(place);
        unseen = remembered.next();
      }
    }
  }

  private int keep(Event event, EventIds.EncodedId id) {
    int place = remembered.add(event, id, histories.names(event.keys()), same.of(event.texts()));
    ids.put(id, place);
    return place;
  }

  private void know(int place, boolean isRare) {
    if (hasRisk) {
      remembered.label(place, isRare, labelled);
      labelled++;
    }
  }

  /**
   * Returns all that is remembered now. Another thread may read it while the machine goes on, which
   * changes nothing in it but this: the columns of an event that has become late meanwhile may be
   * gone. A machine made of the image forgets them when its clock comes there.
   */
  public MachineImage image() {
    int seen = unseen - remembered.first();
    return new MachineImage(clock, counts, remembered.image(seen, labelled));
  }

  /** Returns the plan. */
  public FeaturePlan plan() {
    return plan;
  }

  /** Returns the counts so far. */
  public Counts counts() {
    return counts;
  }

  /** Returns the latest arrival; {@link Long#MIN_VALUE} before the first. */
  public long clockMicros() {
    return clock;
  }

  /** Returns how many events are remembered. */
  public int size() {
    return remembered.size();
  }

  /** Returns how many entities have a past. */
  public int entityCount() {
    return histories.size();
  }

  /**
   * Takes an event.
   *
   * @throws Full if it would count, and there is no room for it; nothing is changed then
   */
  public Taken take(Event event) {
    advance(Math.max(clock, event.arrivalMicros()));
    EventIds.EncodedId id = EventIds.EncodedId.of(event.id());
    long found = ids.find(id);
    if (found != EventIds.NONE && remembered.time((int) found) >= clock - reach) {
      counts = counts.and(0, 1, 0);
      double[] earlier = isLate((int) found) ? null : remembered.answer((int) found);
      return new Taken(EventFate.RETRY, earlier == null ? none(event) : earlier.clone());
    }
    if (plan.isLate(event.timeMicros(), clock)) {
      counts = counts.and(0, 0, 1);
      return new Taken(EventFate.LATE, none(event));
    }
    if (remembered.size() >= capacity) {
      throw new Full(capacity);
    }
    double[] values = none(event);
    histories.look(event, values);
    int place = keep(event, id);
    Boolean label = event.label();
    if (label != null) {
      know(place, label);
    }
    remembered.answer(place, values);
    counts = counts.and(1, 0, 0);
    return new Taken(EventFate.TAKEN, values.clone());
  }

  private boolean isLate(int place) {
    return plan.isLate(remembered.time(place), clock);
  }

  /** Moves the clock on: what came before is seen from now on, and what nobody can see goes. */
  private void advance(long now) {
    if (now == clock) {
      return;
    }
    clock = now;
    int next = remembered.next();
    for (; unseen != next; unseen++) {
      histories.add(unseen);
    }
    while (answered != next && (remembered.answer(answered) == null || isLate(answered))) {
      remembered.answer(answered, null);
      answered++;
    }
    long oldest = now - reach;
    while (remembered.size() > 0 && remembered.time(remembered.first()) < oldest) {
      forget(remembered.first(), oldest);
      remembered.removeFirst();
    }
  }

  private void forget(int place, long oldest) {
    ids.remove(remembered.idHash(place), place);
    histories.forget(place, oldest);
  }

  /** Returns the columns of an event of which nothing but its time is known. */
  private double[] none(Event event) {
    double[] values = new double[width];
    Arrays.fill(values, Double.NaN);
    int first = width - plan.calendar().size();
    for (int i = first; i < width; i++) {
      values[i] = CalendarFields.of(plan.calendar().get(i - first), event.localMicros(), plan);
    }
    return values;
  }

  /**
   * Takes a label; the first of an event counts.
   *
   * @param arrivalMicros when it arrived
   * @return whether it counts: false for an event that is not remembered, or that has a label
   */
  public boolean label(String id, boolean isRare, long arrivalMicros) {
    advance(Math.max(clock, arrivalMicros));
    long found = ids.find(EventIds.EncodedId.of(id));
    int place = (int) found;
    boolean counted = found != EventIds.NONE && hasRisk && remembered.label(place) == null;
    counts = counts.andLabel(counted);
    if (!counted) {
      return false;
    }
    know(place, isRare);
    boolean isSeen = place - unseen < 0; // places may begin anew
    if (isSeen) {
      histories.labelled(place);
    }
    return true;
  }
}
