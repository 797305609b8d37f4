package dev.synth.internal.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.compare.Comparison;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Baseline;
import dev.synth.internal.report.evaluation.TableFacts;
import dev.synth.internal.report.table.CostTable.CostsByArm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CostTableTest {
  private static final Arm TEACHER = Baseline.TEACHER.arm();

  private static Comparison comparison() {
    return TableFacts.comparison(
        List.of(
            TableFacts.summary(Arm.NONE, "forest", 0.5),
            TableFacts.summary(TEACHER, "forest", 0.6)),
        List.of(TableFacts.difference(TEACHER, "forest", 0.04, null)));
  }

  @Test
  void fitsAndModelsStandBesideEachArmAndMillisecondsWhereTheyAreKnown() {
    Map<String, Long> fits = Map.of("none", 1L, "teacher", 31L);
    FigureTable page =
        CostTable.of(comparison(), new CostsByArm(Map.of(), Map.of(), fits)).orElseThrow();
    assertThat(page.headers()).containsExactly("Arm", "Fits", "Models");
    // the models of Baseline.TEACHER: three boosters and three others
    assertThat(page.blocks().getFirst().rows())
        .containsExactly(List.of("none", "1", "1"), List.of("teacher", "31", "6"));
    FigureTable console =
        CostTable.of(comparison(), new CostsByArm(Map.of(), Map.of("teacher", 0.01234), fits))
            .orElseThrow();
    assertThat(console.blocks().getFirst().rows())
        .containsExactly(List.of("none", "1", "1", "–"), List.of("teacher", "31", "6", "0.0123"));
  }

  @Test
  void nothingIsShownWhereAllArmsCostTheSameOrNothingIsKnown() {
    Map<String, Long> one = Map.of("none", 1L);
    assertThat(CostTable.of(comparison(), new CostsByArm(Map.of(), Map.of(), one))).isEmpty();
    assertThat(CostTable.of(comparison(), CostsByArm.NONE)).isEmpty();
  }
}
