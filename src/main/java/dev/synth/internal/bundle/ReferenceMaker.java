package dev.synth.internal.bundle;

import dev.synth.internal.base.Micros;
import dev.synth.internal.stats.rows.AlertFigure;
import dev.synth.internal.stats.rows.PairedAlerts;
import dev.synth.internal.stats.rows.PairedPart;
import dev.synth.internal.stats.rows.Ranking;
import dev.synth.internal.stats.rows.RowInfluence;
import dev.synth.internal.stats.rows.TestRows;
import dev.synth.internal.stats.rows.WeightedPrecision;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.LabelledTable;
import dev.synth.table.RowFacts;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes down what rows were like when the model was fitted. */
public final class ReferenceMaker {
  private final List<FittedReference.BinCounts> columns = new ArrayList<>();
  private final FittedReference.BinCounts score;
  private final Map<Long, DayCounts> days = new TreeMap<>();

  /**
   * Rows that were scored by models that had not learned from them.
   *
   * @param rows the rows
   * @param scores one a row
   * @param threshold rows that score at least this are alerts
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record OutOfFold(LabelledTable rows, double[] scores, double threshold) {
    BitSet alerts() {
      BitSet alerts = new BitSet();
      IntStream.range(0, scores.length)
          .filter(row -> scores[row] >= threshold)
          .forEach(alerts::set);
      return alerts;
    }
  }

  /**
   * Rows that the very model had not learned from, as it scores them.
   *
   * @param scores one a row
   * @param days the day of each row; null where days are not known
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record UnseenScores(double[] scores, long @Nullable [] days) {}

  /** The counts of one day. */
  private static final class DayCounts {
    private final List<double[]> columns = new ArrayList<>();
    private final long[] score;
    private double rows;
    private long scored;
    private long alerts;

    DayCounts(List<FittedReference.BinCounts> binned, int scoreBins) {
      binned.forEach(column -> columns.add(new double[column.bins().count()]));
      score = new long[scoreBins];
    }

    List<long[]> counts() {
      return columns.stream()
          .map(column -> Arrays.stream(column).mapToLong(Math::round).toArray())
          .toList();
    }
  }

  private ReferenceMaker(Table fitted, double @Nullable [] weights, double[] unseen) {
    for (Column column : fitted.schema().columns()) {
      Cells cells = fitted.cells(column.name());
      Bins bins = Bins.suiting(cells);
      columns.add(new FittedReference.BinCounts(column.name(), bins, bins.counts(cells, weights)));
    }
    Cells.Numbers scores = new Cells.Numbers(unseen);
    Bins bins = Bins.suiting(scores);
    score = new FittedReference.BinCounts("score", bins, bins.counts(scores));
  }

  /**
   * Takes down.
   *
   * @param fitted the rows that were learned from; their days are known where there are any
   * @param scored rows out of fold, of both classes
   * @param unseen other rows, by which later scores are judged: what folds say of scores is of
   *     other models
   * @param time the column by which days are told; null where there is none
   */
  public static FittedReference of(
      LabelledTable fitted, OutOfFold scored, UnseenScores unseen, @Nullable String time) {
    double[] weights = fitted.facts().weights();
    ReferenceMaker maker = new ReferenceMaker(fitted.features(), weights, unseen.scores());
    long[] days = fitted.facts().days();
    long[] unseenDays = unseen.days();
    String told = null;
    if (time != null && days != null && unseenDays != null) {
      told = time;
      maker.count(fitted.features(), days, weights);
      maker.countScores(unseen.scores(), unseenDays, scored.threshold());
    }
    List<FittedReference.Day> kept =
        maker.days.entrySet().stream()
            .map(
                day ->
                    new FittedReference.Day(
                        day.getKey(),
                        Math.round(day.getValue().rows),
                        day.getValue().counts(),
                        day.getValue().scored,
                        day.getValue().score,
                        day.getValue().alerts))
            .toList();
    return new FittedReference(
        maker.columns,
        maker.score,
        told,
        kept.subList(Math.max(0, kept.size() - FittedReference.MOST_DAYS), kept.size()),
        CalibrationCheck.of(
            scored.scores(),
            scored.rows().rareRows(),
            scored.threshold(),
            scored.rows().facts().weights()),
        quality(scored));
  }

