package dev.synth.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one column: primitives, and beside them which cells are missing.
 *
 * <p>Immutable. What {@code value} returns for a missing cell is of no meaning; ask {@link
 * #isMissing} first.
 */
public sealed interface Cells {
  /** Returns the number of cells. */
  int size();

  /** Returns whether a cell is missing. */
  boolean isMissing(int row);

  /** Returns how many cells are missing. */
  int missingCount();

  /** Returns the cells at the given rows, in the given order; a row may come more than once. */
  Cells rows(int[] rows);

  /** Returns these cells followed by others of the same kind. */
  Cells followedBy(Cells more);

  /** Numbers; the cells of a {@link ColumnType.Numeric} column, each finite. */
  final class Numbers implements Cells {
    private final double[] values;
    private final BitSet missing;

    /**
     * Copies its arguments.
     *
     * @throws IllegalArgumentException if a value that is not missing is not finite
     */
    public Numbers(double[] values, BitSet missing) {
      this.values = values.clone();
      this.missing = (BitSet) missing.clone();
      for (int row = 0; row < values.length; row++) {
        if (!Double.isFinite(values[row]) && !missing.get(row)) {
          throw new IllegalArgumentException(
              "row %d is %s; numbers must be finite".formatted(row, values[row]));
        }
      }
    }

    /** Numbers of which none is missing. */
    public Numbers(double... values) {
      this(values, new BitSet());
    }

    /** Returns the number in a row that is not missing. */
    public double value(int row) {
      return values[row];
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public boolean isMissing(int row) {
      return missing.get(row);
    }

    @Override
    public int missingCount() {
      return missing.cardinality();
    }

    @Override
    public Numbers rows(int[] rows) {
      double[] picked = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        picked[i] = values[rows[i]];
      }
      return new Numbers(picked, Missing.rows(missing, rows));
    }

    @Override
    public Numbers followedBy(Cells more) {
      Numbers others = (Numbers) more;
      double[] all = java.util.Arrays.copyOf(values, values.length + others.values.length);
      System.arraycopy(others.values, 0, all, values.length, others.values.length);
      return new Numbers(all, Missing.join(missing, values.length, others.missing));
    }
  }

  /** Indices of levels; the cells of a {@link ColumnType.Categorical} column. */
  final class Levels implements Cells {
    private final int[] codes;
    private final BitSet missing;
    private final List<String> levels;

    /**
     * Copies its arguments.
     *
     * @param codes for each row the index of its level; anything where the row is missing
     * @param missing which rows are missing
     * @param levels the levels, unique; some may have no row
     */
    public Levels(int[] codes, BitSet missing, List<String> levels) {
      this.codes = codes.clone();
      this.missing = (BitSet) missing.clone();
      this.levels = List.copyOf(levels);
      for (int row = 0; row < codes.length; row++) {
        if (!missing.get(row) && (codes[row] < 0 || codes[row] >= levels.size())) {
          throw new IllegalArgumentException(
              "row %d has level %d of %d".formatted(row, codes[row], levels.size()));
        }
      }
    }

    /** Builds cells from texts, null where missing; levels are sorted. */
    public static Levels of(List<@Nullable String> texts) {
      TreeMap<String, Integer> order = new TreeMap<>();
      for (String text : texts) {
        if (text != null) {
          order.put(text, 0);
        }
      }
      List<String> levels = new ArrayList<>(order.keySet());
      for (int i = 0; i < levels.size(); i++) {
        order.put(levels.get(i), i);
      }
      int[] codes = new int[texts.size()];
      BitSet missing = new BitSet();
      for (int row = 0; row < codes.length; row++) {
        String text = texts.get(row);
        if (text == null) {
          missing.set(row);
        } else {
          codes[row] = order.getOrDefault(text, 0);
        }
      }
      return new Levels(codes, missing, levels);
    }

    /** Returns the levels; a row's level is the one at its {@link #code}. */
    public List<String> levels() {
      return levels;
    }

    /** Returns the index of a row's level; the row must not be missing. */
    public int code(int row) {
      return codes[row];
    }

    /** Returns the level in a row that is not missing. */
    public String value(int row) {
      return levels.get(codes[row]);
    }

    @Override
    public int size() {
      return codes.length;
    }

    @Override
    public boolean isMissing(int row) {
      return missing.get(row);
    }

    @Override
    public int missingCount() {
      return missing.cardinality();
    }

    @Override
    public Levels rows(int[] rows) {
      int[] picked = new int[rows.length];
      for (int i = 0; i < rows.length; i++) {
        picked[i] = codes[rows[i]];
      }
      return new Levels(picked, Missing.rows(missing, rows), levels);
    }

    @Override
    public Levels followedBy(Cells more) {
      Levels others = (Levels) more;
      if (levels.equals(others.levels)) {
        int[] all = java.util.Arrays.copyOf(codes, codes.length + others.codes.length);
        System.arraycopy(others.codes, 0, all, codes.length, others.codes.length);
        return new Levels(all, Missing.join(missing, codes.length, others.missing), levels);
      }
      List<@Nullable String> texts = new ArrayList<>();
      for (Levels part : List.of(this, others)) {
        for (int row = 0; row < part.size(); row++) {
          texts.add(part.isMissing(row) ? null : part.value(row));
        }
      }
      return of(texts);
    }
  }

  /** Microseconds since 1970-01-01T00:00; the cells of a {@link ColumnType.Timestamp} column. */
  final class Instants implements Cells {
    private final long[] micros;
    private final BitSet missing;

    /** Copies its arguments. */
    public Instants(long[] micros, BitSet missing) {
      this.micros = micros.clone();
      this.missing = (BitSet) missing.clone();
    }

    /** Returns the microseconds since 1970-01-01T00:00 in a row that is not missing. */
    public long value(int row) {
      return micros[row];
    }

    @Override
    public int size() {
      return micros.length;
    }

    @Override
    public boolean isMissing(int row) {
      return missing.get(row);
    }

    @Override
    public int missingCount() {
      return missing.cardinality();
    }

    @Override
    public Instants rows(int[] rows) {
      long[] picked = new long[rows.length];
      for (int i = 0; i < rows.length; i++) {
        picked[i] = micros[rows[i]];
      }
      return new Instants(picked, Missing.rows(missing, rows));
    }

    @Override
    public Instants followedBy(Cells more) {
      Instants others = (Instants) more;
      long[] all = java.util.Arrays.copyOf(micros, micros.length + others.micros.length);
      System.arraycopy(others.micros, 0, all, micros.length, others.micros.length);
      return new Instants(all, Missing.join(missing, micros.length, others.missing));
    }
  }

  /** Texts; the cells of a {@link ColumnType.Identifier} column. */
  final class Texts implements Cells {
    private final List<String> texts;
    private final BitSet missing;

    /**
     * Copies its arguments.
     *
     * @param texts one a row; any text where the row is missing
     */
    public Texts(List<String> texts, BitSet missing) {
      this.texts = List.copyOf(texts);
      this.missing = (BitSet) missing.clone();
    }

    /** Returns the text in a row that is not missing. */
    public String value(int row) {
      return texts.get(row);
    }

    @Override
    public int size() {
      return texts.size();
    }

    @Override
    public boolean isMissing(int row) {
      return missing.get(row);
    }

    @Override
    public int missingCount() {
      return missing.cardinality();
    }

    @Override
    public Texts rows(int[] rows) {
      List<String> picked = new ArrayList<>(rows.length);
      for (int row : rows) {
        picked.add(texts.get(row));
      }
      return new Texts(picked, Missing.rows(missing, rows));
    }

    @Override
    public Texts followedBy(Cells more) {
      Texts others = (Texts) more;
      List<String> all = new ArrayList<>(texts);
      all.addAll(others.texts);
      return new Texts(all, Missing.join(missing, texts.size(), others.missing));
    }
  }
}
