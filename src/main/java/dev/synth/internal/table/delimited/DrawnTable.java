package dev.synth.internal.table.delimited;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table drawn in text, as Markdown, psql and MySQL do: bars between cells, and a line of dashes
 * below the column names. Such text is given on as cells that bars part, line by line.
 */
final class DrawnTable extends Reader {
  /** The number of lines in which a table must begin. */
  private static final int LOOKED_AT = 30;

  /** A dash, colons at its ends as Markdown has them. */
  private static final Pattern DASHES = Pattern.compile("\\s*:?-+:?\\s*");

  private static final Pattern FRAME = Pattern.compile("\\s*\\+[-=+]+\\+?\\s*");

  private final BufferedReader text;
  private String line = "";
  private int at;
  private @Nullable String next;
  private boolean isBelowNames;
  private boolean isInTable;

  /** Starts at a text's beginning, in which {@link #linesBefore} found a table. */
  DrawnTable(BufferedReader text) throws IOException {
    this.text = text;
    this.next = text.readLine();
  }

  /**
   * Returns how many lines that are not blank stand before the column names of a drawn table; empty
   * where there is none.
   */
  static OptionalInt linesBefore(String head) {
    List<String> lines = head.lines().limit(LOOKED_AT).toList();
    int before = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (areNames(lines.get(i), lines.get(i + 1))) {
        return OptionalInt.of(before);
      }
      boolean isFrame = FRAME.matcher(lines.get(i)).matches();
      if (lines.get(i).indexOf('|') >= 0) {
        return OptionalInt.empty(); // the names stand in the first line with bars
      }
      before += lines.get(i).isBlank() || isFrame ? 0 : 1;
    }
    return OptionalInt.empty();
  }

  /** Returns whether a line is followed by dashes below each of its cells. */
  private static boolean areNames(String line, String below) {
    if (line.indexOf('|') < 0 || (below.indexOf('|') < 0 && below.indexOf('+') < 0)) {
      return false;
    }
    List<String> dashes = cells(below.replace('+', '|'));
    return dashes.stream().allMatch(cell -> DASHES.matcher(cell).matches())
        && dashes.size() == cells(line).size();
  }

  /** Returns the cells of a line, without the bars at its ends; a bar after a backslash is text. */
  private static List<String> cells(String line) {
    String bare = line.strip();
    String inner = bare.startsWith("|") ? bare.substring(1) : bare;
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      boolean isEscaped = c == '\\' && i + 1 < inner.length() && inner.charAt(i + 1) == '|';
      if (isEscaped) {
        cell.append('|');
        i++;
      } else if (c == '|') {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    boolean isClosed = bare.startsWith("|") && bare.endsWith("|") && !bare.endsWith("\\|");
    if (!isClosed) {
      cells.add(cell.toString().strip());
    }
    return cells;
  }

  @Override
  public int read(char[] target, int from, int length) throws IOException {
    if (at == line.length() && !advance()) {
      return -1;
    }
    int count = Math.min(length, line.length() - at);
    line.getChars(at, at + count, target, from);
    at += count;
    return count;
  }

  private boolean advance() throws IOException {
    String current = next;
    if (current == null) {
      return false;
    }
    next = text.readLine();
    line = given(current) + "\n";
    at = 0;
    return true;
  }

  /** Lines of dashes become empty ones, so that all others keep their numbers. */
  private String given(String current) {
    if (isBelowNames || FRAME.matcher(current).matches()) {
      isBelowNames = false;
      return "";
    }
    if (!isInTable && next != null && areNames(current, next)) {
      isInTable = true;
      isBelowNames = true;
    }
    if (!isInTable || current.isBlank() || current.indexOf('|') < 0) {
      return quoted(current);
    }
    return cells(current).stream().map(DrawnTable::quoted).collect(Collectors.joining("|"));
  }

  private static String quoted(String cell) {
    boolean isOdd = cell.indexOf('|') >= 0 || cell.indexOf('"') >= 0;
    return isOdd ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
