package dev.synth.internal.rule;

/** An error in a rule, and its place; turned into the user's problem by {@link Rule}. */
final class RuleError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int position;
  private final String complaint;

  RuleError(int position, String complaint) {
    super(complaint);
    this.position = position;
    this.complaint = complaint;
  }

  /** Returns where, from 1. */
  int position() {
    return position;
  }

  String complaint() {
    return complaint;
  }
}
