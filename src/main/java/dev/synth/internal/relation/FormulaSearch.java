package dev.synth.internal.relation;

import dev.synth.internal.relation.number.ShortNumbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds columns of numbers that are sums, differences, products and quotients of two or three
 * others.
 *
 * <p>Candidates are looked up in a few rows with many different values, and only those that hold
 * there are held against all rows.
 */
final class FormulaSearch {
  /** The most columns among which sums and products are looked for. */
  static final int MOST_COLUMNS = 60;

  /** The number of first screening rows in which sums of four and five are looked up. */
  private static final int MOST_LONG_ROWS = 3;

  private final Search search;
  private final List<ColumnFacts> columns;
  private final Screening screening;

  FormulaSearch(Search search) {
    this.search = search;
    List<ColumnFacts> numbers = search.open(ColumnFacts::isNumber);
    say(RelationFacts.Topic.SUMS_AND_PRODUCTS, MOST_COLUMNS, numbers.size());
    say(RelationFacts.Topic.SUMS_OF_FOUR, LongSums.MOST_OF_FOUR, numbers.size());
    say(RelationFacts.Topic.SUMS_OF_FIVE, LongSums.MOST_OF_FIVE, numbers.size());
    columns = numbers.subList(0, Math.min(MOST_COLUMNS, numbers.size()));
    screening = new Screening(columns, search.grid.rowCount());
  }

  private void say(RelationFacts.Topic topic, int most, int columns) {
    if (columns > most) {
      search.unsearched(topic, most, columns);
    }
  }

  void find() {
    boolean isWorthIt = columns.size() > 2 && screening.isEnough();
    if (isWorthIt) {
      pairs(Operation.SUM);
      triples(Operation.SUM_OF_THREE);
      triples(Operation.SUM_LESS);
      new LongSums(4, search, columns, screening.rows()).find(rowsForLongSums());
      new LongSums(5, search, columns, screening.rows()).find(rowsForLongSums());
      constantSums();
    }
    LinearColumns.find(search);
    if (isWorthIt) {
      pairs(Operation.PRODUCT);
      pairs(Operation.PERCENT);
      pairs(Operation.QUOTIENT);
      for (Operation operation :
          List.of(
              Operation.PRODUCT_MORE,
              Operation.PRODUCT_LESS,
              Operation.LESS_PRODUCT,
              Operation.PERCENT_MORE,
              Operation.LESS_PERCENT,
              Operation.PRODUCT_OF_THREE)) {
        triples(operation);
      }
    }
  }

  /** The rows of most different values, and those that have what these lack. */
  private List<double[]> rowsForLongSums() {
    return Stream.concat(
            Arrays.stream(screening.rows()).limit(MOST_LONG_ROWS),
            screening.lookups().stream().map(Screening.Lookup::row))
        .distinct()
        .toList();
  }

  private void pairs(Operation operation) {
    for (Screening.Lookup lookup : screening.lookups()) {
      for (int i = 0; i < columns.size(); i++) {
        for (int j = operation.isSymmetric() ? i + 1 : 0; j < columns.size(); j++) {
          if (i != j) {
            look(operation, lookup, i, j, j);
          }
        }
      }
    }
  }

  private void triples(Operation operation) {
    for (Screening.Lookup lookup : screening.lookups()) {
      for (int i = 0; i < columns.size(); i++) {
        for (int j = i + 1; j < columns.size(); j++) {
          for (int k = operation.isFullySymmetric() ? j + 1 : 0; k < columns.size(); k++) {
            boolean isRepeated = k == i || k == j;
            if (!isRepeated || operation.mayRepeat()) {
              look(operation, lookup, i, j, k);
            }
          }
        }
      }
    }
  }

  private boolean isFree(int column) {
    return !search.targets.get(columns.get(column).index);
  }

