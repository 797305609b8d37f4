package dev.synth.table;

import dev.synth.table.reading.ReadingNote;
import java.nio.file.Path;
import java.util.List;

/**
 * The data that was read, and what the user ought to know about it.
 *
 * @param rows the labelled rows, in the order of the files
 * @param files the files, in the order in which they were read; none for simulated data
 * @param notes proposed identifiers, empty and constant columns, missing cells, dropped rows
 * @param columns how each column was read; none for simulated data
 */
public record LoadedData(
    LabelledTable rows, List<Path> files, List<ReadingNote> notes, List<ColumnNote> columns) {
  public LoadedData {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
    columns = List.copyOf(columns);
  }
}
