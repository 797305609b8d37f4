package dev.synth.internal.table.write;

import dev.synth.base.Problem;
import dev.synth.internal.table.database.Database;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The place of a table in a database.
 *
 * @param schema its schema, or in MySQL its database; null for that of the connection
 * @param name its name
 * @param quote what stands around names in SQL
 */
record TablePlace(@Nullable String schema, String name, String quote) {
  /**
   * Returns the place that a text names.
   *
   * @param text a name, or a schema and a name with a point between
   */
  static TablePlace of(String text, Database database) throws SQLException {
    String quote =
        String.valueOf(database.connection().getMetaData().getIdentifierQuoteString()).strip();
    int point = text.indexOf('.');
    return new TablePlace(
        point < 0 ? null : text.substring(0, point),
        text.substring(point + 1),
        quote.isEmpty() ? "\"" : quote);
  }

  /**
   * Returns the table as the database has it, whose name may have other capitals; empty where there
   * is none.
   */
  Optional<TablePlace> find(Database database) throws SQLException {
    List<TablePlace> alike = new ArrayList<>();
    for (String pattern :
        List.of(name, name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT))) {
      for (TablePlace each : listed(database, pattern)) {
        if (each.name().equals(name)) {
          return Optional.of(each);
        }
        alike.add(each);
      }
    }
    return alike.stream().findFirst();
  }

  private List<TablePlace> listed(Database database, String pattern) throws SQLException {
    Connection connection = database.connection();
    DatabaseMetaData facts = connection.getMetaData();
    boolean inCatalogs = database.product().isMySql();
    String catalog = inCatalogs && schema != null ? schema : connection.getCatalog();
    String own = inCatalogs ? null : Objects.requireNonNullElseGet(schema, () -> "");
    if (own != null && own.isEmpty()) {
      own = connection.getSchema();
    }
    List<TablePlace> found = new ArrayList<>();
    // a pattern, in which '_' is any letter: so names are compared again
    try (ResultSet tables = facts.getTables(catalog, null, pattern, null)) {
      while (tables.next()) {
        String itsSchema = tables.getString("TABLE_SCHEM");
        String itsName = tables.getString("TABLE_NAME");
        boolean isThere = own == null || itsSchema == null || own.equalsIgnoreCase(itsSchema);
        if (isThere && name.equalsIgnoreCase(itsName)) {
          String place = inCatalogs || schema == null ? schema : itsSchema;
          found.add(new TablePlace(place, itsName, quote));
        }
      }
    }
    return found;
  }

  /** Returns the table's name in SQL. */
  String sql() {
    return schema == null ? quoted(name) : quoted(schema) + "." + quoted(name);
  }

  /** Returns a name in SQL. */
  String quoted(String text) {
    if (text.indexOf('\0') >= 0) {
      throw Problem.data("no column of a database can be named '%s'", text.replace('\0', ' '));
    }
    return quote + text.replace(quote, quote + quote) + quote;
  }

  /** Returns the table's name for people. */
  String text() {
    return schema == null ? name : schema + "." + name;
  }
}
