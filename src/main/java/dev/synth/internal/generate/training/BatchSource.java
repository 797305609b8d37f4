package dev.synth.internal.generate.training;

/** The source of a training's batches. */
public interface BatchSource {
  /** Returns how many rows a batch has. */
  int size();

  /** Returns the positions of the next batch's rows, in an array that the next call reuses. */
  int[] next();
}
