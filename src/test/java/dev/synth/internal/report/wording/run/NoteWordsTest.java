package dev.synth.internal.report.wording.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.evaluate.ThresholdFallback;
import dev.synth.generate.TrainingWarning;
import dev.synth.internal.base.Json;
import dev.synth.internal.classify.ensemble.Taught;
import dev.synth.internal.note.FitNote;
import dev.synth.internal.note.RunNote;
import dev.synth.internal.profile.Suspect;
import dev.synth.internal.relation.RelationFacts;
import dev.synth.split.SplitCounts;
import dev.synth.table.reading.LabelNote;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The lines are those that versions before the facts wrote. */
class NoteWordsTest {
  private static final Map<RunNote, List<String>> OF_RUNS =
      Map.ofEntries(
          Map.entry(
              new RunNote.Reading(new LabelNote.Unlabelled(2)),
              List.of("2 rows without a label are left out")),
          Map.entry(new RunNote.Splitting(new SplitCounts(0, false, 0, 0, 0)), List.of()),
          Map.entry(
              new RunNote.Splitting(new SplitCounts(7, false, 3, 4, 5)),
              List.of(
                  "3 rows repeat an earlier row and were dropped",
                  "4 rows fell into the gaps of the split and were dropped",
                  "5 rows have no time and were dropped")),
          Map.entry(
              new RunNote.Splitting(new SplitCounts(7, false, 0, 0, 0, 2)),
              List.of("2 rows equal one of a later part and were dropped")),
          Map.entry(
              new RunNote.Leak(new Suspect("status", 0.98765)),
              List.of(
                  "warning: 'status' looks like the label in disguise: alone it ranks the rare rows"
                      + " with an average precision of 0.988; exclude it unless it is known before"
                      + " the label is")),
          Map.entry(
              new RunNote.Relations(
                  new RelationFacts(List.of("a <= b"), List.of(), List.of(), List.of(), List.of())),
              List.of(
                  "1 relation holds in all training rows, and synthetic rows keep it (relations:"
                      + " off, or {ignore: [...]}, for those by chance); as 'rules':",
                  "  - a <= b")),
          Map.entry(
              new RunNote.UnusedGpu(),
              List.of(
                  "The CUDA backend is installed, but no GPU that it serves was found: training"
                      + " uses the CPU.")),
          Map.entry(
              new RunNote.Windows(2, 3),
              List.of(
                  "the time split has 2 windows × 3 refits; evaluation.repeats has no part in it,"
                      + " and a verdict rests on the days or other blocks of test rows")),
          Map.entry(
              new RunNote.Refits(3),
              List.of(
                  "the column of the split says the same in every repeat, so that there are 3"
                      + " refits; evaluation.repeats has no part in it, and a verdict rests on the"
                      + " groups or lots of test rows")),
          Map.entry(
              new RunNote.Training(new TrainingWarning.OldSentence("it collapsed")),
              List.of("warning: it collapsed")),
          Map.entry(
              new RunNote.BrokenRule("amount > 0", 3),
              List.of("3 real rare training rows break the rule 'amount > 0'")),
          Map.entry(
              new RunNote.Teacher(new Taught(true, 0.75, "xgboost", 0.5, List.of())),
              List.of(
                  "average precision of the teacher in folds of the training rows 0.750, of xgboost"
                      + " 0.500")),
          Map.entry(
              new RunNote.BrokenMetric("mean_ks", "IllegalStateException: no axis", "Ks.java:1"),
              List.of("metric mean_ks broke: IllegalStateException: no axis at Ks.java:1")),
          Map.entry(
              new RunNote.BrokenChart("map", "IllegalStateException: no axis", "Map.java:1"),
              List.of(
                  "a chart is left out (map), please report it: IllegalStateException: no axis at"
                      + " Map.java:1")),
          Map.entry(new RunNote.Draws(1000, Map.of(), 0), List.of()),
          Map.entry(
              new RunNote.Draws(20_000, Map.of("a < b", 12_000L), 10_000),
              List.of(
                  "40.0 % of 20,000 draws were accepted; 'a < b' rejected most of the others"
                      + " (12,000)",
                  "the first 10,000 of 12,000 rejected draws are kept")));

  private static final Map<FitNote, String> OF_FITS =
      Map.of(
          new FitNote.NoUplift("r-1"),
          "no arm of run 'r-1' has the verdict uplift, so 'none' is fitted",
          new FitNote.NoRun(),
          "there is no finished run of this config here, so no arm has a verdict and 'none' is"
              + " fitted",
          new FitNote.PickedByAuto("vae, ratio 0.1"),
          "auto picked vae, ratio 0.1",
          new FitNote.PickedAsFree("duplicates"),
          "best-free picked what adds duplicates",
          new FitNote.Sample(500, 900, 20_000),
          "900 other rows stand for 20,000; 500 of them, at one rate throughout, are fitted on, and"
              + " threshold, probabilities and reference count each as what it stands for",
          new FitNote.Training(new TrainingWarning.OldSentence("it collapsed")),
          "it collapsed",
          new FitNote.OtherThreshold(new ThresholdFallback.OldSentence("there are fewer rows")),
          "the threshold: there are fewer rows",
          new FitNote.OldSentence("as it was told"),
          "as it was told");

  @Test
  void everyNoteHasItsWords() {
    OF_RUNS.forEach((note, lines) -> assertThat(RunNoteSentences.of(note)).isEqualTo(lines));
    OF_FITS.forEach((note, text) -> assertThat(FitNoteSentence.of(note)).isEqualTo(text));
    assertThat(OF_RUNS.keySet())
        .extracting(note -> (Object) note.getClass())
        .contains((Object[]) RunNote.class.getPermittedSubclasses());
    assertThat(OF_FITS.keySet())
        .extracting(note -> (Object) note.getClass())
        .contains((Object[]) FitNote.class.getPermittedSubclasses());
  }

  @Test
  void jsonHasTheFactsAndTheWordsAndReadsBack() {
    List<RunNote> ofRuns = List.copyOf(OF_RUNS.keySet());
    JsonNode run = NoteJson.ofRun(ofRuns);
    assertThat(Json.mapper().convertValue(run, new TypeReference<List<RunNote>>() {}))
        .isEqualTo(ofRuns);
    assertThat(run.findValuesAsText("text"))
        .containsAll(OF_RUNS.values().stream().map(lines -> String.join("\n", lines)).toList());

    List<FitNote> ofFits = List.copyOf(OF_FITS.keySet());
    JsonNode fit = NoteJson.ofFit(ofFits);
    assertThat(Json.mapper().convertValue(fit, new TypeReference<List<FitNote>>() {}))
        .isEqualTo(ofFits);
    assertThat(fit.findValuesAsText("text")).containsAll(OF_FITS.values());
  }

  @Test
  void sentencesOfAnEarlierBundleAreKept() throws IOException {
    assertThat(
            Json.mapper().readValue("[\"auto picked vae\"]", new TypeReference<List<FitNote>>() {}))
        .containsExactly(new FitNote.OldSentence("auto picked vae"));
  }
}
