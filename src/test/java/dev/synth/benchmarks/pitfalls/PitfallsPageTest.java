package dev.synth.benchmarks.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.benchmarks.pitfalls.Pitfall.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of docs/pitfalls.md is the one that the benchmark prints. */
class PitfallsPageTest {
  private static final List<ToDoubleFunction<Figures>> COLUMNS =
      List.of(Figures::wrong, Figures::right, Figures::later);

  @Test
  void theTableHasEveryMistakeInItsOrder() throws IOException {
    List<String> names = lines().stream().map(line -> line.getFirst()).toList();
    assertThat(names).isEqualTo(Arrays.stream(Pitfall.values()).map(Pitfall::mistake).toList());
  }

  /**
   * A single data set lies within five standard deviations of the page's mean, and what a rounded
   * digit hides; five, since some figures are shares of few rows and far from normal.
   */
  @Tag("slow")
  @ParameterizedTest
  @EnumSource(Pitfall.class)
  void theFirstDataSetIsOneOfThose(Pitfall pitfall) throws IOException {
    List<String> line =
        lines().stream()
            .filter(one -> one.getFirst().equals(pitfall.mistake()))
            .findFirst()
            .orElseThrow();
    Figures figures = pitfall.measure(1);
    assertThat(line.get(1)).isEqualTo(pitfall.figure());
    for (int column = 0; column < COLUMNS.size(); column++) {
      String[] cell = line.get(column + 2).replace('−', '-').replace("*", "").split(" ± ", -1);
      assertThat(Math.abs(COLUMNS.get(column).applyAsDouble(figures) - number(cell[0])))
          .as(pitfall + " " + line)
          .isLessThanOrEqualTo(5 * number(cell[1]) + 0.001);
    }
  }

  private static double number(String text) {
    return Double.parseDouble(text.strip());
  }

  /** The cells of the table's lines. */
  private static List<List<String>> lines() throws IOException {
    return Files.readAllLines(Path.of("docs/pitfalls.md")).stream()
        .filter(line -> line.startsWith("| ") && line.contains(" ± "))
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).skip(1).toList())
        .toList();
  }
}
