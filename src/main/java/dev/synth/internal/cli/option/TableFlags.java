package dev.synth.internal.cli.option;

import dev.synth.base.InvalidValue;
import dev.synth.base.Problem;
import dev.synth.table.TargetOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of all commands that write rows into a table of a database. */
public final class TableFlags {
  @Option(
      names = "--to-table",
      paramLabel = "TABLE",
      description =
          "Writes the rows into this table of a database, in one transaction; it is made "
              + "where there is none. docs/databases.md has the rest.")
  private @Nullable String table;

  @Option(
      names = "--to-jdbc",
      paramLabel = "URL",
      description =
          "The table's database, as a JDBC URL without password (default: that of the data).")
  private @Nullable String jdbc;

  @Option(
      names = "--if-exists",
      paramLabel = "WHAT",
      description =
          "What is done where the table exists: refuse (default), append, or replace its rows.")
  private TargetOptions.@Nullable IfExists ifExists;

  @Option(
      names = "--to-user-env",
      paramLabel = "VARIABLE",
      description = "The environment variable with the user's name for --to-jdbc.")
  private @Nullable String userEnv;

  @Option(
      names = "--to-password-env",
      paramLabel = "VARIABLE",
      description = "The environment variable with the password for --to-jdbc.")
  private @Nullable String passwordEnv;

  /** Returns what the options say of a config's {@code to}, as {@code --set} has it. */
  public List<String> overrides() {
    List<String> all = new ArrayList<>();
    add("table", table, all);
    add("jdbc", jdbc, all);
    if (ifExists != null) {
      all.add("to.if_exists=" + ifExists.name().toLowerCase(Locale.ROOT));
    }
    add("user_env", userEnv, all);
    add("password_env", passwordEnv, all);
    return all;
  }

  private static void add(String key, @Nullable String value, List<String> all) {
    if (value != null) {
      all.add("to." + key + "='" + value.replace("'", "''") + "'");
    }
  }

  /**
   * Returns the table that the options name, for a command without a config; null where they name
   * none.
   *
   * @param driver the driver's jar or coordinates, or null
   */
  public @Nullable TargetOptions target(@Nullable String driver) {
    if (table == null) {
      if (!overrides().isEmpty()) {
        throw Problem.usage("the options of a table go with --to-table, which names it");
      }
      return null;
    }
    try {
      return new TargetOptions(
          table,
          jdbc,
          Objects.requireNonNullElse(ifExists, TargetOptions.IfExists.REFUSE),
          driver,
          userEnv,
          passwordEnv);
    } catch (InvalidValue e) {
      String option = e.component().equals("table") ? "toTable" : "toJdbc";
      throw Problem.invalid(option, "%s", e.complaint());
    }
  }
}
