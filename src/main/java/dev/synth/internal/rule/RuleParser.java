package dev.synth.internal.rule;

import dev.synth.internal.base.PlainText;
import dev.synth.table.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rule by recursive descent: or, and, not, comparison, sum, product, sign, value, each
 * binding tighter than the one before. Throws {@link RuleError}.
 */
final class RuleParser {
  private final TokenReader tokens;
  private final RuleColumns named;
  private final KnownSource known;
  private final FunctionCalls functions;
  private final List<KnownValues> knownValues = new ArrayList<>();

  /** The source of the values that a rule calls known. */
  interface KnownSource {
    /**
     * Returns the known values.
     *
     * @param source the column that they depend on, or {@link Condition.Known#NONE}
     * @param part the part of its times that they depend on, or null
     */
    KnownValues of(int source, @Nullable TimePart part, int target);
  }

  RuleParser(List<Token> tokens, Schema schema, KnownSource known) {
    this.tokens = new TokenReader(tokens);
    named = new RuleColumns(schema);
    this.known = known;
    functions = new FunctionCalls(this.tokens, this::sum, this::value);
  }

  /** Returns what the rule calls known, in order of mention. */
  List<KnownValues> knownValues() {
    return knownValues;
  }

  /** Returns the columns that were named, in order of mention. */
  List<String> columns() {
    return named.names();
  }

  Condition parse() {
    Condition condition = Operands.condition(tokens.peek(), or());
    Token rest = tokens.peek();
    if (ComparisonOperator.of(rest.text()).isPresent() && rest.kind() == Token.Kind.SIGN) {
      throw new RuleError(rest.position(), "comparisons don't chain; join two with 'and'");
    }
    if (rest.kind() != Token.Kind.END) {
      throw new RuleError(rest.position(), PlainText.of("%s is not expected here", rest.shown()));
    }
    return condition;
  }

  private Expression or() {
    Token start = tokens.peek();
    Expression left = and();
    while (tokens.takeKeyword("or")) {
      Condition first = Operands.condition(start, left);
      left = new Condition.Or(first, Operands.condition(tokens.peek(), and()));
    }
    return left;
  }

  private Expression and() {
    Token start = tokens.peek();
    Expression left = not();
    while (tokens.takeKeyword("and")) {
      Condition first = Operands.condition(start, left);
      left = new Condition.And(first, Operands.condition(tokens.peek(), not()));
    }
    return left;
  }

  private Expression not() {
    if (!tokens.takeKeyword("not")) {
      return comparison();
    }
    tokens.enter();
    Expression negated = new Condition.Not(Operands.condition(tokens.peek(), not()));
    tokens.leave();
    return negated;
  }

  private Expression comparison() {
    Expression left = sum();
    Token sign = tokens.peek();
    Optional<ComparisonOperator> relation =
        sign.kind() == Token.Kind.SIGN ? ComparisonOperator.of(sign.text()) : Optional.empty();
    if (relation.isPresent()) {
      tokens.skip(1);
      return Operands.compared(relation.get(), sign, left, sum());
    }
    if (tokens.takeKeyword("in")) {
      return tokens.takeKeyword("steps") ? inSteps(sign, left) : oneOf(sign, left);
    }
    if (tokens.takeKeyword("is")) {
      return is(sign, left);
    }
    if (sign.isSign("->")) {
      tokens.skip(1);
      return left instanceof Quantity.PartOfTime of
          ? known(of.time().column(), of.part(), Operands.column(sign, value()))
          : known(Operands.column(sign, left), null, Operands.column(sign, value()));
    }
    if (sign.isKeyword("not") && tokens.second().isKeyword("in")) {
      tokens.skip(2);
      return new Condition.Not(oneOf(sign, left));
    }
    return left;
  }

  private Condition is(Token sign, Expression left) {
    int column = Operands.column(sign, left);
    boolean isNegated = tokens.takeKeyword("not");
    Condition condition;
    if (tokens.takeKeyword("missing")) {
      condition = new Condition.IsMissing(column);
    } else if (tokens.takeKeyword("known")) {
      condition = known(Condition.Known.NONE, null, column);
    } else {
      throw new RuleError(
          tokens.peek().position(),
          "'missing' or 'known' is expected, but there is " + tokens.peek().shown());
    }
    return isNegated ? new Condition.Not(condition) : condition;
  }

