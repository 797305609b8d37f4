package dev.synth.benchmarks.uplift;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.benchmarks.BenchmarkSet;
import dev.synth.benchmarks.uplift.UpliftGroup.CellPlace;
import dev.synth.evaluate.Curves;
import dev.synth.evaluate.ScoredRows;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.read.TableReader;
import dev.synth.split.Split;
import dev.synth.split.SplitOptions;
import dev.synth.split.Splitter;
import dev.synth.table.Cells;
import dev.synth.table.LabelledTable;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Streams of transactions, learned from in their earliest weeks and judged by the later ones:
 * average precision, recall, alerts a day, and the recall of each kind of fraud where the data name
 * it. The kind is looked at by the judge alone.
 */
final class UpliftInTime {
  private static final int OTHERS = 3_000;
  private static final double VALIDATION = 0.2;
  private static final int MOST_TEST_ROWS = 20_000;
  private static final double MICROS_A_DAY = 86_400e6;
  private static final int DAYS_A_WEEK = 7;

  /**
   * A stream.
   *
   * @param set where it is
   * @param time the column of the time
   * @param weeks how many weeks are learned from
   * @param kind the column that names the kind of a fraud, if there is one
   */
  private record Stream(BenchmarkSet set, String time, int weeks, Optional<String> kind) {}

  private static final List<Stream> STREAMS =
      List.of(
          new Stream(BenchmarkSet.FDH_WINDOW, "TX_DATETIME", 1, Optional.of("TX_FRAUD_SCENARIO")),
          new Stream(BenchmarkSet.ECOMMERCE_FRAUD, "purchase_time", 8, Optional.empty()));

  private final UpliftPlan plan;
  private final Stream stream;
  private final LabelledTable rows;
  private final Cells.Instants times;
  private final double end;
  private final Map<String, Map<String, List<Double>>> figures = new LinkedHashMap<>();

  private UpliftInTime(UpliftPlan plan, Stream stream) {
    this.plan = plan;
    this.stream = stream;
    this.rows =
        TableReader.read(
                stream.set().options(plan.data()).withTime(stream.time()), Context.quiet(0))
            .rows();
    this.times = (Cells.Instants) rows.features().cellsInUtc(stream.time());
    long first = IntStream.range(0, times.size()).mapToLong(times::value).min().orElseThrow();
    this.end = first + stream.weeks() * DAYS_A_WEEK * MICROS_A_DAY;
  }

  /** Returns the tables, one a stream and number of rare rows; empty without the real sets. */
  static String of(UpliftPlan plan) {
    StringBuilder out = new StringBuilder();
    for (Stream stream : Files.isDirectory(plan.data()) ? STREAMS : List.<Stream>of()) {
      if (plan.sets().isEmpty() || plan.sets().contains(stream.set().title())) {
        UpliftInTime trial = new UpliftInTime(plan, stream);
        plan.sizes().stream()
            .filter(size -> size.of(trial.rows).isPresent())
            .forEach(size -> out.append(trial.table(size)));
      }
    }
    return out.toString();
  }

  private String table(CellSize size) {
    figures.clear();
    for (int draw = 1; draw <= plan.splits(); draw++) {
      judge(new CellPlace(stream.set().title() + " by time", size.text(), draw), rare(size));
    }
    List<String> names = new ArrayList<>(figures.values().iterator().next().keySet());
    StringBuilder out = new StringBuilder();
    out.append(
        PlainText.of(
            "%n### %s, weeks to learn from: %d, rare rows: %s, draws: %d%n%n| arm | %s"
                + " |%n|---|%s%n",
            stream.set().title(),
            stream.weeks(),
            size.text(),
            plan.splits(),
            String.join(" | ", names),
            "---:|".repeat(names.size())));
    figures.forEach(
        (arm, own) -> {
          List<String> cells =
              names.stream().map(name -> mean(own.getOrDefault(name, List.of()))).toList();
          out.append(PlainText.of("| %s | %s |%n", arm, String.join(" | ", cells)));
        });
    return out.toString();
  }

  private int rare(CellSize size) {
    return size.of(rows).orElseThrow();
  }

