package dev.synth.generate;

/** The rows that a neural generator learns from. */
public enum Scope {
  /** The rare rows alone. */
  RARE,
  /** Both classes, told apart by the label: the others' rows teach what columns have in common. */
  ALL;
}
