package dev.synth.internal.report.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.monitor.Break;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractSectionTest {
  private static ContractSection contract(Break... breaks) {
    return new ContractSection(MonitorFacts.report(Arrays.asList(breaks)));
  }

  @Test
  void withoutABreakEveryRowIsRight() {
    assertThat(contract().section().sentences())
        .containsExactly("Every row is as the model's contract has it.");
    assertThat(contract().alarms()).isEmpty();
  }

  @Test
  void aBreakBelowAnAlarmIsSaidAndRaisesNone() {
    ContractSection section = contract(new Break(Break.Kind.NEW_LEVEL, "a|b", 1200, false));
    assertThat(section.section().sentences()).containsExactly("a|b: 1,200 cells with a new level.");
    assertThat(section.alarms()).isEmpty();
  }

  @Test
  void anAlarmIsMarkedAndListed() {
    ContractSection section =
        contract(
            new Break(Break.Kind.MISSING_COLUMN, "100 %d", 1, true),
            new Break(Break.Kind.BEYOND_RANGE, "x", 1, true));
    assertThat(section.section().sentences())
        .containsExactly(
            "Alarm: the column '100 %d' is not there.",
            "Alarm: x: one cell beyond the range of the fitted rows.");
    assertThat(section.alarms())
        .containsExactly(
            "the column '100 %d' is not there", "x: one cell beyond the range of the fitted rows");
  }

  @Test
  void everyKindHasItsWords() {
    List<Break> breaks =
        Arrays.stream(Break.Kind.values()).map(kind -> new Break(kind, "x", 2, true)).toList();
    assertThat(new ContractSection(MonitorFacts.report(breaks)).alarms())
        .hasSize(Break.Kind.values().length)
        .doesNotHaveDuplicates();
  }
}
