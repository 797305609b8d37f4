package dev.synth.augment;

/** The labels of synthetic rows when a classifier learns from them. */
public sealed interface Labels {
  /** All are rare. */
  Labels HARD = new Hard();

  /** A teacher says how rare each is. */
  Labels SOFT = new Soft();

  /** Every synthetic row is rare: what the generator learned. */
  record Hard() implements Labels {}

  /**
   * Every synthetic row is as rare as a teacher says: several unlike classifiers, fitted on the
   * same training rows ({@code docs/soft-labels.md}).
   */
  record Soft() implements Labels {}
}
