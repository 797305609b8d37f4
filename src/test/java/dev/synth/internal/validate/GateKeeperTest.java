package dev.synth.internal.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Context;
import dev.synth.internal.report.wording.GateSentence;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.Metric.Band;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.validate.GateRule;
import dev.synth.validate.GateRule.AboveFloor;
import dev.synth.validate.GateRule.AtLeast;
import dev.synth.validate.GateRule.AtMost;
import dev.synth.validate.GateRule.BelowFloor;
import dev.synth.validate.GateRule.Off;
import dev.synth.validate.GateRule.WithinNoise;
import dev.synth.validate.Goal;
import dev.synth.validate.Question;
import dev.synth.validate.SkipReason;
import dev.synth.validate.SkipReason.Cause;
import dev.synth.validate.ValidationReport.Floor;
import dev.synth.validate.ValidationReport.GateResult;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.MetricReport;
import dev.synth.validate.ValidationReport.Reading;
import dev.synth.validate.ValidationReport.Reference;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Gates on a floor of 0.00, 0.01, … 1.00: median 0.5, 95 % band from 0.025 to 0.975. */
final class GateKeeperTest {
  private static final double SHARED_TAIL = 0.025;

  private static final double[] DRAWS =
      IntStream.rangeClosed(0, 100).mapToDouble(i -> i / 100.0).toArray();

  @Test
  void anAbsoluteLimitFailsOnlyWhatRealRowsWouldNot() {
    assertThat(status(Goal.LOWER, new AtMost(0.3), 0.3)).isEqualTo(GateStatus.PASSED);
    assertThat(status(Goal.LOWER, new AtMost(0.3), 0.9)).isEqualTo(GateStatus.CANNOT_TELL);
    assertThat(status(Goal.LOWER, new AtMost(0.3), 1.2)).isEqualTo(GateStatus.FAILED);
    assertThat(status(Goal.HIGHER, new AtLeast(0.7), 0.7)).isEqualTo(GateStatus.PASSED);
    assertThat(status(Goal.HIGHER, new AtLeast(0.7), 0.1)).isEqualTo(GateStatus.CANNOT_TELL);
    assertThat(status(Goal.HIGHER, new AtLeast(0.7), 0.01)).isEqualTo(GateStatus.FAILED);
  }

  /** The noise of 30 rows a side ends at 0.975, and shrinks with the root of the rows. */
  @Test
  void whatCannotBeToldSaysHowManyRowsCould() {
    assertThat(sentence(new Fake(Goal.LOWER, false), new AtMost(0.3), 0.9))
        .endsWith("0.025 to 0.975; about 634 rare real rows could"); // 60 · (0.975 / 0.3)²
    assertThat(sentence(new Fake(Goal.HIGHER, false), new AtLeast(0.4), 0.1))
        .endsWith("; about 1,354 rare real rows could"); // 60 · (0.475 / 0.1)² about the median 0.5
    assertThat(sentence(new Fake(Goal.HIGHER, false), new AtLeast(0.7), 0.1))
        .endsWith("; no number of rows could"); // real rows have 0.5
  }

  @Test
  void aMarginCountsFromTheFloorsMedian() {
    assertThat(status(Goal.LOWER, new AboveFloor(0.6), 1.09)).isEqualTo(GateStatus.PASSED);
    assertThat(status(Goal.LOWER, new AboveFloor(0.6), 1.11)).isEqualTo(GateStatus.FAILED);
    assertThat(status(Goal.LOWER, new AboveFloor(0.1), 0.7)).isEqualTo(GateStatus.CANNOT_TELL);
  }

  @Test
  void aMarginBelowTheFloorNeedsRoomToFail() {
    assertThat(status(Goal.HIGHER, new BelowFloor(0.4), 0.11)).isEqualTo(GateStatus.PASSED);
    assertThat(status(Goal.HIGHER, new BelowFloor(0.4), 0.05)).isEqualTo(GateStatus.CANNOT_TELL);
    assertThat(status(Goal.HIGHER, new BelowFloor(0.4), 0.02)).isEqualTo(GateStatus.FAILED);
    assertThat(status(Goal.HIGHER, new BelowFloor(0.5), 0.9)).isEqualTo(GateStatus.CANNOT_TELL);
    assertThat(judge(new Fake(Goal.HIGHER, false), new BelowFloor(0.4), 0.02).rule())
        .isEqualTo("below_floor 0.4");
  }

