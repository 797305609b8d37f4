package dev.synth.internal.report.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.compare.Diagnostics;
import dev.synth.internal.evaluate.Tuned;
import dev.synth.split.RareRows;
import java.util.List;
import org.junit.jupiter.api.Test;

class TuningTableTest {
  /** In two repeats "slow" has 0.6 and 0.7 in folds, and is chosen once. */
  @Test
  void settingsHaveTheirMeanInFoldsAndHowOftenTheyWereChosen() {
    String html = html(tuned(1, "slow", 0.6), tuned(2, "<usual>", 0.7)).replace("\n", "");
    assertThat(html)
        .contains("Settings", "Classifier", "In folds", "Chosen")
        .containsPattern("&lt;usual&gt;</th><td>xgboost</td><td[^>]*>0.500</td><td[^>]*>1</td>")
        .containsPattern("slow</th><td>xgboost</td><td[^>]*>0.650</td><td[^>]*>1</td>")
        .doesNotContain("<usual>");
  }

  @Test
  void settingsThatWereChosenUntriedHaveNoFigure() {
    Tuned alone = new Tuned(1, RareRows.ALL, "xgboost", "usual", List.of());
    assertThat(html(alone).replace("\n", ""))
        .containsPattern("usual</th><td>xgboost</td><td[^>]*>–</td><td[^>]*>1</td>");
  }

  private static Tuned tuned(int repeat, String chosen, double slow) {
    return new Tuned(
        repeat,
        RareRows.ALL,
        "xgboost",
        chosen,
        List.of(new Tuned.Tried("<usual>", 0.5), new Tuned.Tried("slow", slow)));
  }

  private static String html(Tuned... tuned) {
    return new TuningTable(
            new Diagnostics(
                Diagnostics.SCHEMA_VERSION,
                List.of(),
                List.of(),
                List.of(),
                List.of(tuned),
                List.of()))
        .html();
  }
}
