package dev.synth.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.augment.AugmentationPlan;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Confusion;
import dev.synth.evaluate.Evaluation;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.evaluate.Results;
import dev.synth.evaluate.Scores;
import dev.synth.evaluate.Threshold;
import dev.synth.evaluate.ThresholdFallback;
import dev.synth.internal.base.Json;
import dev.synth.internal.compare.Comparer;
import dev.synth.internal.compare.RunsCsv;
import dev.synth.internal.report.wording.Headline;
import dev.synth.internal.report.wording.VerdictSentence;
import dev.synth.internal.report.wording.metric.FallbackWords;
import dev.synth.split.SplitOptions.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Protocol RANDOM =
      new Protocol("random-forest", Method.RANDOM, "max-f1", 0.02);

  /** The differences of NadeauBengioTest: mean .0115, standard error .0086458. */
  private static final List<Double> NOISY =
      List.of(.02, .01, -.005, .03, .015, .0, .025, .01, .02, -.01);

  /** Mean .0205, s² = 1.91667e-5: standard error √(1.91667e-5 · 13/30) = .002882, t = 7.1. */
  private static final List<Double> CLEAR =
      List.of(.02, .02, .015, .03, .02, .02, .025, .02, .02, .015);

  private static PrimaryContrast only(Comparison comparison) {
    assertThat(comparison.primary()).hasSize(1);
    return comparison.primary().getFirst();
  }

  private static List<Double> negated(List<Double> values) {
    return values.stream().map(value -> -value).toList();
  }

  @Test
  void noisyDifferencesAreUndecided() {
    PrimaryContrast contrast = only(Comparer.compare(RANDOM, Results.differing(NOISY)));
    assertThat(contrast.word()).isEqualTo("undecided");
    assertThat(contrast.estimate().mean()).isCloseTo(0.0115, within(1e-12));
    // numbers of ResamplingTest, from SciPy
    assertThat(contrast.correctedP()).isCloseTo(0.21619746500443093, within(1e-9));
    assertThat(contrast.estimate().low()).isCloseTo(0.0115 - 0.019558177022223778, within(1e-9));
    assertThat(VerdictSentence.of(contrast))
        .isEqualTo(
            "Undecided: the vae arm (ratio 0.1) changed average precision by +0.012 (95"
                + " % interval −0.008 to +0.031) with random-forest over 10 repeats; an effect"
                + " below 0.027 could not have been seen, and 0.020 is not reachable by repeats; it"
                + " needs about 182 rare test rows (here 98).");
  }

  @Test
  void clearDifferencesAreUpliftOrHarm() {
    PrimaryContrast better = only(Comparer.compare(RANDOM, Results.differing(CLEAR)));
    assertThat(better.verdict()).isInstanceOf(Verdict.Uplift.class);
    assertThat(VerdictSentence.of(better))
        .startsWith(
            "Uplift: the vae arm (ratio 0.1) changed average precision by +0.021 (95 % interval");
    Comparison worse = Comparer.compare(RANDOM, Results.differing(negated(CLEAR)));
    assertThat(only(worse).verdict()).isInstanceOf(Verdict.Harm.class);
    assertThat(worse.anyHarm()).isTrue();
    assertThat(Headline.of(worse)).startsWith("Harm: ");
  }

  @Test
  void smallNoiseAroundNothingIsEquivalentToNone() {
    // a tenth of the noise, moved: mean .0001, standard error .00086, so the 90 % interval
    // .0001 ± 1.833 · .00086 lies far inside ±.02
    List<Double> small = NOISY.stream().map(value -> value / 10 - 0.00105).toList();
    PrimaryContrast contrast = only(Comparer.compare(RANDOM, Results.differing(small)));
    assertThat(contrast.verdict()).isEqualTo(new Verdict.Equivalent(0.02));
    assertThat(contrast.word()).isEqualTo("equivalent");
    // the margin where the 90 % interval of NOISY ends: t(.95; 9) = 1.8331129 of SciPy's stats.t
    double margin = 0.0115 + 1.8331129 * 0.0086458;
    Protocol tight = new Protocol("random-forest", Method.RANDOM, "max-f1", margin);
    PrimaryContrast edge = only(Comparer.compare(tight, Results.differing(NOISY)));
    assertThat(Objects.requireNonNull(edge.equivalence()).p()).isCloseTo(0.05, within(1e-5));
  }

  @Test
  void aCertainUpliftThatIsTooSmallIsBoth() {
    // mean .0205 and standard error .0029: far from nothing, and far from .05
    Protocol demanding = new Protocol("random-forest", Method.RANDOM, "max-f1", 0.05);
    Comparison better = Comparer.compare(demanding, Results.differing(CLEAR));
    assertThat(only(better).verdict()).isEqualTo(new Verdict.Uplift(true));
    Comparison worse = Comparer.compare(demanding, Results.differing(negated(CLEAR)));
    assertThat(only(worse).verdict()).isEqualTo(new Verdict.Harm(true));
    assertThat(worse.anyHarm()).isTrue();
  }

  @Test
  void anUpliftThatMayBeBelowTheEffectSaysSo() {
    // .0205 + 1.833 · .0029 is above .022
    Protocol demanding = new Protocol("random-forest", Method.RANDOM, "max-f1", 0.022);
    assertThat(VerdictSentence.of(only(Comparer.compare(demanding, Results.differing(CLEAR)))))
        .contains(", though less than the 0.022 that was asked for");
  }

  @Test
  void equalDifferencesAreUndecided() {
    Comparison comparison =
        Comparer.compare(RANDOM, Results.differing(Collections.nCopies(10, 0.1)));
    assertThat(only(comparison).verdict())
        .isEqualTo(
            new Verdict.Undecided(
                null,
                Verdict.Why.NOT_TESTED,
                new Untested.NoVariation(Untested.NoVariation.Parts.REPEATS)));
    assertThat(Headline.of(comparison))
        .endsWith(
            "over 10 repeats; no variation between repeats: the difference is the same in all of"
                + " them, so that there is nothing to test.");
  }

  @Test
  void oneRepeatIsDescriptiveOnly() {
    Comparison comparison = Comparer.compare(RANDOM, Results.differing(List.of(0.3)));
    assertThat(only(comparison).verdict())
        .isEqualTo(new Verdict.Undecided(null, Verdict.Why.NOT_TESTED, new Untested.OneRepeat()));
    assertThat(Headline.of(comparison))
        .isEqualTo(
            "Undecided: the vae arm (ratio 0.1) changed average precision by +0.300"
                + " with random-forest over one repeat; one repeat is descriptive only: what"
                + " chance does shows from two repeats on.");
  }

  @Test
  void aSplitByTimeGetsNoCorrectedTest() {
    Protocol time = new Protocol("random-forest", Method.TIME, "max-f1", 0.02);
    PrimaryContrast contrast = only(Comparer.compare(time, Results.differing(CLEAR)));
    assertThat(contrast.estimate().mean()).isCloseTo(0.0205, within(1e-12));
    assertThat(contrast.estimate().low()).isNull();
    assertThat(contrast.word()).isEqualTo("undecided");
  }

  @Test
  void severalGeneratorArmsAreAFamilyAndBaselinesAreNot() {
    Arm smaller = Arm.generator("vae", new AugmentationPlan.Ratio(0.05));
    List<RepeatResult> repeats = new ArrayList<>();
    for (RepeatResult repeat : Results.differing(CLEAR)) {
      List<Evaluation> evaluations = new ArrayList<>(repeat.evaluations());
      int number = repeat.repeat();
      double noise = NOISY.get(number - 1);
      evaluations.add(Results.evaluation(smaller, "random-forest", number, 0.5 + noise));
      evaluations.add(Results.evaluation(Results.OVERSAMPLE, "random-forest", number, 0.5 + noise));
      repeats.add(new RepeatResult(number, repeat.sizes(), List.of(), evaluations));
    }
    Comparison comparison = Comparer.compare(RANDOM, repeats);
    assertThat(comparison.primary()).hasSize(2);
    PrimaryContrast first = comparison.primary().getFirst();
    double p = Objects.requireNonNull(first.estimate().p());
    assertThat(first.correctedP()).isEqualTo(2 * p); // the smaller of two
    // the same odds alone are compared: oversample, ratio 0.1 is no rival of vae, ratio 0.05
    assertThat(first.rivals()).hasSize(1);
    assertThat(comparison.primary().get(1).rivals()).isEmpty();
    assertThat(comparison.againstNone()).hasSize(3);
    assertThat(Headline.of(comparison))
        .startsWith(
            "Uplift: 1 of 2 arms raised average precision beyond chance; the largest gain is");
  }

  @Test
  void summariesHoldMeanSpreadAndCounts() {
    ArmSummary vae = Comparer.compare(RANDOM, Results.differing(CLEAR)).summaries().get(1);
    assertThat(vae.arm()).isEqualTo(Results.VAE);
    // .5 + (0, .01, .02, 0, …) with mean .009, and the differences' mean .0205
    assertThat(vae.figure(EvaluationMetric.AVERAGE_PRECISION).mean())
        .isCloseTo(0.5295, within(1e-12));
    assertThat(vae.figure(EvaluationMetric.F1).standardDeviation()).isZero();
    assertThat(vae.confusion()).isEqualTo(new Confusion(490, 100, 490, 18920));
  }

  @Test
  void theJsonReadsBackAsItWas() throws JsonProcessingException {
    for (List<Double> differences : List.of(NOISY, CLEAR, List.of(0.3))) {
      Comparison comparison = Comparer.compare(RANDOM, Results.differing(differences));
      String text = Json.write(comparison);
      assertThat(Json.mapper().readValue(text, Comparison.class)).isEqualTo(comparison);
      assertThat(Json.write(Json.mapper().readValue(text, Comparison.class))).isEqualTo(text);
    }
  }

  @Test
  void repeatsReadBackAsTheyWere() throws JsonProcessingException {
    RepeatResult repeat = Results.differing(CLEAR).getFirst();
    RepeatResult skipping =
        new RepeatResult(
            1,
            repeat.sizes(),
            List.of(),
            List.of(
                Results.scored(
                        Arm.NONE,
                        "xgboost",
                        new Threshold(0.5, "fixed 0.5", new ThresholdFallback.NoMoreRows(4, 5)))
                    .measuredOn(1, Scores.of(new int[] {0, 0, 1, 1}, 0.1, 0.4, 0.35, 0.8))));
    for (RepeatResult result : List.of(repeat, skipping)) {
      assertThat(Json.mapper().readValue(Json.write(result), RepeatResult.class)).isEqualTo(result);
    }
  }

  @Test
  void theJsonHoldsWhatPipelinesRead() {
    JsonNode json = Json.tree(Comparer.compare(RANDOM, Results.differing(NOISY)));
    assertThat(json.path("schema_version").asInt()).isEqualTo(7);
    JsonNode contrast = json.path("primary").path(0);
    assertThat(contrast.path("verdict").asText()).isEqualTo("undecided");
    assertThat(contrast.path("estimate").path("measure").asText()).isEqualTo("average_precision");
    assertThat(contrast.path("estimate").path("p").isNumber()).isTrue();
    assertThat(contrast.path("corrected_p").isNumber()).isTrue();
    assertThat(contrast.path("detectable").path("minimum").isNumber()).isTrue();
    assertThat(contrast.path("estimate").path("arm").path("role").asText()).isEqualTo("generator");
    assertThat(json.path("protocol").path("split").asText()).isEqualTo("random");
  }

  @Test
  void runsAreOneLineEach() {
    List<RepeatResult> repeats = Results.differing(NOISY);
    List<String> lines = RunsCsv.of(repeats, FallbackWords::of).lines().toList();
    assertThat(lines).hasSize(21);
    assertThat(lines.getFirst())
        .startsWith(
            "repeat,arm,plan,rare_rows,classifier,average_precision,recall,precision,f1,f2,mcc,");
    assertThat(lines.get(2)).startsWith("1,vae,ratio 0.1,all,random-forest,0.52,0.5,0.5,");
    assertThat(lines.get(2)).endsWith(",0.5,49,10,49,1892,98,2000,294,6000,");
    int fields = lines.getFirst().split(",", -1).length;
    assertThat(lines).allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(fields));
  }

  @Test
  void repeatsThatDoNotFitAreRefused() {
    List<RepeatResult> repeats = new ArrayList<>(Results.differing(NOISY));
    RepeatResult last = repeats.removeLast();
    repeats.add(new RepeatResult(10, last.sizes(), List.of(), last.evaluations().subList(0, 1)));
    assertThatIllegalArgumentException().isThrownBy(() -> Comparer.compare(RANDOM, repeats));
    assertThatIllegalArgumentException().isThrownBy(() -> Comparer.compare(RANDOM, List.of()));
  }
}
