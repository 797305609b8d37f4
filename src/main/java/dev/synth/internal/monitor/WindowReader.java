package dev.synth.internal.monitor;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.internal.base.Micros;
import dev.synth.internal.base.Parallel;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.bundle.BundleFiles;
import dev.synth.internal.bundle.FittedReference;
import dev.synth.internal.bundle.LogColumns;
import dev.synth.internal.bundle.ReferenceMaker;
import dev.synth.internal.bundle.RowAssembler;
import dev.synth.internal.bundle.Scores;
import dev.synth.internal.bundle.Tally;
import dev.synth.internal.table.cell.InstantText;
import dev.synth.internal.table.cell.NumberText;
import dev.synth.internal.table.read.CellReader;
import dev.synth.internal.table.stage.RowStream;
import dev.synth.table.Cells;
import dev.synth.table.RowFacts;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads and scores rows, and counts them day by day; what breaks the contract is counted, too. Rows
 * are not kept, but for a sample of each day.
 */
final class WindowReader {
  private static final int BLOCK_ROWS = 4096;

  private final BundleFiles.LoadedBundle model;
  private final FittedReference reference;
  private final @Nullable String time;
  private final int jobs;
  private final Context context;
  private final RowSink sink;
  private final RowAssembler assembler;
  private final DaySample sample;
  private final List<WindowBlock> waiting = new ArrayList<>();
  private Map<String, List<@Nullable String>> logged = new HashMap<>();
  private Map<String, Integer> logPlaces = Map.of();
  private final TreeMap<Long, WindowCounts> days = new TreeMap<>();
  private long rows;
  private long alerts;
  private long withoutTime;

  /** Takes the scored rows, block after block. */
  interface RowSink {
    /** A sink that takes nothing. */
    RowSink NONE = (rows, scores, days) -> {};

    /**
     * Takes a block.
     *
     * @param rows the rows, and what a server's log has beside them
     * @param days each row's day since 1970-01-01, or {@link RowFacts#NO_DAY}
     */
    void take(WindowBlock rows, Scores scores, long[] days);
  }

  /**
   * Some rows.
   *
   * @param block what the contract knows of them
   * @param logged for each column of a server's log its cells, null where one is empty; empty where
   *     the rows are of no log
   */
  record WindowBlock(
      RowAssembler.AssembledRows block, Map<String, List<@Nullable String>> logged) {}

  /**
   * The rows of a source.
   *
   * @param days counts by day since 1970-01-01; all under day 0 where the model has no time
   * @param rows how many rows
   * @param alerts how many of them are alerts
   * @param withoutTime how many rows have no time, though others have; they are in no day
   * @param odd what breaks the contract
   */
  record Seen(
      TreeMap<Long, WindowCounts> days,
      long rows,
      long alerts,
      long withoutTime,
      Tally.Counts odd) {}

  private WindowReader(
      BundleFiles.LoadedBundle model,
      @Nullable String time,
      String source,
      RowSink sink,
      int jobs,
      Context context) {
    this.model = model;
    this.reference = model.reference();
    this.time = time;
    this.jobs = jobs;
    this.context = context;
    this.sink = sink;
    sample = new DaySample(reference);
    this.assembler =
        new RowAssembler(
            RowAssembler.Plan.of(model.bundle().contract()), true, PlainText.of("'%s'", source));
  }

  /**
   * Reads a source.
   *
   * @param time the column by which days are told, or null where there is none
   * @param source a file or glob
   * @throws Problem (data) if it can't be read, or has no column of the model, or no row a time
   */
  static Seen read(
      BundleFiles.LoadedBundle model,
      @Nullable String time,
      String source,
      RowSink sink,
      int jobs,
      Context context) {
    WindowReader reader = new WindowReader(model, time, source, sink, jobs, context);
    reader.read(source);
    if (reader.rows > 0 && reader.days.isEmpty()) {
      throw Problem.data(
          "'%s': no row has a time in the column '%s'", source, String.valueOf(time));
    }
    return new Seen(
        reader.days, reader.rows, reader.alerts, reader.withoutTime, reader.assembler.counts());
  }

