package dev.synth.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Evaluation;
import dev.synth.evaluate.Results;
import dev.synth.internal.compare.Comparer;
import dev.synth.internal.compare.Orderings;
import dev.synth.split.RareRows;
import dev.synth.split.SplitOptions.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Learning curves at 16, 64 and all 256 real rare rows, and what an arm's gain is worth on them.
 */
class DoseResponseTest {
  private static final Protocol RANDOM =
      new Protocol("random-forest", Method.RANDOM, "max-f1", 0.02);

  /** Means .4, .5 and .6, each repeat .01 off in its own way. */
  private static final double[][] CLEAR = {
    {.40, .41, .39, .40}, {.51, .50, .50, .49}, {.60, .59, .60, .61}
  };

  private static DoseResponse response(double[][] none, double... gains) {
    return Objects.requireNonNull(
        Comparer.compare(RANDOM, Results.dosed(none, gains)).doseResponse());
  }

  private static double[][] flat(double... means) {
    double[][] none = new double[means.length][];
    for (int i = 0; i < means.length; i++) {
      none[i] = new double[] {means[i], means[i] + .01, means[i] - .01, means[i]};
    }
    none[2] = new double[] {means[2] + .01, means[2], means[2], means[2] - .01};
    return none;
  }

  @Test
  void theCurveIsThatOfNoneInOrder() {
    DoseResponse response = response(CLEAR, 0, 0, 0);
    assertThat(response.classifier()).isEqualTo("random-forest");
    assertThat(response.curve())
        .extracting(DoseResponse.Dose::rareRows)
        .containsExactly(16, 64, 256);
    for (DoseResponse.Dose dose : response.curve()) {
      assertThat(dose.rising()).isEqualTo(dose.averagePrecision());
    }
    assertThat(response.curve().get(1).averagePrecision()).isCloseTo(.5, within(1e-12));
  }

  @Test
  void worthIsHowFarTheCurveMustBeFollowedToGainAsMuch() {
    // .45 lies halfway from 16 to 64 in the logarithm: 32, which is 16 more; .55: 128, 64 more
    List<RealRowEquivalent> worth = response(CLEAR, .05, .05, .3).realRowEquivalents();
    assertThat(worth).extracting(RealRowEquivalent::rareRows).containsExactly(16, 64);
    assertThat(worth).extracting(RealRowEquivalent::most).containsExactly(240, 192);
    assertThat(worth.get(0).realRowEquivalent()).isCloseTo(16, within(1e-6));
    assertThat(worth.get(1).realRowEquivalent()).isCloseTo(64, within(1e-6));
    assertThat(worth)
        .allSatisfy(one -> assertThat(one.low()).isBetween(0.0, one.realRowEquivalent()));
    assertThat(worth)
        .allSatisfy(one -> assertThat(one.high()).isGreaterThan(one.realRowEquivalent()));
    // .15 reaches .55 from 16: 128, which is 112 more
    assertThat(response(CLEAR, .15, 0, 0).realRowEquivalents().getFirst().realRowEquivalent())
        .isCloseTo(112, within(1e-6));
  }

  @Test
  void worthIsCensoredAtBothEnds() {
    List<RealRowEquivalent> worth = response(CLEAR, -.05, .3, 0).realRowEquivalents();
    assertThat(worth.get(0).realRowEquivalent()).isZero();
    assertThat(worth.get(0).high()).isZero(); // the gain is the same in every repeat
    assertThat(worth.get(1).realRowEquivalent()).isEqualTo(192);
    assertThat(worth.get(1).isCensored(192)).isTrue();
    assertThat(worth.get(1).low()).isEqualTo(192);
  }

  @Test
  void aLossIsWorthNothingWhereTheCurveFalls() {
    // 16 and 64 are pooled at .49; the arm at 16 stands at .495, above it, and yet below none
    double[][] none = {{.50, .51, .49, .50}, {.48, .48, .49, .47}, {.60, .59, .60, .61}};
    assertThat(response(none, -.005, 0, 0).realRowEquivalents().getFirst().realRowEquivalent())
        .isZero();
    assertThat(response(none, 0, 0, 0).curve().getFirst().rising()).isCloseTo(.49, within(1e-12));
  }

  @Test
  void aFlatOrFallingCurveTellsNothing() {
    for (double[][] none : List.of(flat(.5, .5, .5), flat(.6, .55, .5))) {
      assertThat(response(none, .05, .05, 0).realRowEquivalents())
          .allSatisfy(
              worth -> {
                assertThat(worth.realRowEquivalent()).isNull();
                assertThat(worth.low()).isNull();
                assertThat(worth.note())
                    .isInstanceOfSatisfying(
                        Untested.FlatCurve.class,
                        curve -> assertThat(curve.change()).isLessThan(2 * curve.standardError()));
              });
    }
    // what is flat from 64 on still rises from 16 on
    List<RealRowEquivalent> worth = response(flat(.4, .5, .5), .05, .05, 0).realRowEquivalents();
    assertThat(worth.get(0).realRowEquivalent()).isCloseTo(16, within(1e-6));
    assertThat(worth.get(1).note())
        .isInstanceOfSatisfying(
            Untested.FlatCurve.class,
            curve -> {
              assertThat(curve.from()).isEqualTo(64);
              assertThat(curve.to()).isEqualTo(256);
            });
  }

