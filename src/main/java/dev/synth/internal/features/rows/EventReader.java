package dev.synth.internal.features.rows;

import dev.synth.base.Problem;
import dev.synth.internal.base.Micros;
import dev.synth.internal.base.Spelling;
import dev.synth.internal.features.Event;
import dev.synth.internal.features.FeaturePlan;
import dev.synth.internal.features.History;
import dev.synth.internal.table.cell.InstantText;
import dev.synth.internal.table.cell.NumberText;
import dev.synth.table.Cells;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a table as events. */
public final class EventReader {
  private final FeatureDefinition definition;
  private final Table table;
  private final Cells ids;
  private final Cells times;
  private final Cells localTimes;
  private final @Nullable Cells arrivals;
  private final List<Cells> keys = new ArrayList<>();
  private final List<Cells> numbers = new ArrayList<>();
  private final List<Cells> texts = new ArrayList<>();
  private final Map<String, String> same = new HashMap<>();
  private final IntToLongFunction places;

  /**
   * A reader of a table.
   *
   * @throws Problem (data) if a column is not there, or holds what it must not
   */
  public EventReader(FeatureDefinition definition, Table table) {
    this(definition, table, row -> row);
  }

  /**
   * A reader of a table whose rows stand elsewhere in what the user knows.
   *
   * @param places the place of a row, from 0, for messages
   * @throws Problem (data) if a column is not there, or holds what it must not
   */
  public EventReader(FeatureDefinition definition, Table table, IntToLongFunction places) {
    check(definition, table.schema());
    this.places = places;
    this.definition = definition;
    this.table = table;
    this.ids = table.cells(definition.eventId());
    this.times = table.cellsInUtc(definition.time());
    this.localTimes = table.cells(definition.time());
    String arrival = definition.arrival();
    this.arrivals = arrival == null ? null : table.cellsInUtc(arrival);
    FeaturePlan plan = definition.plan();
    plan.entities().forEach(each -> keys.add(table.cells(each.column())));
    plan.numbers().forEach(each -> numbers.add(table.cells(each)));
    plan.texts().forEach(each -> texts.add(table.cells(each)));
  }

  /**
   * Refuses columns that the definition can't be made of.
   *
   * @throws Problem (data) if a column is not there, or holds what it must not
   */
  public static void check(FeatureDefinition definition, Schema schema) {
    for (String name : definition.inputs()) {
      if (schema.find(name).isEmpty()) {
        throw Problem.data(
            "features: there is no column '%s'%s", name, Spelling.hint(name, schema.names()));
      }
    }
    checkTime("time", definition.time(), schema);
    checkTime("arrival", definition.arrival(), schema);
    checkTime("label_arrival", definition.labelArrival(), schema);
    for (String name : definition.plan().numbers()) {
      if (!(schema.columns().get(schema.indexOf(name)).type() instanceof ColumnType.Numeric)) {
        throw Problem.data(
            "features: the column '%s' should hold numbers, of which sums, means and lags are made;"
                + " data.types can say so",
            name);
      }
    }
  }

  private static void checkTime(String key, @Nullable String name, Schema schema) {
    if (name == null) {
      return;
    }
    boolean isTime =
        switch (schema.columns().get(schema.indexOf(name)).type()) {
          case ColumnType.Timestamp time -> true;
          case ColumnType.Numeric seconds -> true;
          case ColumnType.TimeOfDay time -> false;
          case ColumnType.Categorical level -> false;
          case ColumnType.Identifier text -> false;
        };
    if (!isTime) {
      throw Problem.data(
          "features.%s: the column '%s' should hold points in time, or seconds as numbers",
          key, name);
    }
  }

  /**
   * Returns a row as an event, or null where it has no time.
   *
   * @throws Problem (data) if it has no event id, an arrival column and no arrival, or a text that
   *     is too long
   */
  public @Nullable Event event(int row) {
    String id = text(ids, row);
    if (id == null) {
      throw Problem.data(
          "features: row %d has no event id in the column '%s'",
          places.applyAsLong(row) + 1, definition.eventId());
    }
    if (times.isMissing(row)) {
      return null;
    }
    long time = micros(times, row);
    Cells arrived = arrivals;
    if (arrived != null && arrived.isMissing(row)) {
      throw Problem.data(
          "features: row %d has no arrival in the column '%s'",
          places.applyAsLong(row) + 1, String.valueOf(definition.arrival()));
    }
    double[] values = new double[numbers.size()];
    for (int i = 0; i < values.length; i++) {
      Cells cells = numbers.get(i);
      boolean isNumber = cells instanceof Cells.Numbers && !cells.isMissing(row);
      values[i] = isNumber ? ((Cells.Numbers) cells).value(row) + 0.0 : Double.NaN;
    }
    List<@Nullable String> names = texts(keys, row);
    List<@Nullable String> told = texts(texts, row);
    requireShort(row, List.of(id));
    requireShort(row, names);
    requireShort(row, told);
    return new Event(
        id,
        time,
        micros(localTimes, row),
        arrived == null ? time : micros(arrived, row),
        names,
        values,
        told,
        null);
  }

  /** A server keeps these texts in memory and on disk, and reads them back within bounds. */
  private void requireShort(int row, List<@Nullable String> each) {
    for (String text : each) {
      if (text != null && text.length() > Event.MOST_CHARACTERS) {
        throw Problem.data(
            "features: row %d has an event id, an entity or a value to tell apart of %d characters;"
                + " it may have %d",
            places.applyAsLong(row) + 1, text.length(), Event.MOST_CHARACTERS);
      }
    }
  }

  private List<@Nullable String> texts(List<Cells> columns, int row) {
    @Nullable String[] values = new @Nullable String[columns.size()];
    for (int i = 0; i < values.length; i++) {
      String text = text(columns.get(i), row);
      values[i] = text == null ? null : same.computeIfAbsent(text, each -> each);
    }
    return Arrays.asList(values); // of millions that are remembered, none with room to spare
  }

  private static @Nullable String text(Cells cells, int row) {
    if (cells.isMissing(row)) {
      return null;
    }
    return switch (cells) {
      case Cells.Texts all -> all.value(row);
      case Cells.Levels levels -> levels.value(row);
      case Cells.Numbers all -> NumberText.of(all.value(row));
      case Cells.Instants all -> InstantText.timestamp(all.value(row));
    };
  }

  private static long micros(Cells cells, int row) {
    return cells instanceof Cells.Instants instants
        ? instants.value(row)
        : Math.round(((Cells.Numbers) cells).value(row) * Micros.PER_SECOND);
  }

  /**
   * Returns all rows.
   *
   * @param rare the rows of the rare class
   */
  public History history(BitSet rare) {
    List<@Nullable Event> events = new ArrayList<>(table.rowCount());
    for (int row = 0; row < table.rowCount(); row++) {
      events.add(event(row));
    }
    return new History(events, rare, labelArrivals());
  }

  private long @Nullable [] labelArrivals() {
    String name = definition.labelArrival();
    if (name == null) {
      return null;
    }
    Cells cells = table.cellsInUtc(name);
    long[] moments = new long[table.rowCount()];
    for (int row = 0; row < moments.length; row++) {
      moments[row] = cells.isMissing(row) ? History.NEVER : micros(cells, row);
    }
    return moments;
  }
}
