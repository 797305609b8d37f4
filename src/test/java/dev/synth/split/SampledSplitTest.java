package dev.synth.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Seeds;
import dev.synth.table.LabelledTable;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows that are a sample of more: what each stands for counts where shares of rows are meant. */
class SampledSplitTest {
  private static final int ROWS = 6_000;

  /** The first half has one other row in ten, each for ten; the second half is whole. */
  private static LabelledTable sampled() {
    LabelledTable rows =
        Tables.of(ROWS)
            .number("t", row -> row)
            .number("x", row -> 7919 * row % 6007)
            .rare(row -> row % 20 == 0);
    double[] weights = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      weights[row] = rows.isRare(row) || row >= ROWS / 2 ? 1 : 10;
    }
    return rows.with(rows.facts().withWeights(weights));
  }

  /** By hand: 2,850 other rows of the first half stay; of the second half about a tenth, 285. */
  @Test
  void evenRowsHaveOneRate() {
    Training even = Training.whole(sampled()).evened(new Seeds(1));
    double[] weights = Objects.requireNonNull(even.rows().facts().weights());
    assertThat(even.rareCount()).isEqualTo(300);
    assertThat(even.rowCount() - even.rareCount()).isBetween(2_850 + 285 - 50, 2_850 + 285 + 50);
    IntStream.range(0, weights.length)
        .forEach(row -> assertThat(weights[row]).isEqualTo(even.rows().isRare(row) ? 1 : 10));
    assertThat(even.rows().weight(false)).isCloseTo(28_500 + 2_850, within(500.0));
    assertThat(Training.whole(sampled()).evened(new Seeds(1)).rows().features().rowCount())
        .isEqualTo(even.rowCount()); // the same seed keeps the same rows
  }

  @Test
  void rowsOfOneRateStayAsTheyAre() {
    LabelledTable rows = sampled();
    Training first = Training.whole(rows.rows(IntStream.range(0, ROWS / 2).toArray()));
    assertThat(first.evened(new Seeds(1))).isSameAs(first);
    LabelledTable plain = Tables.of(50).number("x", row -> row).rare(row -> row % 5 == 0);
    Training whole = Training.whole(plain);
    assertThat(whole.evened(new Seeds(1))).isSameAs(whole);
  }

  /** By hand: 28,650 and 3,000 rows stand there; half of those before the test rows are learned. */
  @Test
  void foldsForwardInTimeAreSharesOfWhatRowsStandFor() {
    SplitOptions options =
        SplitOptions.defaults()
            .withMethod(SplitOptions.Method.TIME)
            .withCuts(new SplitOptions.Cuts("3000", "4500"));
    Splitter.Forward forward = Splitter.forward(sampled(), options, "t", 4);
    assertThat(forward.all().rowCount()).isEqualTo(4_500);
    LabelledTable learned = forward.folds().getFirst().training().rows();
    double all = 28_650 + 1_500;
    assertThat(learned.weight(true) + learned.weight(false)).isCloseTo(all / 2, within(10.0));
    assertThat(forward.folds()).hasSize(4);
    int held = forward.folds().stream().mapToInt(fold -> fold.heldBack().rowCount()).sum();
    assertThat(held + learned.rowCount()).isEqualTo(4_500);
    assertThat(Arrays.stream(new int[] {held}).sum()).isBetween(2_900, 3_000);
  }
}
