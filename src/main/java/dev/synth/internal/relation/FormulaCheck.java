package dev.synth.internal.relation;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.relation.number.NumberTable;
import dev.synth.table.Decimals;
import java.util.ArrayList;
import java.util.List;

/** Holds a candidate formula against all rows. */
final class FormulaCheck {
  private final Search search;

  FormulaCheck(Search search) {
    this.search = search;
  }

  /**
   * Adds a formula if it holds in all rows, to the target's digits, and each of its columns
   * matters.
   *
   * @param left the formula as a rule writes it; {@code round(…)} is put around it where it needs
   *     to be
   * @param mayRound whether the target may be the rounded formula
   */
  boolean accept(
      ColumnFacts target,
      List<Relation.Term> terms,
      double constant,
      String left,
      boolean mayRound) {
    Relation.Formula exact = formula("", target, terms, constant);
    if (!search.mayCompute(target.index, exact.sources())) {
      return false;
    }
    boolean isExact = holds(exact, 0);
    if (!isExact && !(mayRound && holds(exact, target.half()))) {
      return false;
    }
    int digits = target.decimals.digits();
    boolean isRounded = !isExact && digits != Decimals.ANY;
    String shown = isRounded ? PlainText.of("round(%s, %d)", left, digits) : left;
    String rule = shown + " == " + search.text.name(target.index);
    return matters(exact, target) && search.add(formula(rule, target, terms, constant));
  }

  /** Adds an exact formula under a rule of its own. */
  boolean acceptAs(String rule, ColumnFacts target, List<Relation.Term> terms, double constant) {
    Relation.Formula formula = formula(rule, target, terms, constant);
    return search.mayCompute(target.index, formula.sources())
        && holds(formula, 0)
        && matters(formula, target)
        && search.add(formula);
  }

  private static Relation.Formula formula(
      String rule, ColumnFacts target, List<Relation.Term> terms, double constant) {
    return new Relation.Formula(rule, target.index, target.decimals.digits(), terms, constant);
  }

  private static double unrounded(Relation.Formula formula, NumberTable grid, int row) {
    double sum = formula.constant();
    for (Relation.Term term : formula.terms()) {
      sum += term.at(grid, row);
    }
    return sum;
  }

  private static boolean isOff(double found, double expected, double allowed) {
    double size = Math.max(1, Math.max(Math.abs(found), Math.abs(expected)));
    double off = Math.abs(found - expected); // NaN, where a cell is missing, is no fault
    return Double.isInfinite(off) || off > allowed + ColumnFacts.ROUNDING * size;
  }

  private boolean holds(Relation.Formula formula, double allowed) {
    for (int row = 0; row < search.grid.rowCount(); row++) {
      double found = search.grid.get(formula.target(), row);
      if (isOff(found, unrounded(formula, search.grid, row), allowed)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns whether there is enough evidence, and shuffling any of the columns would break enough
   * rows.
   */
  private boolean matters(Relation.Formula formula, ColumnFacts target) {
    List<Integer> columns = new ArrayList<>(formula.sources());
    columns.add(target.index);
    Evidence evidence = search.evidence;
    if (!evidence.isEnough(columns.stream().map(search.facts::get).toArray(ColumnFacts[]::new))) {
      return false;
    }
    NumberTable one = search.grid.blank(1);
    for (int shuffled : columns) {
      boolean breaks =
          evidence.wouldBreak(
              row -> {
                for (int column : columns) {
                  int from = column == shuffled ? evidence.shuffled(column, row) : row;
                  one.set(column, 0, search.grid.get(column, from));
                }
                return isOff(one.get(target.index, 0), unrounded(formula, one, 0), target.half());
              });
      if (!breaks) {
        return false;
      }
    }
    return true;
  }
}
