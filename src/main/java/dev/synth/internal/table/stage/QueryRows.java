package dev.synth.internal.table.stage;

import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.database.Database;
import dev.synth.internal.table.database.DatabaseLogin;
import dev.synth.internal.table.database.DatabaseProduct;
import dev.synth.table.DatabaseOptions;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a query, one after the other, in memory that does not grow with them. */
final class QueryRows implements AutoCloseable {
  private static final int ROWS_AT_ONCE = 1_000;

  private final Database database;
  private final Statement statement;
  private final ResultSet result;
  private final List<String> names;

  private QueryRows(Database database, Statement statement, ResultSet result) throws SQLException {
    this.database = database;
    this.statement = statement;
    this.result = result;
    this.names = namesOf(result.getMetaData());
  }

  /** Connects, and runs the query. */
  static QueryRows open(String url, DatabaseOptions options) {
    Database database = Database.openToRead(DatabaseLogin.of(url, options));
    boolean opened = false;
    try {
      QueryRows rows = query(database, options.query());
      opened = true;
      return rows;
    } catch (SQLException e) {
      // without its cause, which may have the password in its own words
      throw Problem.data("the query failed: %s", database.reason(e));
    } finally {
      if (!opened) {
        database.close();
      }
    }
  }

  private static QueryRows query(Database database, String query) throws SQLException {
    try {
      database.connection().setReadOnly(true);
    } catch (SQLException e) {
      // SQLite's was opened so
    }
    Statement statement = database.connection().createStatement();
    // MySQL's driver holds all rows in memory, whatever the size, unless it is given this one
    statement.setFetchSize(
        database.product() == DatabaseProduct.MYSQL ? Integer.MIN_VALUE : ROWS_AT_ONCE);
    return new QueryRows(database, statement, statement.executeQuery(query));
  }

  /** Returns the columns' names, each once. */
  List<String> names() {
    return names;
  }

  /** Hands over all rows; null stands for a missing cell. */
  void forEach(QueryStager.Row reader) {
    try {
      QueryCells cells =
          new QueryCells(result, names.toArray(new String[0]), database.product().isMySql());
      while (result.next()) {
        @Nullable String[] texts = new String[names.size()];
        for (int i = 0; i < texts.length; i++) {
          texts[i] = cells.text(i);
        }
        reader.take(texts);
      }
    } catch (SQLException e) {
      throw Problem.data("the query failed: %s", database.reason(e));
    }
  }

  private static List<String> namesOf(ResultSetMetaData facts) throws SQLException {
    Set<String> seen = new HashSet<>();
    String[] names = new String[facts.getColumnCount()];
    for (int i = 0; i < names.length; i++) {
      String label = facts.getColumnLabel(i + 1);
      names[i] = label.isBlank() ? PlainText.of("column_%d", i + 1) : label;
      if (!seen.add(names[i])) {
        throw Problem.data(
            "two columns of the query are named '%s'; rename one by AS, or leave it out", names[i]);
      }
    }
    return List.of(names);
  }

  @Override
  public void close() {
    Database.closeAll(result, statement, database);
  }
}
