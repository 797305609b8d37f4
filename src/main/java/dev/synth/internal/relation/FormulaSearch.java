package dev.synth.internal.relation;

import dev.synth.internal.base.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds columns of numbers that are sums, differences, products and quotients of two or three
 * others.
 *
 * <p>Candidates are looked up in a few rows with many different values, and only those that hold
 * there are held against all rows.
 */
final class FormulaSearch {
  /** Sums and products are looked for among so many columns at most. */
  static final int MOST_COLUMNS = 60;

  /** So many rows decide which candidates are looked at. */
  private static final int SCREENING_ROWS = 8;

  /** Screening rows are chosen from the first so many. */
  private static final int CHOSEN_FROM = 500;

  /** Sums of four are looked up in so many of the first screening rows. */
  private static final int MOST_LONG_ROWS = 3;

  private final Search search;
  private final List<ColumnFacts> columns;
  private final double[][] screen;
  private final double[] halves;

  FormulaSearch(Search search) {
    this.search = search;
    List<ColumnFacts> numbers = search.open(ColumnFacts::isNumber);
    if (numbers.size() > MOST_COLUMNS) {
      search.unsearched(
          PlainText.of(
              "sums and products: among the first %d of %d number columns",
              MOST_COLUMNS, numbers.size()));
    }
    if (numbers.size() > LongSums.MOST_COLUMNS) {
      search.unsearched(
          PlainText.of(
              "sums of four: among the first %d of %d number columns",
              LongSums.MOST_COLUMNS, numbers.size()));
    }
    columns = numbers.subList(0, Math.min(MOST_COLUMNS, numbers.size()));
    screen = screeningRows();
    halves = columns.stream().mapToDouble(ColumnFacts::half).toArray();
  }

