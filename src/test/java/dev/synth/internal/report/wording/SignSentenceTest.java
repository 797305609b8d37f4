package dev.synth.internal.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.validate.Sign;
import dev.synth.validate.ValidationReport.Reference;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignSentenceTest {
  private static Sign sign(double value, @Nullable Double low, @Nullable Double high) {
    return new Sign("dcr", Reference.TRAINING, value, low, high);
  }

  @Test
  void aBandMayBeOpenOnEitherSide() {
    assertThat(SignSentence.of(List.of(sign(0.81, 0.31, 0.73))))
        .isEqualTo("dcr of 0.810 (real rows: 0.310 to 0.730)");
    assertThat(SignSentence.of(List.of(sign(0.81, null, 0.73))))
        .isEqualTo("dcr of 0.810 (real rows: at most 0.730)");
    assertThat(SignSentence.of(List.of(sign(0.1, 0.31, null))))
        .isEqualTo("dcr of 0.100 (real rows: at least 0.310)");
    assertThat(SignSentence.of(List.of(sign(0.1, null, null))))
        .isEqualTo("dcr of 0.100 (real rows: any)");
  }

  @Test
  void zeroHasNoSign() {
    assertThat(SignSentence.of(List.of(sign(-0.0, 0.0, 0.5)))).startsWith("dcr of 0.000 (");
    assertThat(SignSentence.of(List.of(sign(-0.0001, 0.0, 0.5)))).startsWith("dcr of 0.000 (");
  }

  @Test
  void sixAreNamedAndTheRestCounted() {
    Sign each = sign(0.5, null, 0.4);
    String named = "dcr of 0.500 (real rows: at most 0.400)";
    assertThat(SignSentence.of(Collections.nCopies(6, each)))
        .isEqualTo(String.join(", ", Collections.nCopies(6, named)));
    assertThat(SignSentence.of(Collections.nCopies(8, each)))
        .isEqualTo(String.join(", ", Collections.nCopies(6, named)) + " and 2 more");
  }
}
