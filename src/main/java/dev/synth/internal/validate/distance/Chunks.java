package dev.synth.internal.validate.distance;

import dev.synth.base.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Splits work over many rows; few rows stay on the calling thread. */
final class Chunks {
  /** Rows times rows below which threads cost more than they save: about 0.2 s of work. */
  private static final long SMALL = 50_000_000L;

  /** Enough to keep a few cores busy, and few enough for each to have arrays of its own. */
  private static final int CHUNKS = 16;

  private Chunks() {}

  /** A range of rows. */
  interface ChunkWork<R> {
    R on(int from, int to);
  }

  /**
   * Returns the results of consecutive ranges, in their order; on all cores where there is much to
   * do. A result must not depend on where the ranges are cut when they are put together.
   */
  static <R> List<R> map(int rows, int others, Cancellation cancellation, ChunkWork<R> work) {
    if ((long) rows * others < SMALL) {
      return List.of(work.on(0, rows));
    }
    IntFunction<R> chunk =
        i -> {
          cancellation.check();
          return work.on((int) ((long) rows * i / CHUNKS), (int) ((long) rows * (i + 1) / CHUNKS));
        };
    return new ArrayList<>(IntStream.range(0, CHUNKS).parallel().mapToObj(chunk).toList());
  }
}
