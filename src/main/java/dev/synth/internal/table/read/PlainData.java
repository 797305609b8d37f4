package dev.synth.internal.table.read;

import dev.synth.table.ColumnNote;
import dev.synth.table.Table;
import dev.synth.table.reading.ReadingNote;
import java.nio.file.Path;
import java.util.List;

/**
 * A table of which no column is known to be the label, and what the user ought to know about it.
 *
 * @param table all columns, in the order of the files
 * @param files the files, in the order in which they were read
 * @param notes what the user ought to know of it
 * @param columns how each column was read
 */
public record PlainData(
    Table table, List<Path> files, List<ReadingNote> notes, List<ColumnNote> columns) {
  public PlainData {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
    columns = List.copyOf(columns);
  }
}
