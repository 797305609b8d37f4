package dev.synth.internal.report.wording.reading;

import dev.synth.internal.base.PlainText;
import java.util.List;

/** Lists of which a sentence names the first few. */
final class Named {
  private static final int COLUMNS = 8;

  private Named() {}

  /** Names the first columns, and says how many more there are. */
  static String first(List<String> columns) {
    return first(columns, COLUMNS);
  }

  static String first(List<String> all, int most) {
    String named = String.join(", ", all.subList(0, Math.min(most, all.size())));
    int more = all.size() - most;
    return more > 0 ? named + PlainText.of(" and %d more", more) : named;
  }
}
