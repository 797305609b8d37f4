package dev.synth.internal.table.read;

import dev.synth.internal.table.cell.NumberText;
import dev.synth.internal.table.cell.TimePattern;
import dev.synth.internal.table.cell.TimeStyle;
import dev.synth.internal.table.stage.Dictionary;
import dev.synth.table.CellForm;
import dev.synth.table.Cells;
import dev.synth.table.ColumnType;
import dev.synth.table.TimeForm;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A column of texts read as times.
 *
 * @param type what it holds
 * @param form how it is written
 * @param cells local times
 * @param offsets the rows' offsets from UTC, or null where no cell has one
 * @param areSeveral whether not all cells have the same offset
 */
record TimeColumn(
    ColumnType type,
    CellForm form,
    Cells.Instants cells,
    Cells.@Nullable Levels offsets,
    boolean areSeveral) {
  /** The patterns that {@link CellForm.Plain} writes. */
  private static final Set<String> PLAIN =
      Set.of("yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss[.SSSSSS]", "HH:mm:ss");

  /** Reads texts that follow a pattern; those that do not are missing. */
  static TimeColumn of(Dictionary texts, TimePattern pattern, TimeStyle style) {
    int count = texts.values().size();
    long[] micros = new long[count];
    List<@Nullable String> offsets = new ArrayList<>();
    BitSet unread = new BitSet();
    for (int i = 0; i < count; i++) {
      TimePattern.ReadTime reading = pattern.parse(texts.values().get(i));
      unread.set(i, reading == null);
      micros[i] = reading == null ? 0 : reading.micros();
      offsets.add(reading == null ? null : reading.offset());
    }
    int[] codes = texts.codes();
    long[] rows = new long[codes.length];
    BitSet missing = new BitSet();
    for (int row = 0; row < rows.length; row++) {
      boolean isMissing = codes[row] < 0 || unread.get(codes[row]);
      missing.set(row, isMissing);
      rows[row] = isMissing ? 0 : micros[codes[row]];
    }
    Set<String> different = new TreeSet<>();
    int without = 0;
    for (String offset : offsets) {
      if (offset == null) {
        without++;
      } else {
        different.add(offset);
      }
    }
    return new TimeColumn(
        type(pattern),
        form(pattern, style),
        new Cells.Instants(rows, missing),
        different.isEmpty() ? null : levels(offsets, codes),
        different.size() > 1 || (different.size() == 1 && unread.cardinality() < without));
  }

  /** Returns the offsets of rows that have none. */
  static Cells.Levels noOffsets(int rows) {
    BitSet missing = new BitSet();
    missing.set(0, rows);
    return new Cells.Levels(new int[rows], missing, List.of());
  }

  /** Returns the type of a column that is written in a pattern. */
  static ColumnType type(TimePattern pattern) {
    return pattern.hasDate()
        ? new ColumnType.Timestamp(!pattern.hasTime())
        : new ColumnType.TimeOfDay();
  }

  private static Cells.Levels levels(List<@Nullable String> offsets, int[] codes) {
    List<@Nullable String> rows = new ArrayList<>();
    for (int code : codes) {
      rows.add(code < 0 ? null : offsets.get(code));
    }
    return Cells.Levels.of(rows);
  }

  /** Returns a column of numbers as times; NaN is missing. */
  static TimeColumn of(double[] numbers, TimePattern pattern) {
    long[] micros = new long[numbers.length];
    BitSet missing = new BitSet();
    for (int row = 0; row < micros.length; row++) {
      missing.set(row, Double.isNaN(numbers[row]));
      TimePattern.ReadTime reading =
          missing.get(row) ? null : pattern.parse(NumberText.of(numbers[row]));
      micros[row] = reading == null ? 0 : reading.micros();
    }
    CellForm form = form(pattern, TimeStyle.USUAL);
    return new TimeColumn(type(pattern), form, new Cells.Instants(micros, missing), null, false);
  }

  /** Returns a column in which all cells are missing. */
  static TimeColumn empty(ColumnType type, int rows) {
    BitSet missing = new BitSet();
    missing.set(0, rows);
    ColumnType plain =
        type instanceof ColumnType.TimeOfDay
            ? new ColumnType.TimeOfDay()
            : new ColumnType.Timestamp(false);
    return new TimeColumn(
        plain, CellForm.PLAIN, new Cells.Instants(new long[rows], missing), null, false);
  }

  /** Returns the form of a pattern and style. */
  static CellForm form(TimePattern pattern, TimeStyle style) {
    return PLAIN.contains(pattern.text())
        ? CellForm.PLAIN
        : new TimeForm(pattern.text(), style.namesText(), style.afternoon(), style.offset());
  }
}
