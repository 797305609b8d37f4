package dev.synth.internal.report.wording.run;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.note.FitNote;
import dev.synth.internal.report.wording.metric.FallbackWords;
import dev.synth.internal.report.wording.training.TrainingWarningSentence;

/** Something that fitting a model for use decided or warns of, in a sentence. */
public final class FitNoteSentence {
  private FitNoteSentence() {}

  /** Returns the sentence, without a capital letter and a full stop. */
  public static String of(FitNote note) {
    return switch (note) {
      case FitNote.NoUplift no ->
          PlainText.of("no arm of run '%s' has the verdict uplift, so 'none' is fitted", no.run());
      case FitNote.NoRun no ->
          "there is no finished run of this config here, so no arm has a verdict and 'none' is"
              + " fitted";
      case FitNote.PickedByAuto picked -> "auto picked " + picked.arm();
      case FitNote.PickedAsFree picked -> "best-free picked what adds " + picked.arm();
      case FitNote.Sample sample ->
          PlainText.of(
              "%,d other rows stand for %,d; %,d of them, at one rate throughout, are fitted on,"
                  + " and threshold, probabilities and reference count each as what it stands for",
              sample.others(), sample.standFor(), sample.fitted());
      case FitNote.Training training -> TrainingWarningSentence.of(training.warning());
      case FitNote.OtherThreshold other -> "the threshold: " + FallbackWords.of(other.why());
      case FitNote.OldSentence told -> told.text();
    };
  }
}
