package dev.synth.internal.profile;

import dev.synth.base.Context;
import dev.synth.base.Progress;
import dev.synth.split.EqualRows;
import dev.synth.table.Column;
import dev.synth.table.ColumnNote;
import dev.synth.table.ColumnType;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import dev.synth.table.reading.ColumnFact;
import dev.synth.table.reading.ReadingNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes down what a table looks like. */
public final class Profiler {
  private final String source;
  private final List<ReadingNote> notes;
  private final Map<String, List<ColumnFact>> reasons;
  private final Context context;

  /**
   * A profiler of one table.
   *
   * @param source where it came from
   * @param notes what reading found
   * @param columns how each column was read
   * @param context who is told how far it is
   */
  public Profiler(
      String source, List<ReadingNote> notes, List<ColumnNote> columns, Context context) {
    this.source = source;
    this.notes = List.copyOf(notes);
    this.reasons =
        columns.stream()
            .collect(Collectors.toMap(ColumnNote::column, ColumnNote::facts, (a, b) -> a));
    this.context = context;
  }

  /** Returns the profile of a table without a label. */
  public DataProfile plain(Table table, Guesses guesses) {
    return new DataProfile(
        source,
        table.rowCount(),
        copies(table),
        EqualRows.areTheNatureOf(table),
        notes,
        columns(table, null),
        guesses,
        null,
        List.of(),
        drift(table, guesses, null),
        null,
        List.of());
  }

  /**
   * Returns the profile of a labelled table.
   *
   * @param foresight what an experiment could see, by the number of rare units
   */
  public DataProfile labelled(
      LabelledTable rows, Guesses guesses, IntFunction<List<Foreseen>> foresight) {
    Table table = rows.features();
    List<ColumnProfile> columns = columns(table, rows);
    DriftProfile drift = drift(table, guesses, rows);
    int units = units(rows, guesses.group());
    return new DataProfile(
        source,
        rows.rowCount(),
        copies(table),
        EqualRows.areTheNatureOf(rows.modelled().features()),
        notes,
        columns,
        guesses,
        LabelNeighbours.of(rows, units),
        leaks(columns, rows),
        drift,
        SplitAdvisor.of(rows, guesses.time(), guesses.group(), drift),
        foresight.apply(units));
  }

  /** Returns what the label and the time of training rows tell. */
  public static TrainingProfile training(LabelledTable rows, Guesses guesses) {
    DriftProfile drift = drift(rows.features(), guesses, rows);
    return new TrainingProfile(
        LabelNeighbours.of(rows, units(rows, guesses.group())),
        SplitAdvisor.of(rows, guesses.time(), guesses.group(), drift),
        drift);
  }

  private List<ColumnProfile> columns(Table table, @Nullable LabelledTable rows) {
    List<ColumnProfile> columns = new ArrayList<>();
    int count = table.schema().columns().size();
    try (Progress.Stage stage =
        context.progress().stage("profiling", Math.max(1, count), "columns")) {
      for (int i = 0; i < count; i++) {
        context.cancellation().check();
        Column column = table.schema().columns().get(i);
        ColumnProfile profile =
            ColumnProfiler.of(
                column, table.cells(i), reasons.getOrDefault(column.name(), List.of()));
        boolean tells =
            rows != null
                && !(column.type() instanceof ColumnType.Identifier)
                && !profile.hasNoValue();
        columns.add(
            rows != null && tells
                ? profile.with(LeakSuspects.averagePrecision(table.cells(i), rows))
                : profile);
        stage.advance(1);
      }
    }
    return columns;
  }

  private static List<Suspect> leaks(List<ColumnProfile> columns, LabelledTable rows) {
    List<Suspect> leaks = new ArrayList<>();
    for (ColumnProfile column : columns) {
      Double alone = column.alone();
      if (alone != null && column.isModelled() && LeakSuspects.isSuspicious(alone, rows)) {
        leaks.add(new Suspect(column.name(), alone));
      }
    }
    return leaks;
  }

  private static int copies(Table table) {
    Table compared =
        table.select(
            new Schema(
                table.schema().columns().stream()
                    .filter(column -> !(column.type() instanceof ColumnType.Identifier))
                    .toList()));
    return EqualRows.of(compared).copies();
  }

  private static @Nullable DriftProfile drift(
      Table table, Guesses guesses, @Nullable LabelledTable rows) {
    String time = guesses.time();
    return time == null
        ? null
        : DriftFinder.find(table, time, rows == null ? null : rows.rareRows()).orElse(null);
  }

  /** Returns how many different rare rows there are, or groups with one. */
  private static int units(LabelledTable rows, @Nullable String group) {
    int[] rare = rows.rareRows().stream().toArray();
    if (group != null) {
      return SplitAdvisor.values(rows.features(), group, rare);
    }
    Table rareRows = rows.modelled().features().rows(rare);
    return rareRows.schema().columns().isEmpty()
        ? rare.length
        : rare.length - EqualRows.of(rareRows).copies();
  }
}
