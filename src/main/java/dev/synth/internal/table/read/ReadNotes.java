package dev.synth.internal.table.read;

import dev.synth.internal.base.PlainText;
import dev.synth.table.ColumnNote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Gathers what the user ought to know about what was read, as a few sentences. */
final class ReadNotes {
  private static final int NAMED = 8;

  private final List<String> sentences = new ArrayList<>();
  private final List<String> empty = new ArrayList<>();
  private final List<String> constant = new ArrayList<>();
  private final List<String> withMissing = new ArrayList<>();
  private final List<String> withWords = new ArrayList<>();
  private final List<String> inForm = new ArrayList<>();
  private final List<ColumnNote> columns = new ArrayList<>();
  private final Map<String, List<String>> facts = new LinkedHashMap<>();

  void say(String sentence) {
    sentences.add(sentence);
  }

  /** Takes down a phrase on how a column was read, for those who want to know of each. */
  void fact(String column, String phrase) {
    facts.computeIfAbsent(column, name -> new ArrayList<>()).add(phrase);
  }

  /** Takes down how a column was read, behind the phrases on it so far. */
  void column(String name, String type) {
    columns.add(new ColumnNote(name, type, facts.getOrDefault(name, List.of())));
  }

  /** Takes down a modelled column's missing and differing cells. */
  void describe(String name, int rows, int missing, boolean isConstant) {
    if (missing == rows) {
      empty.add("'" + name + "'");
      fact(name, "without any value");
      return;
    }
    if (missing > 0) {
      withMissing.add(PlainText.of("'%s' (%d)", name, missing));
      fact(name, PlainText.of("%d missing", missing));
    }
    if (isConstant) {
      constant.add("'" + name + "'");
      fact(name, "one value only");
    }
  }

  /**
   * Takes down words that are missing cells among numbers or times.
   *
   * @param rows how many cells have each
   */
  void missingWords(String name, Map<String, Integer> rows) {
    String words =
        rows.entrySet().stream()
            .map(entry -> PlainText.of("'%s' (%d)", entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
    withWords.add(PlainText.of("%s in '%s'", words, name));
    fact(name, "read as missing: " + words);
  }

  /** Takes down a column whose cells are not written as programs write them. */
  void form(String name, String example) {
    inForm.add(PlainText.of("'%s' like %s", name, example));
    fact(name, "written like " + example);
  }

  /** Returns how each column was read. */
  List<ColumnNote> columns() {
    return List.copyOf(columns);
  }

  /** Returns the sentences. */
  List<String> all() {
    List<String> all = new ArrayList<>(sentences);
    if (!withWords.isEmpty()) {
      all.add("read as missing: " + listed(withWords));
    }
    gather(all, "with numbers or times in a form of their own: ", inForm);
    gather(all, "without any value, so of no use: ", empty);
    gather(all, "with one value only: ", constant);
    gather(all, "with missing cells: ", withMissing);
    return all;
  }

  private static void gather(List<String> all, String what, List<String> columns) {
    if (!columns.isEmpty()) {
      all.add(
          PlainText.of(
              "%d %s %s%s",
              columns.size(), columns.size() == 1 ? "column" : "columns", what, listed(columns)));
    }
  }

  private static String listed(List<String> all) {
    String named = String.join(", ", all.subList(0, Math.min(NAMED, all.size())));
    int more = all.size() - NAMED;
    return more > 0 ? named + PlainText.of(" and %d more", more) : named;
  }
}
