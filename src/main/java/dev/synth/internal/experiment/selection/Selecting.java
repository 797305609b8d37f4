package dev.synth.internal.experiment.selection;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Seeds;
import dev.synth.config.ExperimentConfig;
import dev.synth.features.FeatureOptions;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.experiment.engine.Engines;
import dev.synth.internal.features.rows.FeatureDefinition;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

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
  private final Source source;

  private Selecting(
      SelectRequest request, SelectionEngine engine, List<Path> files, Context context) {
    this.request = request;
    this.config = request.config();
    this.data = config.data();
    this.context = context;
    this.engine = engine;
    this.source =
        Source.of(files.stream().map(file -> file.toAbsolutePath().normalize()).toList(), data);
  }

  /** Files of one shape, which are read where they lie. */
  private record Source(List<Path> files, ScanColumns columns, UsedRows rows) {
    static Source of(List<Path> files, DataOptions data) {
      ScanColumns columns = FileScan.columns(files.getFirst());
      return new Source(files, columns, new UsedRows(columns, data));
    }

    List<FileQuery> queries(String sql) {
      return files.stream()
          .map(file -> new FileQuery(file.toString(), columns, sql, null))
          .toList();
    }
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

  private List<List<String>> ask(Source from, String sql, String doing) {
    return engine.answers(from.queries(sql), doing, context);
  }

  private void write(SelectionFolder folder) {
    if (source.columns().names().contains(Taking.WEIGHT)) {
      throw Problem.data("there is a column '%s' already; rename it", Taking.WEIGHT);
    }
    LabelSummary labels = labels();
    FeatureOptions features = config.features();
    Path scratch = folder.scratch("features");
    Featuring.Made made =
        features == null
            ? null
            : new Featuring(
                    engine, source.files(), source.rows(), labels.rare, config, features, context)
                .in(scratch);
    write(folder, labels, made, made == null ? source : Source.of(made.files(), data));
    OutputFiles.remove(scratch);
  }

  private void write(
      SelectionFolder folder, LabelSummary labels, Featuring.@Nullable Made made, Source read) {
    Counting counting = new Counting(read.rows(), labels.rare, labels.isInstant);
    Counting.Ranges ranges = counting.ranges(ask(read, counting.ranges(), "columns"));
    if (ranges.rows() == 0) {
      throw Problem.data("no row has both a label and a time");
    }
    long width = SpanCuts.width(labels.isInstant, ranges.time().min(), ranges.time().max());
    SpanCuts cuts =
        new SpanCuts(
            labels.isInstant, width, Counting.times(ask(read, counting.times(width), "times")));
    Stretches stretches = cuts.stretches(config.split());
    NavigableMap<RowPlace, Counting.Totals> places =
        Counting.sums(
            ask(read, counting.sums(stretches, ranges.columns()), "sums"), ranges.columns());
    NavigableMap<Integer, NavigableMap<String, long[]>> levels = new TreeMap<>();
    counting
        .levels(ranges.columns())
        .forEach((sql, some) -> levels.putAll(Counting.levels(ask(read, sql, "levels"), some)));
    List<Taking.Quota> quotas = quotas(places, stretches);
    int hashed = source.columns().names().size();
    take(
        folder,
        read,
        new Taking(read.rows(), labels.rare, labels.isInstant, stretches, hashed),
        quotas);
    SelectionFacts facts =
        new SelectionFacts(
            data.source(),
            config.seed(),
            labels.unlabelled,
            labels.withoutTime,
            made,
            read.columns().names(),
            read.rows().described());
    folder.write(
        SelectionFolder.FACTS, facts.json(ranges, cuts, stretches, places, quotas, levels));
    folder.write(SelectionFolder.CONFIG, ConfigLoader.resolved(selected(cuts, stretches, made)));
  }

  private LabelSummary labels() {
    List<List<String>> answers = ask(source, source.rows().labels(MOST_LABELS), "labels");
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
    boolean isInstant = source.rows().isInstant(asNumber);
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

  private void take(SelectionFolder folder, Source read, Taking taking, List<Taking.Quota> quotas) {
    long seed = new Seeds(config.seed()).below("select").root();
    List<Path> candidates = new ArrayList<>();
    for (int i = 0; i < read.files().size(); i++) {
      candidates.add(folder.scratch(PlainText.of("candidates-%06d.parquet", i)));
    }
    double slack = 1;
    do {
      if (slack > MOST_SLACK) {
        throw new IllegalStateException("the candidates never suffice");
      }
      String sql = taking.candidates(quotas, seed, slack);
      List<FileQuery> scans = new ArrayList<>();
      for (int i = 0; i < read.files().size(); i++) {
        String to = candidates.get(i).toString();
        scans.add(new FileQuery(read.files().get(i).toString(), read.columns(), sql, to));
      }
      engine.answers(scans, "rows", context);
      candidates.forEach(SelectionFolder::requireThere);
      slack *= 4; // rows that are equal in every cell have one hash, so that one try may fail
    } while (!taking.suffice(candidates, quotas));
    context.cancellation().check();
    taking.write(candidates, quotas, folder.scratch(SelectionFolder.ROWS));
    candidates.forEach(OutputFiles::remove);
  }

  private ExperimentConfig selected(
      SpanCuts cuts, Stretches stretches, Featuring.@Nullable Made made) {
    Set<String> exclude = new LinkedHashSet<>(data.exclude());
    Map<String, ColumnType> types = new LinkedHashMap<>(data.types());
    if (made != null) {
      FeatureDefinition definition = made.definition();
      exclude.add(definition.eventId());
      if (definition.labelArrival() != null) {
        exclude.add(definition.labelArrival());
      }
      definition.columns().forEach(column -> types.put(column.name(), column.type()));
    }
    exclude.add(Taking.WEIGHT);
    types.put(Taking.WEIGHT, ColumnType.Numeric.UNBOUNDED);
    int training = stretches.training();
    return config
        .withFeatures(null)
        .withData(
            data.withSource(request.to().resolve(SelectionFolder.ROWS).toString())
                .withExclude(List.copyOf(exclude))
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
