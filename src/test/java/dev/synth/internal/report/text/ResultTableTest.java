package dev.synth.internal.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.compare.Comparison;
import dev.synth.compare.Protocol;
import dev.synth.evaluate.Results;
import dev.synth.internal.compare.Comparer;
import dev.synth.internal.report.table.CostTable;
import dev.synth.internal.report.wording.Headline;
import dev.synth.internal.report.wording.UseSentence;
import dev.synth.split.SplitOptions.Method;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultTableTest {
  private static final Protocol RANDOM =
      new Protocol("random-forest", Method.RANDOM, "max-f1", .01);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10})
  void everyLineFitsATerminal(int repeats) {
    String text =
        ResultTable.of(
            Comparer.compare(RANDOM, Results.simulated(repeats)), CostTable.CostsByArm.NONE);
    if (Boolean.getBoolean("show")) System.out.println(text);
    assertThat(text).endsWith("\n");
    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }

  @Test
  void theTableEndsWithTheVerdict() {
    Comparison comparison = Comparer.compare(RANDOM, Results.simulated(10));
    String text = ResultTable.of(comparison, CostTable.CostsByArm.NONE).replace('\n', ' ').strip();
    String use =
        UseSentence.of(
            Objects.requireNonNull(comparison.primary().getFirst().inUse()),
            comparison.protocol(),
            comparison.repeats().size());
    assertThat(text).endsWith(Headline.of(comparison) + " " + use);
  }

  @Test
  void everyArmAndClassifierHasARow() {
    List<String> lines =
        ResultTable.of(Comparer.compare(RANDOM, Results.simulated(3)), CostTable.CostsByArm.NONE)
            .lines()
            .toList();
    for (String arm : List.of("  none ", "  class-weight ", "  oversample ")) {
      assertThat(lines.stream().filter(line -> line.startsWith(arm))).hasSize(3);
    }
    assertThat(lines.stream().filter(line -> line.startsWith("▸ vae "))).hasSize(1);
    assertThat(lines.stream().filter(line -> line.startsWith("  vae "))).hasSize(2);
  }
}
