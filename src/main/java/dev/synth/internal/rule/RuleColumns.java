package dev.synth.internal.rule;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.Spelling;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.TimeForm;
import java.util.ArrayList;
import java.util.List;

/** The columns that a rule names. */
final class RuleColumns {
  private final Schema schema;
  private final List<String> names = new ArrayList<>();

  RuleColumns(Schema schema) {
    this.schema = schema;
  }

  /** Returns the columns that were named, in order of mention. */
  List<String> names() {
    return names;
  }

  /** Returns a column by the name that a token holds. */
  Expression column(Token token) {
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
    names.add(name);
    return switch (schema.columns().get(index).type()) {
      case ColumnType.Numeric numeric -> new Quantity.NumberColumn(index);
      case ColumnType.Categorical categorical -> new Expression.LevelColumn(index);
      case ColumnType.Timestamp timestamp ->
          new Quantity.TimestampValue(
              index,
              schema.columns().get(index).form() instanceof TimeForm form && form.hasOffset());
      case ColumnType.TimeOfDay time -> new Quantity.TimeOfDayColumn(index);
      case ColumnType.Identifier identifier ->
          throw new RuleError(
              token.position(),
              PlainText.of("column '%s' is an identifier, which synthetic rows don't have", name));
    };
  }
}
