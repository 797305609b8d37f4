package dev.synth.internal.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.classify.ensemble.Taught;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeacherSentenceTest {
  @Test
  void saysWhetherTheTeacherIsBetterThanTheStudent() {
    assertThat(TeacherSentence.of(new Taught(true, 0.6125, "xgboost", 0.5, List.of())))
        .isEqualTo(
            "average precision of the teacher in folds of the training rows 0.613, of xgboost"
                + " 0.500");
    assertThat(TeacherSentence.of(new Taught(false, 0.4, "xgboost", 0.5, List.of())))
        .endsWith("of xgboost 0.500, so no synthetic row joins them");
    assertThat(TeacherSentence.of(new Taught(true, 0.48, "xgboost", 0.5, List.of())))
        .endsWith("0.480, of xgboost 0.500, no more than a standard error behind");
  }

  @Test
  void tooFewRowsJudgeNoTeacher() {
    assertThat(TeacherSentence.of(new Taught(false, null, "xgboost", null, List.of())))
        .isEqualTo(
            "too few rare training rows to judge a teacher by, so no synthetic row joins them");
  }
}
