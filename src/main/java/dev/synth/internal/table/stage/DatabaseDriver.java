package dev.synth.internal.table.stage;

import dev.synth.base.Problem;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** A database's JDBC driver, from a jar that the user names or from the class path. */
final class DatabaseDriver implements AutoCloseable {
  private final Driver driver;
  private final @Nullable URLClassLoader jar;

  private DatabaseDriver(Driver driver, @Nullable URLClassLoader jar) {
    this.driver = driver;
    this.jar = jar;
  }

  /**
   * Finds the driver that takes a URL.
   *
   * @param path its jar; null where it is on the class path
   */
  static DatabaseDriver find(String url, @Nullable String path) {
    URLClassLoader jar = path == null ? null : open(path);
    Driver driver = null;
    try {
      driver = search(url, jar == null ? DatabaseDriver.class.getClassLoader() : jar);
    } catch (SQLException | ServiceConfigurationError | LinkageError e) {
      throw Problem.usage(
              "the driver %s can't be loaded: %s",
              path == null ? "on the class path" : "'" + path + "'", String.valueOf(e.getMessage()))
          .causedBy(e);
    } finally {
      if (driver == null && jar != null) {
        close(jar);
      }
    }
    if (driver == null) {
      throw missing(url, path);
    }
    return new DatabaseDriver(driver, jar);
  }

  private static @Nullable Driver search(String url, @Nullable ClassLoader loader)
      throws SQLException {
    Iterator<Driver> drivers = ServiceLoader.load(Driver.class, loader).iterator();
    while (drivers.hasNext()) {
      Driver driver = drivers.next();
      if (driver.acceptsURL(url)) {
        return driver;
      }
    }
    return null;
  }

  private static Problem missing(String url, @Nullable String path) {
    String kind = url.replaceFirst("^(jdbc:[^:]*:?).*", "$1");
    return path == null
        ? Problem.usage(
            "no JDBC driver here takes URLs that begin with '%s'; name the driver's jar as"
                + " data.database.driver_path, or correct the URL",
            kind)
        : Problem.usage(
            "'%s' has no JDBC driver that takes URLs that begin with '%s'; name another jar, or"
                + " correct the URL",
            path, kind);
  }

  private static URLClassLoader open(String path) {
    try {
      Path file = Path.of(path);
      if (!Files.isRegularFile(file)) {
        throw Problem.usage("data.database.driver_path: there is no file '%s'", path);
      }
      return new URLClassLoader(
          new URL[] {file.toUri().toURL()}, DatabaseDriver.class.getClassLoader());
    } catch (InvalidPathException | MalformedURLException e) {
      throw Problem.usage("data.database.driver_path: '%s' is not a path", path).causedBy(e);
    }
  }

  /** Connects. */
  Connection connect(String url, Properties login) throws SQLException {
    Connection connection = driver.connect(url, login);
    if (connection == null) {
      throw new SQLException("the driver does not take the URL");
    }
    return connection;
  }

  private static void close(URLClassLoader jar) {
    try {
      jar.close();
    } catch (IOException e) {
      // it was only read
    }
  }

  @Override
  public void close() {
    if (jar != null) {
      close(jar);
    }
  }
}
