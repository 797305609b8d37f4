package dev.synth.internal.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.evaluate.ScoredRows;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

public class PrecisionCurveTest {
  @Test
  void isTheHighestPrecisionOfThoseThatFindAsMuch() {
    // From the top: rare, other, rare, rare, other, rare. Precision 1, 2/3, 3/4, 4/6 at recall
    // 1/4, 2/4, 3/4, 1; that at 2/4 is raised to 3/4 by the one after it.
    BitSet rare = new BitSet();
    rare.set(0);
    rare.set(2, 4);
    rare.set(5);
    PrecisionCurve curve =
        PrecisionCurve.of(new ScoredRows(new double[] {.9, .8, .7, .6, .5, .4}, rare));

    assertThat(curve.precision().subList(0, 5)).containsOnly(1.0);
    assertThat(curve.precision().subList(5, 15)).containsOnly(0.75);
    assertThat(curve.precision().subList(15, 20)).containsOnly(4.0 / 6);
    assertThat(PrecisionCurve.recall(4)).isEqualTo(0.25);
  }

  @Test
  void isTheShareOfRareRowsWhereAllScoreTheSame() {
    BitSet rare = new BitSet();
    rare.set(3);
    PrecisionCurve curve = PrecisionCurve.of(new ScoredRows(new double[4], rare));
    assertThat(curve.precision()).containsOnly(0.25);
  }

  @Test
  void averagesRecallByRecall() {
    PrecisionCurve one = flat(1);
    PrecisionCurve half = flat(0.5);
    assertThat(PrecisionCurve.mean(List.of(one, half, half)).precision()).containsOnly(2.0 / 3);
  }

  @Test
  void refusesWhatIsNoCurve() {
    assertThatThrownBy(() -> flat(0)).hasMessageContaining("precisions");
    assertThatThrownBy(() -> new PrecisionCurve(List.of(0.5))).hasMessageContaining("precisions");
  }

  public static PrecisionCurve flat(double precision) {
    return new PrecisionCurve(Collections.nCopies(PrecisionCurve.LEVELS, precision));
  }
}
