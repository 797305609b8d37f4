package dev.synth.evaluate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * The reason why a figure was not measured, as facts. In JSON {@code reason} says which it is; runs
 * of earlier versions have a sentence in its place.
 */
@JsonTypeInfo(
    use = JsonTypeInfo.Id.NAME,
    property = "reason",
    defaultImpl = Unmeasured.OldSentence.class)
@JsonIgnoreProperties(ignoreUnknown = true) // such as the words that a report added
@JsonSubTypes({
  @JsonSubTypes.Type(value = Unmeasured.TooFewFalseAlarms.class, name = "too_few_false_alarms"),
  @JsonSubTypes.Type(value = Unmeasured.FewerRowsThanAlerts.class, name = "fewer_rows_than_alerts"),
  @JsonSubTypes.Type(value = Unmeasured.NoTestTimes.class, name = "no_test_times"),
  @JsonSubTypes.Type(value = Unmeasured.NoRareTestTimes.class, name = "no_rare_test_times"),
  @JsonSubTypes.Type(value = Unmeasured.Unrecorded.class, name = "unrecorded"),
  @JsonSubTypes.Type(value = Unmeasured.OldSentence.class, name = "told")
})
public sealed interface Unmeasured {
  /**
   * A false-positive rate that stands for too few rows to be known.
   *
   * @param rate the false-positive rate, in (0, 1)
   * @param otherRows the rows of the other class
   * @param fewest the least number of false alarms that it has to stand for
   */
  record TooFewFalseAlarms(double rate, int otherRows, int fewest) implements Unmeasured {}

  /**
   * Fewer rows than alerts are to be raised.
   *
   * @param rows how many rows there are
   * @param alerts how many alerts are asked for
   */
  record FewerRowsThanAlerts(int rows, int alerts) implements Unmeasured {}

  /** No test row has a time. */
  record NoTestTimes() implements Unmeasured {}

  /** No rare test row has a time. */
  record NoRareTestTimes() implements Unmeasured {}

  /** A figure that is not on record, without a reason. */
  record Unrecorded() implements Unmeasured {}

  /**
   * A sentence that an earlier version wrote.
   *
   * @param text the sentence
   */
  record OldSentence(String text) implements Unmeasured {
    /** A reason from a file with {@code reason} in it. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public OldSentence {}

    /** Returns the reason that a sentence of an earlier version gives. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OldSentence of(String text) {
      return new OldSentence(text);
    }
  }
}
