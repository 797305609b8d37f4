package dev.synth.internal.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.validate.Answer;
import dev.synth.validate.Answer.Verdict;
import dev.synth.validate.Question;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.MetricReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerSentenceTest {
  private static String sentence(Question question, Verdict verdict, GateStatus... statuses) {
    List<MetricReport> metrics = new ArrayList<>();
    for (GateStatus status : statuses) {
      metrics.add(GateFacts.metric(question, "m" + (1 + metrics.size()), status));
    }
    Question other = question == Question.VARIETY ? Question.LIKENESS : Question.VARIETY;
    metrics.add(GateFacts.metric(other, "other", GateStatus.FAILED));
    Answer answer = new Answer(question, verdict);
    return AnswerSentence.of(answer, GateFacts.report(metrics, List.of(answer)));
  }

  @Test
  void aFailureNamesItsGates() {
    assertThat(
            sentence(
                Question.LIKENESS,
                Verdict.BAD,
                GateStatus.FAILED,
                GateStatus.PASSED,
                GateStatus.FAILED))
        .isEqualTo("No: m1, m3 failed");
    assertThat(sentence(Question.PRIVACY, Verdict.BAD, GateStatus.FAILED))
        .isEqualTo("It may: m1 failed");
  }

  @Test
  void tooFewRowsAreNoAnswer() {
    assertThat(
            sentence(
                Question.VARIETY, Verdict.CANNOT_TELL, GateStatus.PASSED, GateStatus.CANNOT_TELL))
        .isEqualTo(
            "Cannot tell with so few rows: m2 is inside the noise of real rows, which is wider than"
                + " its limit");
  }

  @Test
  void goodNewsIsAsFarAsWasLooked() {
    assertThat(sentence(Question.LIKENESS, Verdict.GOOD, GateStatus.PASSED))
        .isEqualTo("Yes, as far as was looked: no difference was found that matters (m1)");
    assertThat(sentence(Question.VARIETY, Verdict.GOOD, GateStatus.PASSED, GateStatus.PASSED))
        .isEqualTo(
            "Yes, as far as was looked: nothing that real rows show was found missing (m1, m2)");
    assertThat(sentence(Question.RARE_CLASS, Verdict.GOOD, GateStatus.PASSED))
        .isEqualTo("Yes, as far as was looked: the rows look rare to a classifier (m1)");
    assertThat(sentence(Question.PRIVACY, Verdict.GOOD, GateStatus.PASSED))
        .isEqualTo("As far as was looked: no sign of it; that is no guarantee (m1)");
  }

  @Test
  void whatWasNotJudgedTellsWhy() {
    assertThat(sentence(Question.LIKENESS, Verdict.NOT_JUDGED, GateStatus.OFF))
        .isEqualTo("Not judged: no gate of this preset asks it");
    assertThat(
            sentence(
                Question.LIKENESS, Verdict.NOT_JUDGED, GateStatus.OFF, GateStatus.NOT_COMPUTED))
        .isEqualTo("Not judged: m2 was not computed: there is no value");
  }
}
