package dev.synth.validate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.synth.validate.ValidationReport.GateResult;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.MetricReport;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The answer to one question, as far as its gates can give it.
 *
 * @param question the question
 * @param verdict the answer in a word
 */
@JsonIgnoreProperties("sentence")
public record Answer(Question question, Verdict verdict) {
  /** An answer in a word. */
  public enum Verdict {
    /** All is well, as far as can be told. */
    @JsonProperty("good")
    GOOD,
    /** A gate failed. */
    @JsonProperty("bad")
    BAD,
    /** No gate failed, and one at least cannot tell with so few rows. */
    @JsonProperty("cannot_tell")
    CANNOT_TELL,
    /** No gate of this question was judged. */
    @JsonProperty("not_judged")
    NOT_JUDGED
  }

  /** Answers every question from the metrics' gates, in the order of the questions. */
  public static List<Answer> of(List<MetricReport> metrics) {
    List<Answer> answers = new ArrayList<>();
    for (Question question : Question.values()) {
      List<GateResult> gates =
          metrics.stream()
              .filter(metric -> metric.question() == question)
              .map(MetricReport::gate)
              .toList();
      answers.add(of(question, gates));
    }
    return List.copyOf(answers);
  }

  private static Answer of(Question question, List<GateResult> gates) {
    Set<GateStatus> statuses = EnumSet.noneOf(GateStatus.class);
    gates.forEach(gate -> statuses.add(gate.status()));
    if (statuses.contains(GateStatus.FAILED)) {
      return new Answer(question, Verdict.BAD);
    }
    if (statuses.contains(GateStatus.CANNOT_TELL)) {
      return new Answer(question, Verdict.CANNOT_TELL);
    }
    return new Answer(
        question, statuses.contains(GateStatus.PASSED) ? Verdict.GOOD : Verdict.NOT_JUDGED);
  }
}
