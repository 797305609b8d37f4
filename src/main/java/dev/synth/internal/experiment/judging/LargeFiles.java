package dev.synth.internal.experiment.judging;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Seeds;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.experiment.selection.FileQuery;
import dev.synth.internal.experiment.selection.SelectionEngine;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.table.read.TableReader;
import dev.synth.internal.table.selection.UniformSample;
import dev.synth.internal.table.selection.UsedRows;
import dev.synth.internal.table.stage.FileScan;
import dev.synth.internal.table.stage.ScanColumns;
import dev.synth.internal.table.stage.SourceFiles;
import dev.synth.internal.validate.WholeSums;
import dev.synth.internal.validate.metric.RowSums;
import dev.synth.table.DataOptions;
import dev.synth.table.reading.MatchNote;
import dev.synth.table.reading.ReadingNote;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Files to judge of which some hold too many rows to be read whole: so many rows of each class are
 * taken from each side, and all of them are summed where they lie.
 *
 * <p>Which rows are taken, and every sum, is the same whatever engine works on which file.
 */
public final class LargeFiles implements AutoCloseable {
  private static final int MOST_LABELS = 10_000;
  private static final int ROWS_AT_ONCE = 100_000;
  private static final double MOST_SLACK = 1e6;
  private static final String REAL = "real";
  private static final String SYNTHETIC = "synthetic";
  private static final String REFERENCE = "reference";

  private final ExperimentConfig config;
  private final JudgingScale scale;
  private final Context context;
  private final SelectionEngine engine;
  private final Path folder;
  private final Map<String, FileSide> sides = new TreeMap<>();

  private LargeFiles(
      ExperimentConfig config,
      JudgingScale scale,
      SelectionEngine engine,
      Path folder,
      Context context) {
    this.config = config;
    this.scale = scale;
    this.engine = engine;
    this.folder = folder;
    this.context = context;
  }

  /**
   * Looks at the files.
   *
   * @param config where the real rows are, and what their columns mean
   * @param synthetic the rows to judge
   * @param reference rows that no generator saw, or null
   * @return the files, or null where they are read whole: each side has few enough rows, or some
   *     are of a form that is not read where it lies
   * @throws Problem if a file that is large cannot be read where it lies
   */
  public static @Nullable LargeFiles look(
      ExperimentConfig config,
      String synthetic,
      @Nullable String reference,
      JudgingScale scale,
      Context context) {
    if (config.data().database() != null
        || (scale.isLocal() && FileSizes.areHeld(config, synthetic, reference, scale))) {
      return null;
    }
    SelectionEngine engine = SelectionEngine.named(scale.engine()).apply(scale.jobs());
    LargeFiles files = new LargeFiles(config, scale, engine, scale.folder(), context);
    try {
      files.count(REAL, String.valueOf(config.data().source()), false);
      files.count(SYNTHETIC, synthetic, true);
      if (reference != null) {
        files.count(REFERENCE, reference, true);
      }
      boolean isLarge = files.sides.values().stream().anyMatch(side -> side.rows() > scale.most());
      if (isLarge || files.sides.values().stream().anyMatch(FileSide::isRemote)) {
        return files;
      }
    } catch (Problem problem) {
      files.close();
      throw engine.told(problem);
    } catch (RuntimeException e) {
      files.close();
      throw e;
    }
    files.close();
    return null;
  }

  /** Counts the rows of a side. */
  private void count(String name, String source, boolean mayLackLabels) {
    DataOptions data = config.data();
    SourceFiles found = engine.files(source, folder.resolve(name + "-files"), context);
    List<Path> files =
        found.files().stream().map(file -> file.toAbsolutePath().normalize()).toList();
    List<String> paths = files.stream().map(Path::toString).toList();
    ScanColumns columns = FileScan.columns(files.getFirst());
    files.forEach(FileScan::checkHasRowsAlone);
    boolean isLabelled = !mayLackLabels || columns.names().contains(data.label());
    UsedRows rows = isLabelled ? UsedRows.withoutPlaces(columns, data) : null;
    String sql = rows == null ? "SELECT '', count(*) FROM data" : rows.labels(MOST_LABELS);
    List<FileQuery> queries =
        paths.stream().map(file -> new FileQuery(file, columns, sql, null)).toList();
    Map<String, Long> labels = new TreeMap<>();
    for (List<String> row : engine.answers(queries, "counting", context)) {
      labels.merge(row.getFirst(), Long.parseLong(row.getLast()), Long::sum);
    }
    if (rows != null) {
      Set<String> texts = new HashSet<>(labels.keySet());
      texts.remove("");
      Set<String> missing = TableReader.missingLabels(texts, data);
      rows = rows.withoutLabels(missing);
      for (String text : missing) {
        labels.merge("", Objects.requireNonNull(labels.remove(text)), Long::sum);
      }
    }
    List<String> rare = labels.keySet().stream().filter(this::isRare).toList();
    long all = labels.values().stream().mapToLong(Long::longValue).sum();
    long unlabelled = labels.getOrDefault("", 0L);
    long rareRows = rows == null ? all : rare.stream().mapToLong(labels::get).sum();
    if (rows != null && rareRows == 0 && all > scale.most()) {
      throw Problem.data(
          "no row of '%s' has '%s' in the label column '%s'",
          source, String.join("' or '", data.positive()), data.label());
    }
    String rarity = rows == null ? "'" + UsedRows.RARE + "'" : rows.rarity(rare);
    sides.put(
        name,
        new FileSide(
            name,
            source,
            paths,
            files.stream().map(engine::named).toList(),
            columns,
            rarity,
            rareRows,
            rows == null ? 0 : all - rareRows - unlabelled));
  }

