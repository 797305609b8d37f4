package dev.synth.internal.experiment.production;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.base.Remedy;
import dev.synth.compare.Verdict;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Baseline;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.internal.experiment.arm.Source;
import dev.synth.internal.experiment.pick.Augmenting;
import dev.synth.internal.experiment.pick.AutoCandidates;
import dev.synth.internal.experiment.pick.BestFree;
import dev.synth.internal.note.FitNote;
import dev.synth.run.FitRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Chooses the arm that is fitted for use. */
final class ArmChooser {
  private final FitRequest request;
  private final ExperimentConfig config;
  private final EvaluationOptions options;
  private final Context context;
  private final Consumer<FitNote> notes;

  /**
   * A chooser.
   *
   * @param notes is told what was decided
   */
  ArmChooser(FitRequest request, Context context, Consumer<FitNote> notes) {
    this.request = request;
    this.config = request.run().config();
    this.options = Augmenting.options(config);
    this.context = context;
    this.notes = notes;
  }

  /**
   * Returns the arm that the request names, or the one that earned the verdict, or {@code none}.
   *
   * @param judged the finished run of the config, if there is one
   * @throws Problem (usage) if the named arm has not earned its verdict, unless that was waived
   */
  ArmToFit choose(Optional<JudgedRun> judged) {
    String named = request.arm();
    if (named == null) {
      return judged
          .flatMap(JudgedRun::winner)
          .map(arm -> winner(arm, judged.get()))
          .orElseGet(() -> none(judged));
    }
    Source source = ArmSources.find(named, config);
    Arm arm = source.arms().getFirst().arm();
    Optional<Verdict> verdict = judged.flatMap(run -> run.verdict(arm));
    boolean isEarned = verdict.filter(Verdict.Uplift.class::isInstance).isPresent();
    if (!isEarned && !arm.equals(Arm.NONE) && !request.unjudged()) {
      throw judged
          .map(run -> run.unjudged(arm))
          .orElseGet(
              () ->
                  Problem.usage(
                          "no finished run of this config has a verdict on the arm '%s'",
                          arm.label())
                      .remedy(Remedy.UNJUDGED));
    }
    return new ArmToFit(
        source, verdict.orElse(null), verdict.isEmpty() ? null : judged.get().name());
  }

  private ArmToFit winner(Arm arm, JudgedRun run) {
    return new ArmToFit(
        ArmSources.find(arm.label(), config), run.verdict(arm).orElse(null), run.name());
  }

  private ArmToFit none(Optional<JudgedRun> judged) {
    notes.accept(
        judged.<FitNote>map(run -> new FitNote.NoUplift(run.name())).orElseGet(FitNote.NoRun::new));
    return new ArmToFit(Source.of(Baseline.NONE), null, judged.map(JudgedRun::name).orElse(null));
  }

  /** Returns the arm that a procedure picks inside the rows, where the chosen arm is one. */
  ArmToFit picked(ArmToFit choice, FittingRows rows) {
    Arm arm = choice.arm().arm();
    if (!choice.arm().isPicked()) {
      return choice;
    }
    if (arm.role() == Arm.Role.AUTO) {
      Augmenting.Chosen chosen =
          new Augmenting(config, rows.all(), null)
              .choose(
                  new Augmenting.Contestants(null, AutoCandidates.all()),
                  request.run().jobs(),
                  context.progress());
      notes.accept(new FitNote.PickedByAuto(chosen.arm().label()));
      return choice.with(named(chosen.source(), chosen.arm()));
    }
    boolean soft = choice.arm().isTaught();
    List<Source> candidates = BestFree.candidates(soft);
    String name = options.classifierNames().getFirst();
    try (Progress.Stage stage = context.progress().stage("choosing", 1, "contests")) {
      var best =
          new BestFree(config, name, request.run().jobs(), stage).pick(candidates, rows.all());
      Source source = best.source(arm);
      notes.accept(new FitNote.PickedAsFree(source.arms().getFirst().arm().label()));
      return choice.with(source);
    }
  }

  /** Gives what was picked its own name. */
  private static Source named(Source source, Arm arm) {
    return new Source(source.name(), source.options(), List.of(source.arms().getFirst().as(arm)));
  }
}
