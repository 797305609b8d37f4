package dev.synth.internal.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The advisable split.
 *
 * @param byTime whether the past is to learn from and the future to measure on
 * @param time the column that orders the rows, or null
 * @param group the column whose equal values stay together, or null
 * @param groups how many groups have a rare row; 0 without groups
 * @param lateRare how many rare rows the last fifth of the time has; 0 without a time
 * @param reasons why
 */
public record SplitAdvice(
    boolean byTime,
    @Nullable String time,
    @Nullable String group,
    int groups,
    int lateRare,
    List<Reason> reasons) {
  /** The fewest rare rows of a test part of a split by time that gets a verdict. */
  public static final int FEWEST_LATE = 20;

  /** The reason why a split is advised. */
  public enum Reason {
    /** Things change over time, so a random split looks better than the future will be. */
    DRIFT,
    /** There is a time, but nothing changes by more than chance. */
    NO_DRIFT,
    /** The last fifth of the time has too few rare rows to measure on. */
    FEW_LATE,
    /** No column orders the rows. */
    NO_TIME,
    /** Rare rows come several to a group, so a random split would have neighbours on both sides. */
    GROUPED,
    /** Rare rows hardly share groups. */
    UNGROUPED,
    /** No column names what rows belong to. */
    NO_GROUP
  }

  public SplitAdvice {
    reasons = List.copyOf(reasons);
  }

  /** Returns the same without one of the reasons. */
  public SplitAdvice without(Reason reason) {
    List<Reason> others = reasons.stream().filter(each -> each != reason).toList();
    return new SplitAdvice(byTime, time, group, groups, lateRare, others);
  }
}
