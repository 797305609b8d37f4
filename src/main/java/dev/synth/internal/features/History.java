package dev.synth.internal.features;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as events, with what is known of their labels.
 *
 * @param events one a row, without labels; null for a row without a time
 * @param rare the rows of the rare class
 * @param labelArrivals when each row's label arrived, {@link #NEVER} where it did not; or null
 *     where labels are known with their events, but for their delay
 */
@SuppressWarnings("ArrayRecordComponent") // a parcel, compared by nobody
public record History(List<@Nullable Event> events, BitSet rare, long @Nullable [] labelArrivals) {
  /** The arrival of a label that is never known. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Returns when a row's label arrived; before all where it is known with its event. */
  long labelArrival(int row) {
    return labelArrivals == null ? Long.MIN_VALUE : labelArrivals[row];
  }
}
