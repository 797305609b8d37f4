package dev.synth.table.reading;

/**
 * A reason to take a column for an identifier.
 *
 * @param kind which sign it is
 * @param distinct how many different values it has
 * @param present how many rows have one
 */
public record IdentifierSign(Kind kind, int distinct, int present) {
  /** A sign of an identifier. */
  public enum Kind {
    /** An identifier's name, and whole numbers that all differ. */
    NAMED_NUMBERS,
    /** Whole numbers that all differ, with hardly a gap. */
    DENSE_NUMBERS,
    /** Texts that hardly repeat. */
    TEXTS
  }
}
