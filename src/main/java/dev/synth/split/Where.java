package dev.synth.split;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.Spelling;
import dev.synth.internal.table.CellText;
import dev.synth.rule.ColumnCondition;
import dev.synth.rule.Conditions;
import dev.synth.table.Label;
import dev.synth.table.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the values that drawn rows must have, and checks them against those of training rows. */
final class Where {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?");

  /** No more levels are listed in a message. */
  private static final int MOST_LISTED = 12;

  private Where() {}

  static Conditions read(
      Map<String, String> values, Schema schema, List<ColumnRule> rules, Label label) {
    List<String> problems = new ArrayList<>();
    List<ColumnCondition> conditions = new ArrayList<>();
    values.forEach(
        (name, value) -> {
          try {
            OptionalInt column = schema.find(name);
            if (column.isEmpty()) {
              throw new Unfit(noColumn(name, schema, label));
            }
            conditions.add(condition(name, value, rules.get(column.getAsInt())));
          } catch (Unfit e) {
            problems.add("where: " + e.getMessage());
          }
        });
    RowRules.refuse(problems, "where");
    return new Conditions(conditions);
  }

  private static String noColumn(String name, Schema schema, Label label) {
    return name.equals(label.column())
        ? PlainText.of("'%s' is the label, and every drawn row is of the rare class", name)
        : PlainText.of(
            "there is no modelled column '%s'%s", name, Spelling.hint(name, schema.names()));
  }

  private static ColumnCondition condition(String column, String value, ColumnRule rule)
      throws Unfit {
    return switch (rule) {
      case ColumnRule.Range range -> number(column, value, range);
      case ColumnRule.Known known -> level(column, value, known);
      case ColumnRule.Period period ->
          throw new Unfit(
              PlainText.of("'%s' holds times; only levels and numbers can be asked for", column));
      case ColumnRule.AlwaysMissing missing ->
          throw new Unfit(PlainText.of("'%s' is missing in all training rows", column));
    };
  }

  private static ColumnCondition number(String column, String value, ColumnRule.Range range)
      throws Unfit {
    if (!NUMBER.matcher(value).matches()) {
      throw new Unfit(
          PlainText.of("'%s' is a number column, but '%s' is no number", column, value));
    }
    double number = Double.parseDouble(value);
    if (!(number >= range.min() && number <= range.max())) {
      throw new Unfit(
          PlainText.of(
              "'%s' is in [%s, %s], but is asked to be %s",
              column, CellText.number(range.min()), CellText.number(range.max()), value));
    }
    if (!range.decimals().fits(number)) {
      throw new Unfit(
          PlainText.of(
              "'%s' has at most %d decimals, but is asked to be %s",
              column, range.decimals().digits(), value));
    }
    return new ColumnCondition.Interval(column, false, number, number);
  }

  private static ColumnCondition level(String column, String value, ColumnRule.Known known)
      throws Unfit {
    if (!known.levels().contains(value)) {
      List<String> levels = known.levels().stream().sorted().toList();
      String hint = Spelling.hint(value, levels);
      String all =
          levels.size() <= MOST_LISTED
              ? "; it has " + String.join(", ", levels)
              : PlainText.of("; it has %d others", levels.size());
      throw new Unfit(
          PlainText.of(
              "'%s' has no level '%s' in the training rows%s",
              column, value, hint.isEmpty() ? all : hint));
    }
    return new ColumnCondition.Among(column, false, Set.of(value));
  }

  /** A value that no row can have; the message says why. */
  private static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    Unfit(String message) {
      super(message);
    }
  }
}
