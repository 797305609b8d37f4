package dev.synth.internal.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.validate.MetricCatalogue;
import dev.synth.validate.Answer;
import dev.synth.validate.Answer.Rating;
import dev.synth.validate.Goal;
import dev.synth.validate.PrivacyLever;
import dev.synth.validate.Question;
import dev.synth.validate.Sign;
import dev.synth.validate.SkipReason;
import dev.synth.validate.SkipReason.Cause;
import dev.synth.validate.ValidationReport.GateResult;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.MetricReport;
import dev.synth.validate.ValidationReport.Reading;
import dev.synth.validate.ValidationReport.Reference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerSentenceTest {
  private static String sentence(Question question, Rating verdict, GateStatus... statuses) {
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
                Rating.BAD,
                GateStatus.FAILED,
                GateStatus.PASSED,
                GateStatus.FAILED))
        .isEqualTo("No: m1, m3 failed");
    assertThat(sentence(Question.PRIVACY, Rating.BAD, GateStatus.FAILED))
        .isEqualTo("It may: m1 failed");
  }

  @Test
  void tooFewRowsAreNoAnswer() {
    assertThat(
            sentence(
                Question.VARIETY, Rating.CANNOT_TELL, GateStatus.PASSED, GateStatus.CANNOT_TELL))
        .isEqualTo(
            "Cannot tell with so few rows: m2 is inside the noise of real rows, which is wider than"
                + " its limit");
  }

  @Test
  void goodNewsIsAsFarAsWasLooked() {
    assertThat(sentence(Question.LIKENESS, Rating.GOOD, GateStatus.PASSED))
        .isEqualTo("Yes, as far as was looked: no difference was found that matters (m1)");
    assertThat(sentence(Question.VARIETY, Rating.GOOD, GateStatus.PASSED, GateStatus.PASSED))
        .isEqualTo(
            "Yes, as far as was looked: nothing that real rows show was found missing (m1, m2)");
    assertThat(sentence(Question.RARE_CLASS, Rating.GOOD, GateStatus.OFF))
        .isEqualTo("Yes, as far as was looked: the rows look rare to a classifier");
  }

  /** Without unseen rows, what asks about them says nothing, and that is said. */
  @Test
  void noSignOfALeakNamesWhatWasNotMeasured() {
    MetricReport measured = withValue(Question.PRIVACY, "dcr");
    MetricReport missing = GateFacts.metric(Question.PRIVACY, "nndr", GateStatus.OFF);
    Answer answer = new Answer(Question.PRIVACY, Rating.GOOD);
    assertThat(
            AnswerSentence.full(
                answer, GateFacts.report(List.of(measured, missing), List.of(answer))))
        .isEqualTo(
            "As far as was looked: no sign of it; that is no guarantee (dcr); not measured: nndr");
  }

  /** Good news of less than all figures says of how many. */
  @Test
  void whatRowsWereTooFewForIsCounted() {
    MetricReport measured = withValue(Question.LIKENESS, "ks");
    MetricReport missed =
        without(
            Question.LIKENESS, "mmd", new SkipReason.TooFewRows(SkipReason.Side.TRAINING, 20, 14));
    MetricReport none =
        without(
            Question.LIKENESS, "tvd", new SkipReason.Plain(Cause.NO_CATEGORICAL_COLUMN)); // no loss
    Answer answer = new Answer(Question.LIKENESS, Rating.GOOD);
    assertThat(
            AnswerSentence.full(
                answer, GateFacts.report(List.of(measured, missed, none), List.of(answer))))
        .isEqualTo(
            "Yes, as far as was looked, at 1 of 2 figures: no difference was found that matters");
  }

  @Test
  void mostFiguresMissingIsNoAnswerThoughNoneSpeaksAgainstTheRows() {
    List<MetricReport> metrics =
        List.of(
            withValue(Question.PRIVACY, "dcr"),
            without(Question.PRIVACY, "nndr", new SkipReason.TooFewUnseen(10)),
            without(Question.PRIVACY, "closer_to_training", new SkipReason.TooFewUnseen(10)),
            without(Question.PRIVACY, "attribute_inference", new SkipReason.TooFewUnseen(20)),
            without(
                Question.PRIVACY,
                "soft_label_inference",
                new SkipReason.Plain(Cause.NO_SOFT_LABELS)));
    Answer answer = Answer.of(metrics, List.of()).getLast();
    assertThat(answer).isEqualTo(new Answer(Question.PRIVACY, Rating.CANNOT_TELL));
    assertThat(AnswerSentence.full(answer, GateFacts.report(metrics, List.of(answer))))
        .isEqualTo(
            "Cannot tell: only 1 of 4 figures could be measured, and nothing was found in it"
                + " (dcr); not measured: nndr, closer_to_training (needs at least 10 real rare rows"
                + " that no generator saw (a file of reference rows)), attribute_inference (needs"
                + " at least 20 real rare rows that no generator saw (a file of reference rows))");
    Answer half = Answer.of(metrics.subList(0, 2), List.of()).getLast();
    assertThat(half.verdict()).isEqualTo(Rating.GOOD);
    Answer sign =
        Answer.of(metrics, List.of(new Sign("dcr", Reference.TRAINING, 0, 1.0, null))).getLast();
    assertThat(sign.verdict()).as("one sign is enough").isEqualTo(Rating.DOUBTFUL);
  }

  private static MetricReport without(Question question, String id, SkipReason why) {
    GateResult off = new GateResult(id, "off", GateStatus.OFF, null, null, null);
    return new MetricReport(
        id,
        question,
        id,
        Goal.LOWER,
        0,
        1.0,
        "own",
        List.of(Reading.none(Reference.TRAINING, why)),
        off);
  }

  @Test
  void whatWasNotMeasuredTellsWhy() {
    assertThat(sentence(Question.LIKENESS, Rating.CANNOT_TELL, GateStatus.OFF))
        .isEqualTo("Cannot tell: no figure answers it");
    assertThat(
            sentence(
                Question.LIKENESS, Rating.CANNOT_TELL, GateStatus.OFF, GateStatus.NOT_COMPUTED))
        .isEqualTo("Cannot tell: m2 was not computed: there is no value");
  }

  @Test
  void aFigureThatRealRowsSeldomHaveIsASignThoughNoGateFailed() {
    assertThat(full(Question.PRIVACY, Rating.DOUBTFUL, List.of(), LEAK))
        .isEqualTo(
            "It may: no gate failed, but real rows seldom have closer_to_training of 0.810 (real"
                + " rows: at most 0.660), nndr of 0.790 (real rows: at least 0.900). So the rows"
                + " lie closer to training rows than fresh real rows do and they single out"
                + " training rows: single customers may be recognisable. What helps depends on what"
                + " made the rows: less training, more noise in its draws, or more rare rows to"
                + " learn from");
    assertThat(full(Question.LIKENESS, Rating.DOUBTFUL, List.of(), List.of(OUTSIDE)))
        .isEqualTo(
            "In part: no gate failed, but real rows seldom have c2st_forest of 0.810 (real rows:"
                + " 0.310 to 0.730). By these the rows can be told from real ones");
  }

  /** The levers of a kind, the likeliest first, and only where there is a leak to speak of. */
  @Test
  void adviceFitsTheGenerator() {
    List<PrivacyLever> levers = List.of(PrivacyLever.PRIOR_DRAWS, PrivacyLever.FEWER_STEPS);
    assertThat(full(Question.PRIVACY, Rating.BAD, levers, LEAK))
        .startsWith("It may: m1 failed, and real rows seldom have closer_to_training")
        .endsWith(
            ". What may help: draws that start from no real row (generator.sampling: prior); or a"
                + " shorter training (generator.steps)");
    assertThat(full(Question.PRIVACY, Rating.GOOD, levers, List.of()))
        .doesNotContain("What may help");
    assertThat(full(Question.LIKENESS, Rating.BAD, levers, List.of()))
        .doesNotContain("What may help");
  }

  @Test
  void everyMetricOfPrivacyHasAMeaning() {
    assertThat(MetricCatalogue.metrics(Question.PRIVACY))
        .extracting(metric -> metric.description().id())
        .allSatisfy(
            id ->
                assertThat(
                        PrivacySentence.meaning(
                            List.of(new Sign(id, Reference.TRAINING, 1, null, 0.5))))
                    .doesNotContain(id));
  }

  private static final Sign OUTSIDE = new Sign("c2st_forest", Reference.TRAINING, 0.81, 0.31, 0.73);
  private static final List<Sign> LEAK =
      List.of(
          new Sign("closer_to_training", Reference.TRAINING, 0.81, null, 0.66),
          new Sign("nndr", Reference.TRAINING, 0.79, 0.9, null));

  private static String full(
      Question question, Rating verdict, List<PrivacyLever> levers, List<Sign> signs) {
    Answer answer = new Answer(question, verdict, signs);
    List<MetricReport> metrics = List.of(GateFacts.metric(question, "m1", GateStatus.FAILED));
    return AnswerSentence.full(
        answer, GateFacts.report(metrics, List.of(answer)).withPrivacyLevers(levers));
  }

  private static MetricReport withValue(Question question, String id) {
    Reading reading =
        new Reading(Reference.TRAINING, 1.0, null, false, 1.0, null, 0, List.of(), List.of());
    GateResult off = new GateResult(id, "off", GateStatus.OFF, null, null, null);
    return new MetricReport(id, question, id, Goal.LOWER, 0, 1.0, "own", List.of(reading), off);
  }
}