  /** Returns each row's day since 1970-01-01, or {@link RowFacts#NO_DAY}. */
  public static long[] daysOf(Cells times) {
    long[] days = new long[times.size()];
    for (int row = 0; row < days.length; row++) {
      double micros =
          switch (times) {
            case Cells.Instants instants -> (double) instants.value(row);
            case Cells.Numbers numbers -> numbers.value(row) * Micros.PER_SECOND;
            case Cells.Levels levels -> Double.NaN;
            case Cells.Texts texts -> Double.NaN;
          };
      boolean isNone = times.isMissing(row) || Double.isNaN(micros);
      days[row] = isNone ? RowFacts.NO_DAY : (long) Math.floor(micros / Micros.PER_DAY);
    }
    return days;
  }

  private DayCounts day(long day) {
    return days.computeIfAbsent(day, key -> new DayCounts(columns, score.bins().count()));
  }

  private void count(Table fitted, long[] dayOf, double @Nullable [] weights) {
    for (int column = 0; column < columns.size(); column++) {
      int[] bins = columns.get(column).bins().of(fitted.cells(column));
      for (int row = 0; row < bins.length; row++) {
        if (dayOf[row] != RowFacts.NO_DAY) {
          DayCounts own = day(dayOf[row]);
          double weight = weights == null ? 1 : weights[row];
          own.columns.get(column)[bins[row]] += weight;
          own.rows += column == 0 ? weight : 0;
        }
      }
    }
  }

  private void countScores(double[] scores, long[] dayOf, double threshold) {
    int[] bins = score.bins().of(new Cells.Numbers(scores));
    for (int row = 0; row < bins.length; row++) {
      if (dayOf[row] != RowFacts.NO_DAY) {
        DayCounts own = day(dayOf[row]);
        own.score[bins[row]]++;
        own.scored++;
        own.alerts += scores[row] >= threshold ? 1 : 0;
      }
    }
  }

  /** The standard errors are those of other rows, or of other days where days are known. */
  private static FittedReference.Quality quality(OutOfFold scored) {
    if (scored.rows().facts().weights() != null) {
      return new SampledQuality(scored.rows(), scored.scores(), scored.alerts(), units(scored))
          .quality();
    }
    BitSet rare = scored.rows().rareRows();
    TestRows rows = new TestRows(units(scored), rare);
    Ranking ranking = Ranking.of(scored.scores());
    Ranking even = Ranking.ofRanks(new int[scored.scores().length]);
    BitSet alerts = scored.alerts();
    BitSet caught = (BitSet) alerts.clone();
    caught.and(rare);
    double found = caught.cardinality();
    double recall = found / rows.rareCount();
    double f1 = 2 * found / (alerts.cardinality() + rows.rareCount());
    WeightedPrecision precision = new WeightedPrecision();
    double[] once = new double[scored.scores().length];
    Arrays.fill(once, 1);
    return new FittedReference.Quality(
        rows.rareCount(),
        rows.size() - rows.rareCount(),
        new FittedReference.Quality.Figure(
            precision.value(rows, ranking, once),
            Math.sqrt(
                RowInfluence.jackknife(List.of(new PairedPart(rows, ranking, even)), precision)
                    .variance())),
        new FittedReference.Quality.Figure(recall, error(rows, alerts, AlertFigure.RECALL)),
        new FittedReference.Quality.Figure(f1, error(rows, alerts, AlertFigure.F1)));
  }

  private static double error(TestRows rows, BitSet alerts, AlertFigure figure) {
    PairedAlerts pair = new PairedAlerts(rows, alerts, new BitSet());
    return Math.sqrt(RowInfluence.jackknife(List.of(pair), figure).variance());
  }

  private static int[] units(OutOfFold scored) {
    long[] days = scored.rows().facts().days();
    if (days == null) {
      return IntStream.range(0, scored.scores().length).toArray();
    }
    Map<Object, Integer> numbers = new HashMap<>();
    int[] units = new int[days.length];
    for (int row = 0; row < units.length; row++) {
      Object key = days[row] == RowFacts.NO_DAY ? "row " + row : (Object) days[row];
      Integer known = numbers.putIfAbsent(key, numbers.size());
      units[row] = known == null ? numbers.size() - 1 : known;
    }
    return units;
  }
}
