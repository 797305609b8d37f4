package dev.synth.internal.report.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.validate.plot.AttackPlot;
import dev.synth.internal.validate.plot.DistancePlot;
import dev.synth.internal.validate.plot.PairPlot;
import dev.synth.internal.validate.plot.PairPlot.CellPair;
import dev.synth.internal.validate.plot.Plots;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PrivacyChartsTest {
  private static Plots plots(
      @Nullable DistancePlot distances, List<AttackPlot> attacks, List<PairPlot> pairs) {
    return new Plots(
        Plots.VERSION,
        new Plots.RowCounts(100, 80, 0, 0),
        true,
        0,
        List.of(),
        null,
        null,
        distances,
        attacks,
        pairs,
        null,
        null,
        null);
  }

  /** Three bins, the second of two widths. */
  private static DistancePlot distances(boolean fresh, @Nullable List<Integer> unseen) {
    return new DistancePlot(
        1234,
        fresh,
        List.of(0.1, 0.3),
        List.of(1, 2, 1),
        List.of(30, 60, 10),
        List.of(60, 15, 5),
        unseen);
  }

  @Test
  void nothingMeasuredIsNothingShown() {
    assertThat(PrivacyCharts.of(plots(null, List.of(), List.of()), true)).isEmpty();
  }

  @Test
  void theFirstQuarterIsTold() {
    String html = PrivacyCharts.of(plots(distances(true, null), List.of(), List.of()), false);
    assertThat(html)
        .contains(
            "<p>Nearer than 0.1 to a training row: 30\u00a0% of the real rows that the generator"
                + " never saw, and 75\u00a0% of the synthetic rows.</p>")
        .contains("among 1,234 real rows")
        .contains("Shares are of one of 4 bins of equal width")
        // a bin of two widths holds half its share in each
        .contains("\"shares\":[0.3,0.3,0.1]")
        .contains("\"edges\":[0,0.1,0.3,0.4]")
        .doesNotContain("unseen real rows\",\"shares\":");
  }

  @Test
  void withoutFreshRowsTrainingRowsAreHeldAgainstEachOther() {
    assertThat(
            PrivacyCharts.of(
                plots(distances(false, List.of(8, 8, 4)), List.of(), List.of()), false))
        .contains("of the training rows among themselves, and 75")
        .contains("\"name\":\"training rows to each other\"")
        .contains("\"name\":\"synthetic rows to unseen real rows\",\"shares\":[0.4,0.2,0.2]");
  }

  @Test
  void oneBinTellsNothing() {
    DistancePlot one =
        new DistancePlot(9, true, List.of(), List.of(1), List.of(9), List.of(5), null);
    assertThat(PrivacyCharts.of(plots(one, List.of(), List.of()), false))
        .contains("Rows are too few, or too alike, to tell near from far.")
        .contains("\"edges\":[0,1]");
  }

  @Test
  void anAttackIsHeldAgainstLuck() {
    List<List<Double>> points = List.of(List.of(0.0, 0.25), List.of(1.0, 1.0));
    AttackPlot knows = new AttackPlot(AttackPlot.Kind.DISTANCE, 50, 50, 0.75, 0.1, points);
    AttackPlot guesses = new AttackPlot(AttackPlot.Kind.SHADOWS, 50, 50, 0.6, 0.1, points);
    assertThat(PrivacyCharts.of(plots(null, List.of(knows, guesses), List.of()), false))
        .contains(
            "An attacker who goes by the nearest synthetic row reaches an area of 0.750 under the"
                + " curve, where luck alone stays below 0.600 in 39 of 40 cases: training rows can"
                + " be told from others. An attacker who goes by generators fitted to halves of the"
                + " rows reaches an area of 0.600 under the curve, where luck alone stays below"
                + " 0.600 in 39 of 40 cases: no more than guessing.")
        .contains("\"name\":\"guessing\",\"x\":[0,1],\"y\":[0,1]");
  }

  /** Real rows stand in a page only where that was asked for. */
  @Test
  void nearestPairsAreShownOnlyWhereAskedFor() {
    PairPlot pair =
        new PairPlot(
            0.0125, List.of(new CellPair("amount", "310", "310"), new CellPair("<b>", "<i>", "x")));
    Plots plots = plots(null, List.of(), List.of(pair));
    assertThat(PrivacyCharts.of(plots, false)).isEmpty();
    assertThat(PrivacyCharts.of(plots, true))
        .contains("<summary>At distance 0.0125: 1 of 2 columns read the same</summary>")
        .contains("<tr><th scope=\"row\">amount</th><td>310</td><td>310</td></tr>")
        .contains(
            "<tr class=\"primary\"><th scope=\"row\">&lt;b&gt;</th><td>&lt;i&gt;</td><td>x</td>")
        .contains("This page holds real rows, since that was asked for.");
  }
}
