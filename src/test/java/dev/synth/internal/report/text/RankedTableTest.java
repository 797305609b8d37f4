package dev.synth.internal.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.augment.AugmentationPlan;
import dev.synth.augment.Labels;
import dev.synth.compare.Comparison;
import dev.synth.compare.Protocol;
import dev.synth.compare.RepeatResult;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Results;
import dev.synth.internal.compare.Comparer;
import dev.synth.internal.report.table.CostTable.CostsByArm;
import dev.synth.split.SplitOptions.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankedTableTest {
  private final Comparison comparison =
      Comparer.compare(
          new Protocol("random-forest", Method.RANDOM, "max-f1", .01), Results.family(10));
  private final List<String> lines =
      RankedTable.of(
              comparison,
              new CostsByArm(
                  Map.of("mgs, ratio 0.1", 1.25, "vae, ratio 0.5", 12.0), Map.of(), Map.of()))
          .lines()
          .toList();

  @Test
  void everyLineFitsATerminal() {
    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }

  /** Seconds go first where names leave little room, and the column on what is free stays. */
  @Test
  void beatsFreeStaysBesideLongNamesAndTheLegendHasWhatIsShown() {
    AugmentationPlan plan = new AugmentationPlan.Ratio(0.1);
    Arm arm = Arm.generator("borderline-smote", plan, Labels.SOFT);
    List<RepeatResult> repeats = new ArrayList<>();
    for (int repeat = 1; repeat <= 5; repeat++) {
      repeats.add(
          new RepeatResult(
              repeat,
              Results.SIZES,
              List.of(),
              List.of(
                  Results.evaluation(Arm.NONE, "random-forest", repeat, 0.5),
                  Results.evaluation(arm, "random-forest", repeat, 0.55 + repeat / 100.0))));
    }
    Protocol protocol = new Protocol("random-forest", Method.RANDOM, "max-f1", .01);
    List<String> narrow =
        RankedTable.of(Comparer.compare(protocol, repeats), CostsByArm.NONE).lines().toList();
    assertThat(narrow).anyMatch(line -> line.contains("beats free") && !line.contains("fit s"));
    assertThat(narrow).anyMatch(line -> line.startsWith("beats free  "));
    assertThat(narrow).noneMatch(line -> line.startsWith("fit s  "));
    assertThat(lines).anyMatch(line -> line.startsWith("fit s  "));
    assertThat(String.join(" ", lines)).contains("which intervals are not");
  }

  @Test
  void theLargestGainStandsFirstAndTheLossLast() {
    int heading = 0;
    while (!lines.get(heading).startsWith("all rare rows")) {
      heading++;
    }
    List<String> block = lines.subList(heading + 2, heading + 2 + 11);
    assertThat(block.subList(0, 3)).allMatch(line -> line.contains("+0.08"));
    assertThat(block.getFirst()).contains("uplift").contains("yes");
    assertThat(block.getLast()).startsWith("▸ vae").contains("−0.0");
    assertThat(block).anyMatch(line -> line.startsWith("▸ mgs, ratio 0.1") && line.endsWith("1.3"));
    assertThat(block).anyMatch(line -> line.startsWith("▸ vae, ratio 0.5") && line.endsWith(" 12"));
    assertThat(block).anyMatch(line -> line.startsWith("  none ") && line.endsWith("–"));
  }

  @Test
  void theOtherClassifiersAndTheVerdictFollow() {
    assertThat(lines).anyMatch(line -> line.contains("Δ logistic-regression"));
    assertThat(String.join(" ", lines)).contains("Uplift: 6 of 10 arms");
  }

  @Test
  void worthFollowsWhereItIsKnownAndElseSaysWhyNot() {
    assertThat(lines).anyMatch(line -> line.startsWith("Real-row equivalent"));
    assertThat(String.join(" ", lines)).contains("16 rare rows: not identifiable: from 16 to 294");
    double[][] none = {{.40, .41, .39, .40}, {.51, .50, .50, .49}, {.60, .59, .60, .61}};
    Comparison dosed =
        Comparer.compare(
            new Protocol("random-forest", Method.RANDOM, "max-f1", .01),
            Results.dosed(none, .05, -.1, 0));
    List<String> text = RankedTable.of(dosed, CostsByArm.NONE).lines().toList();
    assertThat(text).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    int heading = 0;
    while (!text.get(heading).startsWith("Real-row equivalent")) {
      heading++;
    }
    assertThat(text.get(heading)).contains("With 16", "With 64");
    assertThat(text.get(heading + 2)).matches(" *vae, ratio 0.1 +16 \\[.*] +0 \\[0, 0]");
  }
}
