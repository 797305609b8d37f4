package dev.synth.table;

import dev.synth.base.InvalidValue;
import dev.synth.base.Records;
import dev.synth.base.Setting;
import org.jspecify.annotations.Nullable;

/** Options of data that a database holds: what is asked of it, and how it is reached. */
public record DatabaseOptions(
    @Setting(
            "The SQL query whose rows are the data, such as `SELECT * FROM payments ORDER BY id`."
                + " `ORDER BY` makes a run repeatable.")
        String query,
    @Setting(
            "The jar of the database's JDBC driver, or its Maven coordinates, such as"
                + " `org.postgresql:postgresql:42.7.4`, which Maven's local repository must have."
                + " Left out, the driver is looked for on the class path.")
        @Nullable String driverPath,
    @Setting("The environment variable that holds the user's name.") @Nullable String userEnv,
    @Setting("The environment variable that holds the password.") @Nullable String passwordEnv) {
  public DatabaseOptions {
    InvalidValue.unless(!query.isBlank(), "query", "must not be empty", "''");
  }

  /** Returns the same with {@code driverPath} changed. */
  public DatabaseOptions withDriverPath(@Nullable String driverPath) {
    return Records.with(this, "driverPath", driverPath);
  }
}
