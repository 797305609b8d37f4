package dev.synth.internal.experiment.selection;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Seeds;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.experiment.engine.Engines;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.report.wording.reading.ReadingSentence;
import dev.synth.internal.table.read.TableReader;
import dev.synth.internal.table.selection.Counting;
import dev.synth.internal.table.selection.RowPlace;
import dev.synth.internal.table.selection.Stretches;
import dev.synth.internal.table.selection.Taking;
import dev.synth.internal.table.selection.UsedRows;
import dev.synth.internal.table.stage.FileScan;
import dev.synth.internal.table.stage.ScanColumns;
import dev.synth.internal.table.stage.SourceFiles;
import dev.synth.run.SelectRequest;
import dev.synth.split.SplitOptions;
import dev.synth.table.ColumnType;
import dev.synth.table.DataOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Takes rows of files that fit no memory: every rare row, every row of validation and test, and a
 * sample of the other training rows, with how many rows each stands for.
 *
 * <p>The files are read where they lie, once for each question: labels, columns, times, sums,
 * levels, rows. Answers are joined by adding up whole numbers, and rows are put in the order of
 * their hashes, so that neither files nor machines show in the result.
 */
public final class Selecting {
  private static final int MOST_LABELS = 10_000;
  private static final double MOST_SLACK = 1e6;

  private final SelectRequest request;
  private final ExperimentConfig config;
  private final DataOptions data;
  private final Context context;
  private final SelectionEngine engine;
  private final List<Path> files;
  private final ScanColumns columns;
  private final UsedRows rows;

  private Selecting(
      SelectRequest request, SelectionEngine engine, List<Path> files, Context context) {
    this.request = request;
    this.config = request.config();
    this.data = config.data();
    this.context = context;
    this.engine = engine;
    this.files = files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
    this.columns = FileScan.columns(files.getFirst());
    this.rows = new UsedRows(columns, data);
  }

  /** The labels of the files, and how their times are written. */
  private record LabelSummary(
      List<String> rare, boolean isInstant, long unlabelled, long withoutTime) {}

  /**
   * Writes the folder.
   *
   * @throws Problem for everything that the user can put right
   */
  public static void run(SelectRequest request, Context context) {
    check(request.config());
    SelectionFolder.check(request.to(), request.overwrite());
    IntFunction<SelectionEngine> engines = engines(request.engine());
    SourceFiles source = SourceFiles.resolve(request.config().data().source());
    ReadingSentence.of(source.notes()).forEach(context.progress()::note);
    try (SelectionEngine engine = engines.apply(request.jobs());
        SelectionFolder folder = SelectionFolder.begin(request.to())) {
      new Selecting(request, engine, source.files(), context).write(folder);
      folder.commit();
    }
  }

  private static IntFunction<SelectionEngine> engines(String name) {
    return name.equals(Engines.LOCAL)
        ? LocalSelectionEngine::new
        : Engines.named(SelectionEngine.Provider.class, name)::start;
  }

  private static void check(ExperimentConfig config) {
    DataOptions data = config.data();
    if (data.isDemo() || data.database() != null) {
      throw Problem.usage(
          "rows are selected from files; data.source must name Parquet or CSV, such as that of"
              + " 'synth demo'");
    }
    if (config.features() != null) {
      throw Problem.usage(
          "features look at the rows before each row, and a sample has not all of them: take"
              + " 'features' out of the config, or make the columns beforehand");
    }
    SplitOptions split = config.split();
    if (split.method() != SplitOptions.Method.TIME || split.origins() > 1) {
      throw Problem.usage(
          "rows are selected for a split by time with one origin (split.method: time): repeated"
              + " random splits test every row once, and test rows are never sampled");
    }
    if (data.weight() != null) {
      throw Problem.usage("the rows are a selection already (data.weight)");
    }
  }

  private List<List<String>> ask(String sql, String doing) {
    return engine.answers(
        files.stream().map(file -> new FileQuery(file.toString(), columns, sql, null)).toList(),
        doing,
        context);
  }

  private void write(SelectionFolder folder) {
    if (columns.names().contains(Taking.WEIGHT)) {
      throw Problem.data("there is a column '%s' already; rename it", Taking.WEIGHT);
    }
    LabelSummary labels = labels();
    Counting counting = new Counting(rows, labels.rare, labels.isInstant);
    Counting.Ranges ranges = counting.ranges(ask(counting.ranges(), "columns"));
    if (ranges.rows() == 0) {
      throw Problem.data("no row has both a label and a time");
    }
    long width = SpanCuts.width(labels.isInstant, ranges.time().min(), ranges.time().max());
    SpanCuts cuts =
        new SpanCuts(labels.isInstant, width, Counting.times(ask(counting.times(width), "times")));
    Stretches stretches = cuts.stretches(config.split());
    NavigableMap<RowPlace, Counting.Totals> places =
        Counting.sums(ask(counting.sums(stretches, ranges.columns()), "sums"), ranges.columns());
    NavigableMap<Integer, NavigableMap<String, long[]>> levels = new TreeMap<>();
    counting
        .levels(ranges.columns())
        .forEach((sql, some) -> levels.putAll(Counting.levels(ask(sql, "levels"), some)));
    List<Taking.Quota> quotas = quotas(places, stretches);
    take(folder, new Taking(rows, labels.rare, labels.isInstant, stretches), quotas);
    SelectionFacts facts =
        new SelectionFacts(
            data.source(),
            config.seed(),
            labels.unlabelled,
            labels.withoutTime,
            columns.names(),
            rows.described());
    folder.write(
        SelectionFolder.FACTS, facts.json(ranges, cuts, stretches, places, quotas, levels));
    folder.write(SelectionFolder.CONFIG, ConfigLoader.resolved(selected(cuts, stretches)));
  }

