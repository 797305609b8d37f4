package dev.synth.internal.table.read;

import dev.synth.internal.table.read.ColumnReader.Read;
import dev.synth.internal.table.read.problem.TypeNames;
import dev.synth.internal.table.stage.StagedTable;
import dev.synth.table.CellForm;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.OffsetForm;
import dev.synth.table.reading.ColumnFact;
import dev.synth.table.reading.TypeNote;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Columns of the offsets from UTC that times were written with. */
final class OffsetColumns {
  private final StagedTable staged;
  private final Map<String, CellForm> known;
  private final ReadNotes notes;

  /**
   * The offsets in a staged table.
   *
   * @param known the forms that columns have in another file, by their names
   */
  OffsetColumns(StagedTable staged, Map<String, CellForm> known, ReadNotes notes) {
    this.staged = staged;
    this.known = known;
    this.notes = notes;
  }

  /** The offsets of times, where they are several, or where another file has a column of them. */
  @Nullable Read of(Column times, @Nullable TimeColumn read) {
    String known = knownOffsets(times.name());
    Cells.Levels levels = read == null ? null : read.offsets();
    boolean areSeveral = read != null && read.areSeveral();
    boolean isThere = known != null && staged.names().contains(known);
    if (isThere || (known == null && !areSeveral)) {
      return null;
    }
    String name = known == null ? freeName(times.name() + " offset") : known;
    CellForm form = new OffsetForm(times.name());
    Column column = new Column(name, new ColumnType.Categorical(), times.isModelled(), form);
    if (known == null && levels != null) {
      notes.add(new TypeNote.SeveralOffsets(times.name(), levels.levels().size(), name));
      notes.fact(name, new ColumnFact.OffsetsOf(times.name()));
      notes.column(name, TypeNames.of(column.type()));
    }
    Cells cells = levels == null ? TimeColumn.noOffsets(staged.rowCount()) : levels;
    return new Read(column, cells, null);
  }

  private @Nullable String knownOffsets(String times) {
    return known.entrySet().stream()
        .filter(entry -> entry.getValue().equals(new OffsetForm(times)))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private String freeName(String wanted) {
    String free = wanted;
    while (staged.names().contains(free)) {
      free += "_";
    }
    return free;
  }
}
