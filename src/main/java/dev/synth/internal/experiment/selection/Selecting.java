package dev.synth.internal.experiment.selection;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Seeds;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.features.FeatureOptions;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.features.rows.FeatureDefinition;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.report.wording.reading.ReadingSentence;
import dev.synth.internal.table.read.TableReader;
import dev.synth.internal.table.selection.ColumnRange;
import dev.synth.internal.table.selection.Counting;
import dev.synth.internal.table.selection.FirstLook;
import dev.synth.internal.table.selection.RowPlace;
import dev.synth.internal.table.selection.SpanCounts;
import dev.synth.internal.table.selection.Stretches;
import dev.synth.internal.table.selection.Taking;
import dev.synth.internal.table.selection.UsedRows;
import dev.synth.internal.table.stage.FileScan;
import dev.synth.internal.table.stage.ScanColumns;
import dev.synth.internal.table.stage.SourceFiles;
import dev.synth.split.SplitOptions;
import dev.synth.table.ColumnType;
import dev.synth.table.DataOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows of files that fit no memory: every rare row, every row of validation and test, and a
 * sample of the other training rows, with how many rows each stands for.
 *
 * <p>The files are read where they lie, three times: for the labels and the columns' ranges, for
 * counts and sums, which need the ranges, and for the rows, of which the counts say how many to
 * take. Answers are joined by adding up whole numbers, and rows are put in the order of their
 * hashes, so that neither files nor machines show in the result.
 */
public final class Selecting {
  private static final int MOST_LABELS = 10_000;
  private static final double MOST_SLACK = 1e6;

  private final SelectRequest request;
  private final ExperimentConfig config;
  private final DataOptions data;
  private final Context context;
  private final SelectionEngine engine;
  private ReadFiles source;

  private Selecting(
      SelectRequest request, SelectionEngine engine, List<Path> files, Context context) {
    this.request = request;
    this.config = request.config();
    this.data = config.data();
    this.context = context;
    this.engine = engine;
    this.source =
        ReadFiles.of(
            files.stream().map(file -> file.toAbsolutePath().normalize()).toList(),
            data,
            columns -> place(columns.names().size()));
  }

  private RowPlace place(int columns) {
    SplitOptions split = config.split();
    return switch (split.method()) {
      case TIME -> new RowPlace.OfTime();
      case RANDOM, GROUP ->
          new RowPlace.OfHash(new Seeds(config.seed()).below("select/parts").root(), columns);
      case COLUMN -> new RowPlace.OfColumn(Objects.requireNonNull(split.column()));
    };
  }

  /** Files of one shape, which are read where they lie. */
  private record ReadFiles(List<Path> files, ScanColumns columns, UsedRows rows) {
    static ReadFiles of(
        List<Path> files, DataOptions data, Function<ScanColumns, RowPlace> placing) {
      ScanColumns columns = FileScan.columns(files.getFirst());
      files.forEach(FileScan::checkHasRowsAlone);
      RowPlace place = placing.apply(columns);
      return new ReadFiles(files, columns, new UsedRows(columns, data, place));
    }

    ReadFiles withoutLabels(Set<String> texts) {
      return new ReadFiles(files, columns, rows.withoutLabels(texts));
    }

    List<FileQuery> queries(String sql) {
      return files.stream()
          .map(file -> new FileQuery(file.toString(), columns, sql, null))
          .toList();
    }
  }

  /**
   * Writes the folder.
   *
   * @throws Problem for everything that the user can put right
   */
  public static void run(SelectRequest request, Context context) {
    check(request.config());
    SelectionFolder.check(request.to(), request.overwrite());
    IntFunction<SelectionEngine> engines = SelectionEngine.named(request.engine());
    try (SelectionEngine engine = engines.apply(request.jobs());
        SelectionFolder folder = SelectionFolder.begin(request.to())) {
      Path copies = folder.scratch("copies");
      SourceFiles source = engine.files(request.config().data().source(), copies, context);
      ReadingSentence.of(source.notes()).forEach(context.progress()::note);
      try {
        new Selecting(request, engine, source.files(), context).write(folder);
      } catch (Problem problem) {
        throw engine.told(problem);
      }
      OutputFiles.remove(copies);
      folder.commit();
    }
  }

