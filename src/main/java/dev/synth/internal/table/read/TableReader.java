package dev.synth.internal.table.read;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.internal.files.Hashes;
import dev.synth.internal.table.stage.QueryStager;
import dev.synth.internal.table.stage.SourceFiles;
import dev.synth.internal.table.stage.StagedTable;
import dev.synth.table.CellForm;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.DataOptions;
import dev.synth.table.DatabaseOptions;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.LoadedData;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads labelled tables: delimited text (also gzipped), Parquet, JSON; one file, or all that a glob
 * names, joined by column name; or the rows of a database's query.
 *
 * <p>Rows keep the order of the files, and files are read in the order of their paths. The header
 * of a text file must name the columns; the delimiter is the one of comma, semicolon, tab and bar
 * that parts the header into most cells. Blanks around a cell are cut off.
 */
public final class TableReader {
  private TableReader() {}

  /**
   * Returns the files that are read, sorted by path.
   *
   * @param options where the data is; not the simulator
   * @throws Problem if there is none, or one can't be read
   */
  public static List<Path> files(DataOptions options) {
    return SourceFiles.resolve(options.source()).files();
  }

  /**
   * Returns a hash of the files' bytes, or of the rows of a query in their order.
   *
   * @param options where the data is; not the simulator
   * @throws Problem if there is none, or it can't be read
   */
  public static String sha256(DataOptions options) {
    DatabaseOptions database = options.database();
    return database == null
        ? Hashes.ofFiles(files(options))
        : new QueryStager(options.source(), database).sha256();
  }

  /**
   * Reads a table and pulls its label column out.
   *
   * @param options where the data is and what its columns mean; not the simulator
   * @param context who is told how far reading is; no random number is drawn
   * @throws Problem if a file, a column or a cell is not as it must be; the message says where
   */
  public static LoadedData read(DataOptions options, Context context) {
    return read(options, LabelReader::read, Map.of(), context);
  }

  /**
   * The same, of rows that were hashed before.
   *
   * @param sha256 the hash that {@link #sha256(DataOptions)} gave; a query must return the same
   *     rows again
   */
  public static LoadedData read(DataOptions options, @Nullable String sha256, Context context) {
    return read(options, sha256, LabelReader::read, Map.of(), context);
  }

  /** The same, where rows of the other class may be missing: rare rows alone can be judged. */
  public static LoadedData readAnyClass(DataOptions options, Context context) {
    return read(options, LabelReader::readAny, Map.of(), context);
  }

  /**
   * The same, of a file that another schema's rows were written to: its columns may have the forms
   * that the schema's have.
   */
  public static LoadedData readAnyClass(DataOptions options, Schema written, Context context) {
    Map<String, CellForm> forms = new LinkedHashMap<>();
    written.columns().forEach(column -> forms.put(column.name(), column.form()));
    return read(options, LabelReader::readAny, forms, context);
  }

  /**
   * Reads a table of which no column is known to be the label.
   *
   * @param options where the data is and what its columns mean; its label is not looked at
   * @param context who is told how far reading is; no random number is drawn
   * @throws Problem if a file, a column or a cell is not as it must be; the message says where
   */
  public static PlainData readPlain(DataOptions options, Context context) {
    TableChecks.checkFormats(options.types());
    try (StagedTable staged = StagedTable.load(options, null)) {
      TableChecks.checkRoles(staged.names(), options);
      ReadNotes notes = new ReadNotes();
      staged.notes().forEach(notes::add);
      ColumnReader reader = new ColumnReader(staged, options, Map.of(), notes);
      List<Column> columns = new ArrayList<>();
      List<Cells> cells = new ArrayList<>();
      try (Progress.Stage stage =
          context.progress().stage("reading", staged.names().size(), "columns")) {
        for (int i = 0; i < staged.names().size(); i++) {
          context.cancellation().check();
          ColumnReader.Read read = reader.read(i);
          columns.add(read.column());
          cells.add(read.cells());
          stage.advance(1);
        }
      }
      reader.finish();
      TableChecks.checkTime(columns, options);
      Table table = new Table(new Schema(columns), cells);
      return new PlainData(table, staged.files(), notes.all(), notes.columns());
    }
  }

  private interface LabelReading {
    LabelReader read(StagedTable staged, int position, DataOptions options, ReadNotes notes);
  }

  private static LoadedData read(
      DataOptions options, LabelReading how, Map<String, CellForm> forms, Context context) {
    return read(options, null, how, forms, context);
  }

  private static LoadedData read(
      DataOptions options,
      @Nullable String sha256,
      LabelReading how,
      Map<String, CellForm> forms,
      Context context) {
    TableChecks.checkFormats(options.types());
    if (options.isDemo()) {
      throw new IllegalArgumentException("the simulator's rows are not read from files");
    }
    try (StagedTable staged = StagedTable.load(options, sha256)) {
      TableChecks.checkNames(staged.names(), staged.areTextFiles(), options);
      ReadNotes notes = new ReadNotes();
      staged.notes().forEach(notes::add);
      int labelColumn = staged.names().indexOf(options.label());
      LabelReader labels = how.read(staged, labelColumn, options, notes);
      LabelledTable rows =
          rows(
              staged,
              labelColumn,
              labels,
              new ColumnReader(staged, options, forms, notes),
              options,
              context);
      return new LoadedData(rows, staged.files(), notes.all(), notes.columns());
    }
  }

  /** Returns whether a label's text is one that marks the rare class. */
  public static boolean isPositive(String label, DataOptions options) {
    return options.positive().stream().anyMatch(positive -> LabelText.matches(label, positive));
  }

  /** Returns which of all labels of a column, as texts, stand for a label that is not known. */
  public static Set<String> missingLabels(Collection<String> labels, DataOptions options) {
    return LabelReader.missing(labels, options);
  }

  private static LabelledTable rows(
      StagedTable staged,
      int labelColumn,
      LabelReader labels,
      ColumnReader reader,
      DataOptions options,
      Context context) {
    List<Column> columns = new ArrayList<>();
    List<Cells> cells = new ArrayList<>();
    int modelledBefore = 0;
    try (Progress.Stage stage =
        context.progress().stage("reading", staged.names().size(), "columns")) {
      for (int i = 0; i < staged.names().size(); i++) {
        context.cancellation().check();
        if (i != labelColumn) {
          ColumnReader.Read read = reader.read(i);
          ColumnReader.Read offsets = read.offsets();
          for (ColumnReader.Read each : offsets == null ? List.of(read) : List.of(read, offsets)) {
            columns.add(each.column());
            cells.add(each.cells());
            modelledBefore += i < labelColumn && each.column().isModelled() ? 1 : 0;
          }
        } else {
          reader.describeLabel(labels);
        }
        stage.advance(1);
      }
    }
    reader.finish();
    TableChecks.checkColumns(columns, options);
    Label label = new Label(options.label(), labels.positive(), labels.negative(), modelledBefore);
    LabelledTable all =
        new LabelledTable(new Table(new Schema(columns), cells), labels.rare(), label)
            .with(staged.style());
    return labels.unlabelled().isEmpty() ? all : all.rows(others(labels.unlabelled(), all));
  }

  private static int[] others(BitSet left, LabelledTable rows) {
    return IntStream.range(0, rows.rowCount()).filter(row -> !left.get(row)).toArray();
  }
}
