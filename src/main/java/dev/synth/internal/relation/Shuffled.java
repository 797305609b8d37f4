package dev.synth.internal.relation;

import java.util.List;

/** Rows in which each column is shuffled by itself, and computed columns are computed anew. */
final class Shuffled {
  private final Grid grid;

  Shuffled(Search search) {
    grid = search.grid.blank(search.evidence.shuffledRows());
    for (int column = 0; column < grid.width(); column++) {
      for (int row = 0; row < grid.rowCount(); row++) {
        grid.set(
            column, row, search.grid.get(column, search.evidence.shuffled(column, row)));
      }
    }
    List<Relation> found = search.found();
    for (Relation relation : found.reversed()) {
      if (relation instanceof Relation.Derived derived) {
        for (int row = 0; row < grid.rowCount(); row++) {
          grid.set(derived.target(), row, derived.compute(grid, row));
        }
      }
    }
  }

  Grid grid() {
    return grid;
  }
}
