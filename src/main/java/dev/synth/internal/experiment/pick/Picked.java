package dev.synth.internal.experiment.pick;

import dev.synth.compare.CandidateScore;
import dev.synth.compare.Choice;
import dev.synth.evaluate.Arm;
import dev.synth.generate.GeneratorOptions;
import dev.synth.internal.experiment.arm.ArmPlan;
import dev.synth.internal.experiment.arm.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pick of a procedure inside training rows.
 *
 * @param candidate the pick
 * @param averagePrecision its mean over folds; null where nothing was tried
 * @param scores how all candidates did, {@code none} first
 */
public record Picked(
    Candidate candidate, @Nullable Double averagePrecision, List<CandidateScore> scores) {
  /** Adds nothing. */
  static final Candidate NOTHING = new Candidate(AutoCandidates.NONE, null);

  /** An arm and the generator of its rows, or null where it adds none. */
  record Candidate(ArmPlan arm, @Nullable GeneratorOptions options) {}

  public Picked {
    scores = List.copyOf(scores);
  }

  /** Nothing is picked, since nothing could be tried. */
  static Picked nothing(List<Source> candidates, String why) {
    List<CandidateScore> scores = new ArrayList<>(List.of(CandidateScore.ofUntried(Arm.NONE, why)));
    for (Source source : candidates) {
      source.arms().forEach(arm -> scores.add(CandidateScore.ofUntried(arm.arm(), why)));
    }
    return new Picked(NOTHING, null, scores);
  }

  /**
   * Returns what does for the procedure's arm what the pick does.
   *
   * @param procedure the arm whose rows and fits were picked
   */
  public Source source(Arm procedure) {
    return new Source(
        procedure.name(), candidate.options(), List.of(candidate.arm().as(procedure)));
  }

  /** Returns the pick for a repeat's record. */
  public Choice choice(int repeat, Arm procedure) {
    return new Choice(
        repeat,
        procedure.rareRows(),
        procedure.name(),
        candidate.arm().arm().withRareRows(procedure.rareRows()),
        averagePrecision);
  }
}
