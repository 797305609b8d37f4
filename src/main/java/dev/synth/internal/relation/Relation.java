package dev.synth.internal.relation;

import dev.synth.internal.relation.number.NearestNumber;
import dev.synth.internal.relation.number.NumberTable;
import dev.synth.internal.rule.TimePart;
import dev.synth.internal.rule.TimeUnit;
import dev.synth.table.Decimals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A relation that holds in all training rows; columns are known by position. */
sealed interface Relation {
  /** Returns the relation as a row rule says it. */
  String rule();

  /** A column that can be computed from others, in rows where those are there. */
  sealed interface Derived extends Relation {
    /** Returns the column that is computed. */
    int target();

    /** Returns the columns that it is computed from. */
    List<Integer> sources();

    /** Returns the cell; NaN where it is missing or cannot be computed. */
    double compute(NumberTable grid, int row);
  }

  /** Two equal columns. */
  record Equal(String rule, int source, int target) implements Derived {
    @Override
    public List<Integer> sources() {
      return List.of(source);
    }

    @Override
    public double compute(NumberTable grid, int row) {
      return grid.get(source, row);
    }
  }

  /**
   * A sum of terms.
   *
   * @param digits what the sum is rounded to, or {@link Decimals#ANY}
   * @param constant what is added to the terms
   */
  record Formula(String rule, int target, int digits, List<Term> terms, double constant)
      implements Derived {
    public Formula {
      terms = List.copyOf(terms);
    }

    @Override
    public List<Integer> sources() {
      List<Integer> sources = new ArrayList<>();
      for (Term term : terms) {
        sources.addAll(term.factors());
        sources.addAll(term.divisors());
      }
      return sources.stream().distinct().toList();
    }

    @Override
    public double compute(NumberTable grid, int row) {
      double sum = constant;
      for (Term term : terms) {
        sum += term.at(grid, row);
      }
      return Double.isFinite(sum) ? new Decimals(digits).round(sum) : Double.NaN;
    }
  }

  /** A coefficient times some columns, divided by others. */
  record Term(double coefficient, List<Integer> factors, List<Integer> divisors) {
    public Term {
      factors = List.copyOf(factors);
      divisors = List.copyOf(divisors);
    }

    double at(NumberTable grid, int row) {
      double product = coefficient;
      for (int factor : factors) {
        product *= grid.get(factor, row);
      }
      for (int divisor : divisors) {
        double by = grid.get(divisor, row);
        product = by == 0 ? Double.POSITIVE_INFINITY : product / by; // no value, also of 0 / 0
      }
      return product;
    }
  }

  /**
   * A column whose cell follows from another's.
   *
   * @param part what of the other column's time it follows from; null for its value
   * @param keys the other column's values, rising
   * @param values what follows from each, NaN where the cell is missing then
   * @param ofMissing what follows where the other cell is missing, NaN where it is missing then
   */
  record Determined(
      String rule,
      int source,
      @Nullable TimePart part,
      int target,
      List<Double> keys,
      List<Double> values,
      double ofMissing)
      implements Derived {
    public Determined {
      keys = List.copyOf(keys);
      values = List.copyOf(values);
      if (keys.size() != values.size()) {
        throw new IllegalArgumentException(keys.size() + " keys, " + values.size() + " values");
      }
    }

    @Override
    public List<Integer> sources() {
      return List.of(source);
    }

    @Override
    public double compute(NumberTable grid, int row) {
      double cell = grid.get(source, row);
      double key = part == null ? cell : part.of(cell);
      if (Double.isNaN(key)) {
        return ofMissing;
      }
      return values.get(NearestNumber.place(keys, key));
    }
  }

  /**
   * A part of a column of times.
   *
   * @param shift what is added to it
   */
  record PartOf(String rule, int source, int target, TimePart part, int shift) implements Derived {
    @Override
    public List<Integer> sources() {
      return List.of(source);
    }

    @Override
    public double compute(NumberTable grid, int row) {
      return part.of(grid.get(source, row)) + shift;
    }
  }

