package dev.synth.internal.table.database;

import dev.synth.base.Problem;
import dev.synth.base.Remedy;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A database's JDBC driver, from a jar that the user names, by path or coordinates, or from the
 * class path.
 */
final class DatabaseDriver implements AutoCloseable {
  private static final Pattern COORDINATES =
      Pattern.compile("([A-Za-z0-9_.-]+):([A-Za-z0-9_.-]+):([A-Za-z0-9_.-]+)");

  private final Driver driver;
  private final @Nullable URLClassLoader jar;

  private DatabaseDriver(Driver driver, @Nullable URLClassLoader jar) {
    this.driver = driver;
    this.jar = jar;
  }

  /** Finds the driver that takes a login's URL. */
  static DatabaseDriver find(DatabaseLogin login) {
    String url = login.url();
    String path = login.driver();
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
      throw missing(login);
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

  private static Problem missing(DatabaseLogin login) {
    String kind = login.url().replaceFirst("^(jdbc:[^:]*:?).*", "$1");
    String path = login.driver();
    return path == null
        ? Problem.usage("no JDBC driver here takes URLs that begin with '%s'", kind)
            .remedy(Remedy.NAME_DRIVER, login.keys())
        : Problem.usage(
            "'%s' has no JDBC driver that takes URLs that begin with '%s'; name another jar, or"
                + " correct the URL",
            path, kind);
  }

  private static URLClassLoader open(String path) {
    try {
      Path file = file(path);
      if (!Files.isRegularFile(file)) {
        throw COORDINATES.matcher(path).matches()
            ? Problem.usage(
                "Maven's local repository has no driver '%s' (%s); fetch it with `mvn"
                    + " dependency:get -Dartifact=%s`, or name a jar",
                path, file, path)
            : Problem.usage("there is no file '%s' with the database's driver", path);
      }
      return new URLClassLoader(
          new URL[] {file.toUri().toURL()}, DatabaseDriver.class.getClassLoader());
    } catch (InvalidPathException | MalformedURLException e) {
      throw Problem.usage("the database's driver '%s' is no path", path).causedBy(e);
    }
  }

  /** Returns the jar that a path or coordinates name; nothing is fetched. */
  private static Path file(String path) {
    Matcher parts = COORDINATES.matcher(path);
    if (!parts.matches()) {
      return Path.of(path);
    }
    String own = System.getProperty("maven.repo.local");
    Path repository =
        own == null
            ? Path.of(System.getProperty("user.home", ""), ".m2", "repository")
            : Path.of(own);
    String artifact = parts.group(2);
    String version = parts.group(3);
    return repository
        .resolve(parts.group(1).replace('.', '/'))
        .resolve(artifact)
        .resolve(version)
        .resolve(artifact + "-" + version + ".jar");
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
