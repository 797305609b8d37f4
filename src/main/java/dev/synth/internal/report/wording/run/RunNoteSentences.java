package dev.synth.internal.report.wording.run;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.note.RunNote;
import dev.synth.internal.report.wording.RelationSentences;
import dev.synth.internal.report.wording.RepeatWords;
import dev.synth.internal.report.wording.SplitSentences;
import dev.synth.internal.report.wording.SuspectSentence;
import dev.synth.internal.report.wording.TeacherSentence;
import dev.synth.internal.report.wording.reading.ReadingSentence;
import dev.synth.internal.report.wording.training.SampleSentences;
import dev.synth.internal.report.wording.training.TrainingWarningSentence;
import java.util.List;

/** Something that a run tells while it works, in lines. */
public final class RunNoteSentences {
  private RunNoteSentences() {}

  /** Returns the lines for somebody who watches the run; of long lists a beginning. */
  public static List<String> brief(RunNote note) {
    return note instanceof RunNote.Relations relations
        ? RelationSentences.brief(relations.facts())
        : of(note);
  }

  /** Returns a line each; none where the facts need no word. */
  public static List<String> of(RunNote note) {
    return switch (note) {
      case RunNote.Reading reading -> List.of(ReadingSentence.of(reading.note()));
      case RunNote.Splitting splitting -> SplitSentences.of(splitting.counts());
      case RunNote.Leak leak -> List.of("warning: " + SuspectSentence.of(leak.suspect()));
      case RunNote.Relations relations -> RelationSentences.of(relations.facts());
      case RunNote.UnusedGpu gpu ->
          List.of(
              "The CUDA backend is installed, but no GPU that it serves was found: training uses"
                  + " the CPU.");
      case RunNote.Windows windows ->
          List.of(
              PlainText.of(
                  "the time split has %s; evaluation.repeats has no part in it, and a verdict"
                      + " rests on the days or other blocks of test rows",
                  RepeatWords.fits(windows.windows(), windows.refits())));
      case RunNote.Refits refits ->
          List.of(
              PlainText.of(
                  "the column of the split says the same in every repeat, so that there are %d"
                      + " refits; evaluation.repeats has no part in it, and a verdict rests on the"
                      + " groups or lots of test rows",
                  refits.refits()));
      case RunNote.Training training ->
          List.of("warning: " + TrainingWarningSentence.of(training.warning()));
      case RunNote.BrokenRule broken ->
          List.of(
              PlainText.of(
                  "%d real rare training rows break the rule '%s'", broken.rows(), broken.rule()));
      case RunNote.Teacher teacher -> List.of(TeacherSentence.of(teacher.taught()));
      case RunNote.BrokenMetric broken ->
          List.of(
              PlainText.of(
                  "metric %s broke: %s at %s",
                  broken.metric(), broken.exception(), broken.place()));
      case RunNote.BrokenChart broken ->
          List.of(
              PlainText.of(
                  "a chart is left out (%s), please report it: %s at %s",
                  broken.chart(), broken.exception(), broken.place()));
      case RunNote.Draws draws -> SampleSentences.of(draws);
    };
  }
}
