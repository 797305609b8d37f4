package dev.synth.internal.rule;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.rule.Expression.Text;
import dev.synth.internal.table.CellText;
import dev.synth.internal.table.cell.InstantText;

/** The kinds of value that a rule may put together; any other is a {@link RuleError}. */
final class Operands {
  private Operands() {}

  /** Returns an expression that is a condition. */
  static Condition condition(Token start, Expression expression) {
    if (expression instanceof Condition condition) {
      return condition;
    }
    throw new RuleError(
        start.position(),
        "a condition is expected, such as a comparison, but there is " + expression.kind());
  }

  /** Returns an expression that is a number. */
  static Quantity number(Token at, Expression expression) {
    if (expression instanceof Quantity quantity && quantity.kind().equals("a number")) {
      return quantity;
    }
    throw new RuleError(
        at.position(), "one can calculate with numbers, but not with " + expression.kind());
  }

  /** Returns the position of the column that an expression names. */
  static int column(Token at, Expression expression) {
    if (expression instanceof Quantity.NumberColumn number) {
      return number.column();
    }
    if (expression instanceof Quantity.TimestampValue time) {
      return time.column();
    }
    if (expression instanceof Expression.LevelColumn level) {
      return level.column();
    }
    throw new RuleError(at.position(), "a column is expected here, and not " + expression.kind());
  }

  /** Returns a sum, difference, product or quotient of two numbers. */
  static Quantity arithmetic(Token start, Expression left, Token sign, Expression right) {
    return new Quantity.Arithmetic(sign.text().charAt(0), number(start, left), number(sign, right));
  }

  /** Returns the comparison of two values of one kind; a text beside a time is read as one. */
  static Condition compared(
      ComparisonOperator relation, Token sign, Expression givenLeft, Expression givenRight) {
    Expression timedLeft = asTimeBeside(givenRight, givenLeft, sign);
    Expression timedRight = asTimeBeside(givenLeft, givenRight, sign);
    Expression left = onClockOf(timedRight, timedLeft);
    Expression right = onClockOf(timedLeft, timedRight);
    if (left instanceof Quantity x && right instanceof Quantity y && x.kind().equals(y.kind())) {
      return new Condition.Compared(relation, x, y);
    }
    if (left instanceof Text x && right instanceof Text y) {
      if (!relation.isOfEquality()) {
        throw new RuleError(sign.position(), "texts have no order; compare by '==' or '!='");
      }
      return new Condition.SameText(relation, x, y);
    }
    String hint =
        left.kind().equals("a text") != right.kind().equals("a text")
            ? "; a categorical column's levels stand in quotes, numbers don't"
            : "";
    throw new RuleError(
        sign.position(),
        PlainText.of("%s can't be compared with %s%s", left.kind(), right.kind(), hint));
  }

  /** A written text is a point in time where it is compared with one. */
  private static Expression asTimeBeside(Expression other, Expression given, Token sign) {
    if (!(given instanceof Expression.TextValue text)) {
      return given;
    }
    if (other.kind().equals("a time of day")) {
      return asTimeOfDay(text, sign);
    }
    if (!other.kind().equals("a time")) {
      return given;
    }
    InstantText instant = InstantText.parse(text.value());
    if (instant == null) {
      throw new RuleError(
          sign.position(),
          PlainText.of(
              "'%s' is no time; write it as '2024-01-31' or '2024-01-31 23:59:00'", text.value()));
    }
    return new Quantity.TimeValue(instant.micros(), instant.hadOffset());
  }

  private static Expression asTimeOfDay(Expression.TextValue text, Token sign) {
    long micros =
        CellText.parseTimeOfDay(text.value())
            .orElseThrow(
                () ->
                    new RuleError(
                        sign.position(),
                        PlainText.of(
                            "'%s' is no time of day; write it as '19:08' or '19:08:30'",
                            text.value())));
    return new Quantity.TimeOfDayValue(micros);
  }

  /** A column is compared on its rows' own clocks with a time that is written without an offset. */
  private static Expression onClockOf(Expression other, Expression given) {
    return given instanceof Quantity.TimestampValue column
            && other instanceof Quantity.TimeValue value
            && !value.inUtc()
        ? new Quantity.TimestampValue(column.column(), false)
        : given;
  }
}
