package dev.synth.internal.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.profile.Suspect;
import org.junit.jupiter.api.Test;

class SuspectSentenceTest {
  @Test
  void namesTheColumnTheFigureAndTheRemedy() {
    assertThat(SuspectSentence.of(new Suspect("x", 0.98765)))
        .isEqualTo(
            "'x' looks like the label in disguise: alone it ranks the rare rows with an average"
                + " precision of 0.988; exclude it unless it is known before the label is");
  }
}
