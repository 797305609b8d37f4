package dev.synth.internal.report.chart;

import dev.synth.compare.ArmSummary;
import dev.synth.compare.Comparison;
import dev.synth.compare.DoseResponse;
import dev.synth.compare.RealRowEquivalent;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.words.Html;
import dev.synth.internal.report.words.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The learning curve of {@code none}, and where each judged arm stands beside it. */
public final class LearningChart {
  private static final int LEFT = 60;
  private static final int RIGHT = 640;
  private static final int TOP = 12;
  private static final int BOTTOM = 260;
  private static final int HEIGHT = BOTTOM + 46;

  private final Comparison comparison;
  private final DoseResponse response;

  private LearningChart(Comparison comparison, DoseResponse response) {
    this.comparison = comparison;
    this.response = response;
  }

  /** Returns the chart as HTML. */
  public static String of(Comparison comparison, DoseResponse response) {
    return new LearningChart(comparison, response).draw();
  }

  private String draw() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    List<Double> heights = new ArrayList<>();
    response
        .curve()
        .forEach(dose -> heights.addAll(List.of(dose.averagePrecision(), dose.rising())));
    judged().forEach(worth -> heights.add(precision(worth)));
    for (double height : heights) {
      low = Math.min(low, height);
      high = Math.max(high, height);
    }
    Axis up = Axis.around(low, high, BOTTOM, TOP);
    Svg svg = new Svg(RIGHT + 40, HEIGHT, "Average precision by the number of real rare rows");
    svg.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
    for (double tick : up.ticks(5)) {
      svg.line("axis", LEFT - 5, up.at(tick), LEFT, up.at(tick));
      svg.text("soft", "end", LEFT - 9, up.at(tick) + 4, Numbers.significant(tick));
    }
    curve(svg, up);
    arms(svg, up);
    svg.text("soft", "middle", (LEFT + RIGHT) / 2.0, BOTTOM + 38, "real rare rows to learn from");
    return svg.html()
        + Html.note(
            PlainText.of(
                    "Average precision with %s. Grey: none, and the curve through it that never"
                        + " falls;",
                    response.classifier())
                + " coloured: the arms that get a verdict, from the top "
                + judged().stream()
                    .map(RealRowEquivalent::rareRows)
                    .distinct()
                    .map(this::fromTheTop)
                    .collect(Collectors.joining("; "))
                + ".");
  }

  /** Such as "with 16: forest at ratio 0.1, selected": the dots above a number of rows. */
  private String fromTheTop(int rareRows) {
    return judged().stream()
        .filter(worth -> worth.rareRows() == rareRows)
        .sorted(Comparator.comparingDouble(this::precision).reversed())
        .map(worth -> worth.arm().label().replace(", ratio", " at ratio"))
        .collect(Collectors.joining(", ", PlainText.of("with %s: ", Numbers.count(rareRows)), ""));
  }

  private void curve(Svg svg, Axis up) {
    StringBuilder points = new StringBuilder();
    svg.open("other");
    for (DoseResponse.Dose dose : response.curve()) {
      double x = across(dose.rareRows());
      points.append(PlainText.of("%s,%s ", Axis.place(x), Axis.place(up.at(dose.rising()))));
      svg.line("axis", x, BOTTOM, x, BOTTOM + 5);
      svg.text("soft", "middle", x, BOTTOM + 18, Numbers.count(dose.rareRows()));
      svg.dot("dot", x, up.at(dose.averagePrecision()), 5);
    }
    svg.path("curve", points.toString().strip());
    svg.close();
  }

  private void arms(Svg svg, Axis up) {
    svg.open("primary");
    for (RealRowEquivalent worth : judged()) {
      svg.dot("dot", across(worth.rareRows()), up.at(precision(worth)), 3.5);
    }
    svg.close();
  }

  private List<RealRowEquivalent> judged() {
    return response.worth().stream().filter(worth -> worth.arm().judged()).toList();
  }

  private double precision(RealRowEquivalent worth) {
    Double mean =
        comparison.summaries().stream()
            .filter(summary -> summary.arm().equals(worth.arm()))
            .filter(summary -> summary.classifier().equals(response.classifier()))
            .map(LearningChart::mean)
            .findFirst()
            .orElseThrow();
    return mean;
  }

  private static double mean(ArmSummary summary) {
    Double mean = summary.figure(EvaluationMetric.AVERAGE_PRECISION).mean();
    return mean == null ? 0 : mean;
  }

  /** The place of a number of rows: its logarithm between those of the curve's ends. */
  private double across(int rows) {
    double first = StrictMath.log(response.curve().getFirst().rareRows());
    double last = StrictMath.log(response.curve().getLast().rareRows());
    return LEFT + (StrictMath.log(rows) - first) / (last - first) * (RIGHT - LEFT);
  }
}
