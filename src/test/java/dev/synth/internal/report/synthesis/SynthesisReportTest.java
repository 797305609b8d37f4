package dev.synth.internal.report.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.generate.TrainingLog;
import dev.synth.generate.TrainingNote;
import dev.synth.generate.TrainingWarning;
import dev.synth.internal.base.Json;
import dev.synth.internal.cluster.Segmentation;
import dev.synth.internal.profile.RareProfile;
import dev.synth.internal.profile.SplitAdvice;
import dev.synth.internal.profile.TrainingProfile;
import dev.synth.internal.report.page.ShownText;
import dev.synth.internal.validate.metric.SampleColumn;
import dev.synth.internal.validate.plot.AssociationPlot;
import dev.synth.internal.validate.plot.AttackPlot;
import dev.synth.internal.validate.plot.ColumnPlot;
import dev.synth.internal.validate.plot.DataPlot;
import dev.synth.internal.validate.plot.DistancePlot;
import dev.synth.internal.validate.plot.MapPlot;
import dev.synth.internal.validate.plot.PairPlot;
import dev.synth.internal.validate.plot.Plots;
import dev.synth.validate.Answer.Rating;
import dev.synth.validate.ValidationReport;
import dev.synth.validate.ValidationReport.GateStatus;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@SuppressWarnings("StringConcatToTextBlock")
class SynthesisReportTest {
  @Test
  void aFailedGateIsTheBanner() {
    String page = page(report(false, Rating.BAD, GateStatus.FAILED), TrainingLog.EMPTY, Map.of());
    assertThat(page)
        .contains("One gate failed", "<span class=\"bad-word\">bad</span>", "No: ks failed.")
        .contains("Synthetic rows beside real ones")
        .doesNotContain("<h2>Training</h2>", "All gates passed");
  }

  @Test
  void passedGatesAreTheBannerToo() {
    assertThat(page(report(true, Rating.GOOD, GateStatus.PASSED), TrainingLog.EMPTY, Map.of()))
        .contains("All gates passed", "<span class=\"good-word\">good</span>");
  }

  @Test
  void theBannerSaysThatNotAllGatesCouldBeJudged() {
    assertThat(page(report(true, Rating.GOOD, GateStatus.CANNOT_TELL), TrainingLog.EMPTY, Map.of()))
        .contains("All gates that could be judged passed");
  }

  @Test
  void trainingTellsItsStepsNotesAndWarnings() {
    TrainingLog log =
        new TrainingLog(
            List.of(),
            1200,
            List.of(new TrainingNote.OldSentence("<note>")),
            List.of(new TrainingWarning.OldSentence("collapse")));
    assertThat(page(report(true, Rating.GOOD, GateStatus.PASSED), log, Map.of()))
        .contains("<h2>Training</h2>", "Warning: collapse")
        .contains("The final model was trained for 1,200 steps.", "&lt;note&gt;")
        .contains("This kind of generator has no loss curve.");
  }

  /** The machine and the times would differ from run to run. */
  @Test
  void ofTheProvenanceOnlyWhatLastsIsShown() {
    Map<String, Object> facts =
        Map.of("run", "0123456789ab", "seconds", 12.5, "rows", Map.of("rare", 7), "seed", 42);
    assertThat(page(report(true, Rating.GOOD, GateStatus.PASSED), TrainingLog.EMPTY, facts))
        .contains("run 01234567", "rows · rare", ">42<")
        .doesNotContain("12.5");
  }

  @Test
  void columnsStandInPanelsAndTheirNamesAreInert() {
    String page = page(plots(20, "</script><b>x"));
    assertThat(page)
        .contains("<h2>Column by column</h2>", "20 of 20 columns differ more")
        .contains("The other 8 columns, which differ less")
        .contains("<strong>&lt;/script&gt;&lt;b&gt;x 0</strong>", "Differs: distance 0.20")
        .contains("\"edges\":[\"1\",\"2\"") // the first whole number of each bin
        .doesNotContain("<b>x");
  }

