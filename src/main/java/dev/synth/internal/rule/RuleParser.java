package dev.synth.internal.rule;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.Spelling;
import dev.synth.internal.rule.Expression.Condition;
import dev.synth.internal.rule.Expression.Quantity;
import dev.synth.internal.rule.Expression.Text;
import dev.synth.internal.table.CellText;
import dev.synth.internal.table.cell.InstantText;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.TimeForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rule by recursive descent: or, and, not, comparison, sum, product, sign, value, each
 * binding tighter than the one before. Throws {@link RuleError}.
 */
final class RuleParser {
  /** Deeper nesting is no rule that anyone means, and would exhaust the stack. */
  private static final int DEEPEST = 100;

  private final List<Token> tokens;
  private final Schema schema;
  private final KnownSource known;
  private final List<KnownValues> knownValues = new ArrayList<>();
  private final List<String> columns = new ArrayList<>();
  private int next;
  private int depth;

  /** Where the values come from that a rule calls known. */
  interface KnownSource {
    /**
     * Returns the known values.
     *
     * @param source the column that they depend on, or {@link Expression.Known#NONE}
     * @param part the part of its times that they depend on, or null
     */
    KnownValues of(int source, @Nullable TimePart part, int target);
  }

  RuleParser(List<Token> tokens, Schema schema, KnownSource known) {
    this.tokens = tokens;
    this.schema = schema;
    this.known = known;
  }

