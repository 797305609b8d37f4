package dev.synth.internal.table.read;

import dev.synth.internal.base.PlainText;
import java.util.ArrayList;
import java.util.List;

/** Gathers what the user ought to know about what was read, as a few sentences. */
final class ReadNotes {
  private static final int NAMED = 8;

  private final List<String> sentences = new ArrayList<>();
  private final List<String> empty = new ArrayList<>();
  private final List<String> constant = new ArrayList<>();
  private final List<String> withMissing = new ArrayList<>();

  void say(String sentence) {
    sentences.add(sentence);
  }

  /** Takes down a modelled column's missing and differing cells. */
  void describe(String name, int rows, int missing, boolean isConstant) {
    if (missing == rows) {
      empty.add("'" + name + "'");
      return;
    }
    if (missing > 0) {
      withMissing.add(PlainText.of("'%s' (%d)", name, missing));
    }
    if (isConstant) {
      constant.add("'" + name + "'");
    }
  }

  /** Returns the sentences. */
  List<String> all() {
    List<String> all = new ArrayList<>(sentences);
    gather(all, "without any value, so of no use: ", empty);
    gather(all, "with one value only: ", constant);
    gather(all, "with missing cells: ", withMissing);
    return all;
  }

  private static void gather(List<String> all, String what, List<String> columns) {
    if (!columns.isEmpty()) {
      String named = String.join(", ", columns.subList(0, Math.min(NAMED, columns.size())));
      int more = columns.size() - NAMED;
      all.add(
          PlainText.of(
              "%d %s %s%s%s",
              columns.size(),
              columns.size() == 1 ? "column" : "columns",
              what,
              named,
              more > 0 ? PlainText.of(" and %d more", more) : ""));
    }
  }
}
