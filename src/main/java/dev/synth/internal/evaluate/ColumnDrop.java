package dev.synth.internal.evaluate;

/**
 * The loss of a classifier without a column.
 *
 * @param column the column's name in the data
 * @param drop average precision less the mean of what is left of it when the column's cells are
 *     permuted; below 0 where permuting helps by chance
 * @param standardError of {@code drop}, from the shuffles alone: these fits, these validation rows
 */
public record ColumnDrop(String column, double drop, double standardError) {}
