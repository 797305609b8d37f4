package dev.synth.validate;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnore;
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
 * The answer to one question, as far as its own figures can give it.
 *
 * @param question the question
 * @param verdict the answer in a word
 * @param signs the figures outside the band that the question's figures share, in the order of
 *     metrics; none in runs of 0.2.0 and before
 */
@JsonIgnoreProperties({"sentence", "advice", "looked"})
public record Answer(Question question, Rating verdict, List<Sign> signs) {
  /** An answer in a word. */
  public enum Rating {
    /**
     * No gate failed, and every figure is one that real rows have too; at least half of those that
     * the table allows were measured.
     */
    @JsonProperty("good")
    GOOD,
    /** No gate failed, and one figure at least is outside the band of real rows. */
    @JsonProperty("doubtful")
    DOUBTFUL,
    /** A gate failed. */
    @JsonProperty("bad")
    BAD,
    /**
     * Nothing speaks against the rows, and one gate at least cannot tell with so few of them, or
     * fewer than half of the figures were measured.
     */
    @JsonProperty("cannot_tell")
    @JsonAlias("not_judged")
    CANNOT_TELL
  }

  /**
   * The number of a question's figures that were measured. What the table has nothing of, and what
   * was not asked for, does not count.
   *
   * @param measured those with a value
   * @param missed those that rows were too few or too much alike for
   */
  public record Looked(int measured, int missed) {
    /** Counts the metrics of one question. */
    public static Looked at(List<MetricReport> metrics) {
      return new Looked(
          (int) metrics.stream().filter(MetricReport::isMeasured).count(),
          (int) metrics.stream().filter(MetricReport::isMissed).count());
    }

    /** Returns how many there could have been. */
    @JsonProperty("of")
    public int all() {
      return measured + missed;
    }

    /** Returns whether what was measured may speak for what was not. */
    @JsonIgnore
    public boolean isEnough() {
      return measured > 0 && measured >= missed;
    }
  }

  public Answer {
    signs = signs == null ? List.of() : List.copyOf(signs); // in 0.2.0 there were none
  }

  /** An answer without signs. */
  public Answer(Question question, Rating verdict) {
    this(question, verdict, List.of());
  }

  /**
   * Answers every question, in the order of the questions.
   *
   * @param metrics all metrics with their gates
   * @param signs the figures outside the bands of their questions
   */
  public static List<Answer> of(List<MetricReport> metrics, List<Sign> signs) {
    List<Answer> answers = new ArrayList<>();
    for (Question question : Question.values()) {
      List<MetricReport> asked =
          metrics.stream().filter(metric -> metric.question() == question).toList();
      List<String> ids = asked.stream().map(MetricReport::metric).toList();
      List<Sign> own = signs.stream().filter(sign -> ids.contains(sign.metric())).toList();
      answers.add(new Answer(question, verdict(asked, own), own));
    }
    return List.copyOf(answers);
  }

  private static Rating verdict(List<MetricReport> metrics, List<Sign> signs) {
    Set<GateStatus> statuses = EnumSet.noneOf(GateStatus.class);
    metrics.stream().map(MetricReport::gate).map(GateResult::status).forEach(statuses::add);
    if (statuses.contains(GateStatus.FAILED)) {
      return Rating.BAD;
    }
    if (!signs.isEmpty()) {
      return Rating.DOUBTFUL;
    }
    return Looked.at(metrics).isEnough() && !statuses.contains(GateStatus.CANNOT_TELL)
        ? Rating.GOOD
        : Rating.CANNOT_TELL;
  }
}
