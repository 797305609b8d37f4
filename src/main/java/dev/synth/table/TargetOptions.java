package dev.synth.table;

import dev.synth.base.InvalidValue;
import dev.synth.base.Records;
import dev.synth.base.Setting;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Options of a database's table that a run's rows are written to. No result depends on them. */
public record TargetOptions(
    @Setting(
            value =
                "The table, as `synthetic_payments`, or with its schema as `fraud.payments`. It is"
                    + " made where there is none.",
            required = true)
        String table,
    @Setting(
            "The database's JDBC URL, without user and password; left out, that of `data.source`,"
                + " with its driver, user and password.")
        @Nullable String jdbc,
    @Setting(
            "What is done where the table exists: `refuse`; `append` adds the rows; `replace`"
                + " deletes all of its rows first, and keeps the table.")
        IfExists ifExists,
    @Setting(
            "The jar of the database's JDBC driver, or its Maven coordinates, as"
                + " `data.database.driver_path` has them.")
        @Nullable String driverPath,
    @Setting("The environment variable that holds the user's name.") @Nullable String userEnv,
    @Setting("The environment variable that holds the password.") @Nullable String passwordEnv) {
  private static final Pattern NAME = Pattern.compile("[^.\\p{Cntrl}]+(\\.[^.\\p{Cntrl}]+)?");

  /** The treatment of a table that exists. */
  public enum IfExists {
    /** Nothing is written. */
    REFUSE,
    /** The rows are added. */
    APPEND,
    /** The rows that are there are deleted first. */
    REPLACE
  }

  public TargetOptions {
    InvalidValue.unless(
        NAME.matcher(table).matches() && !table.isBlank(),
        "table",
        "must be a name, or a schema and a name with a point between",
        "'" + table + "'");
    // a URL that breaks a rule is not repeated: it may hold a password
    InvalidValue.unless(
        jdbc == null || jdbc.startsWith(JdbcUrls.BEGINNING),
        "jdbc",
        "must be a URL that begins with jdbc:",
        "none");
    InvalidValue.unless(
        jdbc == null || !JdbcUrls.holdCredentials(jdbc),
        "jdbc",
        JdbcUrls.NO_CREDENTIALS,
        "a URL with one");
  }

  /** Returns a table of the database that the data comes from, which must not exist. */
  public static TargetOptions of(String table) {
    return new TargetOptions(table, null, IfExists.REFUSE, null, null, null);
  }

  /** Returns the defaults, for a table {@code synthetic}; a config must name its own. */
  public static TargetOptions defaults() {
    return of("synthetic");
  }

  /** Returns the same with {@code table} changed. */
  public TargetOptions withTable(String table) {
    return Records.with(this, "table", table);
  }

  /** Returns the same with {@code jdbc} changed. */
  public TargetOptions withJdbc(@Nullable String jdbc) {
    return Records.with(this, "jdbc", jdbc);
  }

  /** Returns the same with {@code ifExists} changed. */
  public TargetOptions withIfExists(IfExists ifExists) {
    return Records.with(this, "ifExists", ifExists);
  }

  /** Returns the same with {@code driverPath} changed. */
  public TargetOptions withDriverPath(@Nullable String driverPath) {
    return Records.with(this, "driverPath", driverPath);
  }

  /** Returns the same with {@code userEnv} changed. */
  public TargetOptions withUserEnv(@Nullable String userEnv) {
    return Records.with(this, "userEnv", userEnv);
  }

  /** Returns the same with {@code passwordEnv} changed. */
  public TargetOptions withPasswordEnv(@Nullable String passwordEnv) {
    return Records.with(this, "passwordEnv", passwordEnv);
  }
}
