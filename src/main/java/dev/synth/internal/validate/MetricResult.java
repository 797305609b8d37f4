package dev.synth.internal.validate;

import dev.synth.base.Context;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.OverAll;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.validate.SkipReason;
import dev.synth.validate.SkipReason.Side;
import dev.synth.validate.ValidationReport.Floor;
import dev.synth.validate.ValidationReport.Reading;
import dev.synth.validate.ValidationReport.Reference;
import dev.synth.validate.ValidationReport.RowsSeen;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A metric's value against one reference, beside its noise floor.
 *
 * @param reading what the report shows
 * @param floor the floor, or null where there is no value
 */
record MetricResult(Reading reading, @Nullable NoiseFloor floor) {
  /** With fewer draws that have a value, the metric counts as not computable. */
  private static final double LEAST_USABLE_SHARE = 0.5;

  /** From this share of draws on whose value has no bound, the noise has none either. */
  private static final double UNBOUNDED_SHARE = 0.02;

  /** A metric that does not apply to these rows, or that broke. */
  static MetricResult none(Reference reference, SkipReason why) {
    return new MetricResult(Reading.none(reference, why), null);
  }

  /** Measures a metric against the rows of a reference. */
  static MetricResult of(Metric metric, Reference reference, MetricRunner measuring) {
    int needed = metric.protocol().minimumRows();
    Sample real = measuring.samples().real(reference);
    Sample synthetic = measuring.samples().synthetic();
    if (synthetic.rowCount() < needed) {
      return none(
          reference, new SkipReason.TooFewRows(Side.SYNTHETIC, needed, synthetic.rowCount()));
    }
    if (real.rowCount() / 2 < needed) {
      return none(
          reference, new SkipReason.TooFewRows(Side.of(reference), 2 * needed, real.rowCount()));
    }
    Context own = measuring.context(metric, reference);
    MetricInput whole = MetricInput.of(metric, real, synthetic, own.below("all-rows"));
    OverAll overAll = measuring.overAll(metric, reference);
    if (metric.protocol().scope() == Metric.MetricRows.SAME_SIZE) {
      HalfSamples draws = measuring.atFullSize(metric, reference);
      boolean isOverAll = overAll != null && MetricRunner.isLarge(overAll);
      return measured(metric, reference, draws, OptionalDouble.empty())
          .with(metric, whole)
          .seeing(measuring.seen(metric, reference, isOverAll ? overAll : null));
    }
    return switch (metric.compute(whole.real(), whole.synthetic(), whole.context())) {
      case MetricOutcome.Value value -> {
        HalfSamples draws = measuring.draws(metric, reference);
        yield measured(metric, reference, draws, OptionalDouble.of(value.value()))
            .with(metric, whole)
            .seeing(measuring.seen(metric, reference, null));
      }
      case MetricOutcome.Tested tested ->
          tested(reference, metric.floorRows(real), valued(tested, overAll))
              .seeing(measuring.seen(metric, reference, overAll));
      case MetricOutcome.Skipped skipped -> none(reference, skipped.why());
    };
  }

  /** Returns a sample's test with the value over all rows, where there is one. */
  private static MetricOutcome.Tested valued(
      MetricOutcome.Tested tested, @Nullable OverAll overAll) {
    return overAll != null && overAll.value() instanceof MetricOutcome.Value all
        ? new MetricOutcome.Tested(all.value(), tested.floor(), tested.parts(), tested.findings())
        : tested;
  }

  private MetricResult seeing(@Nullable RowsSeen rows) {
    return rows == null || reading.value() == null
        ? this
        : new MetricResult(reading.seeing(rows), floor);
  }

  /** All rows of both sides, or as many as the metric takes. */
  private record MetricInput(Sample real, Sample synthetic, Context context) {
    static MetricInput of(Metric metric, Sample real, Sample synthetic, Context context) {
      int limit = metric.protocol().valueRowLimit();
      return new MetricInput(
          HalfSamples.someRows(real, limit, context.seeds().stream("real")),
          HalfSamples.someRows(synthetic, limit, context.seeds().stream("synthetic")),
          context);
    }
  }

  /** Adds what the metric finds, where it has a value. */
  private MetricResult with(Metric metric, MetricInput whole) {
    return floor == null
        ? this
        : new MetricResult(
            reading.with(metric.findings(whole.real(), whole.synthetic(), whole.context())), floor);
  }

  /** A value with the floor that came with it. */
  private static MetricResult tested(Reference reference, int rows, MetricOutcome.Tested tested) {
    double[] draws = finite(tested.floor().stream().mapToDouble(Double::doubleValue).toArray());
    if (draws.length == 0) {
      return none(reference, new SkipReason.Plain(SkipReason.Cause.UNBOUNDED_FLOOR));
    }
    NoiseFloor floor = new NoiseFloor(draws, Metric.Band.EMPIRICAL);
    double value = tested.value();
    return new MetricResult(
        new Reading(
            reference,
            value,
            null,
            false,
            value,
            shown(floor, rows, false, value),
            tested.parts().size(),
            tested.parts(),
            tested.findings()),
        floor);
  }

  /** Returns draws with NaN for what is not finite, or nothing where that is more than a few. */
  private static double[] finite(double[] draws) {
    double[] finite =
        Arrays.stream(draws).map(draw -> Double.isFinite(draw) ? draw : Double.NaN).toArray();
    long unbounded = Arrays.stream(finite).filter(Double::isNaN).count();
    return unbounded > UNBOUNDED_SHARE * draws.length || draws.length - unbounded < 2
        ? new double[0]
        : finite;
  }

  /** Sums the draws up; without a value over all rows, their median is the value. */
  private static MetricResult measured(
      Metric metric, Reference reference, HalfSamples draws, OptionalDouble overAllRows) {
    SampledValues floors = SampledValues.of(metric, draws.realAgainstReal());
    SampledValues values = SampledValues.of(metric, draws.realAgainstSynthetic());
    double least = Math.max(2, LEAST_USABLE_SHARE * metric.protocol().draws());
    if (floors.count() < least || values.count() < (draws.analytic() ? 1 : least)) {
      return none(reference, floors.count() < least ? floors.why() : values.why());
    }
    NoiseFloor floor = new NoiseFloor(floors.byDraw(), metric.protocol().band());
    double atFloorSize = values.median();
    return new MetricResult(
        new Reading(
            reference,
            overAllRows.orElse(atFloorSize),
            null,
            false,
            atFloorSize,
            shown(floor, draws.rowsPerSide(), draws.analytic(), atFloorSize),
            values.partCount(),
            values.worstParts(floors, metric.protocol().partsShown()),
            List.of()),
        floor);
  }

  private static Floor shown(NoiseFloor floor, int rowsPerSide, boolean analytic, double value) {
    return new Floor(
        rowsPerSide,
        floor.draws(),
        analytic,
        floor.median(),
        floor.quantile(0.025),
        floor.quantile(0.975),
        floor.percentile(value));
  }
}
