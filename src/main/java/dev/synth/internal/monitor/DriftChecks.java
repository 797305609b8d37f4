package dev.synth.internal.monitor;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.bundle.Bins;
import dev.synth.internal.bundle.FittedReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Holds a window of rows against its past.
 *
 * <p>Chance is what past windows differ by among each other, each one held against all others; or,
 * where these are fewer than eight, what windows differ by that are drawn from past days. Neither
 * takes rows, or the columns of one row, for independent. {@link DriftJudge} says what is an alarm.
 */
final class DriftChecks {
  /** The distance below which drift has no practical size. */
  static final double SIZE = 0.05;

  /** The factor within which a change of the share of alerts has no practical size. */
  static final double RATIO = 1.5;

  private static final int DRAWS = 9_999;

  private final FittedReference reference;
  private final Past past;
  private final WindowCounts now;
  private final Set<String> exempt;
  private final List<OpenCheck> open = new ArrayList<>();

  /**
   * Checks of a window.
   *
   * @param now the window
   * @param exempt columns that raise no alarm
   */
  DriftChecks(FittedReference reference, Past past, WindowCounts now, Set<String> exempt) {
    this.reference = reference;
    this.past = past;
    this.now = now;
    this.exempt = exempt;
  }

  /**
   * Returns the answers: columns, score, alerts, then the joint test where there is one.
   *
   * @param joint the area of the joint test and its past ones; null where there is none
   */
  List<DriftCheck> all(JointTest.@Nullable Areas joint) {
    for (int i = 0; i < reference.columns().size(); i++) {
      int column = i;
      FittedReference.BinCounts binned = reference.columns().get(column);
      add(DriftCheck.About.COLUMN, binned, counts -> counts.column(column));
    }
    add(DriftCheck.About.SCORE, reference.score(), WindowCounts::score);
    addAlerts();
    if (joint != null) {
      open.add(
          new OpenCheck(
              DriftCheck.About.JOINT,
              "all columns",
              DriftCheck.DriftMeasure.AREA,
              joint.now(),
              null,
              JointTest.SIZE,
              joint.past().size() < Past.FEWEST_WINDOWS ? null : joint.noChange(),
              false));
    }
    return DriftJudge.judge(open, now.rows());
  }

  private void add(
      DriftCheck.About about,
      FittedReference.BinCounts binned,
      Function<WindowCounts, long[]> countsOf) {
    Bins bins = binned.bins();
    double value = BinDistances.of(bins, countsOf.apply(now), countsOf.apply(pool(past.windows())));
    boolean isExempt = exempt.contains(binned.column()) && about == DriftCheck.About.COLUMN;
    double psi = BinDistances.stabilityIndex(bins, countsOf.apply(now), binned.counts());
    DriftNull noChange = isExempt ? null : noChange(bins, countsOf);
    open.add(
        new OpenCheck(
            about,
            binned.column(),
            bins instanceof Bins.OfLevels
                ? DriftCheck.DriftMeasure.TOTAL_VARIATION
                : DriftCheck.DriftMeasure.KOLMOGOROV_SMIRNOV,
            value,
            Double.isNaN(psi) ? null : (Double) psi,
            SIZE,
            Double.isNaN(value) ? null : noChange,
            isExempt));
  }

  /** The rows that the window is held against. */
  private WindowCounts pool(List<WindowCounts> windows) {
    return past.kind() == Past.Kind.WINDOWS ? WindowCounts.sum(reference, windows) : past.all();
  }

  private @Nullable DriftNull noChange(Bins bins, Function<WindowCounts, long[]> countsOf) {
    return switch (past.kind()) {
      case NONE -> null;
      case WINDOWS -> {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < past.windows().size(); i++) {
          List<WindowCounts> others = new ArrayList<>(past.windows());
          WindowCounts own = others.remove(i);
          long[] pooled = sum(bins, others, countsOf);
          double value = BinDistances.of(bins, countsOf.apply(own), pooled);
          if (!Double.isNaN(value)) {
            values.add(value);
          }
        }
        yield values.size() < Past.FEWEST_WINDOWS ? null : DriftNull.OfWindows.ofDistances(values);
      }
      case DAYS -> {
        long[] pooled = countsOf.apply(past.all());
        yield draws(
            window -> BinDistances.of(bins, sum(bins, window, countsOf), pooled) * widening());
      }
    };
  }

  private static long[] sum(
      Bins bins, List<WindowCounts> parts, Function<WindowCounts, long[]> countsOf) {
    long[] sum = new long[bins.count()];
    for (WindowCounts part : parts) {
      long[] own = countsOf.apply(part);
      for (int bin = 0; bin < sum.length; bin++) {
        sum[bin] += own[bin];
      }
    }
    return sum;
  }

  /**
   * A drawn day is one of the n that it is held against, and so nearer to them than a new one: by
   * √((n − 1)/n) in its spread and √(n/(n + 1)) in its distance from their mean.
   */
  private double widening() {
    double n = past.fewestDays();
    return Math.sqrt((n + 1) / (n - 1));
  }

  private @Nullable DriftNull draws(ToDoubleFunction<List<WindowCounts>> statistic) {
    RandomStream stream = new Seeds(0).stream("monitor/days");
    double[] values = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      List<WindowCounts> window = new ArrayList<>();
      for (List<WindowCounts> days : past.days()) {
        window.add(days.get(stream.nextInt(days.size())));
      }
      values[draw] = statistic.applyAsDouble(window);
      if (Double.isNaN(values[draw])) {
        return null; // a column, or the score, that days know nothing of
      }
    }
    return DriftNull.OfDraws.of(values);
  }

  private void addAlerts() {
    double rate = rate(now.alerts(), now.scored());
    WindowCounts pooled = pool(past.windows());
    double usual = rate(pooled.alerts(), pooled.scored());
    DriftNull noChange =
        switch (past.kind()) {
          case NONE -> null;
          case WINDOWS -> {
            List<Double> ratios =
                past.windows().stream()
                    .filter(window -> window.scored() > 0)
                    .map(window -> rate(window.alerts(), window.scored()) / usual)
                    .toList();
            yield ratios.size() < Past.FEWEST_WINDOWS ? null : DriftNull.OfWindows.ofRatios(ratios);
          }
          case DAYS -> pooled.scored() == 0 ? null : draws(window -> drawnRatio(window, usual));
        };
    double ratio = rate / usual;
    open.add(
        new OpenCheck(
            DriftCheck.About.ALERTS,
            "alerts",
            DriftCheck.DriftMeasure.RATIO,
            pooled.scored() == 0 ? Double.NaN : ratio,
            null,
            RATIO,
            noChange,
            false));
  }

  private double drawnRatio(List<WindowCounts> window, double usual) {
    long alerts = window.stream().mapToLong(WindowCounts::alerts).sum();
    long scored = window.stream().mapToLong(WindowCounts::scored).sum();
    return StrictMath.exp(
        StrictMath.log(OpenCheck.eitherWay(rate(alerts, scored) / usual)) * widening());
  }

  /** Half an alert more, so that none is not infinitely fewer than one. */
  private static double rate(long alerts, long rows) {
    return (alerts + 0.5) / (rows + 1.0);
  }
}
