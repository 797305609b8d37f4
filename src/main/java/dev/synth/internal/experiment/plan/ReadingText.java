package dev.synth.internal.experiment.plan;

import dev.synth.internal.experiment.run.RunOpening;
import dev.synth.table.ColumnNote;
import java.util.Locale;

/**
 * The text on how the data was read, for {@code --dry-run}: a line for each column, and every note.
 */
public final class ReadingText {
  /** Longer names do not widen the table. */
  private static final int WIDEST = 32;

  private ReadingText() {}

  /** Returns the text; empty for simulated rows, which are not read. */
  public static String of(RunOpening opening) {
    if (opening.columns().isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("\nreading\n");
    int width = opening.columns().stream().mapToInt(note -> note.column().length()).max().orElse(0);
    for (ColumnNote note : opening.columns()) {
      String line =
          String.format(
              Locale.ROOT,
              "  %-" + Math.clamp(width, 12, WIDEST) + "s %-11s %s",
              note.column(),
              note.type(),
              String.join("; ", note.facts()));
      text.append(line.stripTrailing()).append('\n');
    }
    opening.readingNotes().forEach(note -> text.append("  - ").append(note).append('\n'));
    return text.toString();
  }
}