  private static void check(ExperimentConfig config) {
    DataOptions data = config.data();
    if (data.isDemo() || data.database() != null) {
      throw Problem.usage(
          "rows are selected from files; data.source must name Parquet or CSV, such as that of"
              + " 'synth demo'");
    }
    SplitOptions split = config.split();
    if (split.origins() > 1) {
      throw Problem.usage(
          "rows are selected for one split; split.origins: %d would test rows that are a sample"
              + " for the other origins",
          split.origins());
    }
    if (split.method() == SplitOptions.Method.GROUP && data.group() == null) {
      throw Problem.usage("split.method: group needs data.group");
    }
    EvaluationOptions evaluation = config.evaluation();
    if (evaluation != null && evaluation.until() == EvaluationOptions.Until.DECIDED) {
      throw Problem.usage(
          "rows are selected for one split, so that more repeats add no test rows; say"
              + " evaluation.until: repeats");
    }
    if (data.weight() != null) {
      throw Problem.usage("the rows are a selection already (data.weight)");
    }
  }

  private List<List<String>> ask(ReadFiles from, String sql, String doing) {
    return engine.answers(from.queries(sql), doing, context);
  }

  private void write(SelectionFolder folder) {
    for (String name : List.of(Taking.WEIGHT, Taking.PART)) {
      if (source.columns().names().contains(name)) {
        throw Problem.data("there is a column '%s' already; rename it", name);
      }
    }
    FirstLook look = look(source);
    Set<String> unknown = TableReader.missingLabels(look.labels().keySet(), data);
    if (!unknown.isEmpty()) {
      source = source.withoutLabels(unknown);
      look = look(source); // only a whole look tells them from labels
    }
    List<String> rare = rare(look);
    boolean isInstant = isInstant(look);
    FeatureOptions features = config.features();
    Path scratch = folder.scratch("features");
    Featuring.Made made =
        features == null
            ? null
            : new Featuring(engine, source.files(), source.rows(), rare, config, features, context)
                .in(scratch);
    int hashed = source.columns().names().size();
    ReadFiles read =
        made == null
            ? source
            : ReadFiles.of(made.files(), data, columns -> place(hashed)).withoutLabels(unknown);
    write(folder, made, read, new Seen(rare, isInstant, made == null ? look : look(read)));
    OutputFiles.remove(scratch);
  }

  /** The findings of a first look. */
  private record Seen(List<String> rare, boolean isInstant, FirstLook look) {}

  private FirstLook look(ReadFiles from) {
    return FirstLook.of(
        ask(from, from.rows().look(MOST_LABELS), "columns"), from.columns().names().size());
  }

  private void write(
      SelectionFolder folder, Featuring.@Nullable Made made, ReadFiles read, Seen seen) {
    boolean isInstant = seen.isInstant;
    FirstLook look = seen.look;
    if (look.rows() == 0) {
      throw Problem.data("no row has both a label and a time");
    }
    ColumnRange times = look.time(isInstant);
    long width = SpanCuts.width(isInstant, times.min(), times.max());
    List<Double> given = cutsKnown(isInstant);
    Counting counting =
        new Counting(read.rows(), seen.rare, isInstant, width, look.columns(), given);
    SpanCounts counts = counting.counts(ask(read, counting.sql(), "counts"));
    SpanCuts cuts = new SpanCuts(isInstant, width, counts.bySpan());
    Stretches stretches = isByTime() ? cuts.stretches(config.split()) : new Stretches(given);
    List<SpanCounts.Rows> parts = counts.byStretch(stretches, width);
    List<Taking.Quota> quotas = quotas(parts, stretches);
    int hashed = source.columns().names().size();
    take(folder, read, new Taking(read.rows(), seen.rare, isInstant, stretches, hashed), quotas);
    SelectionFacts facts =
        new SelectionFacts(
            data.source(),
            config.seed(),
            look,
            made,
            read.columns().names(),
            read.rows().described());
    String how = isByTime() ? null : isByHash() ? hashed() : "column";
    folder.write(SelectionFolder.FACTS, facts.json(cuts, stretches, parts, quotas, counts, how));
    folder.write(SelectionFolder.CONFIG, ConfigLoader.resolved(selected(cuts, stretches, made)));
  }

  private boolean isByTime() {
    return config.split().method() == SplitOptions.Method.TIME;
  }

