package dev.synth.internal.report.text;

import dev.synth.internal.report.format.LineBreaks;
import dev.synth.internal.report.format.TextGrid;
import dev.synth.internal.report.table.FigureTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table of figures with one classifier, for a terminal. */
final class FigureGrid {
  private FigureGrid() {}

  /** Returns the table below an empty line, and its notes. */
  static List<String> lines(FigureTable table) {
    TextGrid grid = new TextGrid(TextGrid.WIDTH);
    for (int i = 0; i < table.headers().size(); i++) {
      // the arm and the figure beside it stay, whatever the width
      grid.column(table.headers().get(i), TextGrid.Alignment.LEFT, Math.max(0, i - 1));
    }
    grid.heading(table.title());
    for (List<String> row : table.blocks().getFirst().rows()) {
      List<String> cells = new ArrayList<>(row);
      cells.set(0, "  " + row.getFirst());
      grid.row(cells);
    }
    return lines(grid, table);
  }

  /**
   * Returns the same with each arm in a line of its own above its rows, whose second cell stands
   * below it. So the last columns have room, such as a verdict.
   */
  static List<String> byArm(FigureTable table) {
    TextGrid grid = new TextGrid(TextGrid.WIDTH);
    List<String> headers = table.headers().subList(1, table.headers().size());
    headers.forEach(header -> grid.column(header, TextGrid.Alignment.LEFT, 0));
    grid.heading(table.title());
    String arm = "";
    for (List<String> row : table.blocks().getFirst().rows()) {
      if (!row.getFirst().equals(arm)) {
        arm = row.getFirst();
        List<String> alone = new ArrayList<>(Collections.nCopies(headers.size(), ""));
        alone.set(0, "  " + arm);
        grid.row(alone);
      }
      List<String> cells = new ArrayList<>(row.subList(1, row.size()));
      cells.set(0, "    " + cells.getFirst());
      grid.row(cells);
    }
    return lines(grid, table);
  }

  private static List<String> lines(TextGrid grid, FigureTable table) {
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(grid.lines());
    table.notes().stream()
        .flatMap(note -> LineBreaks.wrapped(note, TextGrid.WIDTH).stream())
        .forEach(lines::add);
    return lines;
  }
}
