package dev.synth.internal.table.stage;

import dev.synth.internal.table.cell.NumberText;
import dev.synth.internal.table.delimited.DelimitedFile;
import dev.synth.internal.table.number.WrittenDecimals;
import dev.synth.table.NumberForm.Fraction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a small text file whose cells are all plain numbers or empty: they are read here,
 * since starting DuckDB takes longer.
 *
 * <p>A plain number is what DuckDB and Java read alike, and nobody takes for a code: an optional
 * minus, digits without a leading zero, and with or without decimals and an exponent.
 */
final class NumberRows {
  /** Larger files are worth DuckDB's start. */
  private static final int MOST_BYTES = 64 << 20;

  private static final int HEAD_BYTES = 1 << 16;

  /** The most digits whose number a long holds. */
  private static final int MOST_DIGITS = 18;

  /** The most digits of a number that is certain to be neither infinite nor nearly zero. */
  private static final int MOST_READ_ALIKE = 300;

  /** The largest number up to which all whole numbers are exact as a double. */
  private static final long EXACT = 1L << 53;

  private static final int DIGITS_OF_THOUSANDS = 3;

  /** The powers of ten that are exact as a double. */
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private final byte[] text;
  private final int length;
  private final byte delimiter;
  private final List<NumberCells> columns = new ArrayList<>();
  private int[] starts = new int[1024];
  private int rows;
  private int at;

  /** A column's numbers, and how its cells are written. */
  private static final class NumberCells {
    private double[] values = new double[1024];
    private int filled;
    private int powers;
    private int fewest;
    private int mostEndingInZero;
    private int bareWholes;
    private int zeroWholes;
    private boolean showsPoint;

    void add(int row, double value) {
      if (row == values.length) {
        values = Arrays.copyOf(values, 2 * row);
      }
      values[row] = value;
    }

    /**
     * Takes down how a cell is written.
     *
     * @param decimals how many digits it has behind the point
     * @param endsInZero whether the last of all digits is a zero
     * @param isZero whether all digits behind the point are zeros
     */
    void written(int decimals, boolean endsInZero, boolean isZero) {
      filled++;
      if (decimals == 0) {
        bareWholes++;
        return;
      }
      showsPoint |= decimals != DIGITS_OF_THOUSANDS;
      fewest = fewest == 0 ? decimals : Math.min(fewest, decimals);
      if (endsInZero) {
        mostEndingInZero = Math.max(mostEndingInZero, decimals);
        zeroWholes += isZero ? 1 : 0;
      }
    }
  }

  /** The rows of a text that ends in a line break. */
  private NumberRows(byte[] text, int length, DelimitedFile file) {
    this.text = text;
    this.length = length;
    this.delimiter = (byte) file.form().delimiter();
    for (int i = 0; i < file.names().size(); i++) {
      columns.add(new NumberCells());
    }
  }

  /** Returns a file's rows, or null where it is large or has a cell of another kind. */
  static @Nullable NumberRows of(DelimitedFile file) {
    if (!file.isPlain() || file.hasClosingDelimiter() || file.names().size() < 2) {
      return null;
    }
    boolean mayStandAmongRows =
        file.names().stream().anyMatch(name -> NumberText.parse(name).isPresent());
    if (mayStandAmongRows) {
      return null;
    }
    byte[] head = file.bytes(HEAD_BYTES);
    int whole = head.length;
    while (whole > 0 && head[whole - 1] != '\n') {
      whole--;
    }
    boolean isAll = head.length < HEAD_BYTES;
    if (!isAll && !new NumberRows(head, whole, file).read()) {
      return null;
    }
    byte[] text = isAll ? head : file.bytes(MOST_BYTES);
    if (text.length == MOST_BYTES) {
      return null;
    }
    boolean isClosed = text.length > 0 && text[text.length - 1] == '\n';
    byte[] closed = isClosed ? text : Arrays.copyOf(text, text.length + 1);
    closed[closed.length - 1] = '\n';
    NumberRows rows = new NumberRows(closed, closed.length, file);
    return rows.read() && rows.rows > 0 && !rows.endEmpty() ? rows : null;
  }

  /** Returns whether the last row is a line of empty cells, which is left out elsewhere. */
  private boolean endEmpty() {
    return columns.stream().allMatch(column -> Double.isNaN(column.values[rows - 1]));
  }

  /** Reads all rows; returns whether all cells were plain numbers. */
  private boolean read() {
    int quotes = 0;
    while (at < length && text[at] != '\n') {
      quotes += text[at++] == '"' ? 1 : 0;
    }
    at++;
    if (at <= 1 || quotes % 2 != 0) { // names go on in the next line, or begin there
      return false;
    }
    int last = columns.size() - 1;
    while (at < length) {
      startRow();
      for (int column = 0; column < last; column++) {
        if (!cell(columns.get(column)) || text[at++] != delimiter) {
          return false;
        }
      }
      if (!cell(columns.get(last))) {
        return false;
      }
      at += text[at] == '\r' ? 1 : 0;
      if (at >= length || text[at++] != '\n') {
        return false;
      }
      rows++;
    }
    startRow(); // where the last one ends
    return true;
  }

  private void startRow() {
    if (rows == starts.length) {
      starts = Arrays.copyOf(starts, 2 * rows);
    }
    starts[rows] = at;
  }

