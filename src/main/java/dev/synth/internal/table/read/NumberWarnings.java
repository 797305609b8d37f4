package dev.synth.internal.table.read;

import dev.synth.internal.table.cell.NumberText;
import dev.synth.table.ColumnType;
import dev.synth.table.reading.TypeNote;
import java.util.BitSet;
import java.util.Set;

/** Notes on numbers of a column that look wrong; the numbers stay as they are. */
final class NumberWarnings {
  /** The sizes of numbers that surveys and instruments write for missing cells. */
  private static final Set<Double> NINES = Set.of(99.0, 999.0, 9999.0, 99999.0, 999999.0);

  private final ReadNotes notes;

  NumberWarnings(ReadNotes notes) {
    this.notes = notes;
  }

  /** Notes how many numbers lie outside the bounds that the user gave. */
  void ofBounds(String name, ColumnType type, double[] values, BitSet absent) {
    if (!(type instanceof ColumnType.Numeric bounds)) {
      return;
    }
    Double min = bounds.min();
    Double max = bounds.max();
    int outside = 0;
    for (int row = 0; row < values.length; row++) {
      boolean low = min != null && values[row] < min;
      boolean high = max != null && values[row] > max;
      outside += !absent.get(row) && (low || high) ? 1 : 0;
    }
    if (outside > 0) {
      notes.add(new TypeNote.OutOfBounds(name, outside));
    }
  }

  /**
   * Notes a number of nines alone, which may stand for missing cells: one below zero where no other
   * is, or one of ten times the next and more.
   */
  void ofMissing(String name, double[] values, BitSet absent) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < values.length; row++) {
      low = absent.get(row) ? low : Math.min(low, values[row]);
      high = absent.get(row) ? high : Math.max(high, values[row]);
    }
    for (double number : new double[] {low, high}) {
      double size = Math.abs(number);
      if (NINES.contains(size)) {
        int cells = 0;
        double next = number < 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        for (int row = 0; row < values.length; row++) {
          boolean isOther = !absent.get(row) && values[row] != number;
          cells += !absent.get(row) && values[row] == number ? 1 : 0;
          next =
              !isOther
                  ? next
                  : number < 0 ? Math.min(next, values[row]) : Math.max(next, values[row]);
        }
        boolean isFar = number < 0 ? next >= 0 : next < number / 10;
        if (cells > 1 && isFar && Double.isFinite(next)) {
          notes.add(new TypeNote.PerhapsMissing(name, NumberText.of(number), cells));
        }
      }
    }
  }
}
