package dev.synth.internal.monitor;

import dev.synth.base.Context;
import dev.synth.base.Seeds;
import dev.synth.benchmarks.Arguments;
import dev.synth.experiment.Experiment;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.bundle.BundleFiles;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.demo.DemoDays;
import dev.synth.internal.experiment.DemoData;
import dev.synth.internal.files.OutputFiles;
import dev.synth.run.FitRequest;
import dev.synth.run.RunRequest;
import dev.synth.table.DataOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The alarms of the monitor where nothing changes, and where something does.
 *
 * <p>Each world has its own cards, merchants and thieves, with weekdays. A model is fitted on
 * twelve weeks and watched for {@code weeks} quiet weeks, held against the twelve weeks before
 * these. Then drifts are planted: amounts that rise, a new merchant category, and thieves who do
 * something new, which four weeks of labels show. Arguments: {@code worlds=8 weeks=50 rows=3000
 * from=1}; {@code rows} are those of a week, and {@code from} is the first world.
 */
public final class MonitorBenchmark {
  private static final int FITTED_WEEKS = 12;
  private static final int PAST_WEEKS = 12;
  private static final int LABELLED_WEEKS = 4;
  private static final int PLANTED_WEEKS = 2;
  private static final int WEEK = 7;
  private static final int AMOUNT = 3;
  private static final int CATEGORY = 4;
  private static final int AMOUNT_RATIO = 12;

  private final int weeks;
  private final int rows;
  private final Path folder;
  private final Map<String, int[]> found = new TreeMap<>();

  private MonitorBenchmark(int weeks, int rows, Path folder) {
    this.weeks = weeks;
    this.rows = rows;
    this.folder = folder;
  }

  /** Prints how many weeks raised an alarm, and how many drifts were found. */
  public static void main(String[] args) throws IOException {
    Map<String, String> options = Arguments.of(args);
    Path folder = Files.createTempDirectory("synth-monitor");
    try {
      MonitorBenchmark benchmark =
          new MonitorBenchmark(
              Integer.parseInt(options.getOrDefault("weeks", "50")),
              Integer.parseInt(options.getOrDefault("rows", "3000")),
              folder);
      int worlds = Integer.parseInt(options.getOrDefault("worlds", "8"));
      int from = Integer.parseInt(options.getOrDefault("from", "1"));
      for (int world = from; world < from + worlds; world++) {
        benchmark.world(world);
        benchmark.print(world - from + 1);
      }
    } finally {
      OutputFiles.remove(folder);
    }
  }

  private void print(int worlds) {
    System.out.println(PlainText.of("| %d worlds | of | alarms |", worlds));
    found.forEach(
        (what, counts) ->
            System.out.println(PlainText.of("| %s | %d | %d |", what, counts[1], counts[0])));
  }

  private void world(int world) throws IOException {
    Map<Integer, List<String>> byWeek = weeks(world, null);
    Path model = fit(world, byWeek);
    BundleFiles.LoadedBundle whole = BundleFiles.readWhole(model);
    List<String> before = new ArrayList<>();
    for (int week = FITTED_WEEKS; week < FITTED_WEEKS + PAST_WEEKS; week++) {
      before.addAll(byWeek.getOrDefault(week, List.of()));
    }
    Watch watch = new Watch(whole, write("past", before));
    int first = FITTED_WEEKS + PAST_WEEKS;
    for (int week = first; week < first + weeks; week++) {
      List<String> own = byWeek.getOrDefault(week, List.of());
      quiet(watch, own);
      if (week < first + PLANTED_WEEKS) {
        planted(watch, own);
      }
    }
    labels(world, whole, watch);
  }

