package dev.synth.split;

import dev.synth.table.Table;

/**
 * Rows of the rare class that no one observed.
 *
 * <p>Made by {@code RowRules} from a generator's draws, or by {@link #external} from a file.
 */
public final class Synthetic {
  private final Table rows;

  Synthetic(Table rows) {
    this.rows = rows;
  }

  /** Wraps synthetic rows of any origin, to be judged. Only the services of experiment call it. */
  public static Synthetic external(Table rows) {
    return new Synthetic(rows);
  }

  /** Returns the rows' features: the modelled columns, without label and identifiers. */
  public Table rows() {
    return rows;
  }

  /** Returns the number of rows. */
  public int rowCount() {
    return rows.rowCount();
  }
}
