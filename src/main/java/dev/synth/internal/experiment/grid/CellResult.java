package dev.synth.internal.experiment.grid;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.synth.compare.Choice;
import dev.synth.evaluate.Arm;
import dev.synth.generate.TrainingWarning;
import dev.synth.internal.classify.ensemble.Taught;
import dev.synth.internal.evaluate.ArmImportance;
import dev.synth.internal.evaluate.ThresholdSweep;
import dev.synth.internal.holdout.ScoredArm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result that a finished cell leaves on disk until its repeat is judged. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
  @JsonSubTypes.Type(CellResult.Measured.class),
  @JsonSubTypes.Type(CellResult.Failed.class)
})
public sealed interface CellResult {
  /** Returns what was picked inside the training rows, for the arm {@code auto}; else null. */
  @Nullable Choice pick();

  /**
   * A cell that was computed.
   *
   * @param scored the threshold, and the scores of test rows whose classes are still closed
   * @param fitSeconds how long the generator took to be picked and to fit, which the cells of a
   *     unit share
   * @param drawSeconds how long the rows took to draw, which the classifiers of an arm share
   * @param classifierSeconds how long the classifier took to fit and to score
   * @param scoreMillis how long a row took to score, in milliseconds
   * @param pick what was picked, or null
   * @param warnings what the generator's training warned of, which the cells of a unit share
   * @param importance what columns are worth to the classifier, where that is measured; else null
   * @param sweep what thresholds do on validation rows; null but for the first-listed classifier
   * @param taught how the teacher did that labelled the arm's rows; null where all are called rare
   */
  record Measured(
      ScoredArm scored,
      double fitSeconds,
      double drawSeconds,
      double classifierSeconds,
      double scoreMillis,
      @Nullable Choice pick,
      List<TrainingWarning> warnings,
      @Nullable ArmImportance importance,
      @Nullable ThresholdSweep sweep,
      @Nullable Taught taught)
      implements CellResult {
    public Measured {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * A cell whose rows could not be made.
   *
   * @param arm the arm
   * @param why in a sentence
   * @param pick what was picked, or null
   */
  record Failed(Arm arm, String why, @Nullable Choice pick) implements CellResult {}
}
