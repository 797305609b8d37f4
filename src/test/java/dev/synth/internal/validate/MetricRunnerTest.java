package dev.synth.internal.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Cancellation;
import dev.synth.base.Context;
import dev.synth.base.Progress;
import dev.synth.base.Seeds;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.TestSamples;
import dev.synth.validate.Goal;
import dev.synth.validate.SkipReason;
import dev.synth.validate.ValidationReport.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

final class MetricRunnerTest {
  private static final Sample ROWS =
      TestSamples.rows().numbers("x", 1, 2, 3, 4, 5, 6, 7, 8).sample();
  private static final ComparedSamples SAMPLES = new ComparedSamples(ROWS, null, ROWS);

  private final Cancellation cancellation = new Cancellation();
  private final Context context = new Context(new Seeds(1), Progress.NONE, cancellation);

  @Test
  void aMetricIsStoppedBetweenTwoOfItsDraws() {
    CountingMetric metric = new CountingMetric(3);

    assertThatThrownBy(() -> new MetricRunner(SAMPLES, context).measure(metric, Reference.TRAINING))
        .isInstanceOf(CancellationException.class);

    // Stopping was asked for while the third comparison ran; a draw makes two.
    assertThat(metric.comparisons).isEqualTo(4);
  }

  @Test
  void eachDrawIsTold() {
    List<String> told = new ArrayList<>();
    Progress.Stage stage =
        new Progress.Stage() {
          @Override
          public void advance(long done) {}

          @Override
          public void doing(String what) {
            told.add(what);
          }

          @Override
          public void doing(String what, String part, int number, int total) {
            told.add(what + " " + part + " " + number + "/" + total);
          }
        };

    new MetricRunner(SAMPLES, context, stage)
        .measure(new CountingMetric(Integer.MAX_VALUE), Reference.TRAINING);

    assertThat(told).hasSize(1 + Metric.MetricProtocol.DRAWS);
    assertThat(told).startsWith("counting", "counting draw 1/200");
    assertThat(told).endsWith("counting draw 200/200");
  }

  @Test
  void aMetricThatBreaksIsAResult() {
    CountingMetric metric = new CountingMetric(Integer.MAX_VALUE);
    metric.isBroken = true;

    MetricResult result = new MetricRunner(SAMPLES, context).measure(metric, Reference.TRAINING);

    assertThat(result.reading().failed()).isTrue();
    assertThat(result.reading().skipReason())
        .isInstanceOfSatisfying(
            SkipReason.Broken.class,
            broken -> {
              assertThat(broken.exception()).endsWith("IllegalStateException: no axis");
              assertThat(broken.place()).contains("MetricRunnerTest.java");
            });
  }

  /** Asks for a stop at one of its comparisons. */
  private final class CountingMetric implements Metric {
    private final int stopsAt;
    private int comparisons;
    private boolean isBroken;

    CountingMetric(int stopsAt) {
      this.stopsAt = stopsAt;
    }

    @Override
    public Description description() {
      return new Description("counting", "comparisons", Goal.LOWER, 0, 1, "own", "none");
    }

    @Override
    public Definition definition() {
      return new Definition("Counts.", "None.");
    }

    @Override
    public MetricProtocol protocol() {
      return MetricProtocol.of(MetricRows.SAME_SIZE, 1, 100);
    }

    @Override
    public MetricOutcome compute(Sample real, Sample synthetic, Context context) {
      if (isBroken) {
        throw new IllegalStateException("no axis");
      }
      if (++comparisons == stopsAt) {
        cancellation.request();
      }
      return MetricOutcome.Value.of(0);
    }
  }
}
