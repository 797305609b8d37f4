package dev.synth.internal.bundle;

import dev.synth.evaluate.Threshold;
import dev.synth.internal.note.FitNote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts that a bundle gives about its model, for people and for monitors.
 *
 * @param name the config's name
 * @param arm what was fitted, such as {@code vae, ratio 0.1, soft labels}
 * @param verdict the verdict that the arm has, in a word; null where it has none
 * @param run the finished run whose verdict it is; null where no run was asked
 * @param classifier the classifier
 * @param threshold rows whose score is at least its value are alerts
 * @param rule the rule that chose the threshold
 * @param calibration how probabilities were made of scores
 * @param fitted how many rows the model was fitted on
 * @param fittedRare how many of them are rare
 * @param addedRows how many synthetic rows joined them
 * @param outOfFold how the arm did on rows that it had not learned from
 * @param notes what fitting decided and warns of
 */
public record BundleFacts(
    String name,
    String arm,
    @Nullable String verdict,
    @Nullable String run,
    String classifier,
    Threshold threshold,
    String rule,
    String calibration,
    int fitted,
    int fittedRare,
    int addedRows,
    OutOfFold outOfFold,
    List<FitNote> notes) {
  public BundleFacts {
    notes = List.copyOf(notes);
  }

  /**
   * Figures of rows that were scored by a model that had not learned from them. They chose the
   * threshold, so they are no test of it.
   *
   * @param folds how many folds
   * @param rows how many rows were scored
   * @param rare how many of them are rare
   * @param averagePrecision of the scores
   * @param recall at the threshold
   * @param precision at the threshold; null without alerts
   * @param alertsPer1000 alerts a thousand rows, at the threshold
   */
  public record OutOfFold(
      int folds,
      int rows,
      int rare,
      double averagePrecision,
      double recall,
      @Nullable Double precision,
      double alertsPer1000) {}
}