  private void look(Operation operation, Screening.Lookup lookup, int i, int j, int k) {
    double[] row = lookup.row();
    double expected = operation.at(row[i], row[j], row[k]);
    if (!Double.isFinite(expected)) {
      return;
    }
    for (Screening.Shelf shelf : lookup.shelves()) {
      double allowed = shelf.half() + ColumnFacts.ROUNDING * (1 + Math.abs(expected));
      double[] sorted = shelf.sorted();
      int place = Arrays.binarySearch(sorted, expected - allowed);
      place = place < 0 ? -place - 1 : place;
      for (; place < sorted.length && sorted[place] <= expected + allowed; place++) {
        int target = shelf.order()[place];
        if (target != i
            && target != j
            && target != k
            && (operation.isSum() || isFree(target))
            && holdsInScreen(operation, i, j, k, target)
            && accept(operation, i, j, k, target)) {
          return;
        }
      }
    }
  }

  private boolean holdsInScreen(Operation operation, int i, int j, int k, int target) {
    double half = screening.half(target);
    for (double[] row : screening.rows()) {
      double expected = operation.at(row[i], row[j], row[k]);
      double off = Math.abs(row[target] - expected);
      if (Double.isInfinite(off) || off > half + ColumnFacts.ROUNDING * (1 + Math.abs(expected))) {
        return false; // NaN, where a cell is missing, is no fault
      }
    }
    return true;
  }

  private boolean accept(Operation operation, int i, int j, int k, int target) {
    ColumnFacts a = columns.get(i);
    ColumnFacts b = columns.get(j);
    ColumnFacts c = columns.get(k);
    ColumnFacts result = columns.get(target);
    String text =
        operation.text(
            search.text.name(a.index), search.text.name(b.index), search.text.name(c.index));
    List<Relation.Term> terms = operation.terms(a.index, b.index, c.index);
    if (operation.isSum()) {
      String rule = text + " == " + search.text.name(result.index);
      ExactSum sum = new ExactSum(terms, result.index);
      return sum.accept(rule, search, 0)
          || new FormulaCheck(search).accept(result, terms, 0, text, true);
    }
    return (operation == Operation.PRODUCT && isQuotient(a, b, result))
        || new FormulaCheck(search).accept(result, terms, 0, text, true);
  }

  /** Returns whether a product is rather read as the quotient that its finest factor is. */
  private boolean isQuotient(ColumnFacts a, ColumnFacts b, ColumnFacts product) {
    boolean isFirst = ExactSum.fineness(a) > ExactSum.fineness(b);
    ColumnFacts finest = isFirst ? a : b;
    ColumnFacts other = isFirst ? b : a;
    String text =
        Operation.QUOTIENT.text(search.text.name(product.index), search.text.name(other.index), "");
    return ExactSum.fineness(finest) > ExactSum.fineness(product)
        && new FormulaCheck(search)
            .accept(
                finest,
                Operation.QUOTIENT.terms(product.index, other.index, other.index),
                0,
                text,
                true);
  }

  /** Two or three columns that sum up to one number in all rows. */
  private void constantSums() {
    double[] first = screening.rows()[0];
    for (int i = 0; i < columns.size(); i++) {
      for (int j = i + 1; j < columns.size(); j++) {
        constantSum(new int[] {i, j}, first[i] + first[j]);
        for (int k = j + 1; k < columns.size(); k++) {
          constantSum(new int[] {i, j, k}, first[i] + first[j] + first[k]);
        }
      }
    }
  }

  private void constantSum(int[] parts, double sum) {
    if (Arrays.stream(parts).noneMatch(this::isFree)) {
      return;
    }
    for (double[] row : screening.rows()) {
      double here = 0;
      for (int part : parts) {
        here += row[part];
      }
      if (!(Math.abs(here - sum) <= ColumnFacts.ROUNDING * (1 + Math.abs(sum)))) {
        return;
      }
    }
    List<Relation.Term> terms = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < parts.length - 1; i++) {
      int index = columns.get(parts[i]).index;
      terms.add(new Relation.Term(-1, List.of(index), List.of()));
      names.add(search.text.name(index));
    }
    int last = columns.get(parts[parts.length - 1]).index;
    names.add(search.text.name(last));
    double constant = ShortNumbers.in(sum - 1e-9, sum + 1e-9, 1).stream().findFirst().orElse(sum);
    String rule = String.join(" + ", names) + " == " + RuleText.number(constant);
    new ExactSum(terms, last).accept(rule, search, constant);
  }
}
