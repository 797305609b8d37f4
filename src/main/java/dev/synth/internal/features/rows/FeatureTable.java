package dev.synth.internal.features.rows;

import dev.synth.base.Problem;
import dev.synth.features.CalendarOptions;
import dev.synth.internal.features.CalendarFields;
import dev.synth.internal.features.FeatureColumns;
import dev.synth.internal.features.FeatureMachine;
import dev.synth.internal.features.FeaturePlan;
import dev.synth.internal.features.History;
import dev.synth.internal.features.Replay;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import dev.synth.table.reading.DerivedNote;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The columns that features add to a table, in the table's own order of rows.
 *
 * @param definition what they are
 * @param history the rows as events
 * @param columns their values
 */
public record FeatureTable(FeatureDefinition definition, History history, FeatureColumns columns) {
  /**
   * Makes the columns of rows that no other rows came before.
   *
   * @throws Problem (data) if the rows are no events, or have a column of a feature's name
   */
  public static FeatureTable of(LabelledTable rows, FeatureDefinition definition) {
    List<String> names = new ArrayList<>(rows.features().schema().names());
    names.add(rows.label().column());
    checkNames(definition, names);
    History history = new EventReader(definition, rows.features()).history(rows.rareRows());
    return new FeatureTable(definition, history, Replay.of(history, definition.plan()));
  }

  /**
   * Refuses columns that have the name of a feature.
   *
   * @throws Problem (data) if there is one
   */
  public static void checkNames(FeatureDefinition definition, Collection<String> names) {
    for (Column made : definition.columns()) {
      if (names.contains(made.name())) {
        throw Problem.data(
            "features: the data has a column '%s' already, which is the name of a feature",
            made.name());
      }
    }
  }

  /** Makes the columns of rows that come after those that a machine has taken. */
  public static FeatureTable of(
      Table rows, BitSet rare, FeatureDefinition definition, FeatureMachine machine) {
    History history = new EventReader(definition, rows).history(rare);
    return new FeatureTable(definition, history, Replay.of(history, machine));
  }

  /** Returns the rows with the columns behind the others. */
  public LabelledTable joined(LabelledTable rows) {
    Table made = table();
    List<Column> all = new ArrayList<>(rows.features().schema().columns());
    List<Cells> cells = new ArrayList<>();
    for (Column column : all) {
      cells.add(rows.features().cells(column.name()));
    }
    all.replaceAll(this::known);
    for (int i = 0; i < made.schema().columns().size(); i++) {
      all.add(made.schema().columns().get(i));
      cells.add(made.cells(i));
    }
    return new LabelledTable(new Table(new Schema(all), cells), rows.rareRows(), rows.label())
        .with(rows.facts())
        .with(rows.style());
  }

  /**
   * Returns what was made of the rows.
   *
   * @param checked how many of them were computed anew, with the same bits
   */
  public List<DerivedNote> notes(int checked) {
    FeatureMachine.Counts counts = columns.counts();
    List<DerivedNote> notes = new ArrayList<>();
    notes.add(new DerivedNote.Features(definition.columns().size(), checked));
    if (counts.late() > 0) {
      notes.add(new DerivedNote.LateRows(counts.late()));
    }
    if (counts.retries() > 0) {
      notes.add(new DerivedNote.RepeatedEvents(counts.retries()));
    }
    if (columns.untimed() > 0) {
      notes.add(new DerivedNote.UntimedRows(columns.untimed()));
    }
    return notes;
  }

  /** Keeps from the model what is no feature: names of events, and when their labels came. */
  private Column known(Column column) {
    boolean isKept =
        !column.name().equals(definition.eventId())
            && !column.name().equals(definition.labelArrival());
    return isKept
        ? column
        : new Column(column.name(), column.type(), false, column.form(), column.texts());
  }

  /** Returns the columns alone. */
  public Table table() {
    return table(definition, columns.values());
  }

  /**
   * Returns values as a table.
   *
   * @param values by column of the plan, then by row; NaN where missing
   */
  public static Table table(FeatureDefinition definition, double[][] values) {
    List<Column> made = definition.columns();
    FeaturePlan plan = definition.plan();
    List<Cells> cells = new ArrayList<>();
    for (int i = 0; i < made.size(); i++) {
      int field = i - (made.size() - plan.calendar().size());
      boolean isNumber = made.get(i).type() instanceof ColumnType.Numeric;
      cells.add(isNumber ? numbers(values[i]) : levels(values[i], plan.calendar().get(field)));
    }
    return new Table(new Schema(made), cells);
  }

  private static BitSet missing(double[] values) {
    BitSet missing = new BitSet();
    IntStream.range(0, values.length)
        .filter(row -> Double.isNaN(values[row]))
        .forEach(missing::set);
    return missing;
  }

  private static Cells numbers(double[] values) {
    return new Cells.Numbers(values, missing(values));
  }

  private static Cells levels(double[] values, CalendarOptions.Field field) {
    int[] codes = new int[values.length];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = (int) values[row];
    }
    return new Cells.Levels(codes, missing(values), CalendarFields.levels(field));
  }
}
