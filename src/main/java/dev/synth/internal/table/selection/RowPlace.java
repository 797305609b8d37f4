package dev.synth.internal.table.selection;

/**
 * A stretch of time and a class of rows.
 *
 * @param stretch its number in the order of time; the last two are validation and test
 * @param rare whether the rare rows are meant, or the others
 */
public record RowPlace(int stretch, boolean rare) implements Comparable<RowPlace> {
  @Override
  public int compareTo(RowPlace other) {
    int order = Integer.compare(stretch, other.stretch);
    return order != 0 ? order : Boolean.compare(rare, other.rare);
  }
}
