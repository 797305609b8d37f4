package dev.synth.internal.table.write;

import dev.synth.base.Problem;
import dev.synth.internal.table.database.Database;
import dev.synth.table.Schema;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The columns of a database's table: made for rows, or found for them. */
final class TableColumns {
  private TableColumns() {}

  /** Returns the statement that makes a table for rows. */
  static String create(TablePlace place, List<CellWriter> cells, Schema schema, Database database) {
    return cells.stream()
        .map(
            each ->
                place.quoted(schema.columns().get(each.column()).name())
                    + " "
                    + database.product().type(CellBinder.kind(schema, each.column())))
        .collect(
            Collectors.joining(
                ", ",
                "CREATE TABLE " + place.sql() + " (",
                ")" + database.product().tableOptions()));
  }

  /** Returns the statement that inserts a number of rows at once. */
  static String insert(TablePlace place, List<CellBinder> binders, int rows) {
    String names =
        binders.stream().map(each -> place.quoted(each.name())).collect(Collectors.joining(", "));
    String marks = String.join(", ", Collections.nCopies(binders.size(), "?"));
    String all = String.join(", ", Collections.nCopies(rows, "(" + marks + ")"));
    return "INSERT INTO " + place.sql() + " (" + names + ") VALUES " + all;
  }

  /**
   * Returns each column of the rows, found among those of the table, whose names may have other
   * capitals.
   */
  static List<CellBinder> binders(
      TablePlace place, List<CellWriter> cells, Schema schema, Database database)
      throws SQLException {
    try (Statement statement = database.connection().createStatement();
        ResultSet none = statement.executeQuery("SELECT * FROM " + place.sql() + " WHERE 1 = 0")) {
      ResultSetMetaData facts = none.getMetaData();
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= facts.getColumnCount(); i++) {
        names.add(facts.getColumnName(i));
      }
      List<CellBinder> binders = new ArrayList<>();
      for (CellWriter each : cells) {
        String name = schema.columns().get(each.column()).name();
        int found = find(name, names);
        if (found < 0) {
          throw Problem.data(
              "the table '%s' has no column '%s'; add it, or write another table",
              place.text(), name);
        }
        binders.add(
            new CellBinder(
                names.get(found),
                each,
                ColumnTarget.of(
                    facts.getColumnType(found + 1),
                    String.valueOf(facts.getColumnTypeName(found + 1)),
                    database.product()),
                String.valueOf(facts.getColumnTypeName(found + 1)),
                place.text(),
                database.product().isMySql()));
      }
      return binders;
    }
  }

  private static int find(String name, List<String> names) {
    if (names.contains(name)) {
      return names.indexOf(name);
    }
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }
}
