package dev.synth.internal.report.wording;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.wording.metric.SkipSentence;
import dev.synth.validate.Answer;
import dev.synth.validate.Answer.Looked;
import dev.synth.validate.Answer.Rating;
import dev.synth.validate.Question;
import dev.synth.validate.ValidationReport;
import dev.synth.validate.ValidationReport.GateResult;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.MetricReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answer to one question about synthetic rows, in plain words and without a full stop. */
public final class AnswerSentence {
  private AnswerSentence() {}

  /** Returns the answer in a word. */
  public static String word(Rating verdict) {
    return switch (verdict) {
      case GOOD -> "good";
      case DOUBTFUL -> "doubtful";
      case BAD -> "bad";
      case CANNOT_TELL -> "cannot tell";
    };
  }

  /** Returns whether no gate failed, and an answer is doubtful all the same. */
  public static boolean areDoubts(ValidationReport report) {
    return report.answers().stream().anyMatch(answer -> answer.verdict() == Rating.DOUBTFUL);
  }

  /**
   * Returns the answer with the figures and gates that it rests on, what they mean and what helps.
   *
   * @param report the report that holds the answer
   */
  public static String full(Answer answer, ValidationReport report) {
    String advice = advice(answer, report);
    return advice.isEmpty() ? of(answer, report) : of(answer, report) + ". " + advice;
  }

  /** Returns what helps against signs of a leak; an empty text where there is nothing to say. */
  public static String advice(Answer answer, ValidationReport report) {
    boolean leaks = answer.verdict() == Rating.BAD || answer.verdict() == Rating.DOUBTFUL;
    return answer.question() == Question.PRIVACY && leaks
        ? PrivacySentence.advice(report.privacyLevers())
        : "";
  }

  /**
   * Returns the answer with the figures and gates that it rests on.
   *
   * @param report the report that holds the answer
   */
  public static String of(Answer answer, ValidationReport report) {
    Question question = answer.question();
    List<MetricReport> metrics = report.metrics(question);
    return switch (answer.verdict()) {
      case BAD -> bad(answer, metrics);
      case DOUBTFUL ->
          PlainText.of(
              "%s: no gate failed, but real rows seldom have %s. %s",
              question == Question.PRIVACY ? "It may" : "In part",
              SignSentence.of(answer.signs()),
              meaning(answer));
      case CANNOT_TELL -> cannotTell(metrics);
      case GOOD -> good(question, metrics);
    };
  }

  private static String bad(Answer answer, List<MetricReport> metrics) {
    boolean privacy = answer.question() == Question.PRIVACY;
    String failed =
        PlainText.of(
            privacy ? "It may: %s failed" : "No: %s failed", ids(metrics, GateStatus.FAILED));
    return privacy && !answer.signs().isEmpty()
        ? PlainText.of(
            "%s, and real rows seldom have %s. %s",
            failed, SignSentence.of(answer.signs()), meaning(answer))
        : failed;
  }

  private static String meaning(Answer answer) {
    return switch (answer.question()) {
      case LIKENESS -> "By these the rows can be told from real ones";
      case VARIETY -> "So something that real rows show is rarer or missing";
      case RARE_CLASS -> "So fewer rows than real ones look rare to a classifier";
      case PRIVACY -> PrivacySentence.meaning(answer.signs());
    };
  }

  private static String cannotTell(List<MetricReport> metrics) {
    String gates = ids(metrics, GateStatus.CANNOT_TELL);
    return gates.isEmpty()
        ? "Cannot tell: " + whyNot(metrics)
        : PlainText.of(
            "Cannot tell with so few rows: %s is inside the noise of real rows, which is wider"
                + " than its limit",
            gates);
  }

  private static String whyNot(List<MetricReport> metrics) {
    Looked looked = Looked.at(metrics);
    if (looked.measured() > 0 && looked.missed() > 0) {
      return PlainText.of(
          "only %d of %d figures could be measured, and nothing was found in %s (%s); not"
              + " measured: %s",
          looked.measured(),
          looked.all(),
          looked.measured() == 1 ? "it" : "these",
          joined(metrics.stream().filter(MetricReport::isMeasured)),
          reasons(metrics));
    }
    return metrics.stream()
        .filter(metric -> metric.gate().status() == GateStatus.NOT_COMPUTED)
        .map(GateSentence::of)
        .findFirst()
        .orElse("no figure answers it");
  }

  /** The metrics without a value by the reason for it, such as: a, b (needs …). */
  private static String reasons(List<MetricReport> metrics) {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    metrics.stream()
        .filter(MetricReport::isMissed)
        .forEach(
            metric ->
                byReason
                    .computeIfAbsent(why(metric), reason -> new ArrayList<>())
                    .add(metric.metric()));
    return byReason.entrySet().stream()
        .map(entry -> PlainText.of("%s (%s)", String.join(", ", entry.getValue()), entry.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static String why(MetricReport metric) {
    return metric.readings().stream()
        .map(SkipSentence::of)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("there is no value");
  }

  private static String good(Question question, List<MetricReport> metrics) {
    String passed = ids(metrics, GateStatus.PASSED);
    return switch (question) {
      case LIKENESS -> yes("no difference was found that matters", passed, metrics);
      case VARIETY -> yes("nothing that real rows show was found missing", passed, metrics);
      case RARE_CLASS -> yes("the rows look rare to a classifier", passed, metrics);
      case PRIVACY -> noSign(metrics);
    };
  }

  private static String yes(String news, String ids, List<MetricReport> metrics) {
    return PlainText.of("Yes, as far as was looked%s: %s%s", at(metrics), news, inBrackets(ids));
  }

  /** Such as: at 9 of 11 figures; nothing where none was missed. */
  private static String at(List<MetricReport> metrics) {
    Looked looked = Looked.at(metrics);
    return looked.missed() == 0
        ? ""
        : PlainText.of(", at %d of %d figures", looked.measured(), looked.all());
  }

  private static String inBrackets(String ids) {
    return ids.isEmpty() ? "" : PlainText.of(" (%s)", ids);
  }

  /**
   * Returns that there is no sign, and what was not measured, which matters as much: without unseen
   * rows nobody can tell who leans.
   */
  private static String noSign(List<MetricReport> metrics) {
    String not = joined(metrics.stream().filter(metric -> !metric.isMeasured()));
    return PlainText.of(
        "As far as was looked%s: no sign of it; that is no guarantee%s%s",
        at(metrics),
        inBrackets(joined(metrics.stream().filter(MetricReport::isMeasured))),
        not.isEmpty() ? "" : "; not measured: " + not);
  }

  private static String joined(Stream<MetricReport> metrics) {
    return metrics.map(MetricReport::metric).collect(Collectors.joining(", "));
  }

  private static String ids(List<MetricReport> metrics, GateStatus status) {
    return metrics.stream()
        .map(MetricReport::gate)
        .filter(gate -> gate.status() == status)
        .map(GateResult::metric)
        .collect(Collectors.joining(", "));
  }
}
