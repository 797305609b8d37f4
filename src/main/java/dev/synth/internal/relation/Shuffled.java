package dev.synth.internal.relation;

/** Rows in which each column is shuffled by itself, and computed columns are computed anew. */
final class Shuffled {
  private final Grid grid;

  Shuffled(Search search) {
    grid = search.grid.blank(search.evidence.shuffledRows());
    for (int column = 0; column < grid.width(); column++) {
      for (int row = 0; row < grid.rowCount(); row++) {
        grid.set(column, row, search.grid.get(column, search.evidence.shuffled(column, row)));
      }
    }
    for (Relation.Derived derived : Search.inOrder(search.found())) {
      for (int row = 0; row < grid.rowCount(); row++) {
        grid.set(derived.target(), row, derived.compute(grid, row));
      }
    }
  }

  Grid grid() {
    return grid;
  }
}
