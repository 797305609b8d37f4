package dev.synth.internal.table.write;

import dev.synth.table.Table;

/**
 * A place that rows are written to, batch by batch; closed before a commit, it has none of them.
 */
public interface RowWriter extends AutoCloseable {
  /** Takes further rows. */
  void append(Table batch);

  /** Keeps all rows. */
  void commit();

  @Override
  void close();
}
