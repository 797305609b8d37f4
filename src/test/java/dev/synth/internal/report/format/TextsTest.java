package dev.synth.internal.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {
  @Test
  void textBreaksAtBlanks() {
    assertThat(Texts.wrapped("one two three", 7)).containsExactly("one two", "three");
    assertThat(Texts.wrapped("one two three", 13)).containsExactly("one two three");
    assertThat(Texts.wrapped("", 7)).containsExactly("");
  }

  @Test
  void aWordThatIsTooLongStaysWhole() {
    assertThat(Texts.wrapped("extraordinary one", 7)).containsExactly("extraordinary", "one");
    assertThat(Texts.wrapped("extraordinary", 7)).containsExactly("extraordinary");
  }

  @Test
  void allLinesButTheFirstAreIndented() {
    assertThat(Texts.hanging("! one two three", 9, 2)).containsExactly("! one two", "  three");
  }

  @Test
  void sentencesBeginWithACapitalLetter() {
    assertThat(Texts.sentenceCase("the arm")).isEqualTo("The arm");
    assertThat(Texts.sentenceCase("")).isEmpty();
  }
}
