package dev.synth.internal.table.write;

import dev.synth.base.Problem;
import dev.synth.base.Remedy;
import dev.synth.internal.table.database.Database;
import dev.synth.internal.table.database.DatabaseLogin;
import dev.synth.internal.table.database.DatabaseProduct;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import dev.synth.table.TargetOptions.IfExists;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows into a table of a database, in one transaction and in memory that does not grow with
 * them. The table is made where there is none; closed without {@link #commit}, the database is as
 * it was.
 */
public final class DatabaseWriter implements RowWriter {
  private static final int ROWS_AT_ONCE = 1_000;

  /** DuckDB takes a millisecond a statement, whether it has one row or many. */
  private static final int ROWS_A_STATEMENT = 100;

  private final Database database;
  private final TablePlace place;
  private final boolean isNew;
  private final List<CellBinder> binders;
  private final PreparedStatement insert;

  /** Inserts many rows; null where batches of single rows are as fast. */
  private final @Nullable PreparedStatement many;

  private final List<Row> waiting = new ArrayList<>();
  private long rows;
  private boolean committed;
  private boolean closed;

  /** A row of a table. */
  private record Row(Table batch, int row) {}

  private DatabaseWriter(
      Database database,
      TablePlace place,
      boolean isNew,
      List<CellBinder> binders,
      PreparedStatement insert,
      @Nullable PreparedStatement many) {
    this.many = many;
    this.database = database;
    this.place = place;
    this.isNew = isNew;
    this.binders = binders;
    this.insert = insert;
  }

  /**
   * Makes sure that a table can be written, before there are any rows.
   *
   * @throws Problem (usage) if it exists and must not; (environment) if its database can't be
   *     reached
   */
  public static void check(DatabaseLogin login, String table, IfExists ifExists) {
    try (Database database = Database.openToWrite(login)) {
      try {
        refuse(TablePlace.of(table, database).find(database), ifExists);
      } catch (SQLException e) {
        throw failed(database, table, e);
      }
    }
  }

  /**
   * Starts to write.
   *
   * @param table a name, or a schema and a name with a point between
   * @param schema the columns of every batch
   * @throws Problem as {@link #check} does; (data) if the table lacks a column
   */
  public static DatabaseWriter open(
      DatabaseLogin login, String table, IfExists ifExists, Schema schema) {
    Database database = Database.openToWrite(login);
    TablePlace made = null;
    boolean opened = false;
    try {
      TablePlace asked = TablePlace.of(table, database);
      Optional<TablePlace> found = asked.find(database);
      refuse(found, ifExists);
      TablePlace place = found.orElse(asked);
      List<CellWriter> cells = CellWriter.of(schema);
      if (found.isEmpty()) {
        execute(database, TableColumns.create(place, cells, schema, database));
        made = place;
      } else if (ifExists == IfExists.REPLACE) {
        execute(database, "DELETE FROM " + place.sql());
      }
      List<CellBinder> binders = TableColumns.binders(place, cells, schema, database);
      PreparedStatement insert =
          database.connection().prepareStatement(TableColumns.insert(place, binders, 1));
      PreparedStatement many =
          database.product() == DatabaseProduct.DUCKDB
              ? database
                  .connection()
                  .prepareStatement(TableColumns.insert(place, binders, ROWS_A_STATEMENT))
              : null;
      opened = true;
      return new DatabaseWriter(database, place, made != null, binders, insert, many);
    } catch (SQLException e) {
      throw failed(database, table, e);
    } finally {
      if (!opened) {
        abandon(database, made);
      }
    }
  }

  private static void refuse(Optional<TablePlace> found, IfExists ifExists) {
    if (found.isPresent() && ifExists == IfExists.REFUSE) {
      throw Problem.usage("the table '%s' exists", found.get().text()).remedy(Remedy.OTHER_TABLE);
    }
  }

  private static void execute(Database database, String sql) throws SQLException {
    try (Statement statement = database.connection().createStatement()) {
      statement.execute(sql);
    }
  }

  /**
   * Writes rows, which are not there for others before {@link #commit}.
   *
   * @throws Problem (data) if a cell does not fit its column, or the database refuses a row
   */
  @Override
  public void append(Table batch) {
    try {
      for (int row = 0; row < batch.rowCount(); row++) {
        add(new Row(batch, row));
        rows++;
      }
    } catch (SQLException e) {
      throw failed(database, place.text(), e);
    }
  }

  private void add(Row row) throws SQLException {
    PreparedStatement whole = many;
    if (whole == null) {
      bind(insert, 0, row);
      insert.addBatch();
      if ((rows + 1) % ROWS_AT_ONCE == 0) {
        flush();
      }
      return;
    }
    waiting.add(row);
    if (waiting.size() == ROWS_A_STATEMENT) {
      for (int i = 0; i < ROWS_A_STATEMENT; i++) {
        bind(whole, i * binders.size(), waiting.get(i));
      }
      waiting.clear();
      whole.execute();
    }
  }

  private void bind(PreparedStatement statement, int before, Row row) throws SQLException {
    for (int i = 0; i < binders.size(); i++) {
      binders.get(i).bind(statement, before + i + 1, row.batch(), row.row());
    }
  }

  private void flush() throws SQLException {
    int[] counts = insert.executeBatch();
    for (int count : counts) {
      if (count == Statement.EXECUTE_FAILED) {
        throw new SQLException("a row was refused");
      }
    }
  }

  /** Returns how many rows were written. */
  public long rows() {
    return rows;
  }

  /** Returns the table's name. */
  public String table() {
    return place.text();
  }

  /**
   * Keeps the rows, and closes the writer.
   *
   * @throws Problem (data) if the database refuses them
   */
  @Override
  public void commit() {
    try {
      for (Row row : waiting) {
        bind(insert, 0, row);
        insert.addBatch();
      }
      if (!waiting.isEmpty() || (many == null && rows % ROWS_AT_ONCE != 0)) {
        flush();
      }
      database.commit();
      committed = true;
    } catch (SQLException e) {
      throw failed(database, place.text(), e);
    } finally {
      close();
    }
  }

  /** Closes the writer; without a {@link #commit} before, the database is as it was. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      Database.closeAll(insert, many);
      abandon(database, isNew && !committed ? place : null);
    }
  }

  /** MySQL keeps a new table whatever becomes of the transaction, so that it is dropped. */
  private static void abandon(Database database, @Nullable TablePlace made) {
    try {
      if (made != null
          && database.connection().getMetaData().dataDefinitionCausesTransactionCommit()) {
        database.connection().rollback();
        execute(database, "DROP TABLE " + made.sql());
        database.commit();
      }
    } catch (SQLException e) {
      // an empty table stays
    } finally {
      database.close();
    }
  }

  private static Problem failed(Database database, String table, SQLException problem) {
    // without its cause, which may have the password in its own words
    return Problem.data(
        "the rows can't be written into the table '%s': %s", table, database.reason(problem));
  }
}
