package dev.synth.internal.experiment.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Problem;
import dev.synth.internal.base.Micros;
import dev.synth.internal.table.selection.Stretches;
import dev.synth.split.SplitOptions;
import dev.synth.split.SplitOptions.Method;
import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SpanCutsTest {
  private static final SplitOptions FIFTHS =
      new SplitOptions(Method.TIME, 0.2, 0.2, Duration.ZERO, 1);

  /** A row of the other class in each of some spans of 10. */
  private static SpanCuts ofSpans(int spans) {
    TreeMap<Long, long[]> counts = new TreeMap<>();
    for (long span = 0; span < spans; span++) {
      counts.put(span, new long[] {1, 1});
    }
    return new SpanCuts(false, 10, counts);
  }

  /** By hand: 100 spans; 60 are training, in ten stretches of 6; then 20 and 20. */
  @Test
  void partTheTrainingRowsEvenly() {
    Stretches stretches = ofSpans(100).stretches(FIFTHS);
    assertThat(stretches.starts())
        .containsExactly(
            60.0, 120.0, 180.0, 240.0, 300.0, 360.0, 420.0, 480.0, 540.0, 600.0, 800.0);
    assertThat(stretches.training()).isEqualTo(10);
    assertThat(stretches.count()).isEqualTo(12);
  }

  /** By hand: 5 spans have 3 of training, so no more than 3 stretches. */
  @Test
  void makeNoEmptyStretch() {
    assertThat(ofSpans(5).stretches(FIFTHS).starts()).containsExactly(10.0, 20.0, 30.0, 40.0);
  }

  @Test
  void followThoseThatAreGiven() {
    SplitOptions given = FIFTHS.withCuts(new SplitOptions.Cuts("25", "33.5"));
    assertThat(ofSpans(5).stretches(given).starts()).endsWith(25.0, 33.5);
  }

  @Test
  void refuseTimesThatCannotBeCut() {
    assertThatThrownBy(() -> ofSpans(1).stretches(FIFTHS))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("the times cannot be cut");
    SplitOptions swapped = FIFTHS.withCuts(new SplitOptions.Cuts("33", "25"));
    assertThatThrownBy(() -> ofSpans(5).stretches(swapped)).isInstanceOf(Problem.class);
    SplitOptions words = FIFTHS.withCuts(new SplitOptions.Cuts("May", "June"));
    assertThatThrownBy(() -> ofSpans(5).stretches(words))
        .hasMessageContaining("split.cuts.validation: 'May' is no number");
  }

  /** At most 100,000 spans: a day has 86,400 seconds; a year 52,560 times ten minutes. */
  @Test
  void haveTheLeastWidthThatIsNotTooFine() {
    assertThat(SpanCuts.width(true, 0, Micros.PER_DAY)).isEqualTo(Micros.PER_SECOND);
    assertThat(SpanCuts.width(true, 0, 365.0 * Micros.PER_DAY)).isEqualTo(10 * Micros.PER_MINUTE);
    assertThat(SpanCuts.width(true, 0, 1e6 * Micros.PER_DAY)).isEqualTo(10 * Micros.PER_DAY);
    assertThat(SpanCuts.width(false, 5, 172_000)).isEqualTo(10);
    assertThat(SpanCuts.width(false, 5, 5)).isEqualTo(1);
  }
}