  private void quiet(Watch watch, List<String> own) {
    WindowReader.Seen seen = watch.read(write("week", own));
    List<DriftCheck> ofPast = watch.checks(seen, true);
    count("quiet week, against past rows", isAlarm(ofPast));
    for (DriftCheck.About about : DriftCheck.About.values()) {
      count(
          "quiet week, against past rows: " + about,
          isAlarm(ofPast.stream().filter(check -> check.about() == about).toList()));
    }
    count("quiet week, against the bundle", isAlarm(watch.checks(seen, false)));
  }

  private void planted(Watch watch, List<String> own) {
    for (double factor : new double[] {1.1, 1.2, 1.5}) {
      count(
          PlainText.of("amounts times %.1f", factor),
          isAlarm(watch.checks(write("week", changed(own, cells -> times(cells, factor))), true)));
    }
    for (int share : new int[] {20, 10, 5}) {
      int[] row = new int[1];
      List<String> other =
          changed(
              own,
              cells -> {
                if (row[0]++ % share == 0) {
                  cells[CATEGORY] = "crypto";
                }
                return cells;
              });
      count(
          PlainText.of("a new category in 1 of %d rows", share),
          isAlarm(watch.checks(write("week", other), true)));
    }
  }

  private static String[] times(String[] cells, double factor) {
    cells[AMOUNT] = PlainText.of("%.2f", Double.parseDouble(cells[AMOUNT]) * factor);
    if (!cells[AMOUNT_RATIO].isEmpty()) {
      cells[AMOUNT_RATIO] = PlainText.of("%.3f", Double.parseDouble(cells[AMOUNT_RATIO]) * factor);
    }
    return cells;
  }

  private static List<String> changed(List<String> lines, UnaryOperator<String[]> change) {
    return lines.stream().map(line -> String.join(",", change.apply(line.split(",", -1)))).toList();
  }

  /** Four weeks of labels, without and with thieves who do something new. */
  private void labels(int world, BundleFiles.LoadedBundle whole, Watch watch) throws IOException {
    int first = FITTED_WEEKS + PAST_WEEKS;
    for (boolean moves : new boolean[] {false, true}) {
      Map<Integer, List<String>> byWeek = weeks(world, moves ? first * WEEK : null);
      for (int from = first; from < first + weeks - LABELLED_WEEKS; from += LABELLED_WEEKS) {
        if (moves && from > first) {
          break;
        }
        List<String> own = new ArrayList<>();
        for (int week = from; week < from + LABELLED_WEEKS; week++) {
          own.addAll(byWeek.getOrDefault(week, List.of()));
        }
        String name = moves ? "frauds moved" : "frauds as ever";
        Path file = write("labelled", own);
        count(name + ": degraded by four weeks of labels", watch.performance(whole, file));
        if (moves) {
          Path week = write("week", byWeek.getOrDefault(first, List.of()));
          count(name + ": one week without labels", isAlarm(watch.checks(week, true)));
          count(name + ": four weeks without labels", isAlarm(watch.checks(file, true)));
        }
      }
    }
  }

  private void count(String what, boolean isAlarm) {
    int[] counts = found.computeIfAbsent(what, key -> new int[2]);
    counts[0] += isAlarm ? 1 : 0;
    counts[1]++;
  }

  private static boolean isAlarm(List<DriftCheck> checks) {
    return checks.stream().anyMatch(DriftCheck::isAlarm);
  }

  /** The lines of each week. */
  private Map<Integer, List<String>> weeks(int world, @Nullable Integer movesAfter)
      throws IOException {
    int all = FITTED_WEEKS + PAST_WEEKS + weeks;
    Path file = folder.resolve("stream.csv");
    DemoData.write(
        file,
        (long) rows * all,
        new DemoDays(WEEK * all, movesAfter),
        DemoData.DEFAULT_FRAUDS,
        true,
        Context.quiet(new Seeds(world).librarySeed("world")));
    Map<Integer, List<String>> byWeek = new HashMap<>();
    Map<String, Integer> days = new HashMap<>();
    try (var lines = Files.lines(file)) {
      lines
          .skip(1)
          .forEach(
              line -> {
                int comma = line.indexOf(',') + 1;
                String date = line.substring(comma, comma + "2025-01-01".length());
                int day = days.computeIfAbsent(date, key -> days.size());
                byWeek.computeIfAbsent(day / WEEK, key -> new ArrayList<>()).add(line);
              });
    }
    return byWeek;
  }

