package dev.synth.internal.note;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.synth.evaluate.ThresholdFallback;
import dev.synth.generate.TrainingWarning;

/**
 * Something that fitting a model for use decided or warns of, as facts. In JSON {@code kind} says
 * which it is; bundles of earlier versions have a sentence in its place.
 */
@JsonTypeInfo(
    use = JsonTypeInfo.Id.NAME,
    property = "kind",
    defaultImpl = FitNote.OldSentence.class)
@JsonIgnoreProperties(ignoreUnknown = true) // such as the words that a report added
@JsonSubTypes({
  @JsonSubTypes.Type(FitNote.NoUplift.class),
  @JsonSubTypes.Type(FitNote.NoRun.class),
  @JsonSubTypes.Type(FitNote.PickedByAuto.class),
  @JsonSubTypes.Type(FitNote.PickedAsFree.class),
  @JsonSubTypes.Type(FitNote.Sample.class),
  @JsonSubTypes.Type(FitNote.Training.class),
  @JsonSubTypes.Type(FitNote.OtherThreshold.class),
  @JsonSubTypes.Type(FitNote.OldSentence.class)
})
public sealed interface FitNote {
  /**
   * A finished run without an arm that has the verdict uplift, so that the one without added rows
   * is fitted.
   *
   * @param run the run's name
   */
  @JsonTypeName("no_uplift")
  record NoUplift(String run) implements FitNote {}

  /** No finished run of the config, so that the arm without added rows is fitted. */
  @JsonTypeName("no_run")
  record NoRun() implements FitNote {}

  /**
   * The arm that {@code auto} picked.
   *
   * @param arm its label
   */
  @JsonTypeName("picked_by_auto")
  record PickedByAuto(String arm) implements FitNote {}

  /**
   * The free baseline that {@code best-free} picked.
   *
   * @param arm its label
   */
  @JsonTypeName("picked_as_free")
  record PickedAsFree(String arm) implements FitNote {}

  /**
   * Rows that are a sample of more.
   *
   * @param fitted how many others than rare rows the model is fitted on
   * @param others how many there are
   * @param standFor how many rows these stand for
   */
  @JsonTypeName("sample")
  record Sample(int fitted, int others, long standFor) implements FitNote {}

  /** A likely fault of the trained generator. */
  @JsonTypeName("training")
  record Training(TrainingWarning warning) implements FitNote {}

  /** A threshold that is not what its rule asked for. */
  @JsonTypeName("other_threshold")
  record OtherThreshold(ThresholdFallback why) implements FitNote {}

  /**
   * A sentence that an earlier version wrote.
   *
   * @param text the sentence
   */
  @JsonTypeName("told")
  record OldSentence(String text) implements FitNote {
    /** A note from a file with {@code kind} in it. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public OldSentence {}

    /** Returns the note that a sentence of an earlier version is. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OldSentence of(String text) {
      return new OldSentence(text);
    }
  }
}
