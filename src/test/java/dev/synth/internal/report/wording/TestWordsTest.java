package dev.synth.internal.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.compare.Comparison;
import dev.synth.compare.PlainComparison;
import dev.synth.compare.Protocol;
import dev.synth.evaluate.Results;
import dev.synth.internal.compare.Comparer;
import dev.synth.split.SplitOptions.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestWordsTest {
  private static Comparison empty(Method split) {
    return PlainComparison.of(new Protocol("random-forest", split, "max-f1", 0.01)).build();
  }

  @Test
  void timeHasBlocks() {
    assertThat(TestWords.of(empty(Method.TIME)))
        .isEqualTo("a paired bootstrap over blocks of test rows");
  }

  /** Repeats that left no variance by rows, and runs of old versions, have the older test. */
  @Test
  void repeatsWithoutVarianceByRowsHaveTheCorrectedTest() {
    Protocol random = new Protocol("random-forest", Method.RANDOM, "max-f1", 0.01);
    assertThat(TestWords.of(empty(Method.RANDOM)))
        .isEqualTo("Nadeau and Bengio's corrected resampled t test");
    assertThat(
            TestWords.of(
                Comparer.compare(random, Results.differing(List.of(0.01, 0.02, 0.0, 0.03)))))
        .isEqualTo("Nadeau and Bengio's corrected resampled t test");
  }
}
