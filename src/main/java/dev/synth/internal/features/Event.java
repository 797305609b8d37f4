package dev.synth.internal.features;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event, as a machine takes it.
 *
 * @param id what names it
 * @param timeMicros when it happened, in microseconds since 1970 (UTC)
 * @param localMicros the same by the clock of the cell
 * @param arrivalMicros when it arrived
 * @param keys the names of its entities, one an entity of the plan; null where missing
 * @param numbers the numbers that the plan looks at, in its order; NaN where missing
 * @param texts the values that the plan tells apart, in its order; null where missing
 * @param label whether it is rare, where that is known with the event; else null
 */
@SuppressWarnings("ArrayRecordComponent") // a parcel, compared by nobody
public record Event(
    String id,
    long timeMicros,
    long localMicros,
    long arrivalMicros,
    List<@Nullable String> keys,
    double[] numbers,
    List<@Nullable String> texts,
    @Nullable Boolean label) {
  /** The most characters of a text that an event is kept by: its id, an entity or a value. */
  public static final int MOST_CHARACTERS = 10_000;

  /** Returns the same event, whose label is known with it. */
  Event withLabel(boolean isRare) {
    return new Event(id, timeMicros, localMicros, arrivalMicros, keys, numbers, texts, isRare);
  }

  /** Returns the order in time, by id among events of one time. */
  static int compare(long time, String id, long otherTime, String otherId) {
    int order = Long.compare(time, otherTime);
    return order == 0 ? id.compareTo(otherId) : order;
  }
}
