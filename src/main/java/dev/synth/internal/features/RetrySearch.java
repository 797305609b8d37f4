package dev.synth.internal.features;

import org.jspecify.annotations.Nullable;

/**
 * Finds the retries among events that are sorted by id and then by arrival, as a {@link
 * FeatureMachine} would find them.
 */
public final class RetrySearch {
  private final FeaturePlan plan;
  private final long reach;
  private @Nullable String id;
  private boolean hasFirst;
  private long first;
  private boolean isAnswered;

  /** A search. */
  public RetrySearch(FeaturePlan plan) {
    this.plan = plan;
    this.reach = Math.addExact(plan.reachMicros(), plan.latenessMicros());
  }

  /** Returns what becomes of the next event. */
  public FeatureMachine.EventFate take(String next, long timeMicros, long arrivalMicros) {
    if (!next.equals(id)) {
      id = next;
      hasFirst = false;
    }
    if (hasFirst && first >= arrivalMicros - reach) {
      isAnswered = !plan.isLate(first, arrivalMicros);
      return FeatureMachine.EventFate.RETRY;
    }
    if (plan.isLate(timeMicros, arrivalMicros)) {
      return FeatureMachine.EventFate.LATE;
    }
    hasFirst = true;
    first = timeMicros;
    return FeatureMachine.EventFate.TAKEN;
  }

  /** Returns whether the retry that was found last has the columns of the event that was taken. */
  public boolean isAnswered() {
    return isAnswered;
  }
}
