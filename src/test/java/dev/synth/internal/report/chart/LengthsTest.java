package dev.synth.internal.report.chart;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.synth.internal.report.chart.Chart.Tone;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists of a chart belong together, or the chart is not made. */
class LengthsTest {
  private static final List<Double> ONE = List.of(1.0);
  private static final List<Double> TWO = List.of(1.0, 2.0);

  @Test
  void theMessageHasBothLengths() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lengths.same(ONE, TWO))
        .withMessage("1 and 2 entries belong together");
    assertThatCode(() -> Lengths.same(List.of(), List.of())).doesNotThrowAnyException();
  }

  @Test
  void aSecondListMayBeLeftOut() {
    assertThatCode(() -> Lengths.sameOrNone(TWO, List.of())).doesNotThrowAnyException();
    assertThatIllegalArgumentException().isThrownBy(() -> Lengths.sameOrNone(TWO, ONE));
    assertThatIllegalArgumentException().isThrownBy(() -> Lengths.sameOrNone(List.of(), ONE));
  }

  @Test
  void barsHaveAValueForEachName() {
    Bars.Series series = Bars.Series.of("s", TWO, Tone.NEXT);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Bars("t", "d", "x", true, List.of("a"), List.of(series)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Bars.Series("s", TWO, ONE, TWO, Tone.NEXT));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Bars.Series("s", TWO, TWO, ONE, Tone.NEXT));
  }

  @Test
  void curvesAndCloudsHaveTwoCoordinatesAPoint() {
    assertThatIllegalArgumentException().isThrownBy(() -> LineChart.Line.of("l", ONE, TWO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LineChart.Line("l", TWO, TWO, ONE, ONE, List.of(), false, Tone.NEXT));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Scatter.Cloud("c", ONE, TWO, Tone.REAL));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Scatter.Cloud("c", TWO, TWO, List.of(3), Tone.REAL));
  }

  @Test
  void aMatrixHasARowForEachNameAndAColumnForEachName() {
    assertThatIllegalArgumentException().isThrownBy(() -> heat(List.of(ONE, ONE)));
    assertThatIllegalArgumentException().isThrownBy(() -> heat(List.of(TWO)));
    assertThatCode(() -> heat(List.of(ONE))).doesNotThrowAnyException();
  }

  private static HeatMap heat(List<List<Double>> values) {
    return new HeatMap("t", "d", List.of("r"), List.of("c"), values, 0, 1, false);
  }

  @Test
  void binsLieBetweenEdges() {
    DensityChart.Series series = DensityChart.Series.of("s", TWO, Tone.REAL);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DensityChart("t", "d", "x", TWO, List.of(series)))
        .withMessage("not a share for each bin");
    assertThatCode(() -> new DensityChart("t", "d", "x", List.of(0.0, 1.0, 2.0), List.of(series)))
        .doesNotThrowAnyException();
  }

  /** The outer bins of a panel are open: an edge makes two. */
  @Test
  void aPanelCountsEveryBinOrLevel() {
    Panel.Side side = new Panel.Side(Tone.REAL, 3, null, List.of(1, 2));
    assertThatCode(() -> panel(List.of("5"), List.of(), side)).doesNotThrowAnyException();
    assertThatCode(() -> panel(List.of(), List.of("a", "b"), side)).doesNotThrowAnyException();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> panel(List.of("5", "6"), List.of(), side))
        .withMessage("not a count for each bin");
    assertThatIllegalArgumentException().isThrownBy(() -> panel(List.of(), List.of("a"), side));
  }

  private static Panel panel(List<String> edges, List<String> names, Panel.Side side) {
    return new Panel("t", "d", edges, List.of(), names, false, List.of(side), List.of(), List.of());
  }
}
