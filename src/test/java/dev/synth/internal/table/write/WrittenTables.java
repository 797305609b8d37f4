package dev.synth.internal.table.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Context;
import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.internal.base.Micros;
import dev.synth.internal.table.CellText;
import dev.synth.internal.table.database.DatabaseLogin;
import dev.synth.internal.table.read.TableReader;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.DataOptions;
import dev.synth.table.DatabaseOptions;
import dev.synth.table.OffsetForm;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import dev.synth.table.TargetOptions.IfExists;
import dev.synth.table.TimeForm;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** The checks of written tables that hold for any database. */
final class WrittenTables {
  /** More than a batch, and no multiple of one. */
  private static final int ROWS = 2_345;

  private static final ColumnType WHOLE = new ColumnType.Numeric(0, null, null);
  private static final ColumnType LEVELS = new ColumnType.Categorical();
  private static final String ODD_NAME = "a \"b\" `c` 'ä";

  private final DatabaseLogin login;

  WrittenTables(DatabaseLogin login) {
    this.login = login;
  }

  /** Rows of all types, some of whose cells are missing. */
  static Table rows() {
    BitSet some = new BitSet();
    some.set(7);
    some.set(1_500);
    double[] amounts = new double[ROWS];
    double[] counts = new double[ROWS];
    double[] frauds = new double[ROWS];
    List<@Nullable String> shops = new ArrayList<>();
    List<@Nullable String> offsets = new ArrayList<>();
    long[] days = new long[ROWS];
    long[] moments = new long[ROWS];
    long[] clocks = new long[ROWS];
    for (int row = 0; row < ROWS; row++) {
      amounts[row] = row % 2 == 0 ? row / 7.0 : -row * 1e-9;
      counts[row] = row * 1_000_000_007L;
      frauds[row] = row % 100 == 0 ? 1 : 0;
      shops.add(
          row == 7 ? null : List.of("a, \"b\"", "ä€😀", "it's; DROP TABLE x --").get(row % 3));
      offsets.add(row % 2 == 0 ? "+05:30" : "-08:00");
      days[row] = (19_000L + row) * Micros.PER_DAY;
      // 2024-03-31 02:30 is no time in many zones
      moments[row] = 1_711_852_200_000_000L + row * 86_399_123_456L;
      clocks[row] = row * 36L * Micros.PER_SECOND;
    }
    Schema schema =
        new Schema(
            List.of(
                new Column("amount", ColumnType.Numeric.UNBOUNDED),
                new Column("Count", WHOLE),
                new Column("order", LEVELS),
                new Column(ODD_NAME, LEVELS),
                new Column("day", new ColumnType.Timestamp(true)),
                new Column("at", new ColumnType.Timestamp(false)),
                new Column(
                    "seen",
                    new ColumnType.Timestamp(false),
                    true,
                    new TimeForm("dd.MM.yyyy HH:mm:ss.SSSSSSX", "", "", "+05:30")),
                new Column("seen offset", LEVELS, true, new OffsetForm("seen")),
                new Column("clock", new ColumnType.TimeOfDay()),
                new Column("fraud", WHOLE)));
    return new Table(
        schema,
        List.of(
            new Cells.Numbers(amounts, some),
            new Cells.Numbers(counts, some),
            Cells.Levels.of(shops),
            Cells.Levels.of(shops),
            new Cells.Instants(days, some),
            new Cells.Instants(moments, some),
            new Cells.Instants(moments, some),
            Cells.Levels.of(offsets),
            new Cells.Instants(clocks, some),
            new Cells.Numbers(frauds)));
  }

  void write(String table, IfExists ifExists, Table rows) {
    try (DatabaseWriter writer = DatabaseWriter.open(login, table, ifExists, rows.schema())) {
      writer.append(rows);
      writer.commit();
    }
  }

  /** Returns the rows of a table, as a run that learns from it has them. */
  Table read(String query) {
    DataOptions options =
        DataOptions.of("demo", "fraud", "1")
            .withTypes(
                Map.of(
                    "order",
                    LEVELS,
                    ODD_NAME,
                    LEVELS,
                    "Count",
                    ColumnType.Numeric.UNBOUNDED,
                    "day",
                    new ColumnType.Timestamp(true),
                    "at",
                    new ColumnType.Timestamp(false),
                    "clock",
                    new ColumnType.TimeOfDay()))
            .withSource(login.url())
            .withDatabase(
                new DatabaseOptions(query, login.driver(), login.userEnv(), login.passwordEnv()));
    return TableReader.read(options, Context.quiet(1)).rows().emitted();
  }

