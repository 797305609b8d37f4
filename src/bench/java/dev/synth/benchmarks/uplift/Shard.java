package dev.synth.benchmarks.uplift;

import dev.synth.base.InvalidValue;

/**
 * The part of the work that one process does.
 *
 * @param number which part, from 1
 * @param count how many parts there are
 */
record Shard(int number, int count) {
  static final Shard WHOLE = new Shard(1, 1);

  Shard {
    InvalidValue.unless(number >= 1 && number <= count, "shard", "must be as 1/4", number);
  }

  /** Reads a text such as {@code 1/4}. */
  static Shard of(String text) {
    String[] parts = text.split("/", -1);
    return new Shard(Integer.parseInt(parts[0]), Integer.parseInt(parts[parts.length - 1]));
  }

  /** Returns whether a piece of work, counted from 0, is in this part. */
  boolean has(int piece) {
    return piece % count == number - 1;
  }
}
