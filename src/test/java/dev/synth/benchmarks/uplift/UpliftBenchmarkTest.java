package dev.synth.benchmarks.uplift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.synth.augment.Labels;
import dev.synth.base.Seeds;
import dev.synth.benchmarks.TwoClasses;
import dev.synth.evaluate.Baseline;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.table.write.TableWriter;
import dev.synth.split.Split;
import dev.synth.table.LabelledTable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tiny part of {@link UpliftBenchmark}, on simulated rows alone. */
class UpliftBenchmarkTest {
  private static final PrintStream QUIET =
      new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);

  @TempDir Path folder;

  private UpliftPlan plan(String out, String... changes) {
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("data", folder.resolve("absent").toString());
    arguments.put("out", folder.resolve(out).toString());
    arguments.put("sets", "simulated-clusters,simulated-normals");
    arguments.put("sizes", "16");
    arguments.put("splits", "1");
    arguments.put("classifiers", "logistic-regression");
    arguments.put("arms", "none,class-weight,smote");
    for (String change : changes) {
      arguments.put(change.split("=", -1)[0], change.split("=", -1)[1]);
    }
    return UpliftPlan.of(arguments);
  }

  private List<String> lines(UpliftPlan plan) throws IOException {
    UpliftBenchmark.run(plan, QUIET);
    return UpliftFolder.lines(plan.out()).stream().map(UpliftLine::text).toList();
  }

  @Test
  @Tag("slow")
  void shardsLeaveTheLinesOfTheWholeAndARunThatWasCutShortGoesOn() throws IOException {
    List<String> whole = lines(plan("whole"));

    assertThat(whole).hasSize(2 * 3).allMatch(line -> line.matches("\\S+?(,[^,]+){9},"));
    lines(plan("parts", "shard=2/2"));
    assertThat(lines(plan("parts", "shard=1/2"))).isEqualTo(whole);

    Path file = folder.resolve("whole/cells-1-of-1.csv");
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 30));
    assertThat(lines(plan("whole"))).isEqualTo(whole);
    assertThat(file).hasContent(text);
  }

  @Test
  void theSummaryNamesGoalsArmsAndSets() {
    List<UpliftLine> lines = new ArrayList<>();
    for (String set : List.of("auto-insurance", "car-good", "abalone19")) {
      lines.add(line(set, "xgboost", "none", .50));
      lines.add(line(set, "xgboost", "vae-soft", set.equals("car-good") ? .56 : .53));
      lines.add(line(set, "xgboost", "peer:arf-soft", .53));
      lines.add(line(set, "xgboost-stock", "none", .49));
    }

    String summary = UpliftSummary.of(lines, UpliftSet.all(folder));

    // the goals half has +.04 and +.07: .055 ± .015 · 12.706, the .975 quantile of t with 1 degree
    assertThat(summary)
        .contains(
            "| 16 | over stock ≥ +.035 | vae-soft | +.055 [−.136, +.246]; 2 of 2 | yes"
                + " | +.040; 1 of 1 | +.050 [+.007, +.093]; 3 of 3 |")
        .contains("| 16 | over none ≥ +.025 | vae-soft | +.045 [−.146, +.236]; 2 of 2 | yes |")
        .contains("| car-good | 0.500 | +.060 | +.030 |")
        .contains("| peer:arf-soft | 3 |")
        .doesNotContain("| 16 | over stock ≥ +.035 | peer:arf-soft");
  }

  private static UpliftLine line(String set, String classifier, String arm, double precision) {
    return new UpliftLine(
        new UpliftKey(set, "16", 1, classifier, arm),
        Map.of(EvaluationMetric.AVERAGE_PRECISION, precision),
        "");
  }

  @Test
  void aLineReadsBackAsItWas() {
    UpliftLine line = line("sick", "mlp", "vae-soft-2.0", .25);
    assertThat(UpliftLine.of(line.text())).isEqualTo(line);
    assertThat(UpliftLine.impossible(line.key(), "too, few").text())
        .isEqualTo("sick,16,1,mlp,vae-soft-2.0,,,,,,too; few");
  }

  @Test
  void aCellKeepsTheNumbersOfItsProtocol() {
    double[][] rows = new TwoClasses(3, 1).draw(500, 39_500, new Seeds(1).stream("rows"));
    LabelledTable table = TwoClasses.table(rows, 500);

    Split split = CellSplit.of(table, 64, new Seeds(2));

    // 64 and 3,000 rows, a fifth of them for validation; 20,000 of 36,936 others to measure on
    assertThat(split.training().rareCount()).isEqualTo(51);
    assertThat(split.training().rowCount()).isEqualTo(51 + 2_400);
    assertThat(split.validation().rareCount()).isEqualTo(13);
    assertThat(split.validation().rowCount()).isEqualTo(13 + 600);
    assertThat(split.test().rareCount()).isEqualTo(236); // 436 × 20,000 / 36,936
    assertThat(split.test().rowCount()).isEqualTo(20_000);
  }

  @Test
  void aSizeIsLeftOutWhereTooFewRareRowsRemain() {
    LabelledTable table = TwoClasses.table(new double[200][1], 72);
    assertThat(new CellSize("32").of(table)).hasValue(32);
    assertThat(new CellSize("64").of(table)).isEmpty(); // 8 would be left for the test
    assertThat(new CellSize("all").of(table)).isEmpty(); // half of 72 is below 64
  }

  @Test
  void armsHaveShortNames() {
    assertThat(UpliftArm.of("smote")).isEqualTo(new UpliftArm.Named("smote", "smote, ratio 0.1"));
    assertThat(UpliftArm.of("vae-soft"))
        .isEqualTo(new UpliftArm.Named("vae-soft", "vae, ratio 1.0, soft labels"));
    assertThat(UpliftArm.of("vae-soft-admitted"))
        .isEqualTo(new UpliftArm.Named("vae-soft-admitted", "vae, ratio 1.0, soft labels", true));
    assertThat(UpliftArm.of("mgs-hard-0.5"))
        .isEqualTo(new UpliftArm.Named("mgs-hard-0.5", "mgs, ratio 0.5"));
    assertThat(UpliftArm.of("class-weight"))
        .isEqualTo(new UpliftArm.Rival("class-weight", Baseline.CLASS_WEIGHT));
    assertThat(UpliftArm.of("bag")).isEqualTo(new UpliftArm.Rival("bag", Baseline.BAG));
    assertThat(((UpliftArm.Peer) UpliftArm.of("peer:ctgan-soft")).labels()).isEqualTo(Labels.SOFT);
  }

  /** Its message becomes a line of results, which is kept beside the code. */
  @Test
  void whatIsWrongWithRowsOfAProgramIsToldWithoutAFolder() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.csv"), "x0,x1\n");
    LabelledTable training = TwoClasses.table(new double[40][2], 8);
    assertThatThrownBy(() -> PeerRows.read(empty, training))
        .hasMessageContaining("empty.csv")
        .hasMessageNotContaining(folder.toString());
  }

  @Test
  @Tag("slow")
  void rowsOfOtherProgramsJoinTheSameTrainingRows() throws IOException {
    PeerRows peers = new PeerRows(folder.resolve("peers"));
    UpliftGroup.CellPlace place = new UpliftGroup.CellPlace("simulated-normals", "16", 1);
    UpliftSet set =
        UpliftSet.all(folder.resolve("absent")).stream()
            .filter(each -> each.title().equals(place.set()))
            .findFirst()
            .orElseThrow();
    Split split = CellSplit.of(set.rows().get(), 16, place.seeds());
    peers.write(place, split.training());
    Path training = folder.resolve("peers/simulated-normals/16/split-1/training.csv");
    assertThat(Files.readAllLines(training)).hasSize(1 + 12 + 2_400);

    // a program that copies rare rows, twenty times each
    int[] copies = new int[12 * 20];
    for (int row = 0; row < copies.length; row++) {
      copies[row] = row % 12;
    }
    TableWriter.write(training.resolveSibling("copies.csv"), split.training().rare().rows(copies));
    UpliftPlan plan =
        plan(
            "with-peers",
            "sets=simulated-normals",
            "arms=none,peer:copies-hard,peer:nobody-hard",
            "peers=" + folder.resolve("peers"));

    List<String> lines = lines(plan);

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).contains(",none,");
    assertThat(UpliftLine.of(lines.get(1)).figures())
        .hasSize(UpliftLine.FIGURES.size())
        .isNotEqualTo(UpliftLine.of(lines.get(0)).figures());
    assertThat(lines.get(2)).endsWith(",peer:nobody-hard,,,,,,there is no nobody.csv");
  }

  @Test
  void theIntervalOverSetsIsStudents() {
    // the error is √(14 / 3 / 4) = 1.0801, and the .975 quantile of t with 3 degrees is 3.1824
    UpliftFigures.Mean mean = new UpliftFigures.Mean(List.of(1.0, 2.0, 3.0, 6.0));
    assertThat(mean.mean()).isEqualTo(3);
    assertThat(mean.halfWidth()).isCloseTo(3.4374, within(1e-4));
    assertThat(mean.ahead()).isEqualTo(4);
  }

  @Test
  @Tag("slow")
  void aStreamIsLearnedFromInItsEarliestWeeks() {
    Path real = Path.of("../shared/data");
    assumeTrue(Files.isDirectory(real), "there is no folder ../shared/data");
    UpliftPlan plan =
        plan("unused", "data=" + real, "sets=fdh-window", "sizes=64", "arms=none,class-weight");

    // the data name three kinds of fraud
    assertThat(UpliftInTime.of(plan))
        .contains("fdh-window, weeks to learn from: 1, rare rows: 64, draws: 1")
        .contains("recall of kind 1 | recall of kind 2 | recall of kind 3 |")
        .contains("| logistic-regression, none | ")
        .contains("| logistic-regression, class-weight | ");
  }
}
