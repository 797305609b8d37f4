package dev.synth.internal.validate;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.OverAll;
import dev.synth.internal.validate.metric.RowSums;
import dev.synth.validate.SkipReason;
import dev.synth.validate.ValidationReport.Reference;
import dev.synth.validate.ValidationReport.RowsSeen;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Measures metrics on the same draws, and makes each draw once. */
public final class MetricRunner {
  private final ComparedSamples samples;
  private final Context context;
  private final Progress.Stage stage;
  private final Map<Reference, Halves> halves = new EnumMap<>(Reference.class);
  private final Map<String, HalfSamples> known = new HashMap<>();
  private final Map<String, HalfSamples> large = new HashMap<>();
  private final Map<String, Optional<OverAll>> whole = new HashMap<>();

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
      OverAll overAll = overAll(metric, reference);
      all =
          overAll != null && isLarge(overAll)
              ? AsymptoticFloor.of(overAll, draws(metric, reference))
              : AsymptoticFloor.of(
                  metric,
                  samples.real(reference),
                  samples.synthetic(),
                  draws(metric, reference),
                  context(metric, reference).below("large"));
      large.put(key, all);
    }
    return all;
  }

  /**
   * Returns a metric's value over all rows, where samples of them are compared and it has one; else
   * null.
   */
  @Nullable OverAll overAll(Metric metric, Reference reference) {
    return whole
        .computeIfAbsent(
            metric.readsDrawsOf() + "/" + reference.name(),
            key -> Optional.ofNullable(sumsOf(metric, reference)))
        .orElse(null);
  }

  private @Nullable OverAll sumsOf(Metric metric, Reference reference) {
    WholeSums sums = samples.whole();
    RowSums real = sums == null ? null : sums.real(reference);
    return sums == null || real == null
        ? null
        : metric.overAll(
            real,
            sums.synthetic(),
            samples.real(reference),
            context(metric, reference).below("large"));
  }

  /** Returns whether a value over all rows is set beside a floor of as many. */
  static boolean isLarge(OverAll whole) {
    return !whole.nullDistributions().isEmpty()
        && Math.min(whole.realRows(), whole.syntheticRows()) > AsymptoticFloor.MOST_DRAWN;
  }

  /** Returns how many rows a metric saw, where not all are at hand; else null. */
  @Nullable RowsSeen seen(Metric metric, Reference reference, @Nullable OverAll whole) {
    WholeSums sums = samples.whole();
    if (sums == null) {
      return null;
    }
    int limit = metric.protocol().valueRowLimit();
    boolean isOfDraws = metric.protocol().scope() == Metric.MetricRows.SAME_SIZE;
    int most = isOfDraws ? Integer.MAX_VALUE : limit;
    return whole == null
        ? new RowsSeen(
            Math.min(most, samples.real(reference).rowCount()),
            Math.min(most, samples.synthetic().rowCount()),
            true)
        : new RowsSeen(
            whole.realRows(),
            whole.syntheticRows(),
            whole.syntheticRows() < sums.synthetic().rows());
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
