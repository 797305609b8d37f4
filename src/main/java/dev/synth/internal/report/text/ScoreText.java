package dev.synth.internal.report.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.bundle.FileScoring;
import dev.synth.internal.bundle.Tally;
import dev.synth.internal.report.format.LineBreaks;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.TextGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The text on what {@code score} did, for standard output. */
public final class ScoreText {
  private ScoreText() {}

  /**
   * Returns the summary for people, or as JSON.
   *
   * @param file the scored file or folder, as it was named
   */
  public static String of(FileScoring.ScoringSummary summary, String file, boolean json) {
    if (json) {
      ObjectNode object = Json.mapper().createObjectNode();
      object.put("scored", file);
      object.setAll((ObjectNode) Json.tree(summary));
      return Json.write(object);
    }
    List<String> lines = new ArrayList<>();
    lines.addAll(
        LineBreaks.wrapped(
            PlainText.of(
                "Scored %s; %s at or above the threshold of %s.",
                rows(summary.rows()),
                summary.alerts() == 1
                    ? "one alert is"
                    : ReportNumbers.count((double) summary.alerts()) + " alerts are",
                ReportNumbers.plain(summary.threshold())),
            TextGrid.WIDTH));
    for (String sentence : odd(summary.odd())) {
      lines.addAll(LineBreaks.wrapped(sentence, TextGrid.WIDTH));
    }
    lines.add("");
    lines.add(PlainText.of("Scores: %s (model %s)", file, summary.model()));
    return String.join("\n", lines) + "\n";
  }

  private static String rows(long rows) {
    return rows == 1 ? "one row" : ReportNumbers.count((double) rows) + " rows";
  }

  private static List<String> odd(Tally.Counts counts) {
    List<String> sentences = new ArrayList<>();
    if (!counts.missingColumns().isEmpty()) {
      sentences.add(
          "Columns that are not there, scored as missing: "
              + String.join(", ", counts.missingColumns())
              + ".");
    }
    if (!counts.extraColumns().isEmpty()) {
      sentences.add(
          "Columns that the model does not know, not looked at: "
              + String.join(", ", counts.extraColumns())
              + ".");
    }
    add(sentences, "Cells of another type, scored as missing", counts.misfits());
    add(sentences, "Cells with a level that no fitted row had", counts.newLevels());
    add(sentences, "Missing cells where no fitted row had one", counts.newlyMissing());
    add(sentences, "Numbers beyond the range of the fitted rows", counts.beyondRange());
    return sentences;
  }

  private static void add(List<String> sentences, String what, Map<String, Long> counts) {
    if (!counts.isEmpty()) {
      List<String> each = new ArrayList<>();
      counts.forEach(
          (column, count) -> each.add(column + " " + ReportNumbers.count((double) count)));
      sentences.add(what + ": " + String.join(", ", each) + ".");
    }
  }
}
