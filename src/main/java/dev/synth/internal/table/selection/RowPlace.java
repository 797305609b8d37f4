package dev.synth.internal.table.selection;

/** The property of a row of files that decides which part of a split it is in. */
public sealed interface RowPlace {
  /** The row's time. */
  record OfTime() implements RowPlace {}

  /**
   * A hash of the row's group, or else of its cells, as a number in [0, 1): neither other rows nor
   * their order have a part in it.
   *
   * @param seed of the hash
   * @param hashed how many columns, from the first, the files have; features stand behind them
   */
  record OfHash(long seed, int hashed) implements RowPlace {}

  /**
   * A column that says the part, see {@link PartColumn}.
   *
   * @param name its name
   */
  record OfColumn(String name) implements RowPlace {}
}
