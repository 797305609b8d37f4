package dev.synth.internal.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.evaluate.Threshold;
import dev.synth.internal.bundle.BundleFacts;
import dev.synth.internal.note.FitNote;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FitTextTest {
  private static List<String> sentences(
      String arm, @Nullable String verdict, int added, @Nullable Double precision) {
    return FitText.sentences(
        new BundleFacts(
            "m",
            arm,
            verdict,
            verdict == null ? null : "run7",
            "xgboost",
            new Threshold(0.25, "max-f1", null),
            "max-f1",
            precision == null ? "platt" : "isotonic",
            12_000,
            98,
            added,
            new BundleFacts.OutOfFold(5, 12_000, 98, 0.5, 0.75, precision, 8.25),
            List.of(new FitNote.OldSentence("the rows are few"))));
  }

  @Test
  void anArmHasItsRowsAndItsVerdict() {
    assertThat(sentences("vae", "undecided", 1234, 0.5).getFirst())
        .isEqualTo(
            "Fitted xgboost on the arm 'vae': 12,000 real rows, 98 of them rare, and 1,234"
                + " synthetic ones. Its verdict is undecided (run run7).");
    assertThat(sentences("vae", null, 1, 0.5).getFirst())
        .endsWith("98 of them rare, and one synthetic row. It has no verdict.");
    assertThat(sentences("none", null, 0, 0.5).getFirst()).endsWith("98 of them rare.");
  }

  @Test
  void theThresholdHasWhatItFindsAndRaises() {
    assertThat(sentences("none", null, 0, 0.5).get(1))
        .startsWith("Rows that score at least 0.250 are alerts (max-f1). On 12,000 rows with 98")
        .contains(
            "finds 75.0 % of the rare rows with a precision of 50.0 % and raises 8.3 alerts a"
                + " thousand rows; average precision 0.500.")
        .endsWith("so they are no test of it.");
    assertThat(sentences("none", null, 0, null).get(1))
        .as("without an alert there is no precision")
        .contains("finds 75.0 % of the rare rows and raises");
  }

  @Test
  void calibrationAndNotesAreSentences() {
    assertThat(sentences("none", null, 0, 0.5))
        .endsWith(
            "Probabilities come from isotonic regression on the same rows.", "The rows are few.");
    assertThat(sentences("none", null, 0, null))
        .contains("Probabilities come from a logistic curve (Platt) on the same rows.");
  }
}
