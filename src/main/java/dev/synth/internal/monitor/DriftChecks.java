package dev.synth.internal.monitor;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.bundle.Bins;
import dev.synth.internal.bundle.FittedReference;
import dev.synth.internal.stats.Holm;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Holds a window of rows against its past.
 *
 * <p>A value is an alarm where it is both more than chance and of practical size. Chance is what
 * past windows differ by among each other, each one held against all others; or, where these are
 * fewer than eight, what windows differ by that are drawn from past days. Neither takes rows, or
 * the columns of one row, for independent. The p-values of all columns that are not exempt, the
 * score, the share of alerts and the joint test are one family for Holm's correction.
 */
final class DriftChecks {
  /** The level of the family. */
  static final double LEVEL = 0.01;

  /** A distance below this matters to nobody. */
  static final double SIZE = 0.05;

  /** A share of alerts within this factor of the usual one matters to nobody. */
  static final double RATIO = 1.5;

  /** So many practical sizes must be enough for an alarm, or nothing can be told. */
  private static final double COARSE = 4;

  private static final int FEWEST_ROWS = 100;
  private static final int DRAWS = 9_999;

  private final FittedReference reference;
  private final Past past;
  private final WindowCounts now;
  private final Set<String> exempt;
  private final List<Open> open = new ArrayList<>();

  /** A check whose p-value is not corrected yet. */
  private record Open(
      DriftCheck.About about,
      String column,
      DriftCheck.DriftMeasure measure,
      double value,
      @Nullable Double psi,
      double size,
      @Nullable DriftNull noChange,
      boolean isExempt) {
    /** The value that is held against chance; ratios among drawn ones stand either way up. */
    private double statistic() {
      return measure == DriftCheck.DriftMeasure.RATIO && noChange instanceof DriftNull.OfDraws
          ? eitherWay(value)
          : value;
    }
  }

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
          new Open(
              DriftCheck.About.JOINT,
              "all columns",
              DriftCheck.DriftMeasure.AREA,
              joint.now(),
              null,
              JointTest.SIZE,
              joint.past().size() < Past.FEWEST_WINDOWS ? null : joint.noChange(),
              false));
    }
    return closed();
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
        new Open(
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
        new Open(
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
    return StrictMath.exp(StrictMath.log(eitherWay(rate(alerts, scored) / usual)) * widening());
  }

  private static double eitherWay(double ratio) {
    return Math.max(ratio, 1 / ratio);
  }

  /** Half an alert more, so that none is not infinitely fewer than one. */
  private static double rate(long alerts, long rows) {
    return (alerts + 0.5) / (rows + 1.0);
  }

  private List<DriftCheck> closed() {
    List<Open> tested = open.stream().filter(each -> each.noChange() != null).toList();
    double[] corrected =
        Holm.correct(
            tested.stream()
                .map(
                    each ->
                        each.noChange() == null ? 1 : (Double) each.noChange().p(each.statistic()))
                .toList());
    List<DriftCheck> checks = new ArrayList<>();
    int next = 0;
    for (Open each : open) {
      Double p = each.noChange() == null ? null : (Double) corrected[next++];
      checks.add(closed(each, p, LEVEL / Math.max(1, tested.size())));
    }
    return checks;
  }

  private DriftCheck closed(Open each, @Nullable Double p, double level) {
    DriftNull noChange = each.noChange();
    boolean isThere = !Double.isNaN(each.value());
    Double chance = noChange == null ? null : (Double) noChange.least(level);
    Double least = chance == null ? null : (Double) Math.max(each.size(), chance);
    return new DriftCheck(
        each.about(),
        each.column(),
        each.measure(),
        isThere ? (Double) each.value() : null,
        each.psi(),
        noChange == null ? null : (Double) noChange.usual(),
        least,
        each.size(),
        p,
        state(each, p, least));
  }

  private DriftCheck.State state(Open each, @Nullable Double p, @Nullable Double least) {
    if (each.isExempt()) {
      return DriftCheck.State.EXEMPT;
    }
    if (p == null || least == null || Double.isNaN(each.value()) || now.rows() < FEWEST_ROWS) {
      return DriftCheck.State.CANNOT_TELL;
    }
    if (p <= LEVEL && isOfSize(each)) {
      return DriftCheck.State.ALARM;
    }
    return isCoarse(each, least) ? DriftCheck.State.CANNOT_TELL : DriftCheck.State.QUIET;
  }

  private static boolean isOfSize(Open each) {
    return each.measure() == DriftCheck.DriftMeasure.RATIO
        ? eitherWay(each.value()) >= each.size()
        : each.value() >= each.size();
  }

  private static boolean isCoarse(Open each, double least) {
    return switch (each.measure()) {
      case RATIO -> least > StrictMath.pow(each.size(), COARSE);
      case AREA -> least - 0.5 > COARSE * (each.size() - 0.5);
      case KOLMOGOROV_SMIRNOV, TOTAL_VARIATION -> least > COARSE * each.size();
    };
  }
}
