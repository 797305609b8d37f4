package dev.synth.internal.table.write;

import dev.synth.internal.table.CellText;
import dev.synth.internal.table.cell.DigitScript;
import dev.synth.internal.table.cell.TimePattern;
import dev.synth.internal.table.cell.TimeStyle;
import dev.synth.table.CellForm;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.DurationForm;
import dev.synth.table.NumberForm;
import dev.synth.table.OffsetForm;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import dev.synth.table.TimeForm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** The texts of one column of a text file, in the column's own form. */
interface CellWriter {
  /** Returns the text of a row's cell, which must not be missing. */
  String text(Table batch, int row);

  /** Returns the position of the column whose cells these are. */
  int column();

  /** Returns the writers of a file's columns: of all but those that others' cells hold. */
  static List<CellWriter> of(Schema schema) {
    List<CellWriter> writers = new ArrayList<>();
    for (int i = 0; i < schema.columns().size(); i++) {
      Column column = schema.columns().get(i);
      switch (column.form()) {
        case CellForm.Plain plain -> writers.add(new Plain(i, column));
        case NumberForm form -> writers.add(new Figures(i, form::text));
        case DurationForm form -> writers.add(new Figures(i, form::text));
        case CellForm.Fractions form -> writers.add(new Figures(i, form::text));
        case TimeForm form -> writers.add(Time.of(i, form, schema));
        case OffsetForm offsets -> {
          if (schema.find(offsets.times()).isEmpty()) {
            writers.add(new Plain(i, column)); // without its times it is a column as any other
          }
        }
      }
    }
    writers.replaceAll(each -> inScript(each, schema.columns().get(each.column())));
    return writers;
  }

  private static CellWriter inScript(CellWriter writer, Column column) {
    boolean hasDigits =
        switch (column.type()) {
          case ColumnType.Numeric numeric -> true;
          case ColumnType.Timestamp timestamp -> true;
          case ColumnType.TimeOfDay time -> true;
          case ColumnType.Categorical categorical -> false;
          case ColumnType.Identifier identifier -> false;
        };
    DigitScript script = DigitScript.of(column.texts().script());
    return script.isUsual() || !hasDigits ? writer : new InScript(writer, script);
  }

  /** Cells whose digits are those of another script. */
  record InScript(CellWriter usual, DigitScript script) implements CellWriter {
    @Override
    public String text(Table batch, int row) {
      return script.fromUsual(usual.text(batch, row));
    }

    @Override
    public int column() {
      return usual.column();
    }
  }

  /** Cells as programs read them. */
  record Plain(int column, Column named) implements CellWriter {
    @Override
    public String text(Table batch, int row) {
      return CellText.of(named, batch.cells(column), row);
    }
  }

  /** Numbers and durations as people write them. */
  record Figures(int column, DoubleFunction<String> form) implements CellWriter {
    @Override
    public String text(Table batch, int row) {
      return batch.cells(column) instanceof Cells.Numbers numbers
          ? form.apply(numbers.value(row))
          : CellText.of(batch.schema().columns().get(column), batch.cells(column), row);
    }
  }

  /**
   * Times as people write them.
   *
   * @param offsets the position of the column that holds the rows' offsets, or −1
   */
  record Time(int column, int offsets, TimePattern pattern, TimeStyle style) implements CellWriter {
    static Time of(int column, TimeForm form, Schema schema) {
      return new Time(
          column,
          schema.offsetsOf(column).orElse(-1),
          TimePattern.of(form.pattern()),
          new TimeStyle(form.names(), form.afternoon(), form.offset()));
    }

    @Override
    public String text(Table batch, int row) {
      Cells.Instants times = (Cells.Instants) batch.cells(column);
      boolean hasOwn =
          offsets >= 0
              && batch.cells(offsets) instanceof Cells.Levels levels
              && !levels.isMissing(row);
      TimeStyle own =
          hasOwn ? style.withOffset(((Cells.Levels) batch.cells(offsets)).value(row)) : style;
      return pattern.format(times.value(row), own);
    }
  }
}
