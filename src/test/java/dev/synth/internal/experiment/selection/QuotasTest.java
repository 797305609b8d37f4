package dev.synth.internal.experiment.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.table.selection.Taking.Quota;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotasTest {
  private static List<Long> taken(long[] others, long majority) {
    return Quotas.of(others, majority).stream().map(Quota::taken).toList();
  }

  /** By hand: of 10 rows 5, so 2.5, 1.5 and 1; the two halves are a tie, which the first wins. */
  @Test
  void areProportional() {
    assertThat(taken(new long[] {5, 3, 2}, 5)).containsExactly(3L, 1L, 1L);
    assertThat(taken(new long[] {40, 60}, 10)).containsExactly(4L, 6L);
  }

  @Test
  void neverExceedWhatIsThere() {
    assertThat(taken(new long[] {5, 0, 2}, 100)).containsExactly(5L, 0L, 2L);
    assertThat(taken(new long[] {0, 0}, 100)).containsExactly(0L, 0L);
  }

  @Test
  void weighByWhatWasLeft() {
    assertThat(new Quota(30, 12).weight()).isEqualTo(2.5);
    assertThat(new Quota(0, 0).weight()).isEqualTo(1);
  }
}
