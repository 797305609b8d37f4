package dev.synth.internal.experiment.scoring;

import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.stage.TypedColumns;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a request that all blocks of a folder share. A block is a pure function of the
 * bundle, this order and its rows.
 *
 * @param extension the ending of the files: csv, csv.gz or parquet
 * @param source the files of rows, as messages call them
 * @param lenient whether what breaks the model's contract is counted and scored all the same
 * @param reasons how many columns are named that moved a row's score
 * @param typed the columns of Parquet files together
 * @param carried the columns that are handed on, those of the first file
 */
public record ScoringOrder(
    String extension,
    String source,
    boolean lenient,
    int reasons,
    TypedColumns typed,
    List<String> carried)
    implements Serializable {
  /** The number of rows of a block by default. */
  public static final int ROWS_PER_FILE = 1_000_000;

  public ScoringOrder {
    carried = new ArrayList<>(carried); // which can be sent to other machines
  }

  /** Refuses a number of rows a file that is none. */
  static void checkRowsPerFile(int rows) {
    if (rows < 1) {
      throw Problem.invalid("rowsPerFile", "must be at least 1, but is %d", rows);
    }
  }

  /** Returns the name of a block's file. */
  String file(int block) {
    return PlainText.of("block-%06d.%s", block, extension);
  }
}
