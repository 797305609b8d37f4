package dev.synth.internal.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelTest {
  private static final List<Integer> INPUTS = IntStream.range(0, 100).boxed().toList();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void keepsTheOrderOfTheInputs(int jobs) {
    assertThat(Parallel.map(INPUTS, jobs, input -> input * input))
        .isEqualTo(INPUTS.stream().map(input -> input * input).toList());
  }

  @Test
  void throwsTheFirstFailureInTheOrderOfTheInputs() {
    assertThatThrownBy(
            () ->
                Parallel.map(
                    INPUTS,
                    4,
                    input -> {
                      if (input % 10 == 3) {
                        throw new IllegalStateException("input " + input);
                      }
                      return input;
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("input 3");
  }

  @Test
  void hasNothingToDoForNoInput() {
    assertThat(Parallel.map(List.<Integer>of(), 3, input -> input)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void handsResultsOverInOrderUntilEnough(int jobs) {
    List<Integer> taken = new ArrayList<>();
    Parallel.inOrder(
        jobs,
        3,
        number -> number * number,
        result -> {
          taken.add(result);
          return taken.size() < 50;
        });
    assertThat(taken).isEqualTo(IntStream.range(0, 50).mapToObj(i -> i * i).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void passesATasksFailureOn(int jobs) {
    assertThatThrownBy(
            () ->
                Parallel.inOrder(
                    jobs,
                    100,
                    number -> {
                      if (number == 5) {
                        throw new IllegalStateException("task 5");
                      }
                      return number;
                    },
                    result -> true))
        .hasMessage("task 5");
  }
}
