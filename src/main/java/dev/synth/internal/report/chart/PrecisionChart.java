package dev.synth.internal.report.chart;

import dev.synth.evaluate.Arm;
import dev.synth.internal.compare.Diagnostics;
import dev.synth.internal.evaluate.ArmCurve;
import dev.synth.internal.evaluate.PrecisionCurve;
import dev.synth.internal.report.wording.ArmTitle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Precision by recall: of {@code none}, of arms that get a verdict, and of the detectors. */
public final class PrecisionChart {
  /** More curves than these cover each other; those with the highest mean precision are drawn. */
  private static final int MOST_ARMS = 3;

  private PrecisionChart() {}

  /** Returns the chart; empty where there is no curve. */
  public static Optional<Lines> of(Diagnostics description) {
    List<Lines.Line> lines = lines(description);
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Lines(
                "Precision by recall on test rows",
                "Means over repeats of the highest precision at which so many rare rows are found."
                    + " Of the arms that get a verdict, the three highest are drawn.",
                Chart.Scale.share("recall"),
                Chart.Scale.share("precision"),
                lines,
                List.of()));
  }

  private static List<Lines.Line> lines(Diagnostics description) {
    List<Lines.Line> lines = new ArrayList<>();
    description.curves().stream()
        .filter(curve -> curve.arm().role() == Arm.Role.REFERENCE)
        .forEach(curve -> lines.add(line(curve).toned(Chart.Tone.QUIET)));
    description.curves().stream()
        .filter(curve -> curve.arm().judged())
        .sorted(Comparator.comparingDouble(curve -> -mean(curve.curve())))
        .limit(MOST_ARMS)
        .forEach(curve -> lines.add(line(curve)));
    for (Diagnostics.Detector detector : description.detectors()) {
      lines.add(line(detector.name() + " (no labels)", detector.curve()));
    }
    return lines;
  }

  private static Lines.Line line(ArmCurve curve) {
    return line(ArmTitle.of(curve.arm()), curve.curve());
  }

  private static Lines.Line line(String name, PrecisionCurve curve) {
    List<Double> recalls =
        IntStream.range(0, PrecisionCurve.LEVELS).mapToObj(PrecisionCurve::recall).toList();
    return Lines.Line.of(name, recalls, curve.precision());
  }

  private static double mean(PrecisionCurve curve) {
    return curve.precision().stream().mapToDouble(p -> p).sum() / PrecisionCurve.LEVELS;
  }
}