  @Test
  void oneOrderingTellsNothing() {
    double[][] none = {{.4}, {.5}, {.6}};
    assertThat(response(none, .05, .05, 0).realRowEquivalents())
        .extracting(RealRowEquivalent::note)
        .containsOnly(new Untested.UntestedCurve(new Untested.OneRepeat()));
  }

  @Test
  void oneNumberOfRareRowsIsNoCurve() {
    assertThat(Comparer.compare(RANDOM, Results.differing(List.of(.1, .2, .3))).doseResponse())
        .isNull();
    // nor are all 256 rare rows and the first 256 of them
    List<RepeatResult> repeats = new ArrayList<>();
    for (RepeatResult repeat : Results.dosed(CLEAR, 0, 0, 0)) {
      Evaluation all = Results.evaluation(Arm.NONE, "random-forest", repeat.repeat(), .5);
      List<Evaluation> same =
          List.of(all, all.under(Arm.NONE.withRareRows(new RareRows.AtMost(256))));
      repeats.add(new RepeatResult(repeat.repeat(), repeat.sizes(), List.of(), same));
    }
    assertThat(Comparer.compare(RANDOM, repeats).doseResponse()).isNull();
  }

  /**
   * 100 experiments' intervals, where the truth is 48: .1 gained on a curve that rises so to 64.
   */
  @Test
  void intervalsHoldTheTruthAsOftenAsTheySay() {
    int held = 0;
    int heldByPlainDraws = 0;
    for (int experiment = 0; experiment < 300; experiment++) {
      Orderings orderings = simulated(new Seeds(experiment).stream("worth"));
      held += holds(orderings.interval(WIDENING, new Seeds(0).stream("draws"))) ? 1 : 0;
      heldByPlainDraws += holds(orderings.interval(1, new Seeds(0).stream("draws"))) ? 1 : 0;
    }
    // scipy.stats.binom.cdf(272, 300, .95) = .001; and plain draws would not do
    assertThat(held).isBetween(273, 298);
    assertThat(heldByPlainDraws).isLessThan(240);
  }

  private static boolean holds(double[] interval) {
    return interval[0] <= 48 && 48 <= interval[1];
  }

  /**
   * 10 repeats with n_test / n_train = 1/3, in numpy and scipy: {@code sqrt((1/10 + 1/3) * 100 / 9)
   * * stats.t.ppf(.975, 9) / stats.norm.ppf(.975)}.
   */
  private static final double WIDENING = 2.5325;

  /**
   * 10 repeats at 16, 64, 256 and 1,024 rows with .1 more for four times the rows. A quarter of
   * every variance is the data set's and the same in all repeats, as Nadeau and Bengio assume for
   * these parts.
   */
  private static Orderings simulated(RandomStream stream) {
    double[] sizes = {16, 64, 256, 1024};
    double[][] none = new double[4][10];
    double[] arm = new double[10];
    double[] luck = new double[6];
    for (int i = 0; i < luck.length; i++) {
      luck[i] = Math.sqrt(.25) * stream.nextGaussian();
    }
    for (int repeat = 0; repeat < 10; repeat++) {
      double test = .03 * (luck[5] + Math.sqrt(.75) * stream.nextGaussian());
      for (int size = 0; size < 4; size++) {
        double own = .015 * (luck[size] + Math.sqrt(.75) * stream.nextGaussian());
        none[size][repeat] = .4 + .1 * size + test + own;
      }
      arm[repeat] = .5 + test + .015 * (luck[4] + Math.sqrt(.75) * stream.nextGaussian());
    }
    return new Orderings(sizes, none, arm, 0);
  }

  /**
   * AP(n) = .8 − .8/√n bends between the points, where the curve is drawn straight: worth comes out
   * too high, most where it is small. There, at 16 rows, AP rises by .1 a unit of log n, and the
   * drawn curve by .1 / log 4, so that worth is too high by the factor log 4 = 1.386 at most.
   */
  @Test
  void aCurveThatBendsBetweenItsPointsIsReadTooHigh() {
    double[] sizes = {16, 64, 256, 1024};
    double[][] none = new double[4][1];
    for (int i = 0; i < sizes.length; i++) {
      none[i][0] = bent(sizes[i]);
    }
    for (double more : List.of(1.0, 20.0, 48.0, 100.0, 400.0, 1000.0)) {
      double worth =
          new Orderings(sizes, none, new double[] {bent(16 + more)}, 0).realRowEquivalent();
      assertThat(worth).isBetween(more - 1e-6, 1.386 * more);
    }
  }

  private static double bent(double rows) {
    return .8 - .8 / Math.sqrt(rows);
  }

  @Test
  void splitsByTimeHaveNoInterval() {
    // windows and blocks are not simulated here: without them nothing is tested, so nothing is read
    Protocol time = new Protocol("random-forest", Method.TIME, "max-f1", 0.02);
    DoseResponse response =
        Objects.requireNonNull(
            Comparer.compare(time, Results.dosed(CLEAR, .05, .05, 0)).doseResponse());
    assertThat(new ArrayList<>(response.realRowEquivalents()))
        .extracting(RealRowEquivalent::note)
        .containsOnly(new Untested.UntestedCurve(new Untested.UnknownBlocks()));
  }
}