  /**
   * The time from one column to another.
   *
   * @param number the column that tells it
   * @param unit its unit
   * @param isFloored whether it tells whole units that are over, and not the nearest number
   * @param shift what is added: 1 where both days count, else 0
   * @param digits what it is rounded to, or {@link Decimals#ANY}
   * @param givesEnd whether the later time is computed, and not the number
   */
  record TimeSpan(
      String rule,
      int from,
      int to,
      int number,
      TimeUnit unit,
      boolean isFloored,
      int shift,
      int digits,
      boolean givesEnd)
      implements Derived {
    @Override
    public int target() {
      return givesEnd ? to : number;
    }

    @Override
    public List<Integer> sources() {
      return List.of(from, givesEnd ? number : to);
    }

    @Override
    public double compute(NumberTable grid, int row) {
      double start = grid.get(from, row);
      if (givesEnd) {
        return unit.after(start, grid.get(number, row) - shift);
      }
      double span = unit.between(start, grid.get(to, row));
      return (isFloored ? Math.floor(span + ROUNDING) : new Decimals(digits).round(span)) + shift;
    }
  }

  /** The tolerance of arithmetic. */
  double ROUNDING = 1e-9;

  /** Two columns of numbers or times of which one is never above the other. */
  record Ordered(
      String rule, int low, int high, boolean strict, NumberRange ofLow, NumberRange ofHigh)
      implements Relation {}

  /**
   * The unit and the range of a column of numbers or times.
   *
   * @param unit what values are multiples of; 0 where they are not rounded
   */
  record NumberRange(double unit, double min, double max) {
    double floor(double value) {
      return unit == 0 ? value : tidy(Math.floor(value / unit + 1e-9));
    }

    double ceiling(double value) {
      return unit == 0 ? value : tidy(Math.ceil(value / unit - 1e-9));
    }

    /** Returns the next value above. */
    double above(double value) {
      return unit == 0 ? Math.nextUp(value) : tidy(Math.rint(value / unit) + 1);
    }

    /** Returns the next value below. */
    double below(double value) {
      return unit == 0 ? Math.nextDown(value) : tidy(Math.rint(value / unit) - 1);
    }

    /** Returns a number of units as a value; a decimal unit gives the number that is written so. */
    private double tidy(double units) {
      double inverse = Math.rint(1 / unit);
      return (unit < 1 ? units / inverse : units * unit) + 0.0;
    }
  }

  /**
   * A cell that is always the same where another column has one of some values.
   *
   * @param among the other column's values, rising
   * @param value the cell, NaN where it is missing
   */
  record Fixed(String rule, int source, List<Double> among, int target, double value)
      implements Relation {
    public Fixed {
      among = List.copyOf(among);
    }
  }

  /** Columns that are missing in the same rows; the first decides. */
  record Together(String rule, List<Integer> columns) implements Relation {
    public Together {
      columns = List.copyOf(columns);
    }
  }

  /** A column that is missing wherever another one is. */
  record MissingWith(String rule, int source, int target) implements Relation {}

  /**
   * Offsets from UTC that depend on the month of their times.
   *
   * @param times the column of times
   * @param offsets the column of their offsets
   * @param counts for each month, January first, how many rows have each of the offsets
   */
  record Seasonal(String rule, int times, int offsets, List<List<Double>> counts)
      implements Relation {
    public Seasonal {
      counts = counts.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A column of numbers at equal distances.
   *
   * @param step the distance, in units of the last digit, at least 2
   * @param first the least number from 0 on, in such units
   * @param digits how many digits stand after the point
   */
  record Stepped(String rule, int column, long step, long first, int digits) implements Relation {
    /** Returns the number nearest to a value. */
    double nearest(double value) {
      double perUnit = Math.pow(10, digits);
      double steps = Math.rint((value * perUnit - first) / step);
      return (first + steps * step) / perUnit + 0.0;
    }

    /** Returns what all numbers are multiples of, if it is at least 1 or divides it; else 0. */
    double unit() {
      double perUnit = Math.pow(10, digits);
      boolean isKnown = first == 0 && (step >= perUnit || perUnit % step == 0);
      return isKnown ? step / perUnit : 0;
    }
  }

  /**
   * A column of codes, which has the training rows' values alone.
   *
   * @param values the values, rising
   */
  record Codes(String rule, int column, List<Double> values) implements Relation {
    public Codes {
      values = List.copyOf(values);
    }
  }
}
