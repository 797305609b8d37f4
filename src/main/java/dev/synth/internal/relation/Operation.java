package dev.synth.internal.relation;

import dev.synth.internal.base.PlainText;
import java.util.List;

/** The formulas of two or three columns that {@link FormulaSearch} looks for. */
enum Operation {
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

  /** Returns the value of three numbers, or of two, then c is left out. */
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

  /** Returns whether columns are only added and subtracted. */
  boolean isSum() {
    return this == SUM || this == SUM_OF_THREE || this == SUM_LESS;
  }

  /** Returns whether the first two may be exchanged. */
  boolean isSymmetric() {
    return this != QUOTIENT;
  }

  /** Returns whether all three may be exchanged. */
  boolean isFullySymmetric() {
    return this == SUM_OF_THREE || this == PRODUCT_OF_THREE;
  }

  /** Returns whether the third may be one of the first two, as in price + price * rate. */
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

  /** Returns the formula of columns by their names. */
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

  /** Returns the terms that the formula adds up, of columns by their positions. */
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
