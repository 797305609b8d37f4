package dev.synth.internal.experiment.run;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.base.Remedy;
import dev.synth.internal.table.database.DatabaseLogin;
import dev.synth.internal.table.read.CellReader;
import dev.synth.internal.table.stage.RowStream;
import dev.synth.internal.table.write.DatabaseWriter;
import dev.synth.run.WrittenTable;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.DataOptions;
import dev.synth.table.OffsetForm;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import dev.synth.table.TargetOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The copy of a file that a run wrote, in a table of a database. The file is read again, a block of
 * rows at a time, so that the table holds what the file holds, whenever the run was made.
 */
public final class TableCopy {
  private static final int BLOCK_ROWS = 4096;

  private final TargetOptions options;
  private final DatabaseLogin login;

  /**
   * A copy in a table.
   *
   * @param data where the database is, if the table doesn't say it
   * @throws Problem (usage) if neither says it
   */
  public TableCopy(TargetOptions options, DataOptions data) {
    this.options = options;
    this.login = DatabaseLogin.of(options, data);
  }

  /**
   * Makes sure that there can be a copy, before there are any rows.
   *
   * @throws Problem if the table exists and must not, or its database can't be reached
   */
  public void check() {
    DatabaseWriter.check(login, options.table(), options.ifExists());
  }

  /** Starts a table that rows are written to as they are made. */
  public DatabaseWriter open(Schema schema) {
    return DatabaseWriter.open(login, options.table(), options.ifExists(), schema);
  }

  /** Returns what was written. */
  public WrittenTable written(long rows) {
    return new WrittenTable(options.table(), login.url(), rows);
  }

  /**
   * Copies a file that synth wrote.
   *
   * @param schema its columns, with the forms of their cells
   */
  public WrittenTable write(Path file, Schema schema, Context context) {
    try (DatabaseWriter writer = open(schema);
        Progress.Stage stage =
            context.progress().stage("writing to " + options.table(), Progress.UNKNOWN, "rows")) {
      RowCollector blocks = new RowCollector(file, schema);
      RowStream.read(
          file.toString(),
          StandardCharsets.UTF_8,
          new RowStream.Sink() {
            @Override
            public void columns(List<String> names) {
              blocks.columns(names);
            }

            @Override
            public void row(RowStream.@Nullable Cell[] cells) {
              blocks.add(cells);
              if (blocks.rows == BLOCK_ROWS) {
                context.cancellation().check();
                stage.advance(blocks.rows);
                writer.append(blocks.take());
              }
            }
          });
      stage.advance(blocks.rows);
      writer.append(blocks.take());
      writer.commit();
      return written(writer.rows());
    }
  }

  /** Puts rows of the file together as tables. */
  private static final class RowCollector {
    private final Path file;
    private final Schema schema;
    private final List<CellReader> readers = new ArrayList<>();
    private final int[] places;
    private int rows;

    RowCollector(Path file, Schema schema) {
      this.file = file;
      this.schema = schema;
      this.places = new int[schema.columns().size()];
      // in a file of ours, a cell is missing where it has its column's own text for that
      DataOptions plain =
          DataOptions.defaults().withMissing(List.of()).withMissingInNumbers(List.of());
      for (Column column : schema.columns()) {
        readers.add(new CellReader(new CellReader.Plan(column, plain, List.of())));
      }
    }

    void columns(List<String> names) {
      for (int i = 0; i < places.length; i++) {
        Column column = schema.columns().get(i);
        places[i] = names.indexOf(column.name());
        boolean isInTimes =
            column.form() instanceof OffsetForm form && names.contains(form.times());
        if (places[i] < 0 && !isInTimes) {
          throw changed("has no column '" + column.name() + "'");
        }
      }
    }

    void add(RowStream.@Nullable Cell[] cells) {
      for (int i = 0; i < places.length; i++) {
        RowStream.Cell cell = places[i] < 0 ? null : cells[places[i]];
        Column column = schema.columns().get(i);
        boolean isMissing =
            cell instanceof RowStream.Cell.Text text && text.text().equals(column.missingText());
        CellReader.Outcome outcome = readers.get(i).add(isMissing ? null : cell);
        if (outcome == CellReader.Outcome.MISFIT) {
          throw changed(
              "holds '" + CellReader.textOf(cell) + "' in the column '" + column.name() + "'");
        }
      }
      rows++;
    }

    private Problem changed(String what) {
      return Problem.data("%s %s, and is not what the run wrote", file, what).remedy(Remedy.RERUN);
    }

    Table take() {
      List<@Nullable Cells> offsets = new ArrayList<>(); // before the times are taken
      for (int i = 0; i < places.length; i++) {
        offsets.add(places[i] < 0 ? offsets(i) : null);
      }
      List<Cells> all = new ArrayList<>();
      for (int i = 0; i < places.length; i++) {
        Cells own = readers.get(i).take();
        Cells beside = offsets.get(i);
        all.add(beside == null ? own : beside);
      }
      rows = 0;
      return new Table(schema, all);
    }

    /** The offsets that stand in the cells of the column's times. */
    private Cells offsets(int column) {
      if (schema.columns().get(column).form() instanceof OffsetForm form) {
        return readers.get(schema.indexOf(form.times())).offsets();
      }
      throw new IllegalStateException("no offsets: " + schema.columns().get(column).name());
    }
  }
}
