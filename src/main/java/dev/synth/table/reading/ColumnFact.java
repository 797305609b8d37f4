package dev.synth.table.reading;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fact of how a column was read. In JSON {@code kind} says which it is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonIgnoreProperties(ignoreUnknown = true) // such as the words that a report added
@JsonSubTypes({
  @JsonSubTypes.Type(ColumnFact.Excluded.class),
  @JsonSubTypes.Type(ColumnFact.TypeGiven.class),
  @JsonSubTypes.Type(ColumnFact.WithoutValue.class),
  @JsonSubTypes.Type(ColumnFact.OneValue.class),
  @JsonSubTypes.Type(ColumnFact.Missing.class),
  @JsonSubTypes.Type(ColumnFact.MissingWords.class),
  @JsonSubTypes.Type(ColumnFact.PlainNumbers.class),
  @JsonSubTypes.Type(ColumnFact.Form.class),
  @JsonSubTypes.Type(ColumnFact.Digits.class),
  @JsonSubTypes.Type(ColumnFact.BelowZero.class),
  @JsonSubTypes.Type(ColumnFact.Codes.class),
  @JsonSubTypes.Type(ColumnFact.Levels.class),
  @JsonSubTypes.Type(ColumnFact.LikelyIdentifier.class),
  @JsonSubTypes.Type(ColumnFact.RepeatingIdentifier.class),
  @JsonSubTypes.Type(ColumnFact.OffsetsOf.class),
  @JsonSubTypes.Type(ColumnFact.Feature.class),
  @JsonSubTypes.Type(ColumnFact.RareRows.class),
  @JsonSubTypes.Type(ColumnFact.OtherClass.class)
})
public sealed interface ColumnFact {
  /** The user excluded it. */
  @JsonTypeName("excluded")
  record Excluded() implements ColumnFact {}

  /** The config gives its type. */
  @JsonTypeName("type_given")
  record TypeGiven() implements ColumnFact {}

  /** It has no value. */
  @JsonTypeName("without_value")
  record WithoutValue() implements ColumnFact {}

  /** It has one value only. */
  @JsonTypeName("one_value")
  record OneValue() implements ColumnFact {}

  /**
   * Cells are missing.
   *
   * @param cells how many
   */
  @JsonTypeName("missing")
  record Missing(int cells) implements ColumnFact {}

  /**
   * Words are read as missing cells.
   *
   * @param words the most frequent first
   */
  @JsonTypeName("missing_words")
  record MissingWords(List<Counted> words) implements ColumnFact {
    public MissingWords {
      words = List.copyOf(words);
    }
  }

  /** Its numbers are written as programs write them. */
  @JsonTypeName("plain_numbers")
  record PlainNumbers() implements ColumnFact {}

  /**
   * The form of its cells.
   *
   * @param example a text of the column
   * @param readAs the pattern of its times, or the unit of its durations; null where the example
   *     says enough
   */
  @JsonTypeName("form")
  record Form(String example, @Nullable String readAs) implements ColumnFact {}

  /**
   * The digits of its script.
   *
   * @param zero the digit for 0
   * @param nine the digit for 9
   */
  @JsonTypeName("digits")
  record Digits(String zero, String nine) implements ColumnFact {}

  /**
   * The sign of its numbers below zero, where it is no minus.
   *
   * @param sign as it is written
   */
  @JsonTypeName("below_zero")
  record BelowZero(String sign) implements ColumnFact {}

  /** Leading zeros or more than 15 digits make its numbers codes. */
  @JsonTypeName("codes")
  record Codes() implements ColumnFact {}

  /**
   * The levels of a column of categories.
   *
   * @param count how many
   */
  @JsonTypeName("levels")
  record Levels(int count) implements ColumnFact {}

  /**
   * It looks like an identifier, so that it is neither modelled nor written.
   *
   * @param sign what makes it look so
   */
  @JsonTypeName("likely_identifier")
  record LikelyIdentifier(IdentifierSign sign) implements ColumnFact {}

  /** It is named like an identifier, but its values repeat. */
  @JsonTypeName("repeating_identifier")
  record RepeatingIdentifier() implements ColumnFact {}

  /**
   * It holds the offsets from UTC of another column.
   *
   * @param times the other column's name
   */
  @JsonTypeName("offsets_of")
  record OffsetsOf(String times) implements ColumnFact {}

  /** It is a feature of the rows before each row. */
  @JsonTypeName("feature")
  record Feature() implements ColumnFact {}

  /**
   * The rows of the rare class, in the column of the label.
   *
   * @param rows how many
   * @param value the text that marks them; the most frequent of several
   */
  @JsonTypeName("rare_rows")
  record RareRows(int rows, String value) implements ColumnFact {}

  /**
   * The other class, in the column of the label.
   *
   * @param value the text that written rows of it have
   */
  @JsonTypeName("other_class")
  record OtherClass(String value) implements ColumnFact {}
}
