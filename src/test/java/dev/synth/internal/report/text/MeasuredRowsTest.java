package dev.synth.internal.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.compare.PartSizes;
import dev.synth.compare.PlainComparison;
import dev.synth.compare.Protocol;
import dev.synth.split.SplitOptions.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuredRowsTest {
  private static String of(PartSizes... repeats) {
    return MeasuredRows.of(
        PlainComparison.of(new Protocol("random-forest", Method.RANDOM, "max-f1", 0.01))
            .repeats(List.of(repeats))
            .build());
  }

  private static PartSizes testRows(int rows, int rare) {
    return new PartSizes(6000, 294, 2000, 98, rows, rare);
  }

  @Test
  void oneRepeatHasExactlyItsRows() {
    assertThat(of(testRows(2000, 98)))
        .isEqualTo("Measured on real test rows alone: one repeat of 2,000 rows, 98 of them rare.");
  }

  /** (2000 + 1000) / 2 = 1,500 rows, and (98 + 52) / 2 = 75 rare ones. */
  @Test
  void severalRepeatsHaveTheirMean() {
    assertThat(of(testRows(2000, 98), testRows(1000, 52)))
        .isEqualTo(
            "Measured on real test rows alone: 2 repeats of about 1,500 rows, 75 of them rare.");
  }

  /** (98 + 98 + 99) / 3 = 98.3 rare rows, which are told as whole ones. */
  @Test
  void aMeanIsRounded() {
    assertThat(of(testRows(2000, 98), testRows(2000, 98), testRows(2000, 99)))
        .contains("3 repeats of about 2,000 rows, 98 of them rare");
  }
}
