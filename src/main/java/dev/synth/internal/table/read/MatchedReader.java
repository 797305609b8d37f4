package dev.synth.internal.table.read;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.stage.SourceFiles;
import dev.synth.internal.table.stage.StagedTable;
import dev.synth.table.CellForm;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.DataOptions;
import dev.synth.table.LabelledTable;
import dev.synth.table.OffsetForm;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import dev.synth.table.reading.MatchNote;
import dev.synth.table.reading.ReadingNote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads rare rows that are to be compared with those of another table: synthetic ones from any
 * tool, or real ones for reference.
 *
 * <p>Columns are found by name and read as the other table's types, whatever their order, their
 * delimiter or their decimal sign. Columns that only one side has are named and left aside. Where
 * the label column is there, the rows of the rare class are taken; where it is not, all rows.
 */
public final class MatchedReader {
  private static final int NAMED = 8;

  private MatchedReader() {}

  /**
   * The rows that were read, and notes on them.
   *
   * @param rows the rare rows: the columns that the other table models and the file has, in the
   *     other table's order; at least one row
   * @param notes what was left aside
   */
  public record Matched(Table rows, List<ReadingNote> notes) {
    public Matched {
      notes = List.copyOf(notes);
    }
  }

  /**
   * Reads.
   *
   * @param source a file or glob
   * @param model the table whose columns are looked for
   * @param options how cells are read; its source and roles are not used
   * @throws Problem if the file cannot be read, has no rare row or none of the columns, or holds a
   *     cell that is not of its column's type or is infinite; the message says where
   */
  public static Matched read(
      String source, LabelledTable model, DataOptions options, Context context) {
    return read(source, source, model, options, context);
  }

  /**
   * Reads a copy of rows.
   *
   * @param shown the file or glob that the rows come from, for the notes
   */
  public static Matched read(
      String source, String shown, LabelledTable model, DataOptions options, Context context) {
    SourceFiles files = SourceFiles.resolve(source);
    try (StagedTable staged = StagedTable.load(files, options)) {
      List<Column> wanted = model.features().schema().modelled().columns();
      List<Column> found = wanted.stream().filter(column -> holds(staged.names(), column)).toList();
      if (found.isEmpty()) {
        throw Problem.data(
            "'%s' has none of the columns that are compared (%s); its columns are %s",
            source, named(names(wanted)), named(staged.names()));
      }
      Table all = cells(staged, found, options, context);
      List<ReadingNote> notes = new ArrayList<>(staged.notes());
      notes.addAll(strangers(shown, staged.names(), wanted, model, options));
      return new Matched(rareRows(all, shown, staged, options, notes), notes);
    }
  }

  /** Returns whether a file has a column, or holds its offsets in the cells of their times. */
  private static boolean holds(List<String> names, Column column) {
    return names.contains(column.name())
        || (column.form() instanceof OffsetForm offsets && names.contains(offsets.times()));
  }

  private static Table cells(
      StagedTable staged, List<Column> found, DataOptions options, Context context) {
    Map<String, ColumnType> types = new LinkedHashMap<>();
    found.forEach(column -> types.put(column.name(), column.type()));
    Map<String, CellForm> forms = new LinkedHashMap<>();
    found.forEach(column -> forms.put(column.name(), column.form()));
    DataOptions typed =
        options
            .withWeight(null)
            .withExclude(List.of())
            .withTime(null)
            .withGroup(null)
            .withTypes(types);
    ColumnReader reader = new ColumnReader(staged, typed, forms, new ReadNotes());
    List<Cells> cells = new ArrayList<>();
    Map<String, Cells> offsets = new HashMap<>();
    try (Progress.Stage stage = context.progress().stage("reading", found.size(), "columns")) {
      for (Column column : found) {
        context.cancellation().check();
        int position = staged.names().indexOf(column.name());
        if (position < 0 && column.form() instanceof OffsetForm form) {
          cells.add(offsetsOf(form.times(), offsets, staged, reader));
        } else {
          ColumnReader.Read read = reader.read(position);
          cells.add(read.cells());
          keepOffsets(read, offsets);
        }
        stage.advance(1);
      }
    }
    reader.finish();
    return new Table(new Schema(found), cells);
  }

  private static void keepOffsets(ColumnReader.Read read, Map<String, Cells> offsets) {
    ColumnReader.Read beside = read.offsets();
    if (beside != null) {
      offsets.put(read.column().name(), beside.cells());
    }
  }

  /** The offsets that were read with their times; these may not be among the columns. */
  private static Cells offsetsOf(
      String times, Map<String, Cells> offsets, StagedTable staged, ColumnReader reader) {
    Cells read = offsets.get(times);
    if (read == null) {
      keepOffsets(reader.read(staged.names().indexOf(times)), offsets);
    }
    Cells again = offsets.get(times);
    return again == null ? TimeColumn.noOffsets(staged.rowCount()) : again;
  }

  private static List<ReadingNote> strangers(
      String source,
      List<String> there,
      List<Column> wanted,
      LabelledTable model,
      DataOptions options) {
    List<ReadingNote> notes = new ArrayList<>();
    Set<String> known = new TreeSet<>(model.features().schema().names());
    known.add(options.label());
    List<String> extra = there.stream().filter(name -> !known.contains(name)).toList();
    if (!extra.isEmpty()) {
      notes.add(new MatchNote.ExtraColumns(source, extra));
    }
    List<String> lacking = names(wanted.stream().filter(column -> !holds(there, column)).toList());
    if (!lacking.isEmpty()) {
      notes.add(new MatchNote.LackingColumns(source, lacking));
    }
    return notes;
  }

  private static Table rareRows(
      Table all, String source, StagedTable staged, DataOptions options, List<ReadingNote> notes) {
    int label = staged.names().indexOf(options.label());
    if (label < 0) {
      notes.add(new MatchNote.WithoutLabel(source, options.label()));
      return all;
    }
    LabelReader labels = LabelReader.readAny(staged, label, options, new ReadNotes());
    int others = staged.rowCount() - labels.rare().cardinality();
    if (others > 0) {
      notes.add(new MatchNote.OtherRows(source, others));
    }
    return all.rows(labels.rare().stream().toArray());
  }

  private static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::name).toList();
  }

  private static String named(List<String> names) {
    String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
    int more = names.size() - NAMED;
    return more > 0 ? first + PlainText.of(" and %d more", more) : first;
  }
}
