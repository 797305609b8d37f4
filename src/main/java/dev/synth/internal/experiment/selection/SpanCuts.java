package dev.synth.internal.experiment.selection;

import dev.synth.base.Problem;
import dev.synth.internal.base.Micros;
import dev.synth.internal.table.cell.InstantText;
import dev.synth.internal.table.cell.NumberText;
import dev.synth.internal.table.selection.Stretches;
import dev.synth.split.SplitOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * The times at which rows are cut into stretches, chosen from how many rows each span of time has.
 *
 * @param isInstant whether times are points in time, in microseconds, or numbers
 * @param width the spans' width
 * @param spans for each span its rows, and the others among them
 */
record SpanCuts(boolean isInstant, long width, NavigableMap<Long, long[]> spans) {
  /** The number of stretches of the training rows: each has its share of the sample. */
  private static final int STRETCHES = 10;

  private static final int MOST_SPANS = 100_000;

  private static final long[] CLOCK = {
    Micros.PER_SECOND,
    10 * Micros.PER_SECOND,
    Micros.PER_MINUTE,
    10 * Micros.PER_MINUTE,
    Micros.PER_HOUR,
    6 * Micros.PER_HOUR
  };

  /** Returns the least width that a clock or a decimal shows, of which there are not too many. */
  static long width(boolean isInstant, double first, double last) {
    double least = (last - first) / MOST_SPANS;
    long[] widths = isInstant ? CLOCK : new long[0];
    long decimal = isInstant ? Micros.PER_DAY : 1;
    return LongStream.concat(
            LongStream.of(widths), LongStream.iterate(decimal, width -> 10 * width).limit(12))
        .filter(width -> width >= least)
        .findFirst()
        .orElseThrow(
            () -> Problem.data("the times reach from %s to %s, which is too far", first, last));
  }

  /**
   * Returns the stretches of a split.
   *
   * @throws Problem if a cut leaves no rows before or behind it
   */
  Stretches stretches(SplitOptions split) {
    SplitOptions.Cuts given = split.cuts();
    double validation =
        given == null
            ? at(0, 1 - split.validation() - split.test())
            : given.validationStart(isInstant);
    double test = given == null ? at(0, 1 - split.test()) : given.testStart(isInstant);
    if (!(spans.firstKey() * (double) width < validation && validation < test)) {
      throw Problem.data(
          "the times cannot be cut into training, validation and test: validation would begin at"
              + " %s, and test at %s; say others by split.cuts",
          text(validation), text(test));
    }
    List<Double> starts = new ArrayList<>(within(validation));
    starts.add(validation);
    starts.add(test);
    return new Stretches(starts);
  }

  /** Returns a time as a config has it. */
  String text(double time) {
    return isInstant ? InstantText.timestamp((long) time) : NumberText.of(time);
  }

  /** The starts of the later stretches of the training rows, each with its share of others. */
  private List<Double> within(double validation) {
    NavigableMap<Long, long[]> before = new TreeMap<>();
    spans.forEach(
        (span, counts) -> {
          if (span * (double) width < validation) {
            before.put(span, counts);
          }
        });
    SpanCuts training = new SpanCuts(isInstant, width, before);
    List<Double> starts = new ArrayList<>();
    double last = before.firstKey() * (double) width;
    for (int i = 1; i < STRETCHES; i++) {
      double start = training.at(1, (double) i / STRETCHES);
      if (start > last && start < validation) {
        starts.add(start);
        last = start;
      }
    }
    return starts;
  }

  /** Returns the start of a span, before which there is about a share of what is counted. */
  private double at(int counted, double share) {
    double target = share * spans.values().stream().mapToLong(counts -> counts[counted]).sum();
    double before = 0;
    for (Map.Entry<Long, long[]> span : spans.entrySet()) {
      double after = before + span.getValue()[counted];
      if (after > target) {
        boolean isNearer = target - before <= after - target;
        Long next = spans.higherKey(span.getKey());
        return (isNearer || next == null ? span.getKey() : next) * (double) width;
      }
      before = after;
    }
    return spans.lastKey() * (double) width;
  }
}
