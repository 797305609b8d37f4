package dev.synth.internal.table;

import dev.synth.base.Problem;
import dev.synth.internal.base.ProcessFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * One DuckDB database in memory, closed with all it holds.
 *
 * <p>It reads, writes, casts and sorts; it never adds up floating-point numbers, whose sum would
 * depend on how the threads ran.
 */
public final class Duck implements AutoCloseable {
  private final DuckDBConnection connection;

  /** The folder that rows are spilled to: two databases that share one read each other's rows. */
  private final Path spill;

  private Duck(DuckDBConnection connection, Path spill) {
    this.connection = connection;
    this.spill = spill;
  }

  /**
   * Opens an empty database.
   *
   * @param allowExtensions whether DuckDB may download what it lacks
   */
  public static Duck open(boolean allowExtensions) {
    return open(allowExtensions, new Properties());
  }

  /** Opens an empty database whose results are handed over row by row and not kept. */
  public static Duck openToStream(boolean allowExtensions) {
    Properties settings = new Properties();
    settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
    return open(allowExtensions, settings);
  }

  private static Duck open(boolean allowExtensions, Properties settings) {
    String allowed = Boolean.toString(allowExtensions);
    settings.setProperty("autoinstall_known_extensions", allowed);
    settings.setProperty("autoload_known_extensions", allowed);
    Path spill = null;
    try {
      spill = Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "duckdb-");
      settings.setProperty("temp_directory", spill.toString());
      Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
      return new Duck(connection.unwrap(DuckDBConnection.class), spill);
    } catch (SQLException | IOException | IllegalStateException | LinkageError e) {
      if (spill != null) {
        ProcessFolder.remove(spill);
      }
      throw Problem.environment(
              "DuckDB, which reads and writes tables, can't be started; is the folder '%s' writable"
                  + " and not mounted noexec?",
              System.getProperty("java.io.tmpdir"))
          .causedBy(e);
    }
  }

  /** Runs a statement that returns nothing. */
  public void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Takes the rows of a query, one after the other. */
  public interface RowReader {
    /** Reads the row at which the result stands. */
    void read(ResultSet row) throws SQLException;
  }

  /** Hands over the rows of a query, in its order. */
  public void forEach(String sql, RowReader reader) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        reader.read(result);
      }
    }
  }

  /** Returns the first row of a query of whole numbers. */
  public long[] longs(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      long[] row = new long[result.getMetaData().getColumnCount()];
      for (int i = 0; i < row.length; i++) {
        row[i] = result.getLong(i + 1);
      }
      return row;
    }
  }

  /** Returns the first column of a query, row by row. */
  public List<String> texts(String sql) throws SQLException {
    return texts(sql, 1);
  }

  /** Returns one column, from 1, of a query, row by row. */
  public List<String> texts(String sql, int column) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        texts.add(result.getString(column));
      }
    }
    return texts;
  }

  /** Returns a query's two columns, texts and how often each comes, in the query's order. */
  public Map<String, Integer> counts(String sql) throws SQLException {
    Map<String, Integer> counts = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        counts.put(result.getString(1), result.getInt(2));
      }
    }
    return counts;
  }

  /** Returns a query's only column as numbers, NaN for null. */
  public double[] doubles(String sql, int rows) throws SQLException {
    double[] values = new double[rows];
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      for (int row = 0; result.next(); row++) {
        double value = result.getDouble(1);
        values[row] = result.wasNull() ? Double.NaN : value;
      }
    }
    return values;
  }

  /** Returns a query's columns as numbers, NaN for null. */
  public double[][] doubles(String sql, int rows, int columns) throws SQLException {
    double[][] values = new double[columns][rows];
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      for (int row = 0; result.next(); row++) {
        for (int column = 0; column < columns; column++) {
          double value = result.getDouble(column + 1);
          values[column][row] = result.wasNull() ? Double.NaN : value;
        }
      }
    }
    return values;
  }

  /** Returns a query's only column as whole numbers, with one value standing for null. */
  public long[] longs(String sql, int rows, long nothing) throws SQLException {
    long[] values = new long[rows];
    Arrays.fill(values, nothing);
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      for (int row = 0; result.next(); row++) {
        long value = result.getLong(1);
        values[row] = result.wasNull() ? nothing : value;
      }
    }
    return values;
  }

  /** A query of a table. */
  public interface Query<T> {
    /** Runs it. */
    T run() throws SQLException;
  }

  /** Runs a query that can fail only by a bug or for want of memory. */
  public static <T> T run(Query<T> query) {
    try {
      return query.run();
    } catch (SQLException e) {
      if (String.valueOf(e.getMessage()).contains("Out of Memory")) {
        throw Problem.environment("the memory does not suffice to read the table").causedBy(e);
      }
      throw new IllegalStateException("a query on the staged table failed", e);
    }
  }

  /** Returns an appender to a table. */
  public DuckDBAppender appender(String table) throws SQLException {
    return connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
  }

  /** Returns a text as a literal. */
  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /**
   * Returns a file's path as a literal that names this file alone: what looks like a pattern is
   * none, and no beginning stands for another folder or a protocol.
   */
  public static String file(Path path) {
    String text = path.toString();
    String own =
        path.isAbsolute() || Character.isLetterOrDigit(text.charAt(0)) ? text : "./" + text;
    String plain = own.replaceAll("[\\[*?]", "[$0]");
    return literal(plain.indexOf(':') >= 0 ? path.toAbsolutePath() + "" : plain);
  }

  /** Returns a name as an identifier. */
  public static String name(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /**
   * Returns the first telling line of DuckDB's message without its kind, for a sentence of ours.
   */
  public static String reason(SQLException problem) {
    String message = String.valueOf(problem.getMessage());
    String line =
        message
            .lines()
            .map(each -> each.replaceFirst("^Error: ", ""))
            .filter(each -> !each.contains("Attempting to execute an unsuccessful"))
            .findFirst()
            .orElse("no reason given");
    String bare = line.replaceFirst("^([A-Za-z]+ ){1,3}Error: ", "");
    return bare.isEmpty()
        ? line
        : bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the database can't be closed", e);
    } finally {
      ProcessFolder.remove(spill);
    }
  }
}
