package dev.synth.internal.report.text;

import dev.synth.internal.report.format.LineBreaks;
import dev.synth.internal.report.format.TextGrid;
import dev.synth.internal.report.table.FigureTable;
import java.util.ArrayList;
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
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(grid.lines());
    table.notes().stream()
        .flatMap(note -> LineBreaks.wrapped(note, TextGrid.WIDTH).stream())
        .forEach(lines::add);
    return lines;
  }
}