  private boolean isByHash() {
    return switch (config.split().method()) {
      case RANDOM, GROUP -> true;
      case TIME, COLUMN -> false;
    };
  }

  private String hashed() {
    return data.group() == null ? "hash_of_row" : "hash_of_group";
  }

  /** Returns where the later parts begin, where counts have no part in it; else nothing. */
  private List<Double> cutsKnown(boolean isInstant) {
    SplitOptions split = config.split();
    SplitOptions.Cuts cuts = split.cuts();
    return switch (split.method()) {
      case TIME ->
          cuts == null
              ? List.of()
              : List.of(cuts.validationStart(isInstant), cuts.testStart(isInstant));
      case RANDOM, GROUP -> List.of(1 - split.validation() - split.test(), 1 - split.test());
      case COLUMN -> List.of(1.0, 2.0);
    };
  }

  private List<String> rare(FirstLook look) {
    List<String> rare =
        look.labels().keySet().stream()
            .filter(text -> TableReader.isPositive(text, data))
            .sorted()
            .toList();
    if (rare.isEmpty() || rare.size() == look.labels().size()) {
      throw Problem.data(
          "the label column '%s' has %d values, of which %d are '%s'; there must be rows of both"
              + " classes",
          data.label(), look.labels().size(), rare.size(), String.join("' or '", data.positive()));
    }
    return rare;
  }

  /** Returns whether times are points in time, or numbers. */
  private boolean isInstant(FirstLook look) {
    long rows = look.rows();
    boolean isInstant = source.rows().isInstant(rows > 0 && look.numbers().numbers() == rows);
    long read = look.time(isInstant).numbers();
    String time = data.time();
    String column = config.split().column();
    if (column != null && read < rows + look.withoutTime()) {
      throw Problem.data(
          "split.column: %s in column '%s', not training, validation or test, such as '%s'",
          count(rows + look.withoutTime() - read), column, oddPart());
    }
    if (isByTime() && time != null && read < rows) {
      throw Problem.data(
          "data.time: %d cells of column '%s' are neither numbers nor times such as 2024-01-31"
              + " 23:59:59; write them so, or the table as Parquet",
          rows - read, time);
    }
    return isInstant;
  }

  private static String count(long rows) {
    return rows == 1 ? "one row has another word" : PlainText.of("%,d rows have other words", rows);
  }

  /** Returns a cell of the column of parts that is none, empty where they all are. */
  private String oddPart() {
    return ask(source, source.rows().oddPart(), "parts").stream()
        .map(List::getFirst)
        .filter(text -> !text.isEmpty())
        .sorted()
        .findFirst()
        .orElse("");
  }

  private List<Taking.Quota> quotas(List<SpanCounts.Rows> parts, Stretches stretches) {
    long[] others =
        parts.stream().limit(stretches.training()).mapToLong(SpanCounts.Rows::others).toArray();
    return Quotas.of(others, request.majority());
  }

  private void take(
      SelectionFolder folder, ReadFiles read, Taking taking, List<Taking.Quota> quotas) {
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
      candidates.forEach(SelectionEngine::requireThere);
      slack *= 4; // rows that are equal in every cell have one hash, so that one try may fail
    } while (!taking.suffice(candidates, quotas));
    context.cancellation().check();
    taking.write(candidates, quotas, isByHash(), folder.scratch(SelectionFolder.ROWS));
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
    if (isByHash()) {
      exclude.add(Taking.PART);
      types.put(Taking.PART, new ColumnType.Categorical());
    }
    return config
        .withFeatures(null)
        .withData(
            data.withSource(request.to().resolve(SelectionFolder.ROWS).toString())
                .withExclude(List.copyOf(exclude))
                .withTypes(types)
                .withWeight(Taking.WEIGHT))
        .withSplit(split(cuts, stretches));
  }

  /** Returns the split of the rows that were taken. */
  private SplitOptions split(SpanCuts cuts, Stretches stretches) {
    SplitOptions split = config.split();
    int training = stretches.training();
    return switch (split.method()) {
      case TIME ->
          split.withCuts(
              new SplitOptions.Cuts(
                  cuts.text(stretches.starts().get(training - 1)),
                  cuts.text(stretches.starts().get(training))));
      case RANDOM, GROUP -> split.byColumn(Taking.PART);
      case COLUMN -> split;
    };
  }
}
