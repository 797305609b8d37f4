package dev.synth.internal.table.stage;

import dev.synth.base.Problem;
import dev.synth.internal.table.Duck;
import dev.synth.internal.table.delimited.DelimitedFile;
import dev.synth.internal.table.delimited.NoRows;
import dev.synth.internal.table.delimited.RowsAbove;
import dev.synth.table.reading.SourceNote;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the lines of text files that are no rows, and takes them out of the staged rows: the header
 * once more, as in files that were joined, and totals and remarks at the end.
 */
final class StrayLines {
  /** The number of lines that a note names. */
  private static final int NAMED = 5;

  /** The most rows that are looked at, since they may be headers. */
  private static final int MOST_HEADERS = 1000;

  private final Duck duck;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<? super SourceNote> notes;

  /** The staged rows of columns with names; notes are added to the list. */
  StrayLines(Duck duck, List<String> names, List<? super SourceNote> notes) {
    this.duck = duck;
    for (int i = 0; i < names.size(); i++) {
      places.put(names.get(i), i);
    }
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
    String name = file.path().toString();
    headers(part, end).forEach(row -> leftOut.set((int) (row - part.firstRow())));
    if (!leftOut.isEmpty()) {
      List<Integer> lines = leftOut.stream().limit(NAMED).mapToObj(file::line).toList();
      notes.add(new SourceNote.HeadersLeftOut(name, lines, leftOut.cardinality()));
    }
    int last = end - 1 - part.firstRow();
    while (last > 0 && leftOut.get(last)) {
      last--;
    }
    SortedMap<Long, NoRows.Kind> found = NoRows.of(new StagedRows(part), last + 1L);
    found.keySet().forEach(row -> leftOut.set(row.intValue()));
    found.forEach((row, kind) -> tell(part, row, kind));
    long empty = found.values().stream().filter(NoRows.Kind.EMPTY::equals).count();
    if (empty > 0) {
      notes.add(new SourceNote.EmptyLinesLeftOut(name, (int) empty));
    }
    return leftOut;
  }

  private void tell(StagedTable.Part part, long row, NoRows.Kind kind) {
    DelimitedFile file = part.file();
    String name = file.path().toString();
    switch (kind) {
      case DASHES -> notes.add(new SourceNote.DashesLeftOut(name, file.line(row)));
      case TOTAL -> notes.add(new SourceNote.TotalsLeftOut(name, file.line(row)));
      case REMARK -> {
        String first = Duck.run(() -> cells(file, part.firstRow() + row)).getFirst();
        notes.add(new SourceNote.RemarkLeftOut(name, file.line(row), DelimitedFile.shown(first)));
      }
      case EMPTY -> {
        // told of all together
      }
    }
  }

  /** Finds rows that hold the column names, and refuses those in another order. */
  private List<Long> headers(StagedTable.Part part, int end) throws SQLException {
    DelimitedFile file = part.file();
    List<String> header = file.header().stream().map(StrayLines::folded).toList();
    List<Long> headers = new ArrayList<>();
    for (long candidate : candidates(part, end, header)) {
      List<String> cells = cells(file, candidate).stream().map(StrayLines::folded).toList();
      if (cells.equals(header)) {
        headers.add(candidate);
      } else if (isReordered(cells, header)) {
        throw Problem.data(
            "'%s', line %d holds the column names in another order than the header; make files of"
                + " one order each",
            file.path(), file.line(candidate - part.firstRow()));
      }
    }
    return headers;
  }

  /** Finds rows whose first and last cells are column names; more than a few are no headers. */
  private List<Long> candidates(StagedTable.Part part, int end, List<String> header)
      throws SQLException {
    int first = 0;
    int last = header.size() - 1;
    while (first < last && header.get(first).isEmpty()) {
      first++;
    }
    while (first < last && header.get(last).isEmpty()) {
      last--;
    }
    String among =
        header.stream()
            .filter(name -> !name.isEmpty())
            .map(Duck::literal)
            .collect(Collectors.joining(", ", ") IN (", ")"));
    String sql =
        "SELECT CAST(rowid AS VARCHAR) FROM data WHERE rowid >= "
            + part.firstRow()
            + " AND rowid < "
            + end
            + (" AND lower(trim(replace("
                + column(part.file(), first)
                + ", chr(65279), ''))"
                + among)
            + (" AND lower(trim(" + column(part.file(), last) + ")" + among)
            + " ORDER BY rowid LIMIT "
            + MOST_HEADERS;
    return duck.texts(sql).stream().map(Long::valueOf).toList();
  }

  /** A mark of byte order stands before each header of files that were joined. */
  private static String folded(String cell) {
    return cell.replace("\ufeff", "").strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isReordered(List<String> cells, List<String> header) {
    return header.size() > 2
        && cells.stream().sorted().toList().equals(header.stream().sorted().toList());
  }

  /** The rows of a part, as they are staged. */
  private final class StagedRows implements NoRows.Rows {
    private final StagedTable.Part part;

    StagedRows(StagedTable.Part part) {
      this.part = part;
    }

    @Override
    public List<String> cells(long row) {
      return Duck.run(() -> StrayLines.this.cells(part.file(), part.firstRow() + row));
    }

    @Override
    public RowsAbove above(long row) {
      return RowsAbove.of(part.file(), row);
    }
  }

  private List<String> cells(DelimitedFile file, long row) throws SQLException {
    String list =
        IntStream.range(0, file.names().size())
            .mapToObj(i -> "coalesce(" + column(file, i) + ", '')")
            .collect(Collectors.joining(", ", "unnest([", "])"));
    return duck.texts("SELECT " + list + " FROM data WHERE rowid = " + row);
  }

  private String column(DelimitedFile file, int at) {
    return "c" + places.get(file.names().get(at));
  }
}
