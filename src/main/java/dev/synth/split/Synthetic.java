package dev.synth.split;

import dev.synth.table.Table;
import java.util.stream.IntStream;

/**
 * Synthetic rows of the rare class.
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

  /** Returns these rows followed by other synthetic ones. */
  public Synthetic followedBy(Synthetic more) {
    return new Synthetic(rows.followedBy(more.rows));
  }

  /** Returns the first rows up to a number, or all if there are fewer. */
  public Synthetic first(int count) {
    int kept = Math.min(count, rows.rowCount());
    return new Synthetic(rows.rows(IntStream.range(0, kept).toArray()));
  }
}
