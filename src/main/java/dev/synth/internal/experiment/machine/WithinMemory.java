package dev.synth.internal.experiment.machine;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.base.Remedy;
import dev.synth.table.LabelledTable;
import java.util.Locale;
import java.util.function.Supplier;

/** Does work on a table. Where memory runs out, the message names the table's size. */
public final class WithinMemory {
  /** Of more columns than this, there are too many of them and not of rows. */
  private static final int MANY_COLUMNS = 100;

  /** With more rows for each column than this, it is the rows that are many. */
  private static final int MANY_ROWS_A_COLUMN = 100;

  private WithinMemory() {}

  /**
   * Returns what the work gives.
   *
   * @param rows the table that it works on
   * @throws Problem ({@link ExitCode#ENVIRONMENT}) where memory runs out
   */
  public static <T> T on(LabelledTable rows, Supplier<T> work) {
    try {
      return work.get();
    } catch (OutOfMemoryError e) {
      throw problem(rows.rowCount(), rows.features().schema().columns().size()).causedBy(e);
    }
  }

  /** Does work that gives nothing. */
  public static void doOn(LabelledTable rows, Runnable work) {
    on(
        rows,
        () -> {
          work.run();
          return true;
        });
  }

  /** Returns the message, whose advice is to have less of what there is too much of. */
  static Problem problem(int rows, int columns) {
    boolean wide = columns > MANY_COLUMNS && rows < (long) MANY_ROWS_A_COLUMN * columns;
    return Problem.environment(
            "%s",
            String.format(
                Locale.ROOT,
                "out of memory with %,d rows of %,d columns: %s",
                rows,
                columns,
                wide ? "leave out columns that do not matter, by data.exclude" : "take fewer rows"))
        .remedy(Remedy.MORE_MEMORY);
  }
}