  /** Returns what the rule calls known, in order of mention. */
  List<KnownValues> knownValues() {
    return knownValues;
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
      return takeKeyword("steps") ? inSteps(sign, left) : oneOf(sign, left);
    }
    if (takeKeyword("is")) {
      return is(sign, left);
    }
    if (sign.isSign("->")) {
      next++;
      return left instanceof Expression.PartOfTime of
          ? known(of.time().column(), of.part(), position(sign, value()))
          : known(position(sign, left), null, position(sign, value()));
    }
    if (sign.isKeyword("not") && tokens.get(next + 1).isKeyword("in")) {
      next += 2;
      return new Expression.Not(oneOf(sign, left));
    }
    return left;
  }

  private Condition is(Token sign, Expression left) {
    int column = position(sign, left);
    boolean isNegated = takeKeyword("not");
    Condition condition;
    if (takeKeyword("missing")) {
      condition = new Expression.IsMissing(column);
    } else if (takeKeyword("known")) {
      condition = known(Expression.Known.NONE, null, column);
    } else {
      throw new RuleError(
          peek().position(), "'missing' or 'known' is expected, but there is " + peek().shown());
    }
    return isNegated ? new Expression.Not(condition) : condition;
  }

  private Condition known(int source, @Nullable TimePart part, int target) {
    KnownValues values = known.of(source, part, target);
    knownValues.add(values);
    return new Expression.Known(source, part, target, values);
  }

  private static int position(Token at, Expression expression) {
    if (expression instanceof Expression.NumberColumn number) {
      return number.column();
    }
    if (expression instanceof Expression.TimeColumn time) {
      return time.column();
    }
    if (expression instanceof Expression.LevelColumn level) {
      return level.column();
    }
    throw new RuleError(at.position(), "a column is expected here, and not " + expression.kind());
  }

  /** {@code amount in steps of 100}, or {@code price in steps of 1 from 0.99}. */
  private Condition inSteps(Token sign, Expression left) {
    Quantity number = number(sign, left);
    if (!takeKeyword("of")) {
      throw new RuleError(
          peek().position(), "'of' is expected behind 'in steps', but there is " + peek().shown());
    }
    double step = written();
    double first = takeKeyword("from") ? written() : 0;
    if (!(step > 0)) {
      throw new RuleError(sign.position(), "a step above 0 is expected");
    }
    return new Expression.InSteps(number, step, first);
  }

  private double written() {
    Token token = take();
    if (token.kind() != Token.Kind.NUMBER) {
      throw new RuleError(token.position(), "a number is expected, but there is " + token.shown());
    }
    return Double.parseDouble(token.text());
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
    Expression timedLeft = asTimeBeside(givenRight, givenLeft, sign);
    Expression timedRight = asTimeBeside(givenLeft, givenRight, sign);
    Expression left = onClockOf(timedRight, timedLeft);
    Expression right = onClockOf(timedLeft, timedRight);
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
    return new Expression.TimeValue(instant.micros(), instant.hadOffset());
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
    return new Expression.TimeOfDayValue(micros);
  }

  /** A column is compared on its rows' own clocks with a time that is written without an offset. */
  private static Expression onClockOf(Expression other, Expression given) {
    return given instanceof Expression.TimeColumn column
            && other instanceof Expression.TimeValue value
            && !value.inUtc()
        ? new Expression.TimeColumn(column.column(), false)
        : given;
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
    if (peek().kind() == Token.Kind.WORD && tokens.get(next + 1).isSign("(")) {
      Optional<Expression> called = called(peek().text().toLowerCase(Locale.ROOT));
      if (called.isPresent()) {
        return called.get();
      }
    }
    if (peek().isKeyword("missing") && tokens.get(next + 1).isKeyword("together")) {
      next += 2;
      return together();
    }
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

  /** Returns the value of a function; empty where the word is none. */
  private Optional<Expression> called(String function) {
    Optional<TimePart> part = TimePart.of(function);
    Optional<TimeUnit> unit = TimeUnit.of(function);
    boolean isFloor = function.equals("floor");
    if (!function.equals("round") && !isFloor && part.isEmpty() && unit.isEmpty()) {
      return Optional.empty();
    }
    Token start = take();
    if (part.isPresent()) {
      require("(");
      Expression.TimeColumn time = time();
      require(")");
      return Optional.of(
          new Expression.PartOfTime(part.get(), new Expression.TimeColumn(time.column(), false)));
    }
    if (unit.isPresent()) {
      require("(");
      Expression.TimeColumn from = time();
      require(",");
      Expression.TimeColumn to = time();
      require(")");
      return Optional.of(new Expression.Span(unit.get(), from, to));
    }
    return Optional.of(isFloor ? floored(start) : rounded(start));
  }

  private Expression.TimeColumn time() {
    Token at = peek();
    Expression value = value();
    if (value instanceof Expression.TimeColumn time) {
      return time;
    }
    throw new RuleError(
        at.position(), "a column of times is expected here, and not " + value.kind());
  }

  private Expression floored(Token start) {
    require("(");
    enter();
    Quantity inner = number(start, sum());
    depth--;
    require(")");
    return new Expression.Floored(inner);
  }

  private Expression rounded(Token start) {
    require("(");
    enter();
    Quantity inner = number(start, sum());
    depth--;
    require(",");
    Token digits = take();
    if (digits.kind() != Token.Kind.NUMBER || !digits.text().matches("[0-9]")) {
      throw new RuleError(
          digits.position(),
          "the digits after the point, 0 to 9, are expected, but there is " + digits.shown());
    }
    require(")");
    return new Expression.Rounded(inner, Integer.parseInt(digits.text()));
  }

  private Condition together() {
    Token start = peek();
    require("(");
    List<Integer> together = new ArrayList<>(List.of(position(start, value())));
    while (peek().isSign(",")) {
      next++;
      together.add(position(peek(), value()));
    }
    require(")");
    if (together.size() < 2) {
      throw new RuleError(start.position(), "two columns at least are expected in parentheses");
    }
    return new Expression.Together(together);
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
      case ColumnType.Timestamp timestamp ->
          new Expression.TimeColumn(
              index,
              schema.columns().get(index).form() instanceof TimeForm form && form.hasOffset());
      case ColumnType.TimeOfDay time -> new Expression.TimeOfDayColumn(index);
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
