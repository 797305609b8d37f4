package dev.synth.internal.validate;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.validate.SkipReason;
import dev.synth.validate.ValidationReport.Reference;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** Measures metrics on the same draws, and makes each draw once. */
public final class MetricRunner {
  private final ComparedSamples samples;
  private final Context context;
  private final Progress.Stage stage;
  private final Map<Reference, Halves> halves = new EnumMap<>(Reference.class);
  private final Map<String, HalfSamples> known = new HashMap<>();
  private final Map<String, HalfSamples> large = new HashMap<>();

  /** A runner without progress inside a metric. */
  public MetricRunner(ComparedSamples samples, Context context) {
    this(samples, context, done -> {});
  }

  /**
   * A runner.
   *
   * @param stage is told of each metric and of each of its draws
   */
  MetricRunner(ComparedSamples samples, Context context, Progress.Stage stage) {
    this.samples = samples;
    this.context = context;
    this.stage = stage;
  }

  ComparedSamples samples() {
    return samples;
  }

  /**
   * Returns where a metric's random numbers come from, or those of the one whose draws it reads.
   */
  Context context(Metric metric, Reference reference) {
    return context.below(metric.readsDrawsOf()).below(reference.name());
  }

  /** Returns a metric's draws, or those of the metric whose draws it reads. */
  HalfSamples draws(Metric metric, Reference reference) {
    String key = metric.readsDrawsOf() + "/" + reference.name();
    HalfSamples draws = known.get(key);
    if (draws == null) {
      draws =
          HalfSamples.of(
              metric,
              samples.real(reference),
              samples.synthetic(),
              halves(reference),
              context(metric, reference),
              draw -> tell(metric, draw));
      known.put(key, draws);
    }
    return draws;
  }

  private void tell(Metric metric, int draw) {
    stage.doing(metric.description().id(), "draw", draw + 1, metric.protocol().draws());
  }

  /**
   * Returns a metric's draws or, where both sides are large and it has a null distribution, the
   * value and the floor of all rows, see {@link AsymptoticFloor}.
   */
  HalfSamples atFullSize(Metric metric, Reference reference) {
    String key = metric.readsDrawsOf() + "/" + reference.name();
    HalfSamples all = large.get(key);
    if (all == null) {
      all =
          AsymptoticFloor.of(
              metric,
              samples.real(reference),
              samples.synthetic(),
              draws(metric, reference),
              context(metric, reference).below("large"));
      large.put(key, all);
    }
    return all;
  }

  private Halves halves(Reference reference) {
    return halves.computeIfAbsent(
        reference,
        key ->
            new Halves(
                samples.real(key).rowCount(),
                samples.synthetic().rowCount(),
                context.seeds().below("halves").below(key.name())));
  }

  /** Measures, and turns an exception into a result: one metric's bug leaves the others alone. */
  public MetricResult measure(Metric metric, Reference reference) {
    context.cancellation().check();
    stage.doing(metric.description().id());
    try {
      return MetricResult.of(metric, reference, this);
    } catch (CancellationException | Problem e) {
      throw e;
    } catch (MetricOutcome.NotFinite e) {
      return MetricResult.none(reference, new SkipReason.Plain(SkipReason.Cause.NOT_FINITE));
    } catch (RuntimeException e) {
      return MetricResult.none(reference, SkipReason.Broken.of(e));
    }
  }
}
