package dev.synth.internal.rule;

import java.util.Optional;
import java.util.stream.Stream;

/** The comparison of two values. */
enum ComparisonOperator {
  LESS("<"),
  AT_MOST("<="),
  MORE(">"),
  AT_LEAST(">="),
  EQUAL("=="),
  DIFFERENT("!=");

  private final String sign;

  ComparisonOperator(String sign) {
    this.sign = sign;
  }

  static Optional<ComparisonOperator> of(String sign) {
    return Stream.of(values()).filter(relation -> relation.sign.equals(sign)).findFirst();
  }

  /** Returns whether values can be compared so that have no order. */
  boolean isOfEquality() {
    return this == EQUAL || this == DIFFERENT;
  }

  /**
   * Returns whether the relation holds.
   *
   * @param difference the left value less the right one, 0 where they count as equal
   */
  boolean holds(double difference) {
    return switch (this) {
      case LESS -> difference < 0;
      case AT_MOST -> difference <= 0;
      case MORE -> difference > 0;
      case AT_LEAST -> difference >= 0;
      case EQUAL -> difference == 0;
      case DIFFERENT -> difference != 0;
    };
  }
}
