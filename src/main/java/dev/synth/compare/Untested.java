package dev.synth.compare;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.synth.evaluate.Unmeasured;
import dev.synth.split.TestBlocks;
import org.jspecify.annotations.Nullable;

/**
 * The reason why a difference, a saving or a real-row equivalent has no interval, or is not known
 * at all. In JSON {@code reason} says which it is; runs of earlier versions have a sentence in its
 * place.
 */
@JsonTypeInfo(
    use = JsonTypeInfo.Id.NAME,
    property = "reason",
    defaultImpl = Untested.OldSentence.class)
@JsonIgnoreProperties(ignoreUnknown = true) // such as the words that a report added
@JsonSubTypes({
  @JsonSubTypes.Type(value = Untested.NotMeasured.class, name = "not_measured"),
  @JsonSubTypes.Type(value = Untested.OneRepeat.class, name = "one_repeat"),
  @JsonSubTypes.Type(value = Untested.NoVariation.class, name = "no_variation"),
  @JsonSubTypes.Type(value = Untested.UnknownBlocks.class, name = "unknown_blocks"),
  @JsonSubTypes.Type(value = Untested.FewBlocks.class, name = "few_blocks"),
  @JsonSubTypes.Type(value = Untested.FewRareRows.class, name = "few_rare_rows"),
  @JsonSubTypes.Type(value = Untested.OtherMeasure.class, name = "other_measure"),
  @JsonSubTypes.Type(value = Untested.FlatCurve.class, name = "flat_curve"),
  @JsonSubTypes.Type(value = Untested.UntestedCurve.class, name = "untested_curve"),
  @JsonSubTypes.Type(value = Untested.NoIntervalByTime.class, name = "no_interval_by_time"),
  @JsonSubTypes.Type(value = Untested.OldSentence.class, name = "told")
})
public sealed interface Untested {
  /**
   * An arm has no figure in some repeat.
   *
   * @param skipped why
   */
  record NotMeasured(Unmeasured skipped) implements Untested {}

  /** One repeat alone has no variation to be seen. */
  record OneRepeat() implements Untested {}

  /**
   * All differences are equal.
   *
   * @param between between what
   */
  record NoVariation(Parts between) implements Untested {
    /** The parts that differences are taken of. */
    public enum Parts {
      /** Repeats at random. */
      REPEATS,
      /** Blocks of test rows, in splits by time. */
      BLOCKS
    }
  }

  /** A split by time whose test blocks are not on record. */
  record UnknownBlocks() implements Untested {}

  /**
   * The test rows of a split by time fall into few blocks.
   *
   * @param blocks how many there are
   * @param unit what a block is
   * @param fewest how many a verdict takes
   */
  record FewBlocks(int blocks, TestBlocks.Unit unit, int fewest) implements Untested {}

  /**
   * A test window has few rare rows.
   *
   * @param rareRows how many, in the window that has fewest
   * @param fewest how many a verdict takes
   */
  record FewRareRows(int rareRows, int fewest) implements Untested {}

  /** In splits by time only average precision is tested. */
  record OtherMeasure() implements Untested {}

  /**
   * The learning curve does not clearly rise, so that no number of real rows can be read off it.
   *
   * @param from the smaller number of real rare rows
   * @param to the largest number of real rare rows
   * @param change the change in average precision from one to the other
   * @param standardError its standard error
   */
  record FlatCurve(int from, int to, double change, double standardError) implements Untested {}

  /**
   * The rise of the learning curve could not be tested.
   *
   * @param rise why, or null
   */
  record UntestedCurve(@Nullable Untested rise) implements Untested {}

  /** A real-row equivalent is known, and in splits by time it has no interval. */
  record NoIntervalByTime() implements Untested {}

  /**
   * A sentence that an earlier version wrote.
   *
   * @param text the sentence
   */
  record OldSentence(String text) implements Untested {
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
