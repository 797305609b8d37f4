package dev.synth.internal.table.database;

import dev.synth.base.Problem;
import dev.synth.table.DataOptions;
import dev.synth.table.DatabaseOptions;
import dev.synth.table.TargetOptions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way to a database.
 *
 * @param url its JDBC URL, which holds no password
 * @param driver the driver's jar or coordinates; null where it is on the class path
 * @param userEnv the environment variable with the user's name; null where none is needed
 * @param passwordEnv the environment variable with the password; null where none is needed
 * @param keys the part of a config that says this, such as {@code data.database}
 */
public record DatabaseLogin(
    String url,
    @Nullable String driver,
    @Nullable String userEnv,
    @Nullable String passwordEnv,
    String keys) {
  /** Returns the way to a query's database. */
  public static DatabaseLogin of(String url, DatabaseOptions options) {
    return new DatabaseLogin(
        url, options.driverPath(), options.userEnv(), options.passwordEnv(), "data.database");
  }

  /**
   * Returns the way to a table's database, which is the data's where the table names none.
   *
   * @throws Problem (usage) if neither names one
   */
  public static DatabaseLogin of(TargetOptions options, DataOptions data) {
    DatabaseOptions source = data.database();
    if (options.jdbc() != null) {
      return new DatabaseLogin(
          options.jdbc(), options.driverPath(), options.userEnv(), options.passwordEnv(), "to");
    }
    if (source == null) {
      throw Problem.invalid(
          "toJdbc", "must name the table's database, since the run's data comes from none");
    }
    return new DatabaseLogin(
        data.source(),
        either(options.driverPath(), source.driverPath()),
        either(options.userEnv(), source.userEnv()),
        either(options.passwordEnv(), source.passwordEnv()),
        "data.database");
  }

  private static @Nullable String either(@Nullable String own, @Nullable String other) {
    return own == null ? other : Objects.requireNonNull(own);
  }

  /** Returns the value of the variable that holds the user's name; null where there is none. */
  @Nullable String user() {
    return variable("user", userEnv);
  }

  /** Returns the value of the variable that holds the password; null where there is none. */
  @Nullable String password() {
    return variable("password", passwordEnv);
  }

  private @Nullable String variable(String what, @Nullable String name) {
    if (name == null) {
      return null;
    }
    String value = System.getenv(name);
    if (value == null) {
      throw Problem.usage(
          "there is no environment variable '%s', which is to hold the database's %s", name, what);
    }
    return value;
  }
}
