package dev.synth.internal.profile;

import dev.synth.table.reading.ColumnFact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The profile of a column over all rows.
 *
 * @param name its name
 * @param type what it holds, as a config names it
 * @param reasons how and why it was read so
 * @param isModelled whether generators and classifiers see it
 * @param missing how many cells are missing
 * @param distinct how many different values there are, missing left aside
 * @param mostFrequent the share of present cells that have the most frequent value; 0 without any
 * @param numbers of a column of numbers with a value, else null
 * @param from the first time, of a column of times with a value, else null
 * @param to the last time, or null
 * @param levels the most frequent levels of a column of categories, the most frequent first
 * @param alone the average precision that it reaches alone, in [0, 1]; null without a label
 */
public record ColumnProfile(
    String name,
    String type,
    List<ColumnFact> reasons,
    boolean isModelled,
    int missing,
    int distinct,
    double mostFrequent,
    @Nullable NumberFacts numbers,
    @Nullable String from,
    @Nullable String to,
    List<LevelShare> levels,
    @Nullable Double alone) {
  /**
   * Numbers in short.
   *
   * @param minimum the smallest
   * @param lower the first quartile
   * @param median the median
   * @param upper the third quartile
   * @param maximum the largest
   * @param mean the mean
   * @param deviation the sample standard deviation; 0 of one value
   * @param skew the third standardised moment, 0 of a symmetric column; null where all are equal
   * @param zeros how many are 0
   */
  public record NumberFacts(
      double minimum,
      double lower,
      double median,
      double upper,
      double maximum,
      double mean,
      double deviation,
      @Nullable Double skew,
      int zeros) {}

  /**
   * A level and how often it comes.
   *
   * @param level its text
   * @param rows how many rows have it
   */
  public record LevelShare(String level, int rows) {}

  public ColumnProfile {
    reasons = List.copyOf(reasons);
    levels = List.copyOf(levels);
  }

  /** Returns the same column with what it tells of the label alone. */
  public ColumnProfile with(double averagePrecision) {
    return new ColumnProfile(
        name,
        type,
        reasons,
        isModelled,
        missing,
        distinct,
        mostFrequent,
        numbers,
        from,
        to,
        levels,
        averagePrecision);
  }

  /** Returns whether no cell has a value. */
  public boolean hasNoValue() {
    return distinct == 0;
  }

  /** Returns whether all present cells are equal. */
  public boolean hasOneValue() {
    return distinct == 1;
  }
}
