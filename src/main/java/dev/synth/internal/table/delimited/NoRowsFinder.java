package dev.synth.internal.table.delimited;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Finds the lines that are no rows while a file's records go by; {@code StrayLines} does so of rows
 * that were staged, by the same rules.
 */
final class NoRowsFinder {
  /** The most lines at the end that are kept, and looked at. */
  private static final int KEPT = 600;

  private final List<String> header;
  private final String first;
  private final BitSet headers = new BitSet();
  private final Deque<List<String>> latest = new ArrayDeque<>();
  private List<String> top = List.of();
  private int count;

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
      headers.set(count);
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

  /** Returns the rows, from 0, that are none; the file is read again where sums must be known. */
  BitSet found(DelimitedFile file) {
    BitSet none = (BitSet) headers.clone();
    if (header.size() < 2) {
      return new BitSet();
    }
    NoRows.of(new Latest(file), lastRow() + 1L).keySet().forEach(row -> none.set(row.intValue()));
    return none;
  }

  /** Headers at the end are none of the lines that are looked at there. */
  private int lastRow() {
    int last = count - 1;
    while (last >= 0 && headers.get(last)) {
      last--;
    }
    return last;
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