  private Condition known(int source, @Nullable TimePart part, int target) {
    KnownValues values = known.of(source, part, target);
    knownValues.add(values);
    return new Condition.Known(source, part, target, values);
  }

  /** {@code amount in steps of 100}, or {@code price in steps of 1 from 0.99}. */
  private Condition inSteps(Token sign, Expression left) {
    Quantity number = Operands.number(sign, left);
    if (!tokens.takeKeyword("of")) {
      throw new RuleError(
          tokens.peek().position(),
          "'of' is expected behind 'in steps', but there is " + tokens.peek().shown());
    }
    double step = written();
    double first = tokens.takeKeyword("from") ? written() : 0;
    if (!(step > 0)) {
      throw new RuleError(sign.position(), "a step above 0 is expected");
    }
    return new Condition.InSteps(number, step, first);
  }

  private double written() {
    Token token = tokens.take();
    if (token.kind() != Token.Kind.NUMBER) {
      throw new RuleError(token.position(), "a number is expected, but there is " + token.shown());
    }
    return Double.parseDouble(token.text());
  }

  private Condition oneOf(Token sign, Expression left) {
    tokens.require("(");
    Condition any = Operands.compared(ComparisonOperator.EQUAL, sign, left, sum());
    while (tokens.peek().isSign(",")) {
      tokens.skip(1);
      any = new Condition.Or(any, Operands.compared(ComparisonOperator.EQUAL, sign, left, sum()));
    }
    tokens.require(")");
    return any;
  }

  private Expression sum() {
    Token start = tokens.peek();
    Expression left = product();
    while (tokens.peek().isSign("+") || tokens.peek().isSign("-")) {
      left = Operands.arithmetic(start, left, tokens.take(), product());
    }
    return left;
  }

  private Expression product() {
    Token start = tokens.peek();
    Expression left = signed();
    while (tokens.peek().isSign("*") || tokens.peek().isSign("/")) {
      left = Operands.arithmetic(start, left, tokens.take(), signed());
    }
    return left;
  }

  private Expression signed() {
    Token sign = tokens.peek();
    if (!sign.isSign("-")) {
      return value();
    }
    tokens.skip(1);
    tokens.enter();
    Quantity negated = Operands.number(sign, signed());
    tokens.leave();
    return negated instanceof Quantity.NumberValue written
        ? new Quantity.NumberValue(-written.value())
        : new Quantity.Arithmetic('-', new Quantity.NumberValue(0), negated);
  }

  private Expression value() {
    if (tokens.peek().kind() == Token.Kind.WORD && tokens.second().isSign("(")) {
      Optional<Expression> called = functions.called();
      if (called.isPresent()) {
        return called.get();
      }
    }
    if (tokens.peek().isKeyword("missing") && tokens.second().isKeyword("together")) {
      tokens.skip(2);
      return together();
    }
    Token token = tokens.take();
    return switch (token.kind()) {
      case NUMBER -> new Quantity.NumberValue(Double.parseDouble(token.text()));
      case TEXT -> new Expression.TextValue(token.text());
      case WORD, NAME -> named.column(token);
      case SIGN, END -> {
        if (!token.isSign("(")) {
          throw new RuleError(
              token.position(),
              "a column, number or quoted text is expected, but there is " + token.shown());
        }
        tokens.enter();
        Expression inner = or();
        tokens.leave();
        tokens.require(")");
        yield inner;
      }
    };
  }

  private Condition together() {
    Token start = tokens.peek();
    tokens.require("(");
    List<Integer> together = new ArrayList<>(List.of(Operands.column(start, value())));
    while (tokens.peek().isSign(",")) {
      tokens.skip(1);
      together.add(Operands.column(tokens.peek(), value()));
    }
    tokens.require(")");
    if (together.size() < 2) {
      throw new RuleError(start.position(), "two columns at least are expected in parentheses");
    }
    return new Condition.Together(together);
  }
}