  @Test
  void withinNoiseIsOneSidedUnlessTheGoalIsTheFloor() {
    WithinNoise rule = new WithinNoise(0.9); // up to 0.9, from 0.1, or 0.05 to 0.95
    assertThat(status(Goal.LOWER, rule, 0.91)).isEqualTo(GateStatus.FAILED);
    assertThat(status(Goal.LOWER, rule, 0.89)).isEqualTo(GateStatus.PASSED);
    assertThat(status(Goal.LOWER, rule, 0.01)).isEqualTo(GateStatus.PASSED);
    assertThat(status(Goal.HIGHER, rule, 0.01)).isEqualTo(GateStatus.FAILED);
    assertThat(status(Goal.HIGHER, rule, 2)).isEqualTo(GateStatus.PASSED);
    assertThat(status(Goal.CLOSE_TO_FLOOR, rule, 0.01)).isEqualTo(GateStatus.FAILED);
    assertThat(status(Goal.CLOSE_TO_FLOOR, rule, 0.96)).isEqualTo(GateStatus.FAILED);
    assertThat(status(Goal.CLOSE_TO_FLOOR, rule, 0.06)).isEqualTo(GateStatus.PASSED);
  }

  @Test
  void aFailureSaysValueLimitNoiseAndRemedy() {
    GateResult result = judge(new Fake(Goal.LOWER, false), new AtMost(0.3), 1.2);
    assertThat(sentence(new Fake(Goal.LOWER, false), new AtMost(0.3), 1.2))
        .isEqualTo(
            "fake is 1.200, above the limit of 0.300 (real rows among themselves: 0.025 to 0.975)."
                + " Likeliest remedy: do better");
    assertThat(result.rule()).isEqualTo("at_most 0.3");
    assertThat(result.limit()).isEqualTo(0.3);
    assertThat(result.value()).isEqualTo(1.2);
  }

  @Test
  void aValueBelowTheTrainingFloorIsCalledCopies() {
    GateResult result = judge(new Fake(Goal.CLOSE_TO_FLOOR, true), new AtMost(0.9), 0.01);
    assertThat(result.status()).isEqualTo(GateStatus.FAILED);
    assertThat(sentence(new Fake(Goal.CLOSE_TO_FLOOR, true), new AtMost(0.9), 0.01))
        .startsWith("copies: fake is 0.010, below");
    assertThat(judge(new Fake(Goal.LOWER, false), new AtMost(0.9), 0.01).status())
        .isEqualTo(GateStatus.PASSED);
  }

  @Test
  void neitherOffNorAMetricWithoutValueFails() {
    assertThat(status(Goal.LOWER, new Off(), 5)).isEqualTo(GateStatus.OFF);
    MetricResult none =
        MetricResult.none(Reference.TRAINING, new SkipReason.Broken("no axis", "Forest.java:12"));
    GateResult result =
        new GateKeeper(new Fake(Goal.LOWER, false), new Gate(new AtMost(0.3), true), SHARED_TAIL)
            .judge(none, none);
    assertThat(result.status()).isEqualTo(GateStatus.NOT_COMPUTED);
    assertThat(GateSentence.of(report(none.reading(), result)))
        .isEqualTo("fake was not computed: it broke, please report it: no axis at Forest.java:12");
  }

  private static GateStatus status(Goal goal, GateRule rule, double value) {
    return judge(new Fake(goal, false), rule, value).status();
  }

  private static String sentence(Metric metric, GateRule rule, double value) {
    return GateSentence.of(report(measured(value).reading(), judge(metric, rule, value)));
  }

  private static MetricReport report(Reading reading, GateResult gate) {
    return new MetricReport(
        "fake", Question.LIKENESS, "a fake", Goal.LOWER, 0, 2.0, "", List.of(reading), gate);
  }

  private static GateResult judge(Metric metric, GateRule rule, double value) {
    MetricResult measured = measured(value);
    return new GateKeeper(metric, new Gate(rule, false), SHARED_TAIL).judge(measured, measured);
  }

  private static MetricResult measured(double value) {
    NoiseFloor floor = new NoiseFloor(DRAWS, Band.EMPIRICAL);
    Floor shown =
        new Floor(
            30,
            DRAWS.length,
            false,
            floor.median(),
            floor.quantile(0.025),
            floor.quantile(0.975),
            floor.percentile(value));
    return new MetricResult(
        new Reading(Reference.TRAINING, value, null, false, value, shown, 0, List.of(), List.of()),
        floor);
  }

  private record Fake(Goal goal, boolean lowMeansCopies) implements Metric {
    @Override
    public Description description() {
      return new Description("fake", "a fake", goal, 0, 2, "nowhere", "do better");
    }

    @Override
    public Definition definition() {
      return new Definition("none", "none");
    }

    @Override
    public MetricProtocol protocol() {
      return new MetricProtocol(2, 1, 10, 10, Band.EMPIRICAL, MetricRows.SAME_SIZE, 0);
    }

    @Override
    public MetricOutcome compute(Sample real, Sample synthetic, Context context) {
      return MetricOutcome.Skipped.because(Cause.NO_VALUE);
    }
  }
}
