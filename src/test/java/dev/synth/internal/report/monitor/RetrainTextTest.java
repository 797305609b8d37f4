package dev.synth.internal.report.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.monitor.Duel;
import dev.synth.run.RegisteredModel;
import org.junit.jupiter.api.Test;

class RetrainTextTest {
  private static final RetrainText KEPT = new RetrainText("cards", "v1", "v2", null);

  private static Duel duel(Duel.DuelResult verdict, double change, double p) {
    return new Duel(
        14,
        4200,
        60,
        42,
        0.5,
        0.5 + change,
        change - 0.03,
        change + 0.03,
        p,
        0.0125,
        0.02,
        0.045,
        true,
        verdict);
  }

  private static String text(RetrainText text, Duel duel) {
    return text.of(duel, "2025-01-01", "2025-01-14", null).replaceAll("\\s+", " ");
  }

  @Test
  void tellsWhatBothFoundAndWhatThatProves() {
    assertThat(text(KEPT, duel(Duel.DuelResult.UNDECIDED, 0.01, 0.31)))
        .isEqualTo(
            "On 4,200 rows from 2025-01-01 to 2025-01-14, which neither model saw, with 60 rare"
                + " ones and 42 alerts for each: the model in use finds 50.0 % of them, the"
                + " challenger 51.0 %. Undecided: +0.010 in recall (95 % interval −0.020 to"
                + " +0.040; p = 0.310, level 0.0125); 14 days show a change from 0.045 on. Kept:"
                + " cards stays v1. ");
  }

  @Test
  void everyVerdictHasItsWord() {
    assertThat(text(KEPT, duel(Duel.DuelResult.UPLIFT, 0.1, 0.0001)))
        .contains(" Uplift: +0.100 in recall", "p < 0.001,");
    assertThat(text(KEPT, duel(Duel.DuelResult.HARM, -0.1, 0.002))).contains(" Harm: −0.100");
    assertThat(text(KEPT, duel(Duel.DuelResult.EQUIVALENT, 0, 0.9)))
        .contains(" Equivalent: +0.000");
  }

  @Test
  void aPromotionTellsWhereTheOldModelIsAndWhereTheNewOneIsRegistered() {
    RetrainText promoted = new RetrainText("cards", "v1", "v2", "cards.v1");
    RegisteredModel model =
        new RegisteredModel("cards", "7", "v2", "https://mlflow.example/7", false);
    Duel duel = duel(Duel.DuelResult.UPLIFT, 0.1, 0.0001);
    assertThat(promoted.of(duel, "a", "b", model).replaceAll("\\s+", " "))
        .contains("Promoted: cards is now v2; v1 is kept as cards.v1.")
        .contains("Registered: version 7 of 'cards' has the alias champion, https://mlflow.exam")
        .doesNotContain("Kept:");
    assertThat(text(promoted, duel)).doesNotContain("Registered");
  }
}
