package dev.synth.internal.table.read;

import dev.synth.table.ColumnNote;
import dev.synth.table.reading.CellNote;
import dev.synth.table.reading.ColumnFact;
import dev.synth.table.reading.Counted;
import dev.synth.table.reading.ReadingNote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what the user ought to know about what was read. */
final class ReadNotes {
  private final List<ReadingNote> notes = new ArrayList<>();
  private final List<String> empty = new ArrayList<>();
  private final List<String> constant = new ArrayList<>();
  private final List<CellNote.ColumnGaps> withMissing = new ArrayList<>();
  private final List<CellNote.ColumnWords> withWords = new ArrayList<>();
  private final List<CellNote.ColumnForm> inForm = new ArrayList<>();
  private final List<ColumnNote> columns = new ArrayList<>();
  private final Map<String, List<ColumnFact>> facts = new LinkedHashMap<>();

  /** Takes down a note, before those on the cells of several columns. */
  void add(ReadingNote note) {
    notes.add(note);
  }

  /** Takes down a fact of how a column was read, for those who want to know of each. */
  void fact(String column, ColumnFact fact) {
    facts.computeIfAbsent(column, name -> new ArrayList<>()).add(fact);
  }

  /** Takes down how a column was read, behind the facts of it so far. */
  void column(String name, String type) {
    columns.add(new ColumnNote(name, type, facts.getOrDefault(name, List.of())));
  }

  /** Takes down a modelled column's missing and differing cells. */
  void describe(String name, int rows, int missing, boolean isConstant) {
    if (missing == rows) {
      empty.add(name);
      fact(name, new ColumnFact.WithoutValue());
      return;
    }
    if (missing > 0) {
      withMissing.add(new CellNote.ColumnGaps(name, missing));
      fact(name, new ColumnFact.Missing(missing));
    }
    if (isConstant) {
      constant.add(name);
      fact(name, new ColumnFact.OneValue());
    }
  }

  /**
   * Takes down words that are missing cells among numbers or times.
   *
   * @param rows how many cells have each
   */
  void missingWords(String name, Map<String, Integer> rows) {
    List<Counted> words =
        rows.entrySet().stream()
            .map(entry -> new Counted(entry.getKey(), entry.getValue()))
            .toList();
    withWords.add(new CellNote.ColumnWords(name, words));
    fact(name, new ColumnFact.MissingWords(words));
  }

  /**
   * Takes down a column whose cells are not written as programs write them.
   *
   * @param readAs the pattern of its times, or the unit of its durations; null where the example
   *     says enough
   */
  void form(String name, String example, @Nullable String readAs) {
    inForm.add(new CellNote.ColumnForm(name, example, readAs));
    fact(name, new ColumnFact.Form(example, readAs));
  }

  /** Returns how each column was read. */
  List<ColumnNote> columns() {
    return List.copyOf(columns);
  }

  /** Returns the notes. */
  List<ReadingNote> all() {
    List<ReadingNote> all = new ArrayList<>(notes);
    if (!withWords.isEmpty()) {
      all.add(new CellNote.MissingWords(withWords));
    }
    if (!inForm.isEmpty()) {
      all.add(new CellNote.OwnForms(inForm));
    }
    if (!empty.isEmpty()) {
      all.add(new CellNote.WithoutValue(empty));
    }
    if (!constant.isEmpty()) {
      all.add(new CellNote.OneValue(constant));
    }
    if (!withMissing.isEmpty()) {
      all.add(new CellNote.MissingCells(withMissing));
    }
    return all;
  }
}