  @Test
  void everyPartThatWasRecordedHasItsSection() {
    String page = page(full());
    assertThat(page)
        .contains("<h2>Columns together</h2>", "that of a and b: +0.500")
        .contains("<h2>Rows on a map</h2>", "7 rare training rows and 0 of the other class")
        .contains(
            "Nearer than 0.2 to a training row: 50\u00A0% of the real rows",
            "90\u00A0% of the synth")
        .contains("area of 0.900 under the curve", "training rows can be told from others")
        .contains("<h2>The training rows</h2>", "0.50\u00A0% of the training rows")
        .contains("Columns that drift", "from 1970-01-01 to 1970-01-21");
    Matcher figures =
        Pattern.compile(
                "<figure class=\"chart[^>]*>\n"
                    + "<figcaption><strong>[^<]+</strong><span>[^<]+</span></figcaption>\n"
                    + "<div class=\"plot\" role=\"img\" aria-label=\"[^\"]+\"")
            .matcher(page);
    assertThat(figures.results().count()).isEqualTo(page.split("<figure").length - 1L);
  }

  /** Every part by hand, as small as it can be. */
  private static Plots full() {
    List<List<Double>> one = List.of(List.of(1.0, 0.2), List.of(0.2, 1.0));
    List<List<Double>> other = List.of(List.of(1.0, 0.7), List.of(0.7, 1.0));
    List<List<Double>> less = List.of(List.of(0.0, 0.5), List.of(0.5, 0.0));
    MapPlot.Direction axis = new MapPlot.Direction(0.4, List.of("a", "b"));
    return new Plots(
        1,
        new Plots.RowCounts(27, 20, 100, 20),
        false,
        0,
        List.of(panel("a")),
        new AssociationPlot(List.of("a", "b"), 0, 0.3, one, other, less),
        new MapPlot(
            List.of(axis, axis),
            1,
            List.of(new MapPlot.MapSquare(0.5, 0.5, 20)),
            7,
            List.of(),
            0,
            List.of(List.of(0.4, 0.6)),
            List.of()),
        new DistancePlot(
            20, true, List.of(0.2), List.of(2, 1), List.of(10, 10), List.of(18, 2), null),
        List.of(
            new AttackPlot(
                AttackPlot.Kind.DISTANCE,
                20,
                20,
                0.9,
                0.18,
                List.of(List.of(0.0, 0.0), List.of(0.1, 0.8), List.of(1.0, 1.0)))),
        List.of(),
        new DataPlot(
            2_000,
            10,
            0,
            0,
            0,
            List.of(
                new DataPlot.ColumnOverview(
                    "a", SampleColumn.Kind.NUMBER, 0.1, 0.2, 9, null, null, 0.6)),
            new DataPlot.Drift(
                "when",
                List.of(
                    new DataPlot.TimeBlock(0, 864_000_000_000L, 1_000, 5),
                    new DataPlot.TimeBlock(864_000_000_000L, 1_728_000_000_000L, 1_000, 5)),
                List.of(new DataPlot.Shift("a", 0.3, 0.1)))),
        null,
        null);
  }

  @Test
  void whatChoseTheStepsIsACurveOfItsOwn() {
    List<TrainingLog.Point> points =
        List.of(new TrainingLog.Point(100, 0.8), new TrainingLog.Point(200, 0.6));
    TrainingLog log =
        new TrainingLog(
            List.of(
                new TrainingLog.Curve("reconstruction", points),
                new TrainingLog.Curve("two-sample score of held-back rows", points)),
            200,
            List.of());
    assertThat(page(report(true, Rating.GOOD, GateStatus.PASSED), log, Map.of()))
        .contains("<strong>Two-sample score of held-back rows</strong>", "\"name\":\"chosen\"")
        .contains("From 0.8 at step 100 to 0.6 at step 200.");
  }

  @Test
  void aRunThatRecordedNothingHasNoPanels() {
    assertThat(page(report(true, Rating.GOOD, GateStatus.PASSED), TrainingLog.EMPTY, Map.of()))
        .contains("Metrics by question")
        .doesNotContain("Column by column", "Rows on a map", "The training rows");
  }

  /** The limit is two megabytes; metrics with all their parts take less than the rest. */
  @Test
  void thePageIsBelowTwoMegabytesAtThreeHundredColumns() {
    String page = page(plots(300, "a_rather_long_column_name"));
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(1_850_000);
  }

