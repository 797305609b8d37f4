package dev.synth.internal.table.delimited;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds the lines that are no rows while a file's records go by; {@code StrayLines} does so of rows
 * that were staged, by the same rules.
 */
final class NoRowsFinder {
  /** The most lines at the end that are kept, and looked at. */
  private static final int KEPT = 600;

  private final List<String> header;
  private final String first;
  private final List<Long> headers = new ArrayList<>();
  private final Deque<List<String>> latest = new ArrayDeque<>();
  private List<String> top = List.of();
  private long count;

  NoRowsFinder(List<String> header) {
    this.header = header.stream().map(NoRowsFinder::folded).toList();
    this.first = this.header.getFirst();
  }

  /** Returns a cell as headers are compared: in one case, without blanks and marks at its ends. */
  static String folded(String cell) {
    String text = cell.startsWith("\ufeff") ? cell.substring(1) : cell;
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** Takes a file's next row. */
  void add(List<String> record) {
    List<String> cells = fitted(record);
    if (count == 0) {
      top = cells;
    }
    String cell = cells.getFirst();
    boolean mayBe = cell.length() >= first.length() && folded(cell).equals(first);
    if (mayBe && cells.stream().map(NoRowsFinder::folded).toList().equals(header)) {
      headers.add(count);
    }
    latest.addLast(cells);
    if (latest.size() > KEPT) {
      latest.removeFirst();
    }
    count++;
  }

  /** Returns a record's cells, as many as the header has. */
  private List<String> fitted(List<String> record) {
    if (record.size() == header.size()) {
      return record;
    }
    List<String> cells = new ArrayList<>(record);
    while (cells.size() < header.size()) {
      cells.add("");
    }
    return cells.subList(0, header.size());
  }

  /**
   * Returns the rows, from 0, in their order, that are none; the file is read again where sums must
   * be known.
   */
  List<Long> found(DelimitedFile file) {
    if (header.size() < 2) {
      return List.of();
    }
    SortedSet<Long> none = new TreeSet<>(headers);
    none.addAll(NoRows.of(new Latest(file), rowsBeforeLastHeaders()).keySet());
    return List.copyOf(none);
  }

  /** Headers at the end are none of the lines that are looked at there. */
  private long rowsBeforeLastHeaders() {
    long rows = count;
    for (int i = headers.size() - 1; i >= 0 && headers.get(i) == rows - 1; i--) {
      rows--;
    }
    return rows;
  }

  private final class Latest implements NoRows.Rows {
    private final DelimitedFile file;
    private final List<List<String>> rows = new ArrayList<>(latest);

    Latest(DelimitedFile file) {
      this.file = file;
    }

    @Override
    public List<String> cells(long row) {
      return row == 0 ? top : rows.get(Math.toIntExact(row - (count - rows.size())));
    }

    @Override
    public RowsAbove above(long row) {
      return RowsAbove.of(file, row);
    }
  }
}
