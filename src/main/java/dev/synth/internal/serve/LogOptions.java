package dev.synth.internal.serve;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The options for writing down what was decided.
 *
 * @param folder the folder of the files
 * @param mostRows a file is finished when it has so many rows, or a few more
 * @param mostAge a file is finished when its first row is so old
 * @param clock the time of the rows
 */
public record LogOptions(Path folder, int mostRows, Duration mostAge, InstantSource clock) {
  /** The number of rows of a file, unless told otherwise. */
  public static final int MOST_ROWS = 100_000;

  /** The age of a file in seconds, unless told otherwise. */
  public static final int MOST_SECONDS = 300;
}
