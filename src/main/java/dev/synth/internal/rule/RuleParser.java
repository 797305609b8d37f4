package dev.synth.internal.rule;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.Spelling;
import dev.synth.internal.rule.Expression.Condition;
import dev.synth.internal.rule.Expression.Quantity;
import dev.synth.internal.rule.Expression.Text;
import dev.synth.internal.table.CellText;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a rule by recursive descent: or, and, not, comparison, sum, product, sign, value, each
 * binding tighter than the one before. Throws {@link RuleError}.
 */
final class RuleParser {
  /** Deeper nesting is no rule that anyone means, and would exhaust the stack. */
  private static final int DEEPEST = 100;

  private final List<Token> tokens;
  private final Schema schema;
  private final List<String> columns = new ArrayList<>();
  private int next;
  private int depth;

  RuleParser(List<Token> tokens, Schema schema) {
    this.tokens = tokens;
    this.schema = schema;
  }

  /** Returns the columns that were named, in order of mention. */
  List<String> columns() {
    return columns;
  }

  Condition parse() {
    Condition condition = condition(peek(), or());
    Token rest = peek();
    if (Relation.of(rest.text()).isPresent() && rest.kind() == Token.Kind.SIGN) {
      throw new RuleError(rest.position(), "comparisons don't chain; join two with 'and'");
    }
    if (rest.kind() != Token.Kind.END) {
      throw new RuleError(rest.position(), PlainText.of("%s is not expected here", rest.shown()));
    }
    return condition;
  }

  private Expression or() {
    Token start = peek();
    Expression left = and();
    while (takeKeyword("or")) {
      Condition first = condition(start, left);
      left = new Expression.Or(first, condition(peek(), and()));
    }
    return left;
  }

  private Expression and() {
    Token start = peek();
    Expression left = not();
    while (takeKeyword("and")) {
      Condition first = condition(start, left);
      left = new Expression.And(first, condition(peek(), not()));
    }
    return left;
  }

  private Expression not() {
    if (!takeKeyword("not")) {
      return comparison();
    }
    enter();
    Expression negated = new Expression.Not(condition(peek(), not()));
    depth--;
    return negated;
  }

  private Expression comparison() {
    Expression left = sum();
    Token sign = peek();
    Optional<Relation> relation =
        sign.kind() == Token.Kind.SIGN ? Relation.of(sign.text()) : Optional.empty();
    if (relation.isPresent()) {
      next++;
      return compared(relation.get(), sign, left, sum());
    }
    if (takeKeyword("in")) {
      return oneOf(sign, left);
    }
    if (sign.isKeyword("not") && tokens.get(next + 1).isKeyword("in")) {
      next += 2;
      return new Expression.Not(oneOf(sign, left));
    }
    return left;
  }

  private Condition oneOf(Token sign, Expression left) {
    require("(");
    Condition any = compared(Relation.EQUAL, sign, left, sum());
    while (peek().isSign(",")) {
      next++;
      any = new Expression.Or(any, compared(Relation.EQUAL, sign, left, sum()));
    }
    require(")");
    return any;
  }

  private static Condition compared(
      Relation relation, Token sign, Expression givenLeft, Expression givenRight) {
    Expression left = asTimeBeside(givenRight, givenLeft, sign);
    Expression right = asTimeBeside(givenLeft, givenRight, sign);
    if (left instanceof Quantity x && right instanceof Quantity y && x.kind().equals(y.kind())) {
      return new Expression.Compared(relation, x, y);
    }
    if (left instanceof Text x && right instanceof Text y) {
      if (!relation.isOfEquality()) {
        throw new RuleError(sign.position(), "texts have no order; compare by '==' or '!='");
      }
      return new Expression.SameText(relation, x, y);
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
    if (!(given instanceof Expression.TextValue text) || !other.kind().equals("a time")) {
      return given;
    }
    long micros =
        CellText.parseInstant(text.value())
            .orElseThrow(
                () ->
                    new RuleError(
                        sign.position(),
                        PlainText.of(
                            "'%s' is no time; write it as '2024-01-31' or '2024-01-31 23:59:00'",
                            text.value())));
    return new Expression.TimeValue(micros);
  }

  private Expression sum() {
    Token start = peek();
    Expression left = product();
    while (peek().isSign("+") || peek().isSign("-")) {
      left = arithmetic(start, left, take(), product());
    }
    return left;
  }

  private Expression product() {
    Token start = peek();
    Expression left = signed();
    while (peek().isSign("*") || peek().isSign("/")) {
      left = arithmetic(start, left, take(), signed());
    }
    return left;
  }

  private static Quantity arithmetic(Token start, Expression left, Token sign, Expression right) {
    return new Expression.Arithmetic(
        sign.text().charAt(0), number(start, left), number(sign, right));
  }

  private Expression signed() {
    Token sign = peek();
    if (!sign.isSign("-")) {
      return value();
    }
    next++;
    enter();
    Quantity negated = number(sign, signed());
    depth--;
    return negated instanceof Expression.NumberValue written
        ? new Expression.NumberValue(-written.value())
        : new Expression.Arithmetic('-', new Expression.NumberValue(0), negated);
  }

  private Expression value() {
    Token token = take();
    return switch (token.kind()) {
      case NUMBER -> new Expression.NumberValue(Double.parseDouble(token.text()));
      case TEXT -> new Expression.TextValue(token.text());
      case WORD, NAME -> column(token);
      case SIGN, END -> {
        if (!token.isSign("(")) {
          throw new RuleError(
              token.position(),
              "a column, number or quoted text is expected, but there is " + token.shown());
        }
        enter();
        Expression inner = or();
        depth--;
        require(")");
        yield inner;
      }
    };
  }

  private Expression column(Token token) {
    String name = token.text();
    int index =
        schema
            .find(name)
            .orElseThrow(
                () ->
                    new RuleError(
                        token.position(),
                        PlainText.of(
                            "there is no column '%s'%s",
                            name, Spelling.hint(name, schema.names()))));
    columns.add(name);
    return switch (schema.columns().get(index).type()) {
      case ColumnType.Numeric numeric -> new Expression.NumberColumn(index);
      case ColumnType.Categorical categorical -> new Expression.LevelColumn(index);
      case ColumnType.Timestamp timestamp -> new Expression.TimeColumn(index);
      case ColumnType.Identifier identifier ->
          throw new RuleError(
              token.position(),
              PlainText.of("column '%s' is an identifier, which synthetic rows don't have", name));
    };
  }

  private static Condition condition(Token start, Expression expression) {
    if (expression instanceof Condition condition) {
      return condition;
    }
    throw new RuleError(
        start.position(),
        "a condition is expected, such as a comparison, but there is " + expression.kind());
  }

  private static Quantity number(Token at, Expression expression) {
    if (expression instanceof Quantity quantity && quantity.kind().equals("a number")) {
      return quantity;
    }
    throw new RuleError(
        at.position(), "one can calculate with numbers, but not with " + expression.kind());
  }

  private void enter() {
    if (++depth > DEEPEST) {
      throw new RuleError(peek().position(), PlainText.of("more than %d levels deep", DEEPEST));
    }
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    Token token = peek();
    next += token.kind() == Token.Kind.END ? 0 : 1;
    return token;
  }

  private boolean takeKeyword(String keyword) {
    boolean isThere = peek().isKeyword(keyword);
    next += isThere ? 1 : 0;
    return isThere;
  }

  private void require(String sign) {
    Token token = take();
    if (!token.isSign(sign)) {
      throw new RuleError(
          token.position(), PlainText.of("'%s' is expected, but there is %s", sign, token.shown()));
    }
  }
}
