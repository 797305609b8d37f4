package dev.synth.internal.generate.training;

/** Where a training gets its batches from. */
public interface BatchSource {
  /** Returns how many rows a batch has. */
  int size();

  /** Returns the positions of the next batch's rows, in an array that the next call reuses. */
  int[] next();
}
