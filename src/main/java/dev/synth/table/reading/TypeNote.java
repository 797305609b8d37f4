package dev.synth.table.reading;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** A note on what a column was taken for, where the user may know better. */
@JsonSubTypes({
  @JsonSubTypes.Type(TypeNote.LikelyIdentifier.class),
  @JsonSubTypes.Type(TypeNote.RepeatingIdentifier.class),
  @JsonSubTypes.Type(TypeNote.ManyLevels.class),
  @JsonSubTypes.Type(TypeNote.PartlyRead.class),
  @JsonSubTypes.Type(TypeNote.PerhapsMissing.class),
  @JsonSubTypes.Type(TypeNote.Limit.class),
  @JsonSubTypes.Type(TypeNote.Footnotes.class),
  @JsonSubTypes.Type(TypeNote.Codes.class),
  @JsonSubTypes.Type(TypeNote.LikelySeparators.class),
  @JsonSubTypes.Type(TypeNote.WrittenZero.class),
  @JsonSubTypes.Type(TypeNote.Times.class),
  @JsonSubTypes.Type(TypeNote.PerhapsTimes.class),
  @JsonSubTypes.Type(TypeNote.SeveralOffsets.class),
  @JsonSubTypes.Type(TypeNote.OutOfBounds.class)
})
public sealed interface TypeNote extends ReadingNote {
  /**
   * A column that looks like an identifier, so that it is neither modelled nor written.
   *
   * @param sign what makes it look so
   */
  @JsonTypeName("likely_identifier")
  record LikelyIdentifier(String column, IdentifierSign sign) implements TypeNote {}

  /** A column of numbers that is named like an identifier, but whose values repeat. */
  @JsonTypeName("repeating_identifier")
  record RepeatingIdentifier(String column) implements TypeNote {}

  /**
   * A column of categories with many levels.
   *
   * @param distinct how many
   * @param present how many rows have one
   */
  @JsonTypeName("many_levels")
  record ManyLevels(String column, int distinct, int present) implements TypeNote {}

  /**
   * A column of words of which many are numbers or times.
   *
   * @param areTimes whether they are times; else they are numbers
   * @param read how many cells are such
   * @param present how many rows have a value
   * @param others how many different texts are none
   * @param example one of the others, the most frequent one
   * @param where the rows that hold it
   */
  @JsonTypeName("partly_read")
  record PartlyRead(
      String column,
      boolean areTimes,
      int read,
      int present,
      int others,
      String example,
      String where)
      implements TypeNote {}

  /**
   * A number that lies far from all others, as those do that stand for missing cells.
   *
   * @param number its text
   * @param cells how many cells have it
   */
  @JsonTypeName("perhaps_missing")
  record PerhapsMissing(String column, String number, int cells) implements TypeNote {}

  /**
   * A text that stands for all numbers beyond a limit.
   *
   * @param cell the text
   * @param value what it is read as
   */
  @JsonTypeName("limit")
  record Limit(String column, String cell, double value) implements TypeNote {}

  /**
   * A column of numbers of which some have the mark of a footnote, which is left out.
   *
   * @param cells how many cells have one
   * @param example one of them
   */
  @JsonTypeName("footnotes")
  record Footnotes(String column, int cells, String example) implements TypeNote {}

  /** A column of numbers with leading zeros or more digits than a number holds. */
  @JsonTypeName("codes")
  record Codes(String column) implements TypeNote {}

  /**
   * A column of numbers whose separators can be read in two ways, one of them likelier.
   *
   * @param form a number as it is read
   * @param reason what makes this way likelier
   * @param example a text of the column that both ways read
   * @param other the same number as the other way reads it
   */
  @JsonTypeName("likely_separators")
  record LikelySeparators(
      String column, String form, SeparatorReason reason, String example, String other)
      implements TypeNote {}

  /**
   * A text that is read as 0, as accounts write it.
   *
   * @param zero the text
   */
  @JsonTypeName("written_zero")
  record WrittenZero(String column, String zero) implements TypeNote {}

  /** A column whose cells are digits alone, read as times. */
  @JsonTypeName("times")
  record Times(String column) implements TypeNote {}

  /**
   * A column that is read as numbers and may hold times.
   *
   * @param format how it would write them
   */
  @JsonTypeName("perhaps_times")
  record PerhapsTimes(String column, String format) implements TypeNote {}

  /**
   * A column of times with several offsets from UTC, which are modelled beside it.
   *
   * @param offsets how many different ones
   * @param beside the name of the column that holds them
   */
  @JsonTypeName("several_offsets")
  record SeveralOffsets(String column, int offsets, String beside) implements TypeNote {}

  /**
   * Cells outside the bounds that the user gave.
   *
   * @param cells how many
   */
  @JsonTypeName("out_of_bounds")
  record OutOfBounds(String column, int cells) implements TypeNote {}
}
