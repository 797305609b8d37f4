package dev.synth.internal.table.stage;

import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.table.DatabaseOptions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a query, one after the other, in memory that does not grow with them. */
final class QueryRows implements AutoCloseable {
  private static final int ROWS_AT_ONCE = 1_000;

  private final DatabaseDriver driver;
  private final Connection connection;
  private final Statement statement;
  private final ResultSet result;
  private final List<String> names;
  private final @Nullable String password;
  private final boolean isMySql;

  private QueryRows(
      DatabaseDriver driver,
      Connection connection,
      Statement statement,
      ResultSet result,
      @Nullable String password,
      boolean isMySql)
      throws SQLException {
    this.isMySql = isMySql;
    this.driver = driver;
    this.connection = connection;
    this.statement = statement;
    this.result = result;
    this.password = password;
    this.names = namesOf(result.getMetaData());
  }

  /** Connects, and runs the query. */
  static QueryRows open(String url, DatabaseOptions options) {
    Properties login = new Properties();
    String user = variable("user_env", options.userEnv());
    String password = variable("password_env", options.passwordEnv());
    if (user != null) {
      login.setProperty("user", user);
    }
    if (password != null) {
      login.setProperty("password", password);
    }
    openToRead(url, login);
    if (isMySql(url)) {
      login.setProperty("tinyInt1isBit", "false"); // true would stand for each number but 0
      login.setProperty("yearIsDateType", "false");
    }
    DatabaseDriver driver = DatabaseDriver.find(url, options.driverPath());
    Connection connection = null;
    boolean opened = false;
    try {
      connection = driver.connect(url, login);
      QueryRows rows = query(driver, connection, url, options, password);
      opened = true;
      return rows;
    } catch (SQLException e) {
      // without its cause, which may have the password in its own words
      throw connection == null
          ? Problem.environment(
              "the database can't be reached, or lets nobody in: %s", reason(e, password))
          : Problem.data("the query failed: %s", reason(e, password));
    } finally {
      if (!opened) {
        closeAll(connection, driver);
      }
    }
  }

  /** Lets databases that are files be read only, so that a file that is not there is not made. */
  private static void openToRead(String url, Properties login) {
    if (url.startsWith("jdbc:sqlite:")) {
      login.setProperty("open_mode", "1");
    } else if (url.startsWith("jdbc:duckdb:") && !url.matches("jdbc:duckdb:(:memory:.*)?")) {
      login.setProperty("duckdb.read_only", "true");
    }
  }

  /** Returns whether the database is MySQL, or MariaDB, which has its types. */
  private static boolean isMySql(String url) {
    return url.startsWith("jdbc:mysql:") || url.startsWith("jdbc:mariadb:");
  }

  private static QueryRows query(
      DatabaseDriver driver,
      Connection connection,
      String url,
      DatabaseOptions options,
      @Nullable String password)
      throws SQLException {
    try {
      connection.setReadOnly(true);
    } catch (SQLException e) {
      // SQLite's was opened so
    }
    connection.setAutoCommit(false); // PostgreSQL has cursors only within a transaction
    Statement statement = connection.createStatement();
    // MySQL's driver holds all rows in memory, whatever the size, unless it is given this one
    statement.setFetchSize(url.startsWith("jdbc:mysql:") ? Integer.MIN_VALUE : ROWS_AT_ONCE);
    return new QueryRows(
        driver,
        connection,
        statement,
        statement.executeQuery(options.query()),
        password,
        isMySql(url));
  }

  /** Returns the columns' names, each once. */
  List<String> names() {
    return names;
  }

  /** Hands over all rows; null stands for a missing cell. */
  void forEach(QueryStager.Row reader) {
    try {
      QueryCells cells = new QueryCells(result, names.toArray(new String[0]), isMySql);
      while (result.next()) {
        @Nullable String[] texts = new String[names.size()];
        for (int i = 0; i < texts.length; i++) {
          texts[i] = cells.text(i);
        }
        reader.take(texts);
      }
    } catch (SQLException e) {
      throw Problem.data("the query failed: %s", reason(e, password));
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

  private static @Nullable String variable(String key, @Nullable String name) {
    if (name == null) {
      return null;
    }
    String value = System.getenv(name);
    if (value == null) {
      throw Problem.usage("data.database.%s: there is no environment variable '%s'", key, name);
    }
    return value;
  }

  private static String reason(SQLException problem, @Nullable String password) {
    String message =
        String.valueOf(problem.getMessage()).lines().findFirst().orElse("no reason given").strip();
    return password == null || password.isEmpty() ? message : message.replace(password, "***");
  }

  private static void closeAll(@Nullable AutoCloseable... all) {
    for (AutoCloseable each : all) {
      try {
        if (each != null) {
          each.close();
        }
      } catch (Exception e) {
        // nothing was written that could be lost
      }
    }
  }

  @Override
  public void close() {
    closeAll(result, statement, connection, driver);
  }
}
