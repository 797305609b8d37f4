package dev.synth.internal.table.read.problem;

import dev.synth.internal.table.stage.StagedTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The places of cells in the files, for messages. */
final class Places {
  /** So many places of one text are named. */
  static final int NAMED = 3;

  private Places() {}

  /**
   * Returns where rows stand: {@code 'a.csv', lines 4, 9 and 12}.
   *
   * @param rows the first rows; those beyond {@link #NAMED} are left out
   */
  static String of(StagedTable staged, int[] rows) {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(rows.length, NAMED); i++) {
      String where = staged.where(rows[i]); // such as 'a.csv', line 4
      int last = where.lastIndexOf(' ');
      lines
          .computeIfAbsent(where.substring(0, last), file -> new ArrayList<>())
          .add(where.substring(last + 1));
    }
    List<String> places = new ArrayList<>();
    lines.forEach(
        (file, numbers) ->
            places.add(file + (numbers.size() > 1 ? "s " : " ") + String.join(", ", numbers)));
    return String.join("; ", places) + (rows.length > NAMED ? " and on" : "");
  }
}
