package dev.synth.internal.report.wording.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.evaluate.MetricValue;
import dev.synth.evaluate.ThresholdFallback;
import dev.synth.evaluate.Unmeasured;
import dev.synth.internal.base.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FigureWordsTest {
  private static final Unmeasured.TooFewFalseAlarms FEW =
      new Unmeasured.TooFewFalseAlarms(0.01, 300, 20);

  private static final Map<Unmeasured, String> UNMEASURED =
      Map.of(
          FEW,
          "a false-positive rate of 0.01 over 300 normal rows is fewer than 20 false alarms",
          new Unmeasured.FewerRowsThanAlerts(60, 100),
          "60 rows are fewer than 100",
          new Unmeasured.NoTestTimes(),
          "no test row has a time",
          new Unmeasured.NoRareTestTimes(),
          "no rare test row has a time",
          new Unmeasured.Unrecorded(),
          "not measured",
          new Unmeasured.OldSentence("as it was told"),
          "as it was told");

  private static final Map<ThresholdFallback, String> FALLBACKS =
      Map.of(
          new ThresholdFallback.MostPrecise(0.5),
          "no threshold reaches the precision; the highest there is, 0.5, was taken",
          new ThresholdFallback.HighestF1(FEW),
          UNMEASURED.get(FEW) + "; max-f1 was taken",
          new ThresholdFallback.NoMoreRows(6, 7),
          "6 alerts and not 7, since there are no more rows",
          new ThresholdFallback.EqualScores(0, 1),
          "0 alerts and not 1, since rows score equal",
          new ThresholdFallback.OldSentence("as it was told"),
          "as it was told");

  /** The fields of a summary in a file. */
  private record Summary(List<ThresholdFallback> thresholdFallbacks, MetricValue figure) {}

  @Test
  void everyReasonHasItsWords() {
    UNMEASURED.forEach((why, words) -> assertThat(UnmeasuredWords.of(why)).isEqualTo(words));
    FALLBACKS.forEach((why, words) -> assertThat(FallbackWords.of(why)).isEqualTo(words));
    assertThat(UNMEASURED.keySet())
        .extracting(why -> (Object) why.getClass())
        .containsOnly((Object[]) Unmeasured.class.getPermittedSubclasses());
    assertThat(FALLBACKS.keySet())
        .extracting(why -> (Object) why.getClass())
        .containsOnly((Object[]) ThresholdFallback.class.getPermittedSubclasses());
  }

  @Test
  void aFileHasTheFactsAndTheWordsAndReadsBack() throws IOException {
    for (Unmeasured why : UNMEASURED.keySet()) {
      Summary summary = new Summary(List.copyOf(FALLBACKS.keySet()), new MetricValue.Skipped(why));
      String json = JsonWords.write(summary);
      assertThat(Json.mapper().readValue(json, Summary.class)).isEqualTo(summary);
      JsonNode skipped = Json.mapper().readTree(json).path("figure").path("skipped");
      assertThat(skipped.path("text").asText()).isEqualTo(UNMEASURED.get(why));
      assertThat(json).contains("0 alerts and not 1, since rows score equal");
    }
  }

  @Test
  void aSentenceOfAnEarlierVersionIsKept() throws IOException {
    Summary read =
        Json.mapper()
            .readValue(
                """
                {"threshold_fallbacks": ["rows score equal"], "figure": {"skipped": "no time"}}
                """,
                Summary.class);
    assertThat(read.thresholdFallbacks())
        .containsExactly(new ThresholdFallback.OldSentence("rows score equal"));
    assertThat(read.figure())
        .isEqualTo(new MetricValue.Skipped(new Unmeasured.OldSentence("no time")));
  }
}
