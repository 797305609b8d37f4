package dev.synth.internal.report.synthesis;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.chart.ChartHtml;
import dev.synth.internal.report.chart.HeatMap;
import dev.synth.internal.report.format.Html;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.validate.plot.AssociationPlot;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Charts of the strength of columns' associations, on either side and the difference. */
public final class AssociationCharts {
  /** Colours end no nearer to zero, so that noise stays pale. */
  private static final double LEAST_RANGE = 0.4;

  private AssociationCharts() {}

  /** Returns the three matrices, of which one is seen at a time. */
  public static String of(AssociationPlot plot) {
    String worst = worst(plot);
    String left =
        plot.columnsLeftOut() == 0
            ? ""
            : plot.columnsLeftOut() == 1
                ? " One column whose pairs differ less is left out."
                : PlainText.of(
                    " %d columns whose pairs differ less are left out.", plot.columnsLeftOut());
    return Html.paragraph(worst)
        + ChartHtml.choice(
            "Show",
            List.of(
                map(
                    plot,
                    "Difference: synthetic less real",
                    "Blue: columns go together less than in real rows; orange: more. Faint is"
                        + " good.",
                    plot.difference(),
                    Math.max(LEAST_RANGE, largest(plot))),
                map(
                    plot,
                    "Real rows",
                    "Association of each two columns in rare training rows.",
                    plot.real(),
                    1),
                map(
                    plot,
                    "Synthetic rows",
                    "Association of each two columns in synthetic rows.",
                    plot.synthetic(),
                    1)))
        + Html.note(
            "Two numbers: Spearman's correlation, −1 to 1. Two categories: Cramér's V, 0 to 1. One"
                + " of each: the correlation ratio, 0 to 1. A blank cell has none, as where a"
                + " column is constant."
                + left);
  }

  private static HeatMap map(
      AssociationPlot plot,
      String title,
      String description,
      List<List<@Nullable Double>> values,
      double range) {
    return new HeatMap(
        title,
        description,
        plot.columns(),
        plot.columns(),
        values.stream().map(AssociationCharts::gaps).toList(),
        -range,
        range,
        true);
  }

  private static double largest(AssociationPlot plot) {
    return plot.difference().stream()
        .flatMap(List::stream)
        .filter(Objects::nonNull)
        .mapToDouble(Math::abs)
        .max()
        .orElse(0);
  }

  private static List<Double> gaps(List<@Nullable Double> row) {
    return row.stream().map(value -> value == null ? (Double) Double.NaN : value).toList();
  }

  /** Such as: Most: amount and hour (+0.31). Two numbers differ by up to 0.27 by chance … */
  private static String worst(AssociationPlot plot) {
    int first = -1;
    int second = -1;
    double most = 0;
    for (int i = 0; i < plot.columns().size(); i++) {
      for (int j = 0; j < i; j++) {
        Double difference = plot.difference().get(i).get(j);
        if (difference != null && Math.abs(difference) > Math.abs(most)) {
          most = difference;
          first = j;
          second = i;
        }
      }
    }
    return (first < 0
            ? "No pair of columns differs. "
            : PlainText.of(
                "The largest difference is that of %s and %s: %s. ",
                plot.columns().get(first), plot.columns().get(second), ReportNumbers.signed(most)))
        + PlainText.of(
            "By chance, two columns of numbers differ by up to %.2f in 19 pairs of 20; categories"
                + " with few rows differ by more.",
            plot.noise());
  }
}
