package dev.synth.internal.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineBreaksTest {
  @Test
  void textBreaksAtBlanks() {
    assertThat(LineBreaks.wrapped("one two three", 7)).containsExactly("one two", "three");
    assertThat(LineBreaks.wrapped("one two three", 13)).containsExactly("one two three");
    assertThat(LineBreaks.wrapped("", 7)).containsExactly("");
  }

  @Test
  void aWordThatIsTooLongStaysWhole() {
    assertThat(LineBreaks.wrapped("extraordinary one", 7)).containsExactly("extraordinary", "one");
    assertThat(LineBreaks.wrapped("extraordinary", 7)).containsExactly("extraordinary");
  }

  @Test
  void allLinesButTheFirstAreIndented() {
    assertThat(LineBreaks.hanging("! one two three", 9, 2)).containsExactly("! one two", "  three");
  }

  @Test
  void sentencesBeginWithACapitalLetter() {
    assertThat(LineBreaks.sentenceCase("the arm")).isEqualTo("The arm");
    assertThat(LineBreaks.sentenceCase("")).isEmpty();
  }
}
