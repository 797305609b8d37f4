package dev.synth.internal.generate.forest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.encode.Span;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forests on rows of two choices of three cases, a number, and one that has a gate. */
final class AdversarialRoundsTest {
  private static final EncodedLayout LAYOUT =
      new EncodedLayout(
          List.of(
              new Span.OneHot("a", 0, 3),
              new Span.OneHot("b", 3, 3),
              new Span.Scalar("b", 6, 5),
              new Span.Scalar("c", 7, Span.Scalar.ALWAYS)));
  private static final ForestGrowth GROWTH = new ForestGrowth(12, 4, 6, 0);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void leavesHoldEveryRowOnceAndItsNumbersWithinTheirBounds(int seed) {
    SpanRows real = rows(150, seed);
    for (LeafTree tree : grow(real, seed).forest().trees()) {
      BitSet seen = new BitSet();
      for (int leaf = 0; leaf < tree.leaves().size(); leaf++) {
        int[] rows = tree.leaves().get(leaf).rows();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(4);
        for (int row : rows) {
          assertThat(seen.get(row)).isFalse();
          seen.set(row);
          assertThat(tree.leafOf()[row]).isEqualTo(leaf);
          for (int scalar = 0; scalar < 2; scalar++) {
            double number = real.numbers(scalar)[row];
            if (!Double.isNaN(number)) {
              assertThat(number).isGreaterThan(tree.leaves().get(leaf).lower()[scalar]);
              assertThat(number).isLessThanOrEqualTo(tree.leaves().get(leaf).upper()[scalar]);
            }
          }
        }
      }
      assertThat(seen.cardinality()).isEqualTo(150);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void drawsHaveNoPairOfCasesThatRealRowsDoNotHave(int seed) {
    SpanRows real = rows(150, seed);
    SpanRows drawn = grow(real, seed).forest().draw(3000, new Seeds(seed).stream("draws"));
    BitSet realPairs = pairs(real);
    BitSet drawnPairs = pairs(drawn);
    assertThat(realPairs.cardinality()).isLessThan(9); // there is something to invent
    drawnPairs.andNot(realPairs);
    assertThat(drawnPairs.cardinality()).isZero();
    for (int row = 0; row < 3000; row++) {
      assertThat(Double.isNaN(drawn.numbers(0)[row])).isEqualTo(drawn.cases(1)[row] != 2);
      assertThat(drawn.numbers(1)[row]).isFinite();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void theFirstForestTellsShuffledRowsAndTheKeptOnesDrawsAreHarderToTell(int seed) {
    AdversarialRounds rounds = grow(rows(300, seed), seed);
    double first = rounds.accuracies().getFirst();
    double kept = rounds.accuracies().get(rounds.kept() + 1);
    assertThat(first).isGreaterThan(.62);
    assertThat(kept).isLessThan(.55); // .5 is chance
    assertThat(rounds.accuracies().subList(1, rounds.accuracies().size()))
        .allMatch(accuracy -> accuracy >= kept);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void shufflingKeepsEachSpanAndTakesNumbersWithTheirGate(int seed) {
    SpanRows real = rows(50, seed);
    SpanRows shuffled = real.permuted(new Seeds(seed).stream("order"));
    assertThat(shuffled.cases(0)).containsExactlyInAnyOrder(real.cases(0));
    assertThat(shuffled.cases(1)).containsExactlyInAnyOrder(real.cases(1));
    assertThat(shuffled.numbers(1)).containsExactlyInAnyOrder(real.numbers(1));
    assertThat(shuffled.cases(0)).isNotEqualTo(real.cases(0));
    for (int row = 0; row < 50; row++) {
      assertThat(Double.isNaN(shuffled.numbers(0)[row])).isEqualTo(shuffled.cases(1)[row] != 2);
    }
  }

  private static AdversarialRounds grow(SpanRows real, int seed) {
    return AdversarialRounds.grow(real, GROWTH, Context.quiet(seed));
  }

  /** Case of b = case of a or the next one, never the third; c lies near 3·a. */
  private static SpanRows rows(int count, int seed) {
    RandomStream stream = new Seeds(seed).stream("rows");
    SpanRows rows = SpanRows.empty(LAYOUT, count);
    for (int row = 0; row < count; row++) {
      int a = stream.nextInt(3);
      rows.cases(0)[row] = a;
      rows.cases(1)[row] = (a + stream.nextInt(2)) % 3;
      rows.numbers(0)[row] = rows.isOpen(0, row) ? (float) stream.nextGaussian() : Double.NaN;
      rows.numbers(1)[row] = (float) (3 * a + .5 * stream.nextGaussian());
    }
    return rows;
  }

  private static BitSet pairs(SpanRows rows) {
    BitSet pairs = new BitSet();
    for (int row = 0; row < rows.rowCount(); row++) {
      pairs.set(3 * rows.cases(0)[row] + rows.cases(1)[row]);
    }
    return pairs;
  }
}
