package dev.synth.internal.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.bundle.FileScoring;
import dev.synth.internal.bundle.Tally;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoreTextTest {
  private static final String FILE = "scores.csv";
  private static final Tally.Counts NOTHING =
      new Tally.Counts(Set.of(), Set.of(), Map.of(), Map.of(), Map.of(), Map.of());

  private static String text(long rows, long alerts, Tally.Counts odd) {
    return ScoreText.of(new FileScoring.ScoringSummary("m1", rows, alerts, 0.25, odd), FILE, false);
  }

  @Test
  void rowsAndAlertsAreCounted() {
    assertThat(text(12_345, 1234, NOTHING))
        .isEqualTo(
            """
            Scored 12,345 rows; 1,234 alerts are at or above the threshold of 0.250.

            Scores: scores.csv (model m1)
            """);
  }

  @Test
  void oneAndNoneReadWell() {
    assertThat(text(1, 1, NOTHING))
        .startsWith("Scored one row; one alert is at or above the threshold of 0.250.\n");
    assertThat(text(0, 0, NOTHING))
        .startsWith("Scored 0 rows; 0 alerts are at or above the threshold of 0.250.\n");
  }

  @Test
  void whatWasOddIsASentenceEach() {
    Tally.Counts odd =
        new Tally.Counts(
            new TreeSet<>(Set.of("hour", "amount")),
            Set.of("note"),
            Map.of("age", 1L),
            Map.of("place", 1200L),
            Map.of("age", 3L),
            Map.of("sum", 4L));
    assertThat(text(9, 2, odd))
        .isEqualTo(
            """
            Scored 9 rows; 2 alerts are at or above the threshold of 0.250.
            Columns that are not there, scored as missing: amount, hour.
            Columns that the model does not know, not looked at: note.
            Cells of another type, scored as missing: age 1.
            Cells with a level that no fitted row had: place 1,200.
            Missing cells where no fitted row had one: age 3.
            Numbers beyond the range of the fitted rows: sum 4.

            Scores: scores.csv (model m1)
            """);
  }

  @Test
  void manyColumnsAreWrapped() {
    Set<String> many = new TreeSet<>(IntStream.range(0, 60).mapToObj(i -> "column" + i).toList());
    Tally.Counts odd = new Tally.Counts(many, Set.of(), Map.of(), Map.of(), Map.of(), Map.of());
    String text = text(9, 2, odd);
    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    assertThat(text).contains("column59").contains("column0");
  }

  @Test
  void programsGetTheSameFacts() throws IOException {
    String json =
        ScoreText.of(new FileScoring.ScoringSummary("m\"1", 9, 2, 0.25, NOTHING), "a\"b.csv", true);
    JsonNode tree = Json.mapper().readTree(json);
    assertThat(tree.path("scored").asText()).isEqualTo("a\"b.csv");
    assertThat(tree.path("model").asText()).isEqualTo("m\"1");
    assertThat(tree.path("rows").asInt()).isEqualTo(9);
    assertThat(tree.path("alerts").asInt()).isEqualTo(2);
    assertThat(tree.path("odd").path("misfits")).isEqualTo(Json.tree(Collections.emptyMap()));
    assertThat(tree.path("odd").path("missing_columns")).isEqualTo(Json.tree(List.of()));
  }
}
