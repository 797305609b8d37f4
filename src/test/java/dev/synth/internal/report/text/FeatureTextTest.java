package dev.synth.internal.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.features.Recomputation;
import org.junit.jupiter.api.Test;

class FeatureTextTest {
  @Test
  void aColumnThatLooksAheadIsToldByItsFirstRow() {
    assertThat(FeatureText.leak(new Recomputation.Difference(6, "card_count_1d", 2, 3)))
        .isEqualTo(
            "features: row 7 has 3.0 in 'card_count_1d', but the rows before it give 2.0; the"
                + " column looks ahead");
    assertThat(FeatureText.leak(new Recomputation.Difference(0, "x", Double.NaN, 0.5)))
        .contains("row 1 has 0.5 in 'x', but the rows before it give nothing;");
  }
}
