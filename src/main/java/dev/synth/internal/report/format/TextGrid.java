package dev.synth.internal.report.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Aligned columns of text under headers; drops the columns of least importance where too wide. */
public final class TextGrid {
  /** No line of a text report is longer. */
  public static final int WIDTH = 100;

  /** The side of its column at which a cell stands. */
  public enum Alignment {
    LEFT,
    RIGHT
  }

  private record GridColumn(String header, Alignment side, int droppedAt) {}

  private record Line(boolean isHeading, List<String> cells) {}

  private static final String GAP = "  ";

  private final int widest;
  private final List<GridColumn> columns = new ArrayList<>();
  private final List<Line> content = new ArrayList<>();

  public TextGrid(int widest) {
    this.widest = widest;
  }

  /** Adds a column; the higher {@code droppedAt}, the sooner it is dropped, and 0 means never. */
  public TextGrid column(String header, Alignment side, int droppedAt) {
    columns.add(new GridColumn(header, side, droppedAt));
    return this;
  }

  /** Adds a heading above the rows that follow; the first stands in the header's line. */
  public void heading(String text) {
    content.add(new Line(true, List.of(text)));
  }

  /** Adds a row with one cell a column. */
  public void row(List<String> cells) {
    content.add(new Line(false, cells));
  }

  /** Returns the lines, without blanks at their ends. */
  public List<String> lines() {
    List<Integer> shown = shown();
    int total = total(shown);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < content.size(); i++) {
      Line line = content.get(i);
      if (!line.isHeading()) {
        lines.add(joined(line.cells(), shown));
      } else if (i == 0) {
        lines.add(joined(header(line), shown));
        lines.add("─".repeat(total));
      } else {
        lines.add("");
        lines.add(line.cells().getFirst());
        lines.add("─".repeat(total));
      }
    }
    return lines;
  }

  /** Returns whether there is room for the column of that name, by what the table holds so far. */
  public boolean shows(String header) {
    return shown().stream().anyMatch(column -> columns.get(column).header().equals(header));
  }

  private List<String> header(Line heading) {
    List<String> cells = new ArrayList<>(columns.stream().map(GridColumn::header).toList());
    cells.set(0, heading.cells().getFirst());
    return cells;
  }

  private List<Integer> shown() {
    List<Integer> shown = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      shown.add(column);
    }
    while (total(shown) > widest) {
      int least =
          shown.stream().max(Comparator.comparingInt(c -> columns.get(c).droppedAt())).orElse(0);
      if (columns.get(least).droppedAt() == 0) {
        break;
      }
      shown.remove(Integer.valueOf(least));
    }
    return shown;
  }

  private int total(List<Integer> shown) {
    return shown.stream().mapToInt(this::width).sum() + GAP.length() * (shown.size() - 1);
  }

  private int width(int column) {
    boolean underHeading = column == 0 && !content.isEmpty() && content.getFirst().isHeading();
    int width =
        length(underHeading ? content.getFirst().cells().getFirst() : columns.get(column).header());
    for (Line line : content) {
      if (!line.isHeading()) {
        width = Math.max(width, length(line.cells().get(column)));
      }
    }
    return width;
  }

  private String joined(List<String> cells, List<Integer> shown) {
    StringBuilder line = new StringBuilder();
    for (int column : shown) {
      String cell = cells.get(column);
      String blank = " ".repeat(width(column) - length(cell));
      line.append(line.isEmpty() ? "" : GAP);
      line.append(columns.get(column).side() == Alignment.LEFT ? cell + blank : blank + cell);
    }
    return line.toString().stripTrailing();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