  private boolean isRare(String text) {
    return !text.isEmpty() && TableReader.isPositive(text, config.data());
  }

  /** Takes the samples, which the methods below read. */
  public void sample() {
    sides.values().forEach(this::sample);
  }

  private FileSide side(String name) {
    return Objects.requireNonNull(sides.get(name));
  }

  private void sample(FileSide side) {
    long seed = new Seeds(config.seed()).below("judge/" + side.name()).root();
    UniformSample taking = new UniformSample(side.columns().names(), side.rarity(), seed);
    UniformSample.Quota rare = new UniformSample.Quota(side.rare(), scale.taken());
    UniformSample.Quota others =
        new UniformSample.Quota(side.others(), side.name().equals(REAL) ? scale.taken() : 0);
    List<Path> candidates = new ArrayList<>();
    double slack = 1;
    do {
      if (slack > MOST_SLACK) {
        throw new IllegalStateException("the candidates never suffice");
      }
      candidates.clear();
      List<NumberedQuery> scans = new ArrayList<>();
      for (int i = 0; i < side.files().size(); i++) {
        Path to = folder.resolve(PlainText.of("%s-%06d.parquet", side.name(), i));
        candidates.add(to);
        String sql = taking.candidates(i, rare, others, slack);
        scans.add(new NumberedQuery(side.files().get(i), side.columns(), sql, to.toString()));
      }
      engine.answers(scans, "sampling", context);
      candidates.forEach(SelectionEngine::requireThere);
      slack *= 4;
    } while (!taking.suffice(candidates, rare, others));
    context.cancellation().check();
    taking.write(candidates, rare, others, sampled(side.name()), places(side.name()));
    candidates.forEach(OutputFiles::remove);
  }

  private Path sampled(String side) {
    return folder.resolve(side + ".parquet");
  }

  private Path places(String side) {
    return folder.resolve(side + "-places.parquet");
  }

  private CopiedRows copied(String side) {
    return new CopiedRows(sampled(side), () -> places(side), side(side).shown());
  }

  /** Returns the config whose real rows are the sample. */
  public ExperimentConfig config() {
    return config.withData(config.data().withSource(sampled(REAL).toString()));
  }

  /** Returns the file with the sample of rows to judge. */
  public String synthetic() {
    return sampled(SYNTHETIC).toString();
  }

  /** Returns the file with the sample of rows that no generator saw. */
  public String reference() {
    return sampled(REFERENCE).toString();
  }

  /** Returns what the user calls the side of a sample. */
  public String named(String sample) {
    return of(sample).source();
  }

  /** Returns what there is to tell of the side of a sample that the sample does not show. */
  public List<ReadingNote> notes(String sample) {
    FileSide side = of(sample);
    int others = (int) Math.min(Integer.MAX_VALUE, side.others());
    return others == 0 ? List.of() : List.of(new MatchNote.OtherRows(side.source(), others));
  }

  private FileSide of(String sample) {
    return sides.values().stream()
        .filter(side -> sampled(side.name()).toString().equals(sample))
        .findFirst()
        .orElseThrow();
  }

  /** Returns what reading the samples gives; messages name the user's files. */
  public <T> T read(Supplier<T> reader) {
    Supplier<T> all = reader;
    for (String name : sides.keySet()) {
      Supplier<T> inner = all;
      all = () -> copied(name).read(inner);
    }
    try {
      return all.get();
    } catch (Problem problem) {
      throw engine.told(problem);
    }
  }

  /** Sums all rows of all sides. */
  public WholeSums sums(SampledSides samples) {
    SampleFiles files =
        new SampleFiles(
            ConfigLoader.resolved(config()),
            synthetic(),
            sides.containsKey(REFERENCE) ? reference() : null);
    return new WholeSums(
        sums(REAL, files, samples),
        sides.containsKey(REFERENCE) ? sums(REFERENCE, files, samples) : null,
        sums(SYNTHETIC, files, samples));
  }

  private RowSums sums(String name, SampleFiles files, SampledSides samples) {
    FileSide side = side(name);
    List<SumsOfFile> tasks = new ArrayList<>();
    List<Path> written = new ArrayList<>();
    for (int i = 0; i < side.files().size(); i++) {
      Path to = folder.resolve(PlainText.of("%s-%06d.sums", name, i));
      written.add(to);
      tasks.add(new SumsOfFile(files, samples, side, i, scale.taken(), ROWS_AT_ONCE, to));
    }
    engine.answers(tasks, "summing", context);
    RowSums all = samples.sums(config.seed(), scale.taken());
    for (Path file : written) {
      SelectionEngine.requireThere(file);
      try (BufferedReader lines = Files.newBufferedReader(file)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          all.add(List.of(line)); // of many levels, all lines would be large
        }
      } catch (IOException e) {
        throw Problem.environment("cannot read %s: %s", file, OutputFiles.reason(e)).causedBy(e);
      }
      OutputFiles.remove(file);
    }
    return all;
  }

  @Override
  public void close() {
    engine.close();
    OutputFiles.remove(folder);
  }
}