  private void read(String source) {
    RowStream.read(
        source,
        null,
        new RowStream.Sink() {
          @Override
          public void columns(List<String> names) {
            collect();
            flush();
            boolean knowsOne =
                model.bundle().contract().features().stream()
                    .anyMatch(each -> names.contains(each.column().name()));
            if (!knowsOne) {
              throw Problem.data(
                  "'%s' has no column that the model looks at; it has '%s'",
                  source, String.join("', '", names));
            }
            assembler.columns(names);
            logPlaces = new HashMap<>();
            LogColumns.ALL.stream()
                .filter(names::contains)
                .forEach(name -> logPlaces.put(name, names.indexOf(name)));
          }

          @Override
          public void row(RowStream.@Nullable Cell[] cells) {
            assembler.add(cells);
            logPlaces.forEach(
                (name, place) ->
                    logged
                        .computeIfAbsent(name, key -> new ArrayList<>())
                        .add(CellReader.textOf(cells[place])));
            if (assembler.size() == BLOCK_ROWS) {
              collect();
              if (waiting.size() >= 2 * jobs) {
                flush();
              }
            }
          }
        });
    collect();
    flush();
  }

  private void collect() {
    if (assembler.size() > 0) {
      waiting.add(new WindowBlock(assembler.take(), logged));
      logged = new HashMap<>();
    }
  }

  private void flush() {
    context.cancellation().check();
    List<Scores> scored =
        jobs == 1
            ? waiting.stream().map(each -> model.bundle().score(each.block().features())).toList()
            : Parallel.map(waiting, jobs, each -> model.bundle().score(each.block().features()));
    for (int i = 0; i < scored.size(); i++) {
      long[] dayOf = days(waiting.get(i));
      count(waiting.get(i).block().features(), scored.get(i), dayOf);
      sink.take(waiting.get(i), scored.get(i), dayOf);
    }
    waiting.clear();
  }

  private long[] days(WindowBlock rows) {
    RowAssembler.AssembledRows block = rows.block();
    List<@Nullable String> times = time == null ? null : rows.logged().get(time);
    if (times != null) {
      return times.stream().mapToLong(WindowReader::day).toArray();
    }
    long[] days = new long[block.features().rowCount()];
    if (time == null) {
      return days;
    }
    if (block.features().schema().find(time).isPresent()) {
      return ReferenceMaker.daysOf(block.features().cellsInUtc(time));
    }
    Arrays.fill(days, RowFacts.NO_DAY);
    boolean isThere = block.carried().schema().find(time).isPresent();
    if (isThere && block.carried().cells(time) instanceof Cells.Texts texts) {
      for (int row = 0; row < days.length; row++) {
        days[row] = texts.isMissing(row) ? RowFacts.NO_DAY : day(texts.value(row));
      }
    }
    return days;
  }

  private static long day(@Nullable String text) {
    if (text == null) {
      return RowFacts.NO_DAY;
    }
    OptionalDouble seconds = NumberText.parse(text);
    if (seconds.isPresent()) {
      return (long) Math.floor(seconds.getAsDouble() * Micros.PER_SECOND / Micros.PER_DAY);
    }
    InstantText instant = InstantText.parse(text);
    return instant == null ? RowFacts.NO_DAY : Math.floorDiv(instant.micros(), Micros.PER_DAY);
  }

  private void count(Table features, Scores scores, long[] dayOf) {
    List<int[]> bins = new ArrayList<>();
    for (int column = 0; column < reference.columns().size(); column++) {
      bins.add(reference.columns().get(column).bins().of(features.cells(column)));
    }
    int[] scoreBins = reference.score().bins().of(new Cells.Numbers(scores.scores()));
    int[] own = new int[bins.size()];
    for (int row = 0; row < scoreBins.length; row++) {
      rows++;
      alerts += scores.alerts()[row] ? 1 : 0;
      long day = dayOf[row];
      if (day == RowFacts.NO_DAY) {
        withoutTime++;
        continue;
      }
      for (int column = 0; column < own.length; column++) {
        own[column] = bins.get(column)[row];
      }
      WindowCounts counts = days.computeIfAbsent(day, key -> new WindowCounts(reference));
      counts.add(own, scoreBins[row], scores.alerts()[row]);
      sample.offer(day, counts, new DaySample.Row(features, bins, row));
    }
  }
}
