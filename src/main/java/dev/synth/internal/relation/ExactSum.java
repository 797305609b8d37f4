package dev.synth.internal.relation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An exact sum, in which any column may be the one that is computed. */
record ExactSum(List<Relation.Term> terms, int result) {
  boolean accept(String rule, Search search, double constant) {
    List<Integer> all = new ArrayList<>(List.of(result));
    terms.forEach(term -> all.add(term.factors().getFirst()));
    List<Integer> finestFirst =
        all.stream()
            .sorted(
                Comparator.comparingInt((Integer i) -> fineness(search.facts.get(i)))
                    .thenComparingDouble(i -> size(search.facts.get(i)))
                    .thenComparingInt(i -> i)
                    .reversed())
            .toList();
    return finestFirst.stream()
        .anyMatch(
            target ->
                new FormulaCheck(search)
                    .acceptAs(
                        rule, search.facts.get(target), solved(target), sign(target) * constant));
  }

  private static double size(ColumnFacts column) {
    return Math.max(Math.abs(column.min()), Math.abs(column.max()));
  }

  /** The sign by which a constant on the terms' side comes into the solved form. */
  private double sign(int target) {
    return target == result ? 1 : -coefficient(target);
  }

  private double coefficient(int column) {
    return terms.stream()
        .filter(term -> term.factors().getFirst() == column)
        .mapToDouble(Relation.Term::coefficient)
        .findFirst()
        .orElse(0);
  }

  /** result = constant + Σ terms, solved for one of the columns. */
  private List<Relation.Term> solved(int target) {
    if (target == result) {
      return terms;
    }
    double own = coefficient(target);
    List<Relation.Term> solved = new ArrayList<>();
    solved.add(new Relation.Term(1 / own, List.of(result), List.of()));
    for (Relation.Term term : terms) {
      if (term.factors().getFirst() != target) {
        solved.add(new Relation.Term(-term.coefficient() / own, term.factors(), List.of()));
      }
    }
    return solved;
  }

  /** Returns how many digits a column has after the point, the most where it is not rounded. */
  static int fineness(ColumnFacts column) {
    int digits = column.decimals.digits();
    return digits < 0 ? Integer.MAX_VALUE : digits;
  }
}
