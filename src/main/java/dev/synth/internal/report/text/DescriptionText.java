package dev.synth.internal.report.text;

import dev.synth.compare.ArmSummary;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.compare.Diagnostics;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.TextGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The text that stands beside a comparison, as plain text for a terminal. */
public final class DescriptionText {
  private static final int MOST_COLUMNS = 3;

  private DescriptionText() {}

  /** Returns lines of at most 100 columns, an empty one first; nothing where there is nothing. */
  public static String of(Diagnostics description) {
    List<String> lines = new ArrayList<>();
    for (Diagnostics.Detector detector : description.detectors()) {
      lines.add(
          PlainText.of(
              "%-17s  without labels: average precision %s, at 1 %% false positives %s",
              detector.name(),
              spread(detector.figure(EvaluationMetric.AVERAGE_PRECISION)),
              ReportNumbers.plain(
                  detector.figure(EvaluationMetric.RECALL_AT_FPR_1_PERCENT).mean())));
    }
    importance(description).ifPresent(lines::add);
    return lines.isEmpty() ? "" : "\n" + String.join("\n", lines) + "\n";
  }

  /** The columns that matter most to the first-listed classifier without added rows, in a line. */
  private static Optional<String> importance(Diagnostics description) {
    return description.importance().stream()
        .filter(own -> own.arm().equals(Arm.NONE) && !own.columns().isEmpty())
        .findFirst()
        .map(
            own ->
                PlainText.of(
                    "top columns        %s: %s",
                    own.classifier(),
                    own.columns().stream()
                        .limit(MOST_COLUMNS)
                        .map(
                            drop ->
                                PlainText.of(
                                    "%s %s", drop.column(), ReportNumbers.plain(drop.drop())))
                        .collect(Collectors.joining(", "))))
        .filter(line -> line.length() <= TextGrid.WIDTH);
  }

  /** A mean and its deviation between repeats, such as {@code 0.712 ± 0.031}. */
  public static String spread(ArmSummary.Spread spread) {
    return spread.standardDeviation() == null
        ? ReportNumbers.plain(spread.mean())
        : ReportNumbers.plain(spread.mean())
            + " ± "
            + ReportNumbers.plain(spread.standardDeviation());
  }
}
