package dev.synth.internal.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.internal.monitor.LabelledPerformance.PerformanceMeasure;
import dev.synth.internal.monitor.LabelledRows.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelledWindowTest {
  private static final List<Row> ROWS =
      List.of(
          new Row(0.9, true, true, 1, 0),
          new Row(0.8, true, false, 1, 0),
          new Row(0.7, true, true, 1, 1),
          new Row(0.2, false, false, 1, 1),
          new Row(0.1, false, true, 1, 1),
          new Row(0.0, false, false, 1, 1));
  private static final int[] BLOCKS = {0, 0, 1, 1, 1, 1};

  private static LabelledWindow window(
      List<Row> rows, PerformanceMeasure measure, double othersPerRare) {
    return new LabelledWindow(rows, 2, BLOCKS, measure, 0, othersPerRare);
  }

  /** By hand: (1/1 + 2/3 + 3/5)/3, as sklearn.metrics.average_precision_score has it. */
  @Test
  void averagePrecision() {
    assertThat(window(ROWS, PerformanceMeasure.AVERAGE_PRECISION, 1).value())
        .isCloseTo((1 + 2 / 3.0 + 3 / 5.0) / 3, within(1e-12));
  }

  /** With twice the others, each of them counts twice: (1/1 + 2/4 + 3/7)/3. */
  @Test
  void othersCountAsTheClassRatioHasIt() {
    assertThat(window(ROWS, PerformanceMeasure.AVERAGE_PRECISION, 2).value())
        .isCloseTo((1 + 2 / 4.0 + 3 / 7.0) / 3, within(1e-12));
    assertThat(window(ROWS, PerformanceMeasure.RECALL, 2).value()).isEqualTo(2 / 3.0);
    assertThat(window(ROWS, PerformanceMeasure.F1, 2).value())
        .isCloseTo(4 / (2 + 2 + 3.0), within(1e-12));
  }

  @Test
  void blocksCountAsOftenAsTheyAreDrawn() {
    LabelledWindow window = window(ROWS, PerformanceMeasure.RECALL, 1);

    assertThat(window.difference(new int[] {2, 0})).isEqualTo(1);
    assertThat(window.difference(new int[] {0, 2})).isEqualTo(0.5);
    assertThat(window.hasBothClasses(new int[] {0, 1})).isTrue();
  }

  /** An alert whose label is known of one in a hundred stands for a hundred. */
  @Test
  void rowsWeighByTheirPropensity() {
    List<Row> rows =
        List.of(
            new Row(0.9, true, true, 100, 0),
            new Row(0.8, true, false, 1, 0),
            new Row(0.7, true, true, 1, 1),
            new Row(0.2, false, false, 1, 1),
            new Row(0.1, false, true, 99, 1),
            new Row(0.0, false, false, 1, 1));

    assertThat(window(rows, PerformanceMeasure.RECALL, 1).value()).isEqualTo(101 / 200.0);
  }
}
