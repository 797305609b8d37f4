package dev.synth.internal.report.chart;

import dev.synth.evaluate.Arm;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.compare.Diagnostics;
import dev.synth.internal.evaluate.ArmCurve;
import dev.synth.internal.evaluate.PrecisionCurve;
import dev.synth.internal.report.words.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Precision by recall: of {@code none}, of arms that get a verdict, and of the detectors. */
public final class PrecisionChart {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 380;
  private static final int LEFT = 52;
  private static final int RIGHT = 420;
  private static final int BOTTOM = 330;

  /** More curves than these cover each other; those with the highest mean precision are drawn. */
  private static final int MOST_ARMS = 3;

  private static final int LINE = 20;

  /** Where the key begins. */
  private static final int KEY = RIGHT + 24;

  private final Diagnostics description;

  private PrecisionChart(Diagnostics description) {
    this.description = description;
  }

  private record Line(String cssClass, String name, PrecisionCurve curve) {}

  /** Returns the chart as HTML; nothing where there is no curve. */
  public static String of(Diagnostics description) {
    PrecisionChart chart = new PrecisionChart(description);
    List<Line> lines = chart.lines();
    return lines.isEmpty() ? "" : chart.draw(lines);
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    description.curves().stream()
        .filter(curve -> curve.arm().role() == Arm.Role.REFERENCE)
        .forEach(curve -> lines.add(line("soft", curve)));
    List<ArmCurve> judged =
        description.curves().stream()
            .filter(curve -> curve.arm().judged())
            .sorted(Comparator.comparingDouble(curve -> -mean(curve.curve())))
            .limit(MOST_ARMS)
            .toList();
    for (int arm = 0; arm < judged.size(); arm++) {
      lines.add(line("dashes-" + arm, judged.get(arm)));
    }
    int dashes = 1;
    for (Diagnostics.Detector detector : description.detectors()) {
      lines.add(new Line("soft dashes-" + dashes++, detector.name(), detector.curve()));
    }
    return lines;
  }

  private static Line line(String cssClass, ArmCurve curve) {
    return new Line(cssClass, curve.arm().title(), curve.curve());
  }

  private static double mean(PrecisionCurve curve) {
    return curve.precision().stream().mapToDouble(p -> p).sum() / PrecisionCurve.LEVELS;
  }

  private String draw(List<Line> lines) {
    Axis right = new Axis(0, 1, LEFT, RIGHT);
    Axis up = new Axis(0, 1, BOTTOM, 8);
    Svg svg = new Svg(WIDTH, HEIGHT, "Precision by recall on test rows");
    for (double tick : up.ticks(5)) {
      svg.line("axis", LEFT, up.at(tick), RIGHT, up.at(tick));
      svg.text("soft", "end", LEFT - 6, up.at(tick) + 4, Numbers.significant(tick));
      svg.text("soft", "middle", right.at(tick), BOTTOM + 18, Numbers.significant(tick));
    }
    svg.text("soft", "middle", (LEFT + RIGHT) / 2.0, BOTTOM + 38, "recall; upwards: precision");
    int y = 16;
    for (Line line : lines) {
      svg.path("precision " + line.cssClass(), points(line.curve(), right, up));
      svg.path("precision " + line.cssClass(), PlainText.of("%d,%d %d,%d", KEY, y, KEY + 24, y));
      svg.text("", "start", KEY + 32, y + 4, line.name());
      y += LINE;
    }
    return svg.html();
  }

  private static String points(PrecisionCurve curve, Axis right, Axis up) {
    return IntStream.range(0, PrecisionCurve.LEVELS)
        .mapToObj(
            level ->
                Axis.place(right.at(PrecisionCurve.recall(level)))
                    + ","
                    + Axis.place(up.at(curve.precision().get(level))))
        .collect(Collectors.joining(" "));
  }
}
