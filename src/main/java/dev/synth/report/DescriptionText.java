package dev.synth.report;

import dev.synth.evaluate.ArmSummary;
import dev.synth.evaluate.Description;
import dev.synth.evaluate.Measure;
import java.util.ArrayList;
import java.util.List;

/** What stands beside a comparison, as plain text for a terminal. */
final class DescriptionText {
  private DescriptionText() {}

  /** Returns lines of at most 100 columns, an empty one first; nothing where there is nothing. */
  static String of(Description description) {
    List<String> lines = new ArrayList<>();
    for (Description.Detector detector : description.detectors()) {
      lines.add(
          "%-17s  without labels: average precision %s, at 1 %% false positives %s"
              .formatted(
                  detector.name(),
                  spread(detector.figure(Measure.AVERAGE_PRECISION)),
                  Numbers.plain(detector.figure(Measure.RECALL_AT_FPR_1_PERCENT).mean())));
    }
    return lines.isEmpty() ? "" : "\n" + String.join("\n", lines) + "\n";
  }

  /** A mean and its deviation between repeats, such as {@code 0.712 ± 0.031}. */
  static String spread(ArmSummary.Spread spread) {
    return spread.standardDeviation() == null
        ? Numbers.plain(spread.mean())
        : Numbers.plain(spread.mean()) + " ± " + Numbers.plain(spread.standardDeviation());
  }
}
