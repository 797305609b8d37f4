package dev.synth.internal.rule;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the functions of a rule: {@code round}, {@code floor}, parts of times and spans. */
final class FunctionCalls {
  private final TokenReader tokens;
  private final Supplier<Expression> sum;
  private final Supplier<Expression> value;

  /**
   * A reader of functions.
   *
   * @param sum reads a sum at the tokens' position
   * @param value reads a value there
   */
  FunctionCalls(TokenReader tokens, Supplier<Expression> sum, Supplier<Expression> value) {
    this.tokens = tokens;
    this.sum = sum;
    this.value = value;
  }

  /** Returns the value of the function whose name comes next; empty where the word is none. */
  Optional<Expression> called() {
    String function = tokens.peek().text().toLowerCase(Locale.ROOT);
    Optional<TimePart> part = TimePart.of(function);
    Optional<TimeUnit> unit = TimeUnit.of(function);
    boolean isFloor = function.equals("floor");
    if (!function.equals("round") && !isFloor && part.isEmpty() && unit.isEmpty()) {
      return Optional.empty();
    }
    Token start = tokens.take();
    if (part.isPresent()) {
      tokens.require("(");
      Quantity.TimestampValue time = time();
      tokens.require(")");
      return Optional.of(
          new Quantity.PartOfTime(part.get(), new Quantity.TimestampValue(time.column(), false)));
    }
    if (unit.isPresent()) {
      tokens.require("(");
      Quantity.TimestampValue from = time();
      tokens.require(",");
      Quantity.TimestampValue to = time();
      tokens.require(")");
      return Optional.of(new Quantity.TimeBetween(unit.get(), from, to));
    }
    return Optional.of(isFloor ? floored(start) : rounded(start));
  }

  private Quantity.TimestampValue time() {
    Token at = tokens.peek();
    Expression found = value.get();
    if (found instanceof Quantity.TimestampValue time) {
      return time;
    }
    throw new RuleError(
        at.position(), "a column of times is expected here, and not " + found.kind());
  }

  private Expression floored(Token start) {
    tokens.require("(");
    tokens.enter();
    Quantity inner = Operands.number(start, sum.get());
    tokens.leave();
    tokens.require(")");
    return new Quantity.Floored(inner);
  }

  private Expression rounded(Token start) {
    tokens.require("(");
    tokens.enter();
    Quantity inner = Operands.number(start, sum.get());
    tokens.leave();
    tokens.require(",");
    Token digits = tokens.take();
    if (digits.kind() != Token.Kind.NUMBER || !digits.text().matches("[0-9]")) {
      throw new RuleError(
          digits.position(),
          "the digits after the point, 0 to 9, are expected, but there is " + digits.shown());
    }
    tokens.require(")");
    return new Quantity.Rounded(inner, Integer.parseInt(digits.text()));
  }
}