  private static Plots plots(int columns, String name) {
    List<ColumnPlot> panels = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      panels.add(panel(name + " " + column));
    }
    return new Plots(
        1,
        new Plots.RowCounts(3_400, 3_400, 10_000, 0),
        true,
        0,
        panels,
        null,
        null,
        null,
        List.of(),
        List.of(new PairPlot(0.01, List.of(new PairPlot.CellPair("city", "<Ulm>", "Bonn")))),
        null,
        null,
        null);
  }

  /** Thirty bins of numbers, as wide in a file as they get. */
  private static ColumnPlot panel(String name) {
    List<Double> edges = IntStream.range(0, 29).mapToObj(i -> i + 0.5).toList();
    List<Integer> counts = IntStream.range(0, 30).mapToObj(i -> 1_000 + 31 * i).toList();
    List<Double> shares = IntStream.range(0, 30).mapToObj(i -> 0.0312 + 0.0011 * i).toList();
    List<Double> widths = IntStream.range(0, 30).mapToObj(i -> 1.01 + 0.01 * i).toList();
    ColumnPlot.Side side = new ColumnPlot.Side(3_400, 120, counts);
    return new ColumnPlot(
        name,
        SampleColumn.Kind.NUMBER,
        ColumnPlot.DistanceMeasure.KS,
        0.2,
        0.1,
        ColumnPlot.Scale.LOG,
        edges,
        widths,
        List.of(),
        false,
        side,
        side,
        side,
        shares,
        shares);
  }

  @Test
  void realRowsStandInThePageOnlyWhereTheyMay() {
    Plots plots = plots(1, "amount");
    assertThat(page(plots)).doesNotContain("Ulm", "The nearest pairs");
    assertThat(page(plots, true)).contains("The nearest pairs", "<td>&lt;Ulm&gt;</td>");
  }

  @Test
  void thePageSaysWhatTheTrainingRowsTell() {
    RareProfile label =
        new RareProfile(
            "y",
            "1",
            "0",
            900,
            60,
            60,
            1,
            60,
            7,
            List.of(new RareProfile.LabelSuspect(812, 9, 10)));
    SplitAdvice split =
        new SplitAdvice(true, "when", null, 0, 30, List.of(SplitAdvice.Reason.DRIFT));
    Segmentation patterns =
        new Segmentation(
            Segmentation.Kind.RARE_ROWS,
            60,
            60,
            List.of("amount"),
            List.of(),
            List.of(1.0),
            1,
            List.of(
                new Segmentation.ClusterCount(1, 9, null),
                new Segmentation.ClusterCount(2, 4, 0.6)),
            2,
            2,
            new Segmentation.DbscanClusters(0.5, 4, 2, 0.1, 0.5, 0.75),
            List.of(
                new Segmentation.Cluster(1, 40, 0.667, List.of(), null, 0.9, 1.0),
                new Segmentation.Cluster(2, 20, 0.333, List.of(), null, 0.1, 0.3)),
            List.of(),
            "");
    String page = page(plots(1, "amount").with(new TrainingProfile(label, split, null), patterns));

    assertThat(ShownText.of(page))
        .contains("One row equals a row of the other class")
        .contains("Label suspects: one normal row of which at least eight of ten")
        .contains("split: {method: time}, with data: {time: when}")
        .contains("The synthetic rows have less than half of the share of cluster 2")
        .contains("DBSCAN has ε = 0.5 (the knee")
        .doesNotContain("812"); // a row's place among training rows helps nobody
    String unordered = page(plots(1, "amount").with(new TrainingProfile(label, null, null), null));
    assertThat(unordered).contains("The column that orders the rows is not modelled");
  }

  private static String page(Plots plots) {
    return page(plots, false);
  }

  private static String page(Plots plots, boolean showRows) {
    return new SynthesisReport(
            report(true, Rating.GOOD, GateStatus.PASSED),
            TrainingLog.EMPTY,
            Json.tree(Map.of()),
            plots,
            showRows)
        .html();
  }

  private static ValidationReport report(boolean passed, Rating verdict, GateStatus status) {
    return MetricFacts.report(
        passed, verdict, MetricFacts.metric("ks", status, MetricFacts.measured(List.of())));
  }

  private static String page(
      ValidationReport report, TrainingLog log, Map<String, Object> provenance) {
    JsonNode facts = Json.tree(provenance);
    return new SynthesisReport(report, log, facts, null, false).html();
  }
}
