package dev.synth.internal.report.text;

import dev.synth.internal.report.wording.reading.ColumnPhrase;
import dev.synth.internal.report.wording.reading.ReadingSentence;
import dev.synth.table.ColumnNote;
import dev.synth.table.reading.ReadingNote;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The text on how the data was read, for {@code --dry-run}: a line for each column, and every note.
 */
public final class ReadingText {
  /** Longer names do not widen the table. */
  private static final int WIDEST = 32;

  private ReadingText() {}

  /** Returns the text; empty for simulated rows, which are not read. */
  public static String of(List<ColumnNote> columns, List<ReadingNote> notes) {
    if (columns.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("\nreading\n");
    int width = columns.stream().mapToInt(column -> column.column().length()).max().orElse(0);
    String form = "  %-" + Math.clamp(width, 12, WIDEST) + "s %-11s %s";
    for (ColumnNote column : columns) {
      String line =
          String.format(Locale.ROOT, form, column.column(), column.type(), phrases(column));
      text.append(line.stripTrailing()).append('\n');
    }
    ReadingSentence.of(notes)
        .forEach(sentence -> text.append("  - ").append(sentence).append('\n'));
    return text.toString();
  }

  private static String phrases(ColumnNote column) {
    return column.facts().stream().map(ColumnPhrase::of).collect(Collectors.joining("; "));
  }
}