  /** Reads the cell at which the text stands, to its end; returns whether it is a plain number. */
  private boolean cell(NumberCells column) {
    int start = at;
    boolean isNegative = text[at] == '-';
    at += isNegative ? 1 : 0;
    int first = at;
    long digits = 0;
    while (isDigit(text[at])) {
      digits = 10 * digits + (text[at++] - '0');
    }
    int whole = at - first;
    if (whole == 0) {
      column.add(rows, Double.NaN);
      return at == start && isEnd(text[at]);
    }
    if (whole > 1 && text[first] == '0') {
      return false;
    }
    int decimals = 0;
    if (text[at] == '.') {
      int point = at++;
      while (isDigit(text[at])) {
        digits = 10 * digits + (text[at++] - '0');
      }
      decimals = at - point - 1;
      if (decimals == 0) {
        return false;
      }
    }
    if (isEnd(text[at])) {
      boolean endsInZero = text[at - 1] == '0';
      column.written(decimals, endsInZero, endsInZero && areZeros(at - decimals, at));
      boolean isExact =
          whole + decimals <= MOST_DIGITS && digits <= EXACT && decimals < POWERS.length;
      double size = isExact ? digits / POWERS[decimals] : Double.parseDouble(text(first, at));
      column.add(rows, isNegative ? -size : size);
      return isExact || whole + decimals <= MOST_READ_ALIKE;
    }
    return power(column, start, digits != 0 || whole + decimals > MOST_DIGITS);
  }

  private boolean power(NumberCells column, int start, boolean mayBeLarge) {
    if (text[at] != 'e' && text[at] != 'E') {
      return false;
    }
    at++;
    at += text[at] == '+' || text[at] == '-' ? 1 : 0;
    int first = at;
    while (isDigit(text[at])) {
      at++;
    }
    if (at == first || !isEnd(text[at])) {
      return false;
    }
    column.powers++;
    column.filled++;
    double value = Double.parseDouble(text(start, at));
    column.add(rows, value);
    return Double.isFinite(value) && (!mayBeLarge || Math.abs(value) >= Double.MIN_NORMAL);
  }

  private boolean isEnd(byte next) {
    return next == delimiter || next == '\n' || next == '\r';
  }

  private static boolean isDigit(byte next) {
    return next >= '0' && next <= '9';
  }

  private boolean areZeros(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] != '0') {
        return false;
      }
    }
    return true;
  }

  private String text(int from, int to) {
    return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** Returns the number of rows. */
  int rowCount() {
    return rows;
  }

  /** Returns a column's numbers, NaN where the cell is empty. */
  double[] numbers(int column) {
    return Arrays.copyOf(columns.get(column).values, rows);
  }

  /** Returns how many cells of a column are not empty. */
  int filled(int column) {
    return columns.get(column).filled;
  }

  /** Returns whether a cell of a column ends in a zero behind the point. */
  boolean endsInZero(int column) {
    return columns.get(column).mostEndingInZero > 0;
  }

  /** Returns whether a cell of a column has an exponent. */
  boolean hasPowers(int column) {
    return columns.get(column).powers > 0;
  }

  /** Returns whether a cell has a point that cannot part thousands. */
  boolean showsPoint() {
    return columns.stream().anyMatch(column -> column.showsPoint);
  }

  /**
   * Returns the different shapes of a column's cells, in which a 9 stands for each digit.
   *
   * @param missing texts that are no cells
   */
  List<String> shapes(int column, List<String> missing) {
    Set<String> shapes = new TreeSet<>();
    for (int row = 0; row < rows; row++) {
      String cell = cell(row, column);
      if (!cell.isEmpty() && !missing.contains(cell)) {
        shapes.add(shape(cell));
      }
    }
    return List.copyOf(shapes);
  }

  private static String shape(String cell) {
    StringBuilder shape = new StringBuilder(cell);
    for (int i = 0; i < cell.length(); i++) {
      if (isDigit((byte) cell.charAt(i))) {
        shape.setCharAt(i, '9');
      }
    }
    return shape.toString();
  }

  /** Returns the fraction by which all cells of a column are written as they stand. */
  Fraction fraction(int column) {
    NumberCells known = columns.get(column);
    return new WrittenDecimals(
            known.fewest,
            known.mostEndingInZero,
            known.bareWholes,
            known.zeroWholes,
            known.powers > 0)
        .exact();
  }

  /** Returns a column as texts, as they stand there. */
  Dictionary dictionary(int column) {
    Map<String, Integer> known = new HashMap<>();
    List<String> values = new ArrayList<>();
    int[] codes = new int[rows];
    for (int row = 0; row < rows; row++) {
      String cell = cell(row, column);
      if (cell.isEmpty()) {
        codes[row] = -1;
        continue;
      }
      Integer code = known.putIfAbsent(cell, values.size());
      codes[row] = code == null ? values.size() : code;
      if (code == null) {
        values.add(cell);
      }
    }
    return new Dictionary(values, codes);
  }

  /** Looks for the cell from the row's nearer end. */
  private String cell(int row, int column) {
    if (2 * column < columns.size()) {
      int from = starts[row];
      for (int i = 0; i < column; i++) {
        from = end(from) + 1;
      }
      return text(from, end(from));
    }
    int to = starts[row + 1] - 1; // the line break
    to -= text[to - 1] == '\r' ? 1 : 0;
    for (int i = columns.size() - 1; i > column; i--) {
      to = begin(to) - 1;
    }
    return text(begin(to), to);
  }

  private int begin(int end) {
    int begin = end;
    while (!isEnd(text[begin - 1])) {
      begin--;
    }
    return begin;
  }

  private int end(int from) {
    int end = from;
    while (!isEnd(text[end])) {
      end++;
    }
    return end;
  }
}
