package dev.synth.table;

import dev.synth.internal.base.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
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
public abstract sealed class Cells {
  private final BitSet missing;

  private Cells(BitSet missing) {
    this.missing = (BitSet) missing.clone();
  }

  /** Returns the number of cells. */
  public abstract int size();

  /** Returns whether a cell is missing. */
  public final boolean isMissing(int row) {
    return missing.get(row);
  }

  /** Returns how many cells are missing. */
  public final int missingCount() {
    return missing.cardinality();
  }

  /** Returns the cells at the given rows, in the given order; a row may come more than once. */
  public abstract Cells rows(int[] rows);

  /** Returns these cells followed by others of the same kind. */
  public abstract Cells followedBy(Cells more);

  /** Returns which of the given rows are missing. */
  final BitSet missingIn(int[] rows) {
    return Missing.rows(missing, rows);
  }

  /** Returns which rows are missing of these and others behind them. */
  final BitSet missingWith(Cells more) {
    return Missing.join(missing, size(), more.missing);
  }

  /** Numbers; the cells of a {@link ColumnType.Numeric} column, each finite. */
  public static final class Numbers extends Cells {
    private final double[] values;

    /**
     * Copies its arguments.
     *
     * @throws IllegalArgumentException if a value that is not missing is not finite
     */
    public Numbers(double[] values, BitSet missing) {
      super(missing);
      this.values = values.clone();
      for (int row = 0; row < values.length; row++) {
        if (!Double.isFinite(values[row]) && !missing.get(row)) {
          throw new IllegalArgumentException(
              PlainText.of("row %d is %s; numbers must be finite", row, values[row]));
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
    public Numbers rows(int[] rows) {
      double[] picked = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        picked[i] = values[rows[i]];
      }
      return new Numbers(picked, missingIn(rows));
    }

    @Override
    public Numbers followedBy(Cells more) {
      Numbers others = (Numbers) more;
      double[] all = Arrays.copyOf(values, values.length + others.values.length);
      System.arraycopy(others.values, 0, all, values.length, others.values.length);
      return new Numbers(all, missingWith(others));
    }
  }

  /** Indices of levels; the cells of a {@link ColumnType.Categorical} column. */
  public static final class Levels extends Cells {
    private final int[] codes;
    private final List<String> levels;

    /**
     * Copies its arguments.
     *
     * @param codes for each row the index of its level; anything where the row is missing
     * @param missing which rows are missing
     * @param levels the levels, unique; some may have no row
     */
    public Levels(int[] codes, BitSet missing, List<String> levels) {
      super(missing);
      this.codes = codes.clone();
      this.levels = List.copyOf(levels);
      for (int row = 0; row < codes.length; row++) {
        if (!missing.get(row) && (codes[row] < 0 || codes[row] >= levels.size())) {
          throw new IllegalArgumentException(
              PlainText.of("row %d has level %d of %d", row, codes[row], levels.size()));
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
    public Levels rows(int[] rows) {
      int[] picked = new int[rows.length];
      for (int i = 0; i < rows.length; i++) {
        picked[i] = codes[rows[i]];
      }
      return new Levels(picked, missingIn(rows), levels);
    }

    @Override
    public Levels followedBy(Cells more) {
      Levels others = (Levels) more;
      if (levels.equals(others.levels)) {
        int[] all = Arrays.copyOf(codes, codes.length + others.codes.length);
        System.arraycopy(others.codes, 0, all, codes.length, others.codes.length);
        return new Levels(all, missingWith(others), levels);
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

  /**
   * Microseconds since 1970-01-01T00:00, the cells of a {@link ColumnType.Timestamp} column; or
   * since midnight, those of a {@link ColumnType.TimeOfDay} column.
   */
  public static final class Instants extends Cells {
    private final long[] micros;

    /** Copies its arguments. */
    public Instants(long[] micros, BitSet missing) {
      super(missing);
      this.micros = micros.clone();
    }

    /** Returns the microseconds in a row that is not missing. */
    public long value(int row) {
      return micros[row];
    }

    @Override
    public int size() {
      return micros.length;
    }

    @Override
    public Instants rows(int[] rows) {
      long[] picked = new long[rows.length];
      for (int i = 0; i < rows.length; i++) {
        picked[i] = micros[rows[i]];
      }
      return new Instants(picked, missingIn(rows));
    }

    @Override
    public Instants followedBy(Cells more) {
      Instants others = (Instants) more;
      long[] all = Arrays.copyOf(micros, micros.length + others.micros.length);
      System.arraycopy(others.micros, 0, all, micros.length, others.micros.length);
      return new Instants(all, missingWith(others));
    }
  }

  /** Texts; the cells of a {@link ColumnType.Identifier} column. */
  public static final class Texts extends Cells {
    private final List<String> texts;

    /**
     * Copies its arguments.
     *
     * @param texts one a row; any text where the row is missing
     */
    public Texts(List<String> texts, BitSet missing) {
      super(missing);
      this.texts = List.copyOf(texts);
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
    public Texts rows(int[] rows) {
      List<String> picked = new ArrayList<>(rows.length);
      for (int row : rows) {
        picked.add(texts.get(row));
      }
      return new Texts(picked, missingIn(rows));
    }

    @Override
    public Texts followedBy(Cells more) {
      Texts others = (Texts) more;
      List<String> all = new ArrayList<>(texts);
      all.addAll(others.texts);
      return new Texts(all, missingWith(others));
    }
  }
}