  private Path write(String name, List<String> lines) {
    String header = String.join(",", dev.synth.internal.demo.TransactionSimulator.schema().names());
    Path file = folder.resolve(name + ".csv");
    OutputFiles.text(file, header + "\n" + String.join("\n", lines) + "\n");
    return file;
  }

  private Path fit(int world, Map<Integer, List<String>> byWeek) {
    List<String> lines = new ArrayList<>();
    for (int week = 0; week < FITTED_WEEKS; week++) {
      lines.addAll(byWeek.getOrDefault(week, List.of()));
    }
    String yaml =
        PlainText.of(
            """
            name: world-%d
            data:
              {source: '%s', label: fraud, positive: 1, time: timestamp,
               exclude: [transaction_id, card_id, timestamp]}
            augmentation: {ratio: 0.1}
            evaluation: {classifiers: [{kind: xgboost, trees: 60}], threshold: max-f1}
            """,
            world, write("fitted", lines));
    Path model = folder.resolve("model-" + world);
    Experiment.fit(
        new FitRequest(
            RunRequest.of(ConfigLoader.parse(yaml, "yaml", List.of()), folder),
            model,
            "none",
            null,
            false),
        Context.quiet(1));
    return model;
  }

  /** A model, and the past that its weeks are held against. */
  private static final class Watch {
    private static final String TIME = "timestamp";

    private final BundleFiles.LoadedBundle model;
    private final TreeMap<Long, WindowCounts> past;
    private final TreeMap<Long, WindowCounts> fitted = new TreeMap<>();
    private JointTest.@Nullable Areas areas;

    Watch(BundleFiles.LoadedBundle model, Path past) {
      this.model = model;
      this.past = read(past).days();
      model
          .reference()
          .days()
          .forEach(day -> fitted.put(day.day(), WindowCounts.of(model.reference(), day)));
    }

    private WindowReader.Seen read(Path file) {
      return WindowReader.read(
          model, TIME, file.toString(), WindowReader.RowSink.NONE, 1, Context.quiet(1));
    }

    List<DriftCheck> checks(Path week, boolean ofPast) {
      return checks(read(week), ofPast);
    }

    List<DriftCheck> checks(WindowReader.Seen seen, boolean ofPast) {
      Context context = Context.quiet(1);
      WindowCounts now = WindowCounts.sum(model.reference(), List.copyOf(seen.days().values()));
      Past own =
          Past.of(
              model.reference(),
              ofPast ? past : fitted,
              seen.days().firstKey(),
              seen.days().lastKey());
      JointTest.Areas joint = null;
      if (ofPast && own.windows().size() == PAST_WEEKS) {
        if (areas == null) {
          areas =
              JointTest.ofPast(model.reference(), own.windows(), Set.of(), context.cancellation());
        }
        joint =
            areas == null
                ? null
                : JointTest.with(
                    areas, model.reference(), own.windows(), now, Set.of(), context.cancellation());
      }
      return new DriftChecks(model.reference(), own, now, Set.of()).all(joint);
    }

    boolean performance(BundleFiles.LoadedBundle whole, Path file) {
      LabelledRows rows =
          new LabelledRows(
              LateLabels.read(
                  file.toString(),
                  new LateLabels.Columns(
                      null, "fraud", DataOptions.of("rows", "fraud", "1"), List.of()),
                  true));
      WindowReader.read(whole, TIME, file.toString(), rows, 1, Context.quiet(1));
      return new LabelledJudge(whole.reference(), whole.bundle().facts(), 0.05)
          .judge(rows.rows(), rows.coverage())
          .isDegraded();
    }
  }
}
