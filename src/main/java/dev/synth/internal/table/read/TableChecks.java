package dev.synth.internal.table.read;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.base.Problem.Complaint;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.Spelling;
import dev.synth.internal.table.cell.NumberText;
import dev.synth.internal.table.number.NumberFinder;
import dev.synth.internal.table.read.problem.ConfigLine;
import dev.synth.internal.table.read.problem.ValueList;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.DataOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that a table must have for its settings, and the columns that it must hold. */
final class TableChecks {
  /** A message names so many columns. */
  private static final int LISTED = 30;

  private TableChecks() {}

  /** Refuses an example of a form in which the separators cannot be told. */
  static void checkFormats(Map<String, ColumnType> types) {
    types.forEach(
        (name, type) -> {
          String example = type instanceof ColumnType.Numeric numeric ? numeric.format() : null;
          if (example != null && NumberFinder.byExample(example).isEmpty()) {
            throw Problem.usage(
                "data.types.%s.format: must be one number as the column writes it, in which the"
                    + " separators can be told, such as 1.234,50 € or 1,234,567; but is '%s'",
                name, example);
          }
        });
  }

  /** Refuses a table without the label, or without a column that a setting names. */
  static void checkNames(List<String> names, boolean areTexts, DataOptions options) {
    if (!names.contains(options.label())) {
      throw Problem.data(
          "there is no column '%s' to take the label from; the columns are %s%s",
          options.label(), listed(names), hint(options.label(), names, areTexts));
    }
    checkRoles(names, options);
  }

  /** Refuses settings that name no column, all together. */
  static void checkRoles(List<String> names, DataOptions options) {
    List<Complaint> problems = new ArrayList<>();
    options.exclude().forEach(name -> require("exclude", name, names, problems));
    options.types().keySet().forEach(name -> require("types", name, names, problems));
    role("time", options.time(), names, options, problems);
    role("group", options.group(), names, options, problems);
    role("weight", options.weight(), names, options, problems);
    if (problems.size() == 1) {
      Complaint only = problems.getFirst();
      throw Problem.data("%s", only.text()).at(only.key());
    }
    if (!problems.isEmpty()) {
      throw Problem.several(
          ExitCode.DATA,
          PlainText.of("%d names fit no column:", problems.size()),
          problems.stream());
    }
  }

  private static void role(
      String key,
      @Nullable String name,
      List<String> names,
      DataOptions options,
      List<Complaint> problems) {
    if (name == null) {
      return;
    }
    if (name.equals(options.label())) {
      problems.add(
          new Complaint(
              "", "data." + key, PlainText.of("names the label column '%s'; name another", name)));
    } else {
      require(key, name, names, problems);
    }
  }

  private static void require(
      String key, String name, List<String> names, List<Complaint> problems) {
    if (!names.contains(name)) {
      problems.add(
          new Complaint(
              "",
              "data." + key,
              PlainText.of("names '%s', which is no column%s", name, Spelling.hint(name, names))));
    }
  }

  private static String listed(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(LISTED, names.size())));
    int more = names.size() - LISTED;
    return more > 0 ? first + PlainText.of(" and %d more", more) : first;
  }

  private static String hint(String label, List<String> names, boolean areTexts) {
    if (names.size() == 1 && areTexts) {
      return "; cells must be parted by commas, semicolons, tabs or bars, or by what a first line"
          + " such as sep=^ names";
    }
    return names.stream().anyMatch(name -> NumberText.parse(name).isPresent())
        ? "; some are numbers: the first line must hold the column names"
        : Spelling.hint(label, names);
  }

  /** Refuses columns of which none is left to model, or that no row can be ordered by. */
  static void checkColumns(List<Column> columns, DataOptions options) {
    if (columns.stream().noneMatch(Column::isModelled)) {
      List<String> names =
          columns.stream()
              .map(Column::name)
              .filter(name -> !options.exclude().contains(name))
              .toList();
      throw names.isEmpty()
          ? Problem.data("no column is left to model besides the label and what is excluded")
          : Problem.data(
              "no column is left to model: all others are identifiers, whose cells hardly repeat"
                  + " (%s); to model one, say `%s`, or numeric where it holds numbers",
              ValueList.named(names), ConfigLine.type(names.getFirst(), "categorical"));
    }
    checkTime(columns, options);
  }

  /** Refuses an order of rows by a column of neither times nor numbers. */
  static void checkTime(List<Column> columns, DataOptions options) {
    for (Column column : columns) {
      boolean orders =
          column.type() instanceof ColumnType.Timestamp
              || column.type() instanceof ColumnType.Numeric;
      if (column.name().equals(options.time()) && !orders) {
        throw Problem.data(
                "names '%s', which holds neither times such as 2024-01-31 23:59:59 nor numbers",
                column.name())
            .at("data.time");
      }
    }
  }
}
