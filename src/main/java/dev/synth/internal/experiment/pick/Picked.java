package dev.synth.internal.experiment.pick;

import dev.synth.compare.CandidateScore;
import dev.synth.compare.Choice;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Baseline;
import dev.synth.internal.experiment.arm.ArmPlan;
import dev.synth.internal.experiment.arm.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pick of a procedure inside training rows.
 *
 * @param candidate the pick
 * @param averagePrecision its mean over folds; null where nothing was tried
 * @param scores how all candidates did, {@code none} first
 * @param inFolds average precision fold by fold of those that were tried, by the label of the arm,
 *     {@code none} first: by these another rule can be replayed
 */
public record Picked(
    ArmCandidate candidate,
    @Nullable Double averagePrecision,
    List<CandidateScore> scores,
    Map<String, List<Double>> inFolds) {
  /** Adds nothing. */
  static final ArmCandidate NOTHING =
      new ArmCandidate(AutoCandidates.NONE, Source.of(Baseline.NONE));

  /**
   * An arm that may be picked.
   *
   * @param arm the arm
   * @param source where its rows come from
   */
  record ArmCandidate(ArmPlan arm, Source source) {}

  public Picked {
    scores = List.copyOf(scores);
    inFolds = Collections.unmodifiableMap(new LinkedHashMap<>(inFolds));
  }

  /** Nothing is picked, since nothing could be tried. */
  static Picked nothing(List<Source> candidates, String why) {
    List<CandidateScore> scores = new ArrayList<>(List.of(CandidateScore.ofUntried(Arm.NONE, why)));
    for (Source source : candidates) {
      source.arms().forEach(arm -> scores.add(CandidateScore.ofUntried(arm.arm(), why)));
    }
    return new Picked(NOTHING, null, scores, Map.of());
  }

  /**
   * Returns what does for the procedure's arm what the pick does, with the same random numbers: its
   * rows are those of the arm that was picked.
   *
   * @param procedure the arm whose rows and fits were picked
   */
  public Source source(Arm procedure) {
    Source own = candidate.source();
    ArmPlan arm = candidate.arm();
    // a baseline's stream says so itself, and best-free's teachers had their gate in the folds too
    return procedure.role() == Arm.Role.BASELINE
        ? new Source(own.name(), own.options(), List.of(arm.as(procedure)))
        : new Source(own.stream(), own.options(), List.of(arm.admittedAs(procedure)));
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
