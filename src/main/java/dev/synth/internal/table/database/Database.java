package dev.synth.internal.table.database;

import dev.synth.base.Problem;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** An open connection to a database, within a transaction that only {@link #commit} keeps. */
public final class Database implements AutoCloseable {
  /** Held, because the logging system forgets levels of loggers that nobody holds. */
  private static final Logger MARIADB = Logger.getLogger("org.mariadb.jdbc");

  static {
    if (MARIADB.getLevel() == null) {
      MARIADB.setLevel(Level.OFF); // it tells each error that it throws, too
    }
  }

  private final DatabaseDriver driver;
  private final Connection connection;
  private final DatabaseProduct product;
  private final @Nullable String password;

  private Database(
      DatabaseDriver driver,
      Connection connection,
      DatabaseProduct product,
      @Nullable String password) {
    this.driver = driver;
    this.connection = connection;
    this.product = product;
    this.password = password;
  }

  /**
   * Connects to read: a database that is a file is not made where it is not there.
   *
   * @throws Problem (environment) if the database can't be reached; (usage) without a driver, or
   *     without a variable that the login names
   */
  public static Database openToRead(DatabaseLogin login) {
    DatabaseProduct product = DatabaseProduct.of(login.url());
    return open(login, product, product.settingsToRead(login.url()));
  }

  /**
   * Connects to write.
   *
   * @throws Problem as {@link #openToRead} does
   */
  public static Database openToWrite(DatabaseLogin login) {
    DatabaseProduct product = DatabaseProduct.of(login.url());
    return open(login, product, product.settingsToWrite());
  }

  private static Database open(
      DatabaseLogin login, DatabaseProduct product, Map<String, String> settings) {
    Properties all = new Properties();
    String user = login.user();
    String password = login.password();
    if (user != null) {
      all.setProperty("user", user);
    }
    if (password != null) {
      all.setProperty("password", password);
    }
    settings.forEach(all::setProperty);
    DatabaseDriver driver = DatabaseDriver.find(login);
    Connection connection = null;
    boolean opened = false;
    try {
      connection = driver.connect(login.url(), all);
      connection.setAutoCommit(false);
      opened = true;
      return new Database(driver, connection, product, password);
    } catch (SQLException e) {
      // without its cause, which may have the password in its own words
      throw Problem.environment(
          "the database %s can't be reached, or lets nobody in: %s",
          place(login.url()), reason(e, password));
    } finally {
      if (!opened) {
        closeAll(connection, driver);
      }
    }
  }

  /** Returns a URL as far as it says where: what follows may be anything, a key for one. */
  private static String place(String url) {
    return url.replaceFirst("[?;].*", "");
  }

  /** Returns the connection. */
  public Connection connection() {
    return connection;
  }

  /** Returns which database it is, as far as that matters. */
  public DatabaseProduct product() {
    return product;
  }

  /** Keeps what was written. */
  public void commit() throws SQLException {
    connection.commit();
  }

  /** Returns the first line of a driver's message, without the password. */
  public String reason(SQLException problem) {
    return reason(problem, password);
  }

  private static String reason(SQLException problem, @Nullable String password) {
    // that of a batch may repeat the row; the one behind it says what is wrong
    SQLException next = problem.getNextException();
    SQLException telling = problem instanceof BatchUpdateException && next != null ? next : problem;
    String message =
        String.valueOf(telling.getMessage()).lines().findFirst().orElse("no reason given").strip();
    return password == null || password.isEmpty() ? message : message.replace(password, "***");
  }

  /** Closes what is not null, whatever comes of it. */
  public static void closeAll(@Nullable AutoCloseable... all) {
    for (AutoCloseable each : all) {
      try {
        if (each != null) {
          each.close();
        }
      } catch (Exception e) {
        // what was to be kept is committed
      }
    }
  }

  @Override
  public void close() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // the connection is broken, and with it the transaction
    }
    closeAll(connection, driver);
  }
}
