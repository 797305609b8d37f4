package dev.synth.internal.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  // By hand: letters inserted, removed, replaced, or exchanged with their neighbour.
  @ParameterizedTest
  @CsvSource({
    "steps, steps, 0",
    "step, steps, 1",
    "setps, steps, 1",
    "stops, steps, 1",
    "'', steps, 5",
    "kitten, sitting, 3",
    "ca, abc, 3"
  })
  void countsSlipsOfThePen(String from, String to, int edits) {
    assertThat(Spelling.edits(from, to)).isEqualTo(edits);
    assertThat(Spelling.edits(to, from)).isEqualTo(edits);
  }

  @Test
  void aThirdOfTheLettersMayDifferAndTwoInAnyCase() {
    List<String> known = List.of("mgs", "oversample");
    assertThat(Spelling.nearest("mgsxx", known)).contains("mgs");
    assertThat(Spelling.nearest("mgsxxx", known)).isEmpty();
    assertThat(Spelling.nearest("voersampel", known)).contains("oversample");
    assertThat(Spelling.hint("mg", known)).isEqualTo("; did you mean 'mgs'?");
    assertThat(Spelling.hint("quite another", known)).isEmpty();
    assertThat(Spelling.nearest("y", List.of("X", "\u00a0Y"))).contains("\u00a0Y");
    assertThat(Spelling.nearest("y", List.of("x"))).isEmpty();
  }
}
