package dev.synth.split;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The counts of rows that needed care in a split.
 *
 * @param duplicateRows rows whose modelled features equal an earlier row's
 * @param duplicatesLeft whether they were left where they fell, because every column has few values
 *     and equal rows are the nature of the data
 * @param droppedDuplicates later copies that a time split dropped
 * @param gapRows rows that fell into a time split's gap and were dropped
 * @param droppedWithoutTime rows that a time split dropped because their time is missing
 * @param droppedEquals rows that a split by a column dropped because a later part has their equal
 */
public record SplitCounts(
    int duplicateRows,
    boolean duplicatesLeft,
    int droppedDuplicates,
    int gapRows,
    int droppedWithoutTime,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int droppedEquals) {
  /** The counts of a split at random or by time. */
  public SplitCounts(
      int duplicateRows,
      boolean duplicatesLeft,
      int droppedDuplicates,
      int gapRows,
      int droppedWithoutTime) {
    this(duplicateRows, duplicatesLeft, droppedDuplicates, gapRows, droppedWithoutTime, 0);
  }
}
