package dev.synth.internal.experiment.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.generate.ToyTables;
import dev.synth.table.LabelledTable;
import org.junit.jupiter.api.Test;

final class WithinMemoryTest {
  private static final LabelledTable ROWS = ToyTables.training(5, 20, 1).rows();

  @Test
  void manyColumnsAreToBeFewer() {
    assertThat(WithinMemory.problem(600, 1_200))
        .hasMessageContaining("out of memory with 600 rows of 1,200 columns: leave out columns")
        .hasMessageNotContaining("fewer rows");
  }

  @Test
  void manyRowsAreToBeFewer() {
    assertThat(WithinMemory.problem(10_000_000, 30))
        .hasMessageContaining("10,000,000 rows of 30 columns: take fewer rows")
        .hasMessageNotContaining("data.exclude");
    assertThat(WithinMemory.problem(10_000_000, 200)).hasMessageContaining("take fewer rows");
  }

  @Test
  void memoryThatRunsOutIsAProblemOfTheMachine() {
    assertThatThrownBy(
            () ->
                WithinMemory.doOn(
                    ROWS,
                    () -> {
                      throw new OutOfMemoryError("Java heap space");
                    }))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.ENVIRONMENT))
        .hasMessageContaining("out of memory with 25 rows");
    assertThat(WithinMemory.<Integer>on(ROWS, () -> 7)).isEqualTo(7);
  }
}
