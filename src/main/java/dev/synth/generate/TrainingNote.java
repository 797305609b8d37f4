package dev.synth.generate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * A decision that a trainer took by itself, as facts. In JSON {@code kind} says which it is; runs
 * of earlier versions have a sentence in its place.
 */
@JsonTypeInfo(
    use = JsonTypeInfo.Id.NAME,
    property = "kind",
    defaultImpl = TrainingNote.OldSentence.class)
@JsonIgnoreProperties(ignoreUnknown = true) // such as the words that a report added
@JsonSubTypes({
  @JsonSubTypes.Type(value = TrainingNote.FewerSteps.class, name = "fewer_steps"),
  @JsonSubTypes.Type(value = TrainingNote.ChosenSteps.class, name = "chosen_steps"),
  @JsonSubTypes.Type(value = TrainingNote.NothingHeldBack.class, name = "nothing_held_back"),
  @JsonSubTypes.Type(value = TrainingNote.RowsInDanger.class, name = "rows_in_danger"),
  @JsonSubTypes.Type(value = TrainingNote.NoRowInDanger.class, name = "no_row_in_danger"),
  @JsonSubTypes.Type(value = TrainingNote.NoOtherClassNear.class, name = "no_other_class_near"),
  @JsonSubTypes.Type(value = TrainingNote.DrawnAsSmoteNc.class, name = "drawn_as_smote_nc"),
  @JsonSubTypes.Type(value = TrainingNote.FewNeighbours.class, name = "few_neighbours"),
  @JsonSubTypes.Type(value = TrainingNote.GrownForests.class, name = "grown_forests"),
  @JsonSubTypes.Type(value = TrainingNote.OldSentence.class, name = "told")
})
public sealed interface TrainingNote {
  /**
   * Fewer steps than asked for, since rows are wide.
   *
   * @param steps the steps that were left, at most
   * @param asked the steps that were asked for
   * @param width how many encoded numbers a row is
   */
  record FewerSteps(int steps, int asked, int width) implements TrainingNote {}

  /**
   * The number of steps that held-back rows chose.
   *
   * @param heldBack how many rare rows were held back
   * @param rareRows how many rare training rows there are
   * @param steps the number that was chosen
   * @param most how many there could have been
   * @param areaUnderCurve how well a forest told drawn rows from the held-back ones, in [0.5, 1]
   */
  record ChosenSteps(int heldBack, int rareRows, int steps, int most, double areaUnderCurve)
      implements TrainingNote {}

  /**
   * Too few rare rows to hold some back, although that was asked for.
   *
   * @param rareRows how many rare training rows there are
   * @param steps how many steps were taken
   */
  record NothingHeldBack(int rareRows, int steps) implements TrainingNote {}

  /**
   * The rows that Borderline-SMOTE draws from.
   *
   * @param inDanger how many rare rows have mostly, but not only, rows of the other class near
   * @param rareRows how many rare training rows there are
   */
  record RowsInDanger(int inDanger, int rareRows) implements TrainingNote {}

  /** No row is in danger, so that Borderline-SMOTE draws from all. */
  record NoRowInDanger() implements TrainingNote {}

  /** No rare row has a row of the other class near, so that ADASYN draws from all alike. */
  record NoOtherClassNear() implements TrainingNote {}

  /**
   * Categories in a table for a kind that is for numbers alone, so that it draws as SMOTE-NC does.
   *
   * @param generator the kind that was asked for
   * @param columns the categorical columns
   */
  record DrawnAsSmoteNc(String generator, List<String> columns) implements TrainingNote {
    public DrawnAsSmoteNc {
      columns = List.copyOf(columns);
    }
  }

  /**
   * Fewer rare rows than a row is to have neighbours.
   *
   * @param rareRows how many rare training rows there are
   * @param neighbours how many neighbours were asked for
   */
  record FewNeighbours(int rareRows, int neighbours) implements TrainingNote {}

  /**
   * The forests that were grown until the draws of one could hardly be told from real rows.
   *
   * @param grown how many
   * @param kept which of them the model is, from 1
   * @param accuracy out of bag, with which the next one told its draws from real rows, in [0, 1]
   */
  record GrownForests(int grown, int kept, double accuracy) implements TrainingNote {}

  /**
   * A sentence that an earlier version wrote.
   *
   * @param text the sentence
   */
  record OldSentence(String text) implements TrainingNote {
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
