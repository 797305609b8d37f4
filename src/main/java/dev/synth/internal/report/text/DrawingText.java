package dev.synth.internal.report.text;

import dev.synth.internal.base.PlainText;
import dev.synth.run.WrittenTable;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The text on rows that were drawn from a finished run. */
public final class DrawingText {
  private DrawingText() {}

  /**
   * Returns a line for each place that the rows are in.
   *
   * @param file the file that they are in, or null
   * @param table the table of a database that they are in, or null
   * @param rows how many there are
   * @param where the values that columns were asked to have
   * @param seed the seed that they were drawn with
   */
  public static String of(
      @Nullable String file,
      @Nullable WrittenTable table,
      long rows,
      Map<String, String> where,
      long seed) {
    String asked =
        where.isEmpty()
            ? ""
            : where.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(", ", " where ", ""));
    String what = PlainText.of("%,d synthetic rows%s, seed %d\n", rows, asked, seed);
    String inFile = file == null ? "" : file + ": " + what;
    String inTable =
        table == null
            ? ""
            : PlainText.of("table '%s' of %s: %s", table.table(), table.jdbc(), what);
    return inFile + inTable;
  }
}
