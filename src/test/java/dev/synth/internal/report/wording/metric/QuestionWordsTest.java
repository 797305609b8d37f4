package dev.synth.internal.report.wording.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.validate.Question;
import dev.synth.validate.ValidationReport.Reference;
import org.junit.jupiter.api.Test;

class QuestionWordsTest {
  @Test
  void questionsAreAskedPlainly() {
    assertThat(Question.values())
        .extracting(QuestionWords::of)
        .containsExactly(
            "Is it like the real thing?",
            "Is it as varied?",
            "Does it belong to the rare class?",
            "Does it give anyone away?");
  }

  @Test
  void realRowsAreNamedPlainly() {
    assertThat(Reference.values())
        .extracting(ReferenceWords::of)
        .containsExactly("rare training rows", "rare held-out rows");
  }
}