  void find() {
    boolean isWorthIt = columns.size() > 2 && screen.length >= SCREENING_ROWS;
    if (isWorthIt) {
      pairs(Operation.SUM);
      triples(Operation.SUM_OF_THREE);
      triples(Operation.SUM_LESS);
      new LongSums(search, columns, screen).find(rowsForLongSums());
      constantSums();
    }
    Lines.find(search);
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
            Arrays.stream(screen).limit(MOST_LONG_ROWS), lookups().stream().map(Lookup::row))
        .distinct()
        .toList();
  }

  /** How columns are put together. */
  private enum Operation {
    SUM,
    SUM_OF_THREE,
    SUM_LESS,
    PRODUCT,
    PERCENT,
    QUOTIENT,
    PRODUCT_MORE,
    PRODUCT_LESS,
    LESS_PRODUCT,
    PERCENT_MORE,
    LESS_PERCENT,
    PRODUCT_OF_THREE;

    double at(double a, double b, double c) {
      return switch (this) {
        case SUM -> a + b;
        case SUM_OF_THREE -> a + b + c;
        case SUM_LESS -> a + b - c;
        case PRODUCT -> a * b;
        case PERCENT -> a * b / 100;
        case QUOTIENT -> b == 0 ? Double.POSITIVE_INFINITY : a / b; // no value, also of 0 / 0
        case PRODUCT_MORE -> a * b + c;
        case PRODUCT_LESS -> a * b - c;
        case LESS_PRODUCT -> c - a * b;
        case PERCENT_MORE -> c + a * b / 100;
        case LESS_PERCENT -> c - a * b / 100;
        case PRODUCT_OF_THREE -> a * b * c;
      };
    }

    boolean isSum() {
      return this == SUM || this == SUM_OF_THREE || this == SUM_LESS;
    }

    /** Whether the first two may be exchanged. */
    boolean isSymmetric() {
      return this != QUOTIENT;
    }

    /** Whether all three may be exchanged. */
    boolean isFullySymmetric() {
      return this == SUM_OF_THREE || this == PRODUCT_OF_THREE;
    }

    /** Whether the third may be one of the first two, as in price + price * rate. */
    boolean mayRepeat() {
      return switch (this) {
        case PRODUCT_MORE, LESS_PRODUCT, PERCENT_MORE, LESS_PERCENT -> true;
        case SUM,
            SUM_OF_THREE,
            SUM_LESS,
            PRODUCT,
            PERCENT,
            QUOTIENT,
            PRODUCT_LESS,
            PRODUCT_OF_THREE ->
            false;
      };
    }

    String text(String a, String b, String c) {
      return switch (this) {
        case SUM -> PlainText.of("%s + %s", a, b);
        case SUM_OF_THREE -> PlainText.of("%s + %s + %s", a, b, c);
        case SUM_LESS -> PlainText.of("%s + %s - %s", a, b, c);
        case PRODUCT -> PlainText.of("%s * %s", a, b);
        case PERCENT -> PlainText.of("%s * %s / 100", a, b);
        case QUOTIENT -> PlainText.of("%s / %s", a, b);
        case PRODUCT_MORE -> PlainText.of("%s * %s + %s", a, b, c);
        case PRODUCT_LESS -> PlainText.of("%s * %s - %s", a, b, c);
        case LESS_PRODUCT -> PlainText.of("%s - %s * %s", c, a, b);
        case PERCENT_MORE -> PlainText.of("%s + %s * %s / 100", c, a, b);
        case LESS_PERCENT -> PlainText.of("%s - %s * %s / 100", c, a, b);
        case PRODUCT_OF_THREE -> PlainText.of("%s * %s * %s", a, b, c);
      };
    }

    List<Relation.Term> terms(int a, int b, int c) {
      Relation.Term first = new Relation.Term(1, List.of(a), List.of());
      Relation.Term second = new Relation.Term(1, List.of(b), List.of());
      Relation.Term third = new Relation.Term(1, List.of(c), List.of());
      Relation.Term product = new Relation.Term(1, List.of(a, b), List.of());
      Relation.Term percent = new Relation.Term(0.01, List.of(a, b), List.of());
      return switch (this) {
        case SUM -> List.of(first, second);
        case SUM_OF_THREE -> List.of(first, second, third);
        case SUM_LESS -> List.of(first, second, new Relation.Term(-1, List.of(c), List.of()));
        case PRODUCT -> List.of(product);
        case PERCENT -> List.of(percent);
        case QUOTIENT -> List.of(new Relation.Term(1, List.of(a), List.of(b)));
        case PRODUCT_MORE -> List.of(product, third);
        case PRODUCT_LESS -> List.of(product, new Relation.Term(-1, List.of(c), List.of()));
        case LESS_PRODUCT -> List.of(third, new Relation.Term(-1, List.of(a, b), List.of()));
        case PERCENT_MORE -> List.of(third, percent);
        case LESS_PERCENT -> List.of(third, new Relation.Term(-0.01, List.of(a, b), List.of()));
        case PRODUCT_OF_THREE -> List.of(new Relation.Term(1, List.of(a, b, c), List.of()));
      };
    }
  }

  /**
   * The rows, of the first ones, in which most columns have values, and different ones; and for
   * each column two rows in which it differs from what it mostly is, so that columns that are
   * nearly always zero are told apart soon.
   */
  private double[][] screeningRows() {
    int rows = Math.min(CHOSEN_FROM, search.grid.rowCount());
    long[] scores = new long[rows];
    for (int row = 0; row < rows; row++) {
      scores[row] =
          Arrays.stream(values(row))
              .filter(value -> !Double.isNaN(value) && value != 0)
              .distinct()
              .count();
    }
    Set<Integer> chosen =
        IntStream.range(0, rows)
            .boxed()
            .sorted(Comparator.comparingLong((Integer row) -> -scores[row]))
            .limit(SCREENING_ROWS)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    columns.forEach(column -> addUnusual(column, chosen));
    return chosen.stream().map(this::values).toArray(double[][]::new);
  }

  private double[] values(int row) {
    return columns.stream().mapToDouble(column -> column.values[row]).toArray();
  }

  private static void addUnusual(ColumnFacts column, Set<Integer> rows) {
    double usual = column.usual();
    int last = column.values.length - 1;
    for (int row = 0; row <= last; row++) {
      if (Math.abs(column.values[row] - usual) > 0) { // not where it is missing
        rows.add(row);
        break;
      }
    }
    for (int row = last; row >= 0; row--) {
      if (Math.abs(column.values[row] - usual) > 0) {
        rows.add(row);
        break;
      }
    }
  }

  private void pairs(Operation operation) {
    for (Lookup lookup : lookups()) {
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
    for (Lookup lookup : lookups()) {
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

  /** A screening row, with the values of columns of each precision in rising order. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Lookup(double[] row, List<Shelf> shelves) {}

  /** Columns of one precision, by their values in a row. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Shelf(double half, double[] sorted, int[] order) {}

  /** The first screening row, and another one for each column that the ones before lack. */
  private List<Lookup> lookups() {
    List<Lookup> lookups = new ArrayList<>();
    boolean[] covered = new boolean[columns.size()];
    for (double[] row : screen) {
      boolean isNew = lookups.isEmpty();
      for (int i = 0; i < covered.length; i++) {
        isNew |= !covered[i] && !Double.isNaN(row[i]);
      }
      if (isNew) {
        for (int i = 0; i < covered.length; i++) {
          covered[i] |= !Double.isNaN(row[i]);
        }
        lookups.add(new Lookup(row, shelves(row)));
      }
    }
    return lookups;
  }

  private List<Shelf> shelves(double[] row) {
    List<Shelf> shelves = new ArrayList<>();
    Map<Integer, List<Integer>> byDigits = new TreeMap<>();
    for (int i = 0; i < row.length; i++) {
      if (!Double.isNaN(row[i])) {
        byDigits
            .computeIfAbsent(columns.get(i).decimals.digits(), digits -> new ArrayList<>())
            .add(i);
      }
    }
    for (List<Integer> alike : byDigits.values()) {
      alike.sort(Comparator.comparingDouble((Integer i) -> row[i]));
      int[] order = alike.stream().mapToInt(Integer::intValue).toArray();
      shelves.add(
          new Shelf(
              Arrays.stream(order).mapToDouble(i -> halves[i]).max().orElse(0),
              Arrays.stream(order).mapToDouble(i -> row[i]).toArray(),
              order));
    }
    return shelves;
  }

  private void look(Operation operation, Lookup lookup, int i, int j, int k) {
    double[] row = lookup.row();
    double expected = operation.at(row[i], row[j], row[k]);
    if (!Double.isFinite(expected)) {
      return;
    }
    for (Shelf shelf : lookup.shelves()) {
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
    double half = halves[target];
    for (double[] row : screen) {
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
      Sum sum = new Sum(terms, result.index);
      return sum.accept(rule, search, 0)
          || new FormulaCheck(search).accept(result, terms, 0, text, true);
    }
    return (operation == Operation.PRODUCT && isQuotient(a, b, result))
        || new FormulaCheck(search).accept(result, terms, 0, text, true);
  }

  /** Whether a product is rather read as the quotient that its finest factor is. */
  private boolean isQuotient(ColumnFacts a, ColumnFacts b, ColumnFacts product) {
    boolean isFirst = Sum.fineness(a) > Sum.fineness(b);
    ColumnFacts finest = isFirst ? a : b;
    ColumnFacts other = isFirst ? b : a;
    String text =
        Operation.QUOTIENT.text(search.text.name(product.index), search.text.name(other.index), "");
    return Sum.fineness(finest) > Sum.fineness(product)
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
    double[] first = screen[0];
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
    for (double[] row : screen) {
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
    new Sum(terms, last).accept(rule, search, constant);
  }
}
