package dev.synth.validate;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.validate.ValidationReport.Floor;
import dev.synth.validate.ValidationReport.PartReading;
import dev.synth.validate.ValidationReport.Reading;
import dev.synth.validate.ValidationReport.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A metric's value against one reference, beside its noise floor.
 *
 * <p>With h = ⌊real rows/2⌋ (less where there are fewer synthetic rows, or by the metric's limit),
 * each draw compares h real rows with h other real rows, and the same h real rows with h synthetic
 * ones. The first give the floor, the second the value at the same size.
 *
 * @param reading what the report shows
 * @param floor the floor, or null where there is no value
 */
record Measurement(Reading reading, @Nullable NoiseFloor floor) {
  /** With fewer draws that have a value, the metric counts as not computable. */
  private static final double LEAST_USABLE_SHARE = 0.5;

  static Measurement none(Reference reference, String why, boolean failed) {
    return new Measurement(Reading.none(reference, why, failed), null);
  }

  static Measurement of(
      Metric metric, Reference reference, Sample real, Sample synthetic, Context context) {
    int needed = metric.protocol().minimumRows();
    if (synthetic.rowCount() < needed) {
      return none(reference, tooFew(needed, "synthetic rows", synthetic.rowCount()), false);
    }
    if (real.rowCount() / 2 < needed) {
      return none(reference, tooFew(2 * needed, reference.words(), real.rowCount()), false);
    }
    return new Draws(metric, real, synthetic, context).run(reference);
  }

  private static String tooFew(int needed, String what, int there) {
    return "needs at least %d %s; there are %d".formatted(needed, what, there);
  }

  /** The draws of one metric against one reference. */
  private static final class Draws {
    private final Metric metric;
    private final Metric.Protocol protocol;
    private final Sample real;
    private final Sample synthetic;
    private final Context context;
    private final int half;
    private final List<Double> floorValues = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private final Map<String, List<Double>> floorParts = new LinkedHashMap<>();
    private final Map<String, List<Double>> parts = new LinkedHashMap<>();
    private String whySkipped = "";

    Draws(Metric metric, Sample real, Sample synthetic, Context context) {
      this.metric = metric;
      this.protocol = metric.protocol();
      this.real = real;
      this.synthetic = synthetic;
      this.context = context;
      this.half =
          Math.min(
              Math.min(real.rowCount() / 2, synthetic.rowCount()), metric.protocol().rowLimit());
    }

    Measurement run(Reference reference) {
      for (int draw = 0; draw < protocol.draws(); draw++) {
        context.cancellation().check();
        drawOnce(context.below("draw/" + draw));
      }
      double least = Math.max(2, LEAST_USABLE_SHARE * protocol.draws());
      if (floorValues.size() < least || values.size() < least) {
        return none(reference, whySkipped, false);
      }
      double atFloorSize = median(values);
      Outcome whole =
          switch (protocol.scope()) {
            case SAME_SIZE -> Outcome.Value.of(atFloorSize);
            case ALL_ROWS -> allRows();
          };
      return switch (whole) {
        case Outcome.Value value -> measured(reference, value.value(), atFloorSize);
        case Outcome.Skipped skipped -> none(reference, skipped.why(), false);
        case Outcome.Failed failed -> throw failed.cause();
      };
    }

    private void drawOnce(Context drawContext) {
      int[] order = drawContext.seeds().stream("real").permutation(real.rowCount());
      Sample one = real.rows(Arrays.copyOf(order, half));
      Sample other = real.rows(Arrays.copyOfRange(order, half, 2 * half));
      RandomStream stream = drawContext.seeds().stream("synthetic");
      Sample drawn = synthetic.rows(choose(synthetic.rowCount(), half, stream));
      keep(metric.compute(one, other, drawContext), floorValues, floorParts);
      keep(metric.compute(one, drawn, drawContext), values, parts);
    }

    private void keep(Outcome outcome, List<Double> into, Map<String, List<Double>> intoParts) {
      switch (outcome) {
        case Outcome.Value value -> {
          into.add(value.value());
          for (Outcome.Part part : value.parts()) {
            intoParts.computeIfAbsent(part.name(), name -> new ArrayList<>()).add(part.value());
          }
        }
        case Outcome.Skipped skipped -> whySkipped = skipped.why();
        case Outcome.Failed failed -> throw failed.cause();
      }
    }

    private Outcome allRows() {
      Context whole = context.below("all-rows");
      int limit = protocol.valueRowLimit();
      return metric.compute(
          atMost(real, limit, whole.seeds().stream("real")),
          atMost(synthetic, limit, whole.seeds().stream("synthetic")),
          whole);
    }

    private Measurement measured(Reference reference, double value, double atFloorSize) {
      NoiseFloor floor = new NoiseFloor(array(floorValues), protocol.band());
      Floor shown =
          new Floor(
              half,
              floor.draws(),
              floor.median(),
              floor.quantile(0.025),
              floor.quantile(0.975),
              floor.percentile(atFloorSize));
      Reading reading =
          new Reading(
              reference, value, null, false, atFloorSize, shown, parts.size(), worstParts());
      return new Measurement(reading, floor);
    }

    private List<PartReading> worstParts() {
      List<PartReading> all = new ArrayList<>();
      for (Map.Entry<String, List<Double>> part : parts.entrySet()) {
        double[] floor = array(floorParts.getOrDefault(part.getKey(), List.of(0.0)));
        Arrays.sort(floor);
        all.add(
            new PartReading(
                part.getKey(),
                median(part.getValue()),
                Quantiles.of(floor, 0.5),
                Quantiles.of(floor, 0.975)));
      }
      all.sort(Comparator.comparingDouble(part -> part.floorHigh() - part.value()));
      return all.subList(0, Math.min(all.size(), protocol.partsShown()));
    }
  }

  private static Sample atMost(Sample sample, int limit, RandomStream stream) {
    return sample.rowCount() <= limit
        ? sample
        : sample.rows(choose(sample.rowCount(), limit, stream));
  }

  /** Returns some of n rows, ascending, each set equally likely: Floyd's algorithm. */
  private static int[] choose(int n, int count, RandomStream stream) {
    BitSet chosen = new BitSet(n);
    for (int last = n - count; last < n; last++) {
      int row = stream.nextInt(last + 1);
      chosen.set(chosen.get(row) ? last : row);
    }
    return chosen.stream().toArray();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double median(List<Double> values) {
    double[] sorted = array(values);
    Arrays.sort(sorted);
    return Quantiles.of(sorted, 0.5);
  }
}
