package dev.synth.internal.features;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a machine remembers, from which another one goes on with the same bits.
 *
 * @param clockMicros the latest arrival
 * @param counts how many events came
 * @param events what is remembered, in the order in which it came
 */
public record MachineImage(
    long clockMicros, FeatureMachine.Counts counts, List<Remembered> events) {
  /**
   * An event that is remembered.
   *
   * @param event the event
   * @param isSeen whether later rows see it already
   * @param label whether it is rare, where that is known
   * @param answer its columns, where a retry would still get them
   */
  @SuppressWarnings("ArrayRecordComponent") // a parcel, compared by nobody
  public record Remembered(
      Event event, boolean isSeen, @Nullable Boolean label, double @Nullable [] answer) {}
}
