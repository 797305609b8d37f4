package dev.synth.internal.table.read;

import dev.synth.base.Problem;
import dev.synth.internal.table.Duck;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the lines of text files that are no rows, and takes them out of the staged rows: the header
 * once more, as in files that were joined, and a line of totals at the end.
 */
final class StrayLines {
  /** How many lines a note names. */
  private static final int NAMED = 5;

  /** How close to the sum of its column a cell of a line of totals must be, as a share. */
  private static final double SAME_SUM = 1e-6;

  private static final Pattern TOTAL =
      Pattern.compile(
          "((grand|sub)[ -]?)?totals?( (rows|amount|sum))?:?|sum:?|(gesamt)?summe:?|gesamt:?"
              + "|insgesamt:?|somme:?|totaux:?|suma:?|totale:?|totaal:?|итого:?|всего:?|合计|合計|总计",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final Duck duck;
  private final List<String> names;
  private final List<String> notes;

  /** The staged rows of columns with names; notes are added to the list. */
  StrayLines(Duck duck, List<String> names, List<String> notes) {
    this.duck = duck;
    this.names = names;
    this.notes = notes;
  }

  /** Takes such lines out and returns the parts as they are then. */
  List<StagedTable.Part> remove(List<StagedTable.Part> parts, int rows) throws SQLException {
    List<StagedTable.Part> kept = new ArrayList<>();
    List<Long> gone = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      StagedTable.Part part = parts.get(i);
      int end = i + 1 < parts.size() ? parts.get(i + 1).firstRow() : rows;
      BitSet leftOut = leftOut(part, end);
      kept.add(new StagedTable.Part(part.file(), part.firstRow() - gone.size(), leftOut));
      leftOut.stream().forEach(row -> gone.add((long) part.firstRow() + row));
    }
    if (!gone.isEmpty()) {
      String list = gone.stream().map(String::valueOf).collect(Collectors.joining(", "));
      duck.execute("DELETE FROM data WHERE rowid IN (" + list + ")");
    }
    return kept;
  }

  private BitSet leftOut(StagedTable.Part part, int end) throws SQLException {
    BitSet leftOut = new BitSet();
    DelimitedFile file = part.file();
    if (end <= part.firstRow() || file.names().size() < 2) {
      return leftOut;
    }
    headers(part, end).forEach(row -> leftOut.set((int) (row - part.firstRow())));
    if (!leftOut.isEmpty()) {
      String lines =
          leftOut.stream()
              .limit(NAMED)
              .mapToObj(row -> String.valueOf(file.line(row)))
              .collect(Collectors.joining(", "));
      int more = leftOut.cardinality() - NAMED;
      notes.add(
          "'%s' holds its header again (line %s%s); these lines are left out"
              .formatted(file.path(), lines, more > 0 ? " and " + more + " more" : ""));
    }
    int last = end - 1 - part.firstRow();
    if (last > 1 && !leftOut.get(last) && isTotal(file, part.firstRow(), end - 1)) {
      leftOut.set(last);
      notes.add(
          "'%s', line %d: the line of totals at the end is left out"
              .formatted(file.path(), file.line(last)));
    }
    return leftOut;
  }

  /** Finds rows that hold the column names, and refuses those in another order. */
  private List<Long> headers(StagedTable.Part part, int end) throws SQLException {
    DelimitedFile file = part.file();
    List<String> same = new ArrayList<>();
    List<String> any = new ArrayList<>();
    String among =
        file.header().stream()
            .filter(cell -> !cell.isBlank())
            .map(StrayLines::folded)
            .collect(Collectors.joining(", ", " IN (", ")"));
    for (int i = 0; i < file.header().size(); i++) {
      String cell = file.header().get(i);
      String column = column(file, i);
      String found = "lower(trim(" + column + "))";
      boolean blank = cell.isBlank();
      same.add(blank ? "coalesce(trim(" + column + "), '') = ''" : found + " = " + folded(cell));
      any.add(blank ? "true" : found + among);
    }
    String rows = " rowid >= " + part.firstRow() + " AND rowid < " + end + " AND ";
    List<String> candidates =
        duck.texts(
            "SELECT CAST(rowid AS VARCHAR) || CASE WHEN "
                + String.join(" AND ", same)
                + " THEN '' ELSE '?' END FROM data WHERE"
                + rows
                + String.join(" AND ", any)
                + " ORDER BY rowid");
    List<Long> headers = new ArrayList<>();
    for (String candidate : candidates) {
      if (!candidate.endsWith("?")) {
        headers.add(Long.valueOf(candidate));
      } else if (areAllDifferent(file, Long.parseLong(candidate.replace("?", "")))) {
        int row = (int) (Long.parseLong(candidate.replace("?", "")) - part.firstRow());
        throw Problem.data(
            "'%s', line %d holds the column names in another order than the header; make files of"
                + " one order each",
            file.path(), file.line(row));
      }
    }
    return headers;
  }

  private static String folded(String cell) {
    return Duck.literal(cell.strip().toLowerCase(Locale.ROOT));
  }

  private boolean areAllDifferent(DelimitedFile file, long row) throws SQLException {
    List<String> cells = cells(file, row);
    return cells.size() > 2 && cells.stream().distinct().count() == cells.size();
  }

  /**
   * Whether a row is of totals: its first cell says so, as no other cell of the column does, and
   * either another cell is empty or one is the sum of those above it.
   */
  private boolean isTotal(DelimitedFile file, int first, int row) throws SQLException {
    List<String> cells = cells(file, row);
    int word = 0;
    while (word < cells.size() && cells.get(word).isBlank()) {
      word++;
    }
    if (word == cells.size() || !TOTAL.matcher(cells.get(word).strip()).matches()) {
      return false;
    }
    String above = " FROM data WHERE rowid >= " + first + " AND rowid < " + row;
    String same =
        "SELECT count(*)%s AND %s = %s"
            .formatted(above, column(file, word), Duck.literal(cells.get(word)));
    if (duck.longs(same)[0] > 0) {
      return false;
    }
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).isBlank() || (i != word && isSum(file, i, cells.get(i), above))) {
        return true;
      }
    }
    return false;
  }

  private boolean isSum(DelimitedFile file, int at, String cell, String above) throws SQLException {
    String value = "TRY_CAST(" + Duck.literal(cell) + " AS DOUBLE)";
    String sum = "sum(TRY_CAST(" + column(file, at) + " AS DOUBLE))";
    String test =
        "SELECT coalesce(abs(%1$s - %2$s) <= %3$s * abs(%2$s), false)::INTEGER%4$s"
            .formatted(value, sum, String.valueOf(SAME_SUM), above);
    return duck.longs(test)[0] == 1;
  }

  private List<String> cells(DelimitedFile file, long row) throws SQLException {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < file.names().size(); i++) {
      String sql = "SELECT coalesce(%s, '') FROM data WHERE rowid = %d";
      cells.addAll(duck.texts(sql.formatted(column(file, i), row)));
    }
    return cells;
  }

  private String column(DelimitedFile file, int at) {
    return "c" + names.indexOf(file.names().get(at));
  }
}
