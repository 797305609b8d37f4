package dev.synth.internal.features;

import org.jspecify.annotations.Nullable;

/** An event that a machine remembers, with what became known of it. An image reads it later. */
final class RememberedEvent {
  private final Event event;
  private volatile double @Nullable [] answer;
  private volatile @Nullable NumberedLabel label;

  /**
   * A label.
   *
   * @param isRare whether the event is rare
   * @param number how many labels the machine had taken before it
   */
  private record NumberedLabel(boolean isRare, long number) {}

  RememberedEvent(Event event) {
    this.event = event;
  }

  Event event() {
    return event;
  }

  /** Returns the event's columns, or null where no retry gets them any more. */
  double @Nullable [] answer() {
    return answer;
  }

  void answer(double @Nullable [] columns) {
    answer = columns;
  }

  void label(boolean isRare, long number) {
    label = new NumberedLabel(isRare, number);
  }

  /** Returns whether it is rare, where that was among the first so many labels; else null. */
  @Nullable Boolean label(long count) {
    NumberedLabel known = label;
    return known == null || known.number() >= count ? null : (Boolean) known.isRare();
  }
}
