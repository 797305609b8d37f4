package dev.synth.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BlockBootstrapTest {
  /**
   * numpy: a = [3, -1, 8, .5, 2], b = [10, 4, -6, 7], mean (a.sum() + b.sum()) / 2, se = sqrt((((a
   * - a.mean())**2).sum() + ((b - b.mean())**2).sum()) * 9 / 7) / 2; scipy: stats.t.ppf(.975, 7) *
   * se, 2 * stats.t.sf(mean / se, 7).
   */
  @Test
  void aSumOverBlocksNeedsNoDraws() {
    BlockBootstrap sums =
        BlockBootstrap.ofSums(
            List.of(List.of(3.0, -1.0, 8.0, 0.5, 2.0), List.of(10.0, 4.0, -6.0, 7.0)));
    assertThat(sums.mean()).isCloseTo(13.75, within(1e-12));
    assertThat(sums.standardError()).isCloseTo(7.850727900738, within(1e-9));
    assertThat(sums.halfWidth(0.95)).isCloseTo(18.564021586742, within(1e-8));
    assertThat(sums.p()).isCloseTo(0.123335432287, within(1e-9));
  }

  @Test
  void blocksThatDifferByARoundingDoNotVary() {
    List<Double> same = new ArrayList<>(Collections.nCopies(8, 0.7));
    same.set(3, 0.1 + 0.6);
    assertThat(BlockBootstrap.ofSums(List.of(same)).standardError()).isZero();
    assertThat(BlockBootstrap.ofSums(List.of(same)).p()).isEqualTo(1);
  }

  /** A difference that is a sum over blocks, of which no draw is refused. */
  private record Sums(List<Double> added) implements BlockBootstrap.TestPart {
    @Override
    public int blocks() {
      return added.size();
    }

    @Override
    public boolean hasBothClasses(int[] counts) {
      return true;
    }

    @Override
    public double difference(int[] counts) {
      double sum = 0;
      for (int i = 0; i < counts.length; i++) {
        sum += counts[i] * added.get(i);
      }
      return sum;
    }
  }

  @Test
  void drawsTendToTheSumsOwnError() {
    List<Double> a = List.of(3.0, -1.0, 8.0, 0.5, 2.0);
    List<Double> b = List.of(10.0, 4.0, -6.0, 7.0);
    BlockBootstrap drawn =
        BlockBootstrap.of(List.of(new Sums(a), new Sums(b)), new Seeds(1).stream("draws"));
    assertThat(drawn.mean()).isCloseTo(13.75, within(1e-12));
    // As without draws; the deviation of 2,000 draws is known to 1/√(2·2000) = 1.6 %: four of them.
    assertThat(drawn.standardError()).isCloseTo(7.850727900738, within(7.85 * 4 * 0.016));
  }

  @Test
  void refusesTooFewBlocks() {
    List<Double> seven = List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0);
    assertThatThrownBy(() -> BlockBootstrap.ofSums(List.of(seven)))
        .hasMessageContaining("7 blocks");
  }
}
