package dev.synth.internal.relation;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.relation.number.NumberTable;
import dev.synth.internal.table.CellText;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Relations in the language of row rules. */
final class RuleText {
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]*");
  private static final Set<String> KEYWORDS =
      Set.of("and", "or", "not", "in", "is", "missing", "known", "round");

  private final NumberTable grid;

  RuleText(NumberTable grid) {
    this.grid = grid;
  }

  /** Returns a column's name, in backticks where it is not a plain word. */
  String name(int column) {
    String name = grid.schema().columns().get(column).name();
    boolean isPlain =
        WORD.matcher(name).matches() && !KEYWORDS.contains(name.toLowerCase(Locale.ROOT));
    return isPlain ? name : "`" + name.replace("`", "``") + "`";
  }

  /** Returns a number. */
  static String number(double value) {
    return CellText.number(value + 0.0);
  }

  /** Returns a value as a rule compares it with the column's cells. */
  String value(int column, double value) {
    Column of = grid.schema().columns().get(column);
    if (of.type() instanceof ColumnType.Categorical) {
      return quoted(grid.levels(column).get((int) value));
    }
    return of.type() instanceof ColumnType.Numeric
        ? number(value)
        : quoted(CellText.instant(of, (long) value));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Returns that a column has none of some values, or that another holds. */
  String unless(int column, List<Double> among, String other) {
    if (among.size() == 1) {
      return PlainText.of("%s != %s or %s", name(column), value(column, among.getFirst()), other);
    }
    String values =
        among.stream().map(each -> value(column, each)).collect(Collectors.joining(", "));
    return PlainText.of("%s not in (%s) or %s", name(column), values, other);
  }

  /** Returns that a column has a value, or is missing where there is none. */
  String is(int column, double value) {
    return Double.isNaN(value)
        ? name(column) + " is missing"
        : name(column) + " == " + value(column, value);
  }

  /**
   * Returns a rule without what people write in different ways: blanks, backticks, one or two equal
   * signs, and which side of one stands first.
   */
  static String canonical(String rule) {
    String plain = rule.replaceAll("\\s|`", "").replace("==", "=");
    int equals = plain.indexOf('=');
    boolean isOneEquation =
        equals > 0
            && plain.indexOf('=', equals + 1) < 0
            && "<>!".indexOf(plain.charAt(equals - 1)) < 0;
    if (!isOneEquation) {
      return plain;
    }
    String left = plain.substring(0, equals);
    String right = plain.substring(equals + 1);
    return left.compareTo(right) <= 0 ? left + "=" + right : right + "=" + left;
  }
}
