package dev.synth.internal.generate.shuffle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.generate.ToyTables;
import dev.synth.rule.ColumnCondition.Interval;
import dev.synth.rule.Conditions;
import dev.synth.table.Cells;
import dev.synth.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShuffleTest {
  private static final Table RARE = ToyTables.training(100, 10, 1).rare();

  @Test
  void permutesEveryColumn() {
    Table drawn = new Shuffle(RARE).sample(100, Context.quiet(3));
    assertThat(sorted(drawn, "amount")).isEqualTo(sorted(RARE, "amount"));
    assertThat(sorted(drawn, "score")).isEqualTo(sorted(RARE, "score"));
    assertThat(numbers(drawn, "score")).isNotEqualTo(numbers(RARE, "score"));
  }

  @Test
  void usesEveryCellEquallyOften() {
    Table drawn = new Shuffle(RARE).sample(250, Context.quiet(3));
    double[] scores = sorted(RARE, "score");
    for (double score : scores) {
      long often = Arrays.stream(numbers(drawn, "score")).filter(own -> own == score).count();
      assertThat(often).isBetween(2L, 3L); // 250 cells of 100, none of them twice
    }
  }

  /** Amount and score correlate in the real rows, by 0.8 and more before rounding. */
  @Test
  void loosensWhatJoinsColumns() {
    Table drawn = new Shuffle(RARE).sample(10_000, Context.quiet(3));
    assertThat(correlation(RARE)).isGreaterThan(.4);
    assertThat(correlation(drawn)).isCloseTo(0, within(.04)); // 4 standard errors of 1 / √10,000
  }

  @Test
  void drawsOnlyCellsThatSatisfyTheConditionsOfTheirColumn() {
    Conditions conditions =
        new Conditions(
            List.of(new Interval("score", false, 0, 3), new Interval("amount", false, 0, 20)));
    Table drawn =
        new Shuffle(RARE).given(conditions, Context.quiet(1)).sample(80, Context.quiet(3));
    assertThat(conditions.rows(drawn)).hasSize(80);
  }

  @Test
  void saysSoWhereNoCellSatisfiesTheConditions() {
    Conditions conditions = new Conditions(List.of(new Interval("amount", false, -2, -1)));
    assertThatThrownBy(() -> new Shuffle(RARE).given(conditions, Context.quiet(1)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("none of the 100 rare training rows satisfies");
  }

  private static double[] sorted(Table table, String column) {
    return Arrays.stream(numbers(table, column)).sorted().toArray();
  }

  private static double[] numbers(Table table, String column) {
    return switch (table.cells(column)) {
      case Cells.Numbers numbers ->
          IntStream.range(0, numbers.size()).mapToDouble(numbers::value).toArray();
      case Cells.Instants instants ->
          IntStream.range(0, instants.size()).mapToDouble(instants::value).toArray();
      case Cells.Levels levels -> throw new IllegalArgumentException(column);
      case Cells.Texts texts -> throw new IllegalArgumentException(column);
    };
  }

  /** Pearson's correlation of score and the logarithm of amount. */
  private static double correlation(Table table) {
    double[] one = numbers(table, "score");
    double[] other = Arrays.stream(numbers(table, "amount")).map(StrictMath::log).toArray();
    double oneMean = Arrays.stream(one).average().orElseThrow();
    double otherMean = Arrays.stream(other).average().orElseThrow();
    double both = 0;
    double ones = 0;
    double others = 0;
    for (int row = 0; row < one.length; row++) {
      both += (one[row] - oneMean) * (other[row] - otherMean);
      ones += (one[row] - oneMean) * (one[row] - oneMean);
      others += (other[row] - otherMean) * (other[row] - otherMean);
    }
    return both / Math.sqrt(ones * others);
  }
}
