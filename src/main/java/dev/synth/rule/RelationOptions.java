package dev.synth.rule;

import java.util.List;

/**
 * The choice among the relations that hold in all training rows: those that synthetic rows are made
 * to keep.
 */
public sealed interface RelationOptions {
  /** Returns the default: all of them. */
  static RelationOptions defaults() {
    return new On();
  }

  /** All relations that are found. */
  record On() implements RelationOptions {}

  /** None; nothing is looked for. */
  record Off() implements RelationOptions {}

  /**
   * All but some.
   *
   * @param rules the relations that are not kept, each as the notes of a run print it. Blanks,
   *     backticks, {@code =} for {@code ==} and the order of the sides don't matter
   */
  record Ignore(List<String> rules) implements RelationOptions {
    public Ignore {
      rules = List.copyOf(rules);
    }
  }
}
