package dev.synth.generate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * A likely fault of a trained generator, as facts. In JSON {@code kind} says which it is; runs of
 * earlier versions have a sentence in its place.
 */
@JsonTypeInfo(
    use = JsonTypeInfo.Id.NAME,
    property = "kind",
    defaultImpl = TrainingWarning.OldSentence.class)
@JsonIgnoreProperties(ignoreUnknown = true) // such as the words that a report added
@JsonSubTypes({
  @JsonSubTypes.Type(value = TrainingWarning.Collapse.class, name = "collapse"),
  @JsonSubTypes.Type(value = TrainingWarning.FlatColumns.class, name = "flat_columns"),
  @JsonSubTypes.Type(value = TrainingWarning.Memorisation.class, name = "memorisation"),
  @JsonSubTypes.Type(value = TrainingWarning.EmptyCodes.class, name = "empty_codes"),
  @JsonSubTypes.Type(value = TrainingWarning.OldSentence.class, name = "told")
})
public sealed interface TrainingWarning {
  /** Returns the warning that others of its kind are equal to: the same without its numbers. */
  default TrainingWarning withoutNumbers() {
    return switch (this) {
      case Collapse collapse -> new Collapse(0);
      case FlatColumns columns -> columns;
      case Memorisation memorisation -> new Memorisation(0);
      case EmptyCodes codes -> new EmptyCodes(0);
      case OldSentence told -> told;
    };
  }

  /**
   * Draws that vary far less than the rows learned from, over all columns.
   *
   * @param varianceShare their variance, as a share of the real rows'
   */
  record Collapse(double varianceShare) implements TrainingWarning {}

  /**
   * Columns in which the draws hardly vary.
   *
   * @param columns their names, at least one
   */
  record FlatColumns(List<String> columns) implements TrainingWarning {
    public FlatColumns {
      columns = List.copyOf(columns);
    }
  }

  /**
   * Draws that lie nearer to the rows learned from than other real rows do.
   *
   * @param share the share of comparisons in which a draw lies nearer; half is usual
   */
  record Memorisation(double share) implements TrainingWarning {}

  /**
   * Codes of an autoencoder that say nothing about their rows.
   *
   * @param nats what a code tells of its row, in nats
   */
  record EmptyCodes(double nats) implements TrainingWarning {}

  /**
   * A sentence that an earlier version wrote.
   *
   * @param text the sentence
   */
  record OldSentence(String text) implements TrainingWarning {
    /** A warning from a file with {@code kind} in it. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public OldSentence {}

    /** Returns the warning that a sentence of an earlier version is. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OldSentence of(String text) {
      return new OldSentence(text);
    }
  }
}
