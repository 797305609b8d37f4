package dev.synth.internal.experiment.blocks;

import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.generate.draw.RowSampler;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The part of a request that all blocks of a folder share. A block's rows are a pure function of
 * the run's model, this order and the block's number.
 *
 * @param extension the ending of the files: csv, csv.gz or parquet
 * @param rows how many accepted rows all blocks have together, at least 1
 * @param seed the seed
 * @param where the values that some columns must have, by column
 * @param rowsPerFile how many rows are drawn for a block before row rules, a multiple of the
 *     batches' size
 */
public record BlockOrder(
    String extension, long rows, long seed, Map<String, String> where, int rowsPerFile)
    implements Serializable {
  /** The number of rows that are drawn for a block by default. */
  public static final int ROWS_PER_FILE = 1_000_000;

  public BlockOrder {
    where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
    if (rowsPerFile < 1 || rowsPerFile % RowSampler.LARGEST_BATCH != 0) {
      throw Problem.invalid(
          "rowsPerFile",
          "must be a multiple of %d, but is %d",
          RowSampler.LARGEST_BATCH,
          rowsPerFile);
    }
  }

  /** Returns how many batches a block has at most. */
  int batches() {
    return rowsPerFile / RowSampler.LARGEST_BATCH;
  }

  /** Returns whether there is a single block, whose batches depend on each other. */
  boolean isSmall() {
    return rows <= RowSampler.LARGEST_BATCH;
  }

  /** Returns the name of a block's file. */
  String file(int block) {
    return PlainText.of("block-%06d.%s", block, extension);
  }
}
