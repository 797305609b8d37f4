package dev.synth.table.reading;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** A note on what was computed from the rows that were read: their features and their costs. */
@JsonSubTypes({
  @JsonSubTypes.Type(DerivedNote.Features.class),
  @JsonSubTypes.Type(DerivedNote.LateRows.class),
  @JsonSubTypes.Type(DerivedNote.RepeatedEvents.class),
  @JsonSubTypes.Type(DerivedNote.UntimedRows.class),
  @JsonSubTypes.Type(DerivedNote.CostColumn.class),
  @JsonSubTypes.Type(DerivedNote.Sample.class)
})
public sealed interface DerivedNote extends ReadingNote {
  /**
   * Features of the rows before each row.
   *
   * @param columns how many columns were made
   * @param checked how many rows were computed anew, with the same bits
   */
  @JsonTypeName("features")
  record Features(int columns, int checked) implements DerivedNote {}

  /** Rows that arrived too late to have features. */
  @JsonTypeName("late_rows")
  record LateRows(long rows) implements DerivedNote {}

  /** Rows with the event id of another row. */
  @JsonTypeName("repeated_events")
  record RepeatedEvents(long rows) implements DerivedNote {}

  /** Rows without a time, which have no features. */
  @JsonTypeName("untimed_rows")
  record UntimedRows(long rows) implements DerivedNote {}

  /**
   * The column that says what a missed rare row costs.
   *
   * @param isFeature whether models see it
   */
  @JsonTypeName("cost_column")
  record CostColumn(String column, boolean isFeature) implements DerivedNote {}

  /**
   * Rows that were selected from more.
   *
   * @param others how many rows are not rare
   * @param standFor of how many they are the sample
   */
  @JsonTypeName("sample")
  record Sample(long others, long standFor) implements DerivedNote {}
}
