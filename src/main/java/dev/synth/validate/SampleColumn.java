package dev.synth.validate;

import java.util.List;

/**
 * A column as metrics see it; everything about it but the levels is learned on rare training rows.
 *
 * @param name the column's name
 * @param kind how values compare
 * @param levels of a column of levels: those of the rare training rows, the most frequent first,
 *     then levels seen elsewhere only; empty for numbers
 * @param spread of a column of numbers: the distance of its 5 % and 95 % quantiles, its range where
 *     they agree, 0 where it is constant; 0 for levels
 * @param step of a column of numbers: what its values are multiples of, above 0; 1 for levels
 * @param continuous whether so many values differ that equal ones are a coincidence
 * @param mayBeMissing whether any row, real or synthetic, is missing here
 */
public record SampleColumn(
    String name,
    Kind kind,
    List<String> levels,
    double spread,
    double step,
    boolean continuous,
    boolean mayBeMissing) {
  /** How values compare. */
  public enum Kind {
    /** Numbers. */
    NUMBER,
    /** Points in time, in microseconds since 1970. */
    TIME,
    /** Levels, without an order. */
    LEVEL
  }

  public SampleColumn {
    levels = List.copyOf(levels);
  }

  /** Returns whether values are numbers or points in time. */
  public boolean isNumber() {
    return kind != Kind.LEVEL;
  }
}
