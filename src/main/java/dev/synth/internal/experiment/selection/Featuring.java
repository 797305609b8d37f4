package dev.synth.internal.experiment.selection;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.config.ExperimentConfig;
import dev.synth.features.FeatureOptions;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.bundle.FeatureContract;
import dev.synth.internal.features.rows.EventReader;
import dev.synth.internal.features.rows.FeatureDefinition;
import dev.synth.internal.features.rows.FeatureTable;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.table.read.TableReader;
import dev.synth.internal.table.selection.ParquetRows;
import dev.synth.internal.table.selection.UsedRows;
import dev.synth.internal.table.stage.FileScan;
import dev.synth.internal.table.stage.ScanColumns;
import dev.synth.table.DataOptions;
import dev.synth.table.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes the features of files that fit no memory, before rows are taken of them: reads rows as
 * events, finds retries, sorts by each entity, and joins what was made by the rows' numbers.
 *
 * <p>A bucket is sorted by one machine, on its disk where it fits no memory. The machine that makes
 * features holds the events of one entity, as far as a window reaches.
 */
final class Featuring {
  /** The number of rows by which columns are told what type they have. */
  private static final int TYPED_ROWS = 100_000;

  private static final int LEAST_TYPED_ROWS = 1_000;
  private static final long BYTES_A_BUCKET = 128L << 20;
  private static final int MOST_BUCKETS = 256;
  private static final int MOST_FOR_FILES = 32;

  private final SelectionEngine engine;
  private final List<Path> files;
  private final UsedRows rows;
  private final List<String> rare;
  private final DataOptions data;
  private final FeatureDefinition definition;
  private final Context context;

  /**
   * The features of some files.
   *
   * @param rows the files' columns
   * @param rare the labels of the rare class
   */
  Featuring(
      SelectionEngine engine,
      List<Path> files,
      UsedRows rows,
      List<String> rare,
      ExperimentConfig config,
      FeatureOptions features,
      Context context) {
    this.engine = engine;
    this.files = files;
    this.rows = rows;
    this.rare = rare;
    this.data = config.data();
    this.definition = FeatureDefinition.of(features, data.time());
    this.context = context;
  }

  /**
   * The files with their features.
   *
   * @param files Parquet, one for each
   * @param definition what was made
   * @param events how many rows with a label and a time there are
   * @param retries how many of them came before
   * @param late how many others came too late
   * @param untimed how many other rows have a label and no time
   */
  record Made(
      List<Path> files,
      FeatureDefinition definition,
      long events,
      long retries,
      long late,
      long untimed) {}

  /**
   * Makes them.
   *
   * @param folder a folder that is not there, which all machines see
   */
  Made in(Path folder) {
    ScanColumns columns = rows.columns();
    FeatureTable.checkNames(definition, columns.names());
    OutputFiles.folder(folder);
    EventLayout layout =
        new EventLayout(
            folder.toString(),
            files.size(),
            columns,
            Json.writeDense(contract(folder).toJson()),
            data.label(),
            rows.rarity(rare),
            data.missing(),
            data.missingInNumbers(),
            buckets());
    long[] events = sums(ask(each(i -> new EventsOfFile(layout, file(i), i)), "events"), 3);
    List<FileTask> tasks = new ArrayList<>();
    IntStream.range(0, layout.buckets()).forEach(i -> tasks.add(new RetriesOfBucket(layout, i)));
    long[] retries = sums(ask(tasks, "retries"), 2);
    tasks.clear();
    for (int entity = 0; entity < definition.plan().entities().size(); entity++) {
      for (int bucket = 0; bucket < layout.buckets(); bucket++) {
        tasks.add(new FeaturesOfBucket(layout, entity, bucket));
      }
    }
    ask(tasks, "features");
    List<Path> made =
        IntStream.range(0, files.size())
            .mapToObj(i -> folder.resolve(PlainText.of("rows-%06d.parquet", i)))
            .toList();
    ask(each(i -> new FeaturedFile(layout, file(i), i, made.get(i).toString())), "joining");
    made.forEach(SelectionEngine::requireThere);
    return new Made(made, definition, events[0], retries[0], events[1] - retries[1], events[2]);
  }

  private interface Numbered {
    FileTask task(int file);
  }

  private List<FileTask> each(Numbered task) {
    return IntStream.range(0, files.size()).mapToObj(task::task).toList();
  }

  private String file(int number) {
    return files.get(number).toString();
  }

  private List<List<String>> ask(List<FileTask> tasks, String doing) {
    return engine.answers(tasks, doing, context);
  }

  private static long[] sums(List<List<String>> answers, int width) {
    long[] sums = new long[width];
    for (List<String> answer : answers) {
      for (int i = 0; i < width; i++) {
        sums[i] += Long.parseLong(answer.get(i));
      }
    }
    return sums;
  }

  /** Returns how many buckets there are: no figure depends on it. */
  private int buckets() {
    long bytes = 0;
    for (Path file : files) {
      try {
        bytes += Files.size(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    long least = Math.min(files.size(), MOST_FOR_FILES);
    return (int) Math.clamp(1 + bytes / BYTES_A_BUCKET, least, MOST_BUCKETS);
  }

  /** Returns what features are made of, as the first rows of each file have it. */
  private FeatureContract contract(Path folder) {
    ScanColumns columns = rows.columns();
    Path sample = folder.resolve("sample");
    OutputFiles.folder(sample);
    long most = Math.max(LEAST_TYPED_ROWS, TYPED_ROWS / files.size());
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < columns.names().size(); i++) {
      String name = columns.names().get(i);
      String cell = name.equals(data.label()) ? "'" + UsedRows.RARE + "'" : "c" + i;
      cells.add(cell + " AS " + ParquetRows.name(name));
    }
    String label = rows.rarity(rare);
    String sql =
        PlainText.of(
            "SELECT %s FROM data WHERE %s IS NOT NULL LIMIT %d",
            String.join(", ", cells), label, most);
    List<Path> copies = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Path to = sample.resolve(PlainText.of("%06d-%s.parquet", i, files.get(i).getFileName()));
      FileScan.write(files.get(i), columns, FileScan.View.NUMBERED, sql, 1, to);
      copies.add(to);
    }
    DataOptions options =
        data.withSource(sample.resolve("*.parquet").toString())
            .withPositive(List.of(UsedRows.RARE));
    Schema schema = schema(options, new FirstRows(files, columns, label, copies));
    EventReader.check(definition, schema);
    return FeatureContract.of(definition, schema);
  }

  private static Schema schema(DataOptions options, FirstRows copied) {
    try {
      return TableReader.readAnyClass(options, Context.quiet(0)).rows().features().schema();
    } catch (Problem problem) {
      throw copied.ofFiles(problem);
    }
  }
}
