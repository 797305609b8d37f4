package dev.synth.internal.validate.diversity;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Shares of rows. */
final class Share {
  private Share() {}

  /** Returns the share of the rows 0 … n − 1 that satisfy a condition; n is at least 1. */
  static double of(int rows, IntPredicate condition) {
    return IntStream.range(0, rows).filter(condition).count() / (double) rows;
  }
}
