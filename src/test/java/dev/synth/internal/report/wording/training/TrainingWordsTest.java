package dev.synth.internal.report.wording.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.generate.TrainingLog;
import dev.synth.generate.TrainingNote;
import dev.synth.generate.TrainingWarning;
import dev.synth.internal.base.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingWordsTest {
  /** Every note, and its sentence. */
  private static final Map<TrainingNote, String> NOTES =
      Map.ofEntries(
          Map.entry(
              new TrainingNote.FewerSteps(1200, 4000, 1500),
              "trained for 1,200 steps and not 4,000, since a row is 1,500 encoded numbers wide"),
          Map.entry(
              new TrainingNote.ChosenSteps(40, 200, 80, 400, 0.534),
              "40 of 200 rare rows were held back and chose 80 steps of at most 400: a forest told"
                  + " drawn rows from them with an area under the curve of 0.53"),
          Map.entry(
              new TrainingNote.NothingHeldBack(39, 120),
              "39 rare rows are too few to hold some back: trained for all 120 steps"),
          Map.entry(new TrainingNote.RowsInDanger(2, 5), "2 of 5 rare rows are in danger"),
          Map.entry(
              new TrainingNote.NoRowInDanger(),
              "no rare row is in danger: drawn from all of them, as smote draws"),
          Map.entry(
              new TrainingNote.NoOtherClassNear(),
              "no rare row has another class near: drawn from all of them, as smote draws"),
          Map.entry(
              new TrainingNote.DrawnAsSmoteNc("smote", List.of("c0", "c1")),
              "smote is for numbers alone, and c0, c1 are categorical: drawn as smote-nc draws"),
          Map.entry(
              new TrainingNote.DrawnAsSmoteNc("adasyn", List.of("city")),
              "adasyn is for numbers alone, and city is categorical: drawn as smote-nc draws"),
          Map.entry(
              new TrainingNote.FewNeighbours(1, 5),
              "1 rare rows are too few for 5 neighbours each: the row is repeated"),
          Map.entry(
              new TrainingNote.FewNeighbours(4, 5),
              "4 rare rows are too few for 5 neighbours each: all others are a row's neighbours"),
          Map.entry(
              new TrainingNote.GrownForests(3, 2, 0.4817),
              "grew 3 forests and kept number 2, whose draws the next one told from real rows with"
                  + " an out-of-bag accuracy of 0.482"),
          Map.entry(new TrainingNote.OldSentence("as it was told"), "as it was told"));

  /** Every warning, and its sentence. */
  private static final Map<TrainingWarning, String> WARNINGS =
      Map.of(
          new TrainingWarning.Collapse(0.034),
          "the model has collapsed: its draws have 3 % of the real rows' variance; a smaller"
              + " learning_rate or more steps may help",
          new TrainingWarning.FlatColumns(List.of("age")),
          "the draws hardly vary in age: they have less than a tenth of the real rows' variance",
          new TrainingWarning.FlatColumns(List.of("a", "b", "c", "d", "e", "f", "g")),
          "the draws hardly vary in a, b, c, d, e and 2 other columns: they have less than a tenth"
              + " of the real rows' variance",
          new TrainingWarning.Memorisation(0.978),
          "the model has memorised training rows: in 98 % of comparisons a draw lies nearer to a"
              + " training row than a held-back real row does (50 % would be usual); scope: all,"
              + " fewer steps or a smaller network may help",
          new TrainingWarning.EmptyCodes(0.0123),
          "the codes say nothing about their rows (0.012 nats a row), so that draws are as if"
              + " columns were independent; a smaller beta or more steps may help",
          new TrainingWarning.OldSentence("as it was told"),
          "as it was told");

  @Test
  void everyNoteAndWarningHasItsSentence() {
    NOTES.forEach((note, text) -> assertThat(TrainingNoteSentence.of(note)).isEqualTo(text));
    WARNINGS.forEach((own, text) -> assertThat(TrainingWarningSentence.of(own)).isEqualTo(text));
    assertThat(NOTES.keySet())
        .extracting(note -> (Object) note.getClass())
        .contains((Object[]) TrainingNote.class.getPermittedSubclasses());
    assertThat(WARNINGS.keySet())
        .extracting(warning -> (Object) warning.getClass())
        .contains((Object[]) TrainingWarning.class.getPermittedSubclasses());
  }

  @Test
  void aFileHasTheFactsAndTheWordsAndReadsBack() throws IOException {
    TrainingLog log =
        new TrainingLog(List.of(), 80, List.copyOf(NOTES.keySet()), List.copyOf(WARNINGS.keySet()));
    String json = TrainingJson.write(log);
    assertThat(Json.mapper().readValue(json, TrainingLog.class)).isEqualTo(log);
    NOTES.values().forEach(text -> assertThat(json).contains("\"text\": \"" + text));
    WARNINGS.values().forEach(text -> assertThat(json).contains("\"text\": \"" + text));
  }

  @Test
  void sentencesOfAnEarlierVersionAreKept() throws IOException {
    TrainingLog old =
        Json.mapper()
            .readValue(
                """
                {"curves": [], "steps": 0, "notes": ["grew 3"], "warnings": ["it collapsed"]}
                """,
                TrainingLog.class);
    assertThat(old.notes()).containsExactly(new TrainingNote.OldSentence("grew 3"));
    assertThat(old.warnings()).containsExactly(new TrainingWarning.OldSentence("it collapsed"));
  }

  /** Repeats count a warning once where its numbers alone differ. */
  @Test
  void warningsAreOfOneKindWhateverTheirNumbers() {
    assertThat(new TrainingWarning.Collapse(0.1).withoutNumbers())
        .isEqualTo(new TrainingWarning.Collapse(0.2).withoutNumbers())
        .isNotEqualTo(new TrainingWarning.Memorisation(0.1).withoutNumbers());
    assertThat(new TrainingWarning.EmptyCodes(0.1).withoutNumbers())
        .isEqualTo(new TrainingWarning.EmptyCodes(0.2).withoutNumbers());
    assertThat(new TrainingWarning.FlatColumns(List.of("x1")).withoutNumbers())
        .isNotEqualTo(new TrainingWarning.FlatColumns(List.of("x2")).withoutNumbers());
  }
}
