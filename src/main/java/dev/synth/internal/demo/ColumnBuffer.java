package dev.synth.internal.demo;

import dev.synth.table.Cells;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cells of one column while they are collected. */
sealed interface ColumnBuffer {
  /** Returns the cells that were added so far. */
  Cells cells();

  /** Collects numbers, rounded to a number of decimals. */
  final class Numbers implements ColumnBuffer {
    private final double[] values;
    private final BitSet missing = new BitSet();
    private final double scale;
    private int size;

    Numbers(int capacity, double scale) {
      this.values = new double[capacity];
      this.scale = scale;
    }

    /** Adds a number; NaN is a missing cell. */
    void add(double value) {
      if (Double.isNaN(value)) {
        missing.set(size++);
      } else {
        values[size++] = Math.rint(value * scale) / scale;
      }
    }

    @Override
    public Cells cells() {
      return new Cells.Numbers(Arrays.copyOf(values, size), missing);
    }
  }

  /** Collects levels. */
  final class Levels implements ColumnBuffer {
    private final int[] codes;
    private final BitSet missing = new BitSet();
    private final List<String> levels;
    private int size;

    Levels(int capacity, List<String> levels) {
      this.codes = new int[capacity];
      this.levels = levels;
    }

    /** Adds the level of a constant; null is a missing cell. */
    @SuppressWarnings("EnumOrdinal") // the levels were derived from the constants, in their order
    void add(@Nullable Enum<?> constant) {
      if (constant == null) {
        missing.set(size++);
      } else {
        codes[size++] = constant.ordinal();
      }
    }

    /** Adds the second of two levels if true, and else the first. */
    void add(boolean second) {
      codes[size++] = second ? 1 : 0;
    }

    @Override
    public Cells cells() {
      return new Cells.Levels(Arrays.copyOf(codes, size), missing, levels);
    }
  }

  /** Collects points in time. */
  final class Instants implements ColumnBuffer {
    private final long[] micros;
    private int size;

    Instants(int capacity) {
      this.micros = new long[capacity];
    }

    /** Adds microseconds since 1970-01-01T00:00. */
    void add(long value) {
      micros[size++] = value;
    }

    @Override
    public Cells cells() {
      return new Cells.Instants(Arrays.copyOf(micros, size), new BitSet());
    }
  }

  /** Collects texts. */
  final class Texts implements ColumnBuffer {
    private final String[] texts;
    private int size;

    Texts(int capacity) {
      this.texts = new String[capacity];
    }

    /** Adds a text. */
    void add(String text) {
      texts[size++] = text;
    }

    @Override
    public Cells cells() {
      return new Cells.Texts(List.of(Arrays.copyOf(texts, size)), new BitSet());
    }
  }
}
