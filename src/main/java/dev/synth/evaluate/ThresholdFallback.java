package dev.synth.evaluate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * The reason why a threshold is not what its rule asked for, as facts. In JSON {@code reason} says
 * which it is; runs of earlier versions have a sentence in its place.
 */
@JsonTypeInfo(
    use = JsonTypeInfo.Id.NAME,
    property = "reason",
    defaultImpl = ThresholdFallback.OldSentence.class)
@JsonIgnoreProperties(ignoreUnknown = true) // such as the words that a report added
@JsonSubTypes({
  @JsonSubTypes.Type(value = ThresholdFallback.MostPrecise.class, name = "most_precise"),
  @JsonSubTypes.Type(value = ThresholdFallback.HighestF1.class, name = "highest_f1"),
  @JsonSubTypes.Type(value = ThresholdFallback.NoMoreRows.class, name = "no_more_rows"),
  @JsonSubTypes.Type(value = ThresholdFallback.EqualScores.class, name = "equal_scores"),
  @JsonSubTypes.Type(value = ThresholdFallback.OldSentence.class, name = "told")
})
public sealed interface ThresholdFallback {
  /**
   * The highest precision there is, since no threshold reaches the one asked for.
   *
   * @param precision the highest there is, in [0, 1]
   */
  record MostPrecise(double precision) implements ThresholdFallback {}

  /**
   * The highest F1, since the false-positive rate asked for cannot be known.
   *
   * @param why why not
   */
  record HighestF1(Unmeasured.TooFewFalseAlarms why) implements ThresholdFallback {}

  /**
   * Fewer alerts than asked for, since there are fewer rows.
   *
   * @param raised the alerts that are raised
   * @param asked the alerts that were asked for
   */
  record NoMoreRows(int raised, int asked) implements ThresholdFallback {}

  /**
   * Fewer alerts than asked for, since the next rows have equal scores.
   *
   * @param raised the alerts that are raised
   * @param asked the alerts that were asked for
   */
  record EqualScores(int raised, int asked) implements ThresholdFallback {}

  /**
   * A sentence that an earlier version wrote, or that a table of figures has.
   *
   * @param text the sentence
   */
  record OldSentence(String text) implements ThresholdFallback {
    /** A reason from a file with {@code reason} in it. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public OldSentence {}

    /** Returns the reason that a sentence gives. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OldSentence of(String text) {
      return new OldSentence(text);
    }
  }
}
