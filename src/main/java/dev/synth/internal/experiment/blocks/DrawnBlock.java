package dev.synth.internal.experiment.blocks;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A block that was drawn and written.
 *
 * @param block its number
 * @param file the name of its file
 * @param most how many rows were allowed
 * @param rows how many rows its file has
 * @param drawn how many draws it took
 * @param rejected how many draws broke a rule, by rule
 * @param bytes the size of its file
 * @param sha256 the hash of its file
 */
public record DrawnBlock(
    int block,
    String file,
    long most,
    long rows,
    long drawn,
    Map<String, Long> rejected,
    long bytes,
    String sha256)
    implements Serializable {
  public DrawnBlock {
    rejected = Collections.unmodifiableMap(new LinkedHashMap<>(rejected));
  }

  /** Returns whether the block may have had more rows. */
  boolean isCut() {
    return rows == most;
  }
}
