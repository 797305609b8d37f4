package dev.synth.validate;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.synth.validate.ValidationReport.GateResult;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.MetricReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The answer to one question, as far as its gates can give it.
 *
 * @param question the question
 * @param verdict the answer in a word
 * @param sentence the answer in plain words
 */
public record Answer(Question question, Verdict verdict, String sentence) {
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
  static List<Answer> of(List<MetricReport> metrics) {
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
    List<String> failed = ids(gates, GateStatus.FAILED);
    List<String> open = ids(gates, GateStatus.CANNOT_TELL);
    List<String> passed = ids(gates, GateStatus.PASSED);
    if (!failed.isEmpty()) {
      String words = question == Question.PRIVACY ? "It may: %s failed" : "No: %s failed";
      return new Answer(question, Verdict.BAD, words.formatted(listed(failed)));
    }
    if (!open.isEmpty()) {
      return new Answer(
          question,
          Verdict.CANNOT_TELL,
          "Cannot tell with so few rows: %s is inside the noise of real rows, which is wider than"
                  .formatted(listed(open))
              + " its limit");
    }
    if (passed.isEmpty()) {
      return new Answer(question, Verdict.NOT_JUDGED, "Not judged: " + whyNot(gates));
    }
    String how = "%s (%s)".formatted(question.goodNews(), listed(passed));
    String yes =
        question == Question.PRIVACY ? "As far as was looked: " : "Yes, as far as was looked: ";
    return new Answer(question, Verdict.GOOD, yes + how);
  }

  private static String whyNot(List<GateResult> gates) {
    return gates.stream()
        .filter(gate -> gate.status() == GateStatus.NOT_COMPUTED)
        .map(GateResult::message)
        .findFirst()
        .orElse("no gate of this preset asks it");
  }

  private static List<String> ids(List<GateResult> gates, GateStatus status) {
    return gates.stream().filter(gate -> gate.status() == status).map(GateResult::metric).toList();
  }

  private static String listed(List<String> ids) {
    return ids.stream().collect(Collectors.joining(", "));
  }
}