  private static String mean(List<Double> values) {
    double mean = values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
    return PlainText.of(mean < 10 ? "%.3f" : "%.0f", mean);
  }

  /** Learns from rows of the earliest weeks, and judges by the later ones. */
  private void judge(CellPlace place, int rare) {
    RandomStream random = place.seeds().stream("kept");
    BitSet learning = new BitSet();
    choose(row -> isEarly(row) && rows.isRare(row), rare, random, learning);
    choose(row -> isEarly(row) && !rows.isRare(row), OTHERS, random, learning);
    BitSet test = new BitSet();
    choose(row -> !isEarly(row), MOST_TEST_ROWS, random, test);
    BitSet kept = (BitSet) learning.clone();
    kept.or(test);
    double total = kept.cardinality();
    SplitOptions options =
        new SplitOptions(
            SplitOptions.Method.TIME,
            VALIDATION * learning.cardinality() / total,
            test.cardinality() / total,
            Duration.ZERO,
            1);
    LabelledTable chosen = rows.rows(kept.stream().toArray());
    Split split = Splitter.split(chosen, options, stream.time(), null, new Seeds(0));
    LabelledTable judged = rows.rows(test.stream().toArray());
    for (Student student : plan.students()) {
      new UpliftGroup(place, split, Optional.empty())
          .fit(student, plan.arms(student, new CellSize(place.size())), impossible -> {})
          .forEach(each -> measure(each, student, judged));
    }
  }

  private boolean isEarly(int row) {
    return times.value(row) < end;
  }

  private void choose(IntPredicate wanted, int count, RandomStream random, BitSet chosen) {
    int[] all = IntStream.range(0, rows.rowCount()).filter(wanted).toArray();
    random.shuffle(all);
    Arrays.stream(all).limit(count).forEach(chosen::set);
  }

  private void measure(UpliftGroup.Closed cell, Student student, LabelledTable judged) {
    double[] scores = cell.result().classifier().score(judged.modelled().features());
    double threshold = cell.result().scored().threshold().value();
    ScoredRows scored = ScoredRows.of(scores, judged);
    add(cell, student, "average precision", Curves.averagePrecision(scored));
    add(cell, student, "recall", scored.at(threshold).recall());
    add(cell, student, "alerts a day", alertsADay(scores, threshold));
    stream
        .kind()
        .ifPresent(
            column ->
                recallByKind(scores, threshold, judged, column)
                    .forEach(
                        (kind, recall) -> add(cell, student, "recall of kind " + kind, recall)));
  }

  private void add(UpliftGroup.Closed cell, Student student, String figure, double value) {
    figures
        .computeIfAbsent(student.title() + ", " + cell.key().arm(), arm -> new LinkedHashMap<>())
        .computeIfAbsent(figure, name -> new ArrayList<>())
        .add(value);
  }

  /** Alerts among the judged rows, in proportion to all later rows and their days. */
  private double alertsADay(double[] scores, double threshold) {
    double alerts = Arrays.stream(scores).filter(score -> score >= threshold).count();
    double later = IntStream.range(0, rows.rowCount()).filter(row -> !isEarly(row)).count();
    long last = IntStream.range(0, times.size()).mapToLong(times::value).max().orElseThrow();
    return alerts / scores.length * later * MICROS_A_DAY / (last - end);
  }

  /** Recall among the rare rows of each kind, in the order of the kinds' names. */
  private static Map<String, Double> recallByKind(
      double[] scores, double threshold, LabelledTable judged, String column) {
    Cells.Texts kinds = (Cells.Texts) judged.features().cells(column);
    Map<String, List<Double>> found = new TreeMap<>();
    judged.rareRows().stream()
        .forEach(
            row ->
                found
                    .computeIfAbsent(kinds.value(row), kind -> new ArrayList<>())
                    .add(scores[row] >= threshold ? 1.0 : 0.0));
    Map<String, Double> recall = new LinkedHashMap<>();
    found.forEach(
        (kind, each) ->
            recall.put(kind, each.stream().mapToDouble(Double::doubleValue).sum() / each.size()));
    return recall;
  }
}