  private LabelSummary labels() {
    List<List<String>> answers = ask(rows.labels(MOST_LABELS), "labels");
    Map<String, Long> counts = new LinkedHashMap<>();
    long unlabelled = 0;
    long[] sums = new long[4];
    for (List<String> answer : answers) {
      long labelled = answer.getFirst().isEmpty() ? 0 : Long.parseLong(answer.get(1));
      unlabelled += Long.parseLong(answer.get(1)) - labelled;
      if (labelled > 0) {
        counts.merge(answer.getFirst(), labelled, Long::sum);
        for (int i = 0; i < sums.length; i++) {
          sums[i] += Long.parseLong(answer.get(1 + i));
        }
      }
    }
    List<String> rare =
        counts.keySet().stream()
            .filter(text -> TableReader.isPositive(text, data))
            .sorted()
            .toList();
    if (rare.isEmpty() || rare.size() == counts.size()) {
      throw Problem.data(
          "the label column '%s' has %d values, of which %d are '%s'; there must be rows of both"
              + " classes",
          data.label(), counts.size(), rare.size(), String.join("' or '", data.positive()));
    }
    boolean asNumber = sums[2] > 0 && sums[2] == sums[1];
    boolean isInstant = rows.isInstant(asNumber);
    String time = data.time();
    if (time != null && sums[isInstant ? 3 : 2] < sums[1]) {
      throw Problem.data(
          "data.time: %d cells of column '%s' are neither numbers nor times such as 2024-01-31"
              + " 23:59:59; write them so, or the table as Parquet",
          sums[1] - sums[isInstant ? 3 : 2], time);
    }
    return new LabelSummary(rare, isInstant, unlabelled, sums[0] - sums[1]);
  }

  private List<Taking.Quota> quotas(
      NavigableMap<RowPlace, Counting.Totals> places, Stretches stretches) {
    long[] others = new long[stretches.training()];
    places.forEach(
        (place, totals) -> {
          if (!place.rare() && place.stretch() < others.length) {
            others[place.stretch()] = totals.rows();
          }
        });
    return Quotas.of(others, request.majority());
  }

  private void take(SelectionFolder folder, Taking taking, List<Taking.Quota> quotas) {
    long seed = new Seeds(config.seed()).below("select").root();
    List<Path> candidates = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      candidates.add(folder.scratch(PlainText.of("candidates-%06d.parquet", i)));
    }
    double slack = 1;
    do {
      if (slack > MOST_SLACK) {
        throw new IllegalStateException("the candidates never suffice");
      }
      String sql = taking.candidates(quotas, seed, slack);
      List<FileQuery> scans = new ArrayList<>();
      for (int i = 0; i < files.size(); i++) {
        String to = candidates.get(i).toString();
        scans.add(new FileQuery(files.get(i).toString(), columns, sql, to));
      }
      engine.answers(scans, "rows", context);
      candidates.forEach(Selecting::requireThere);
      slack *= 4; // rows that are equal in every cell have one hash, so that one try may fail
    } while (!taking.suffice(candidates, quotas));
    context.cancellation().check();
    taking.write(candidates, quotas, folder.scratch(SelectionFolder.ROWS));
    candidates.forEach(OutputFiles::remove);
  }

  /** Looks for a file: machines without shared storage write to disks of their own. */
  private static void requireThere(Path file) {
    try {
      if (Files.size(file) > 0) {
        return;
      }
    } catch (IOException e) {
      // told below
    }
    throw Problem.environment(
        "%s was written, but is not in the folder that this machine sees; the folder must be on"
            + " storage that all machines share",
        file.getFileName());
  }

  private ExperimentConfig selected(SpanCuts cuts, Stretches stretches) {
    List<String> exclude = new ArrayList<>(data.exclude());
    exclude.add(Taking.WEIGHT);
    Map<String, ColumnType> types = new LinkedHashMap<>(data.types());
    types.put(Taking.WEIGHT, ColumnType.Numeric.UNBOUNDED);
    int training = stretches.training();
    return config
        .withData(
            data.withSource(request.to().resolve(SelectionFolder.ROWS).toString())
                .withExclude(exclude)
                .withTypes(types)
                .withWeight(Taking.WEIGHT))
        .withSplit(
            config
                .split()
                .withCuts(
                    new SplitOptions.Cuts(
                        cuts.text(stretches.starts().get(training - 1)),
                        cuts.text(stretches.starts().get(training)))));
  }
}