  /** All types, more rows than a batch, and names that need quotes. */
  void assertTheRowsComeBack(String table, String select) {
    Table rows = rows();
    write(table, IfExists.REFUSE, rows);
    Table back = read(select);
    assertThat(back.rowCount()).isEqualTo(ROWS);
    for (Column column : rows.schema().columns()) {
      if (!column.name().startsWith("seen")) {
        assertThat(texts(back, column.name()))
            .as(column.name())
            .isEqualTo(texts(rows, column.name()));
      }
    }
    assertThat(instants(back)).isEqualTo(instants(rows));
  }

  private static List<String> texts(Table table, String name) {
    Column column = table.schema().columns().get(table.schema().indexOf(name));
    List<String> texts = new ArrayList<>();
    for (int row = 0; row < table.rowCount(); row++) {
      texts.add(CellText.of(column, table.cells(name), row));
    }
    return texts;
  }

  /** The points in time of the column whose cells have offsets. */
  private static List<Long> instants(Table table) {
    Cells.Instants cells = (Cells.Instants) table.cellsInUtc("seen");
    List<Long> instants = new ArrayList<>();
    for (int row = 0; row < cells.size(); row++) {
      instants.add(cells.isMissing(row) ? -1 : cells.value(row));
    }
    return instants;
  }

  /** A table that exists is refused, appended to, or emptied first. */
  void assertMindsWhatIsThere(String count) {
    Table rows = rows();
    write("twice", IfExists.APPEND, rows);
    assertProblem(
        () -> write("twice", IfExists.REFUSE, rows), ExitCode.USAGE, "the table 'twice' exists");
    assertProblem(
        () -> DatabaseWriter.check(login, "twice", IfExists.REFUSE), ExitCode.USAGE, "exists");
    DatabaseWriter.check(login, "twice", IfExists.APPEND);
    DatabaseWriter.check(login, "nowhere", IfExists.REFUSE);
    write("TWICE", IfExists.APPEND, rows);
    assertThat(read(count).rowCount()).isEqualTo(2 * ROWS);
    write("twice", IfExists.REPLACE, rows);
    assertThat(read(count).rowCount()).isEqualTo(ROWS);
  }

  /** A writer that is closed before its commit leaves the database as it was. */
  void assertLeavesNothingHalfWritten(String count) {
    Table rows = rows();
    try (DatabaseWriter writer =
        DatabaseWriter.open(login, "twice", IfExists.REPLACE, rows.schema())) {
      writer.append(rows);
    }
    assertThat(read(count).rowCount()).isEqualTo(ROWS);
    try (DatabaseWriter writer =
        DatabaseWriter.open(login, "half", IfExists.REFUSE, rows.schema())) {
      writer.append(rows);
    }
    DatabaseWriter.check(login, "half", IfExists.REFUSE); // it does not exist
    Schema more =
        new Schema(
            List.of(
                new Column("amount", LEVELS), new Column("gone", ColumnType.Numeric.UNBOUNDED)));
    assertProblem(
        () -> DatabaseWriter.open(login, "twice", IfExists.REPLACE, more).close(),
        ExitCode.DATA,
        "the table 'twice' has no column 'gone'");
    Table misfit =
        new Table(
            new Schema(List.of(new Column("Count", LEVELS), new Column("fraud", WHOLE))),
            List.of(Cells.Levels.of(List.of("1", "many")), new Cells.Numbers(0, 1)));
    assertProblem(
        () -> write("twice", IfExists.REPLACE, misfit),
        ExitCode.DATA,
        "'many' does not fit the column 'Count' of the table 'twice', which is ");
    assertThat(read(count).rowCount()).isEqualTo(ROWS);
  }

  static void assertProblem(ThrowingCallable work, ExitCode code, String text) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.exitCode()).isEqualTo(code))
        .hasMessageContaining(text);
  }
}
