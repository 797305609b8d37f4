package dev.synth.internal.report.chart;

import dev.synth.augment.AugmentationPlan;
import dev.synth.augment.Labels;
import dev.synth.compare.Comparison;
import dev.synth.compare.PairedDifference;
import dev.synth.evaluate.Addition;
import dev.synth.evaluate.Arm;
import dev.synth.internal.base.PlainText;
import dev.synth.split.RareRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The effect of more synthetic rows: the change in average precision by the class ratio. */
public final class RatioChart {
  private RatioChart() {}

  private record Dose(double ratio, double mean, double low, double high) {}

  /** Returns the chart; empty where no generator has several ratios. */
  public static Optional<LineChart> of(Comparison comparison) {
    Map<String, List<Dose>> generators = new LinkedHashMap<>();
    for (PairedDifference row : comparison.againstNone()) {
      Double ratio = ratio(row.arm());
      Double mean = row.mean();
      if (ratio != null
          && mean != null
          && row.arm().rareRows().equals(RareRows.ALL)
          && row.classifier().equals(comparison.protocol().classifier())) {
        generators
            .computeIfAbsent(name(row.arm()), name -> new ArrayList<>())
            .add(new Dose(ratio, mean, orMean(row.low(), mean), orMean(row.high(), mean)));
      }
    }
    List<LineChart.Line> lines = new ArrayList<>();
    generators.forEach(
        (name, doses) -> {
          if (doses.size() > 1) {
            lines.add(line(name, doses));
          }
        });
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LineChart(
                "Change in average precision by the number of synthetic rows",
                PlainText.of(
                    "Against none with %s: mean over repeats, and its 95 %% interval as a band.",
                    comparison.protocol().classifier()),
                new Chart.Scale(
                    "ratio of rare to other rows afterwards", Double.NaN, Double.NaN, true),
                Chart.Scale.of("change in average precision"),
                lines,
                List.of()));
  }

  private static @Nullable Double ratio(Arm arm) {
    return arm.judged()
            && arm.plan() instanceof Addition.Planned planned
            && planned.plan() instanceof AugmentationPlan.Ratio ratio
        ? (Double) ratio.ratio()
        : null;
  }

  /** The arm's name and labels, without its ratio. */
  private static String name(Arm arm) {
    return arm.plan() instanceof Addition.Planned planned && planned.labels().equals(Labels.SOFT)
        ? arm.name() + ", soft labels"
        : arm.name();
  }

  private static double orMean(@Nullable Double end, double mean) {
    return end == null ? mean : end;
  }

  private static LineChart.Line line(String name, List<Dose> doses) {
    List<Dose> rising = doses.stream().sorted(Comparator.comparingDouble(Dose::ratio)).toList();
    return new LineChart.Line(
        name,
        rising.stream().map(Dose::ratio).toList(),
        rising.stream().map(Dose::mean).toList(),
        rising.stream().map(Dose::low).toList(),
        rising.stream().map(Dose::high).toList(),
        List.of(),
        false,
        Chart.Tone.NEXT);
  }
}
