package dev.synth.internal.validate.plot;

import java.util.List;

/**
 * A synthetic row beside the training row that is nearest to it, cell by cell.
 *
 * @param distance Gower's distance, in [0, 1]
 * @param cells the cells of both rows, in the order of the table
 */
public record PairPlot(double distance, List<CellPair> cells) {
  public PairPlot {
    cells = List.copyOf(cells);
  }

  /**
   * One column of both rows.
   *
   * @param column its name
   * @param real the training row's cell, as text
   * @param synthetic the synthetic row's cell
   */
  public record CellPair(String column, String real, String synthetic) {}
}
