package dev.synth.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.classify.ClassWeighting;
import dev.synth.split.Parts;
import dev.synth.split.SoftLabels;
import dev.synth.split.Synthetic;
import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.RowFacts;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriorShiftTest {
  /** Ten times as common while learning. */
  private static final PriorShift TENFOLD = new PriorShift(0.02, 0.2);

  /**
   * The law of the simulation: one number, N(1.5, 1) in rare rows and N(0, 1) in others, so that
   * the likelihood ratio is exp(1.5·x − 1.125).
   */
  private static double posterior(double x, double odds) {
    double scaled = odds * StrictMath.exp(1.5 * x - 1.125);
    return scaled / (1 + scaled);
  }

  @Test
  void isElkansFormula() {
    // by hand: .5 at odds 1 : 5 is .5·.1 / (.5·.1 + .5) = 1/11 at odds 1 : 50
    assertThat(TENFOLD.correct(0.5)).isCloseTo(1.0 / 11, within(1e-15));
    // Elkan's theorem 2 with base rates b = 1/6 and b' = 1/51: b'·(p − pb) / (b − pb + b'p − bb')
    double b = 1.0 / 6;
    double other = 1.0 / 51;
    double p = 0.3;
    assertThat(TENFOLD.correct(p))
        .isCloseTo(other * (p - p * b) / (b - p * b + other * p - b * other), within(1e-15));
    assertThat(TENFOLD.correct(0)).isZero();
    assertThat(TENFOLD.correct(1)).isEqualTo(1);
  }

  @Test
  void changesNothingWhereNothingWasShifted() {
    PriorShift none = new PriorShift(0.02, 0.02);
    RandomStream stream = new Seeds(1).stream("scores");
    for (int i = 0; i < 1000; i++) {
      double score = stream.nextDouble();
      assertThat(none.correct(score)).isEqualTo(score);
    }
    ScoredRows rows = Scores.random(stream);
    assertThat(none.correct(rows)).isSameAs(rows);
  }

  @Test
  void changesNoRanking() {
    RandomStream stream = new Seeds(2).stream("scores");
    for (int i = 0; i < 200; i++) {
      ScoredRows rows = Scores.random(stream);
      ScoredRows corrected = TENFOLD.correct(rows);
      assertThat(Curves.averagePrecision(corrected)).isEqualTo(Curves.averagePrecision(rows));
      assertThat(Curves.rocAuc(corrected)).isEqualTo(Curves.rocAuc(rows));
    }
  }

  @Test
  void isExactWhereOnlyTheOddsWereShifted() {
    for (double x = -6; x <= 6; x += 0.25) {
      assertThat(TENFOLD.correct(posterior(x, 0.2))).isCloseTo(posterior(x, 0.02), within(1e-14));
    }
  }

  @Test
  void takesTheErrorsOfASimulatedLawAway() {
    RandomStream stream = new Seeds(3).stream("law");
    double[] scores = new double[50_000];
    BitSet rare = new BitSet();
    for (int row = 0; row < scores.length; row++) {
      rare.set(row, stream.nextDouble() < 0.02 / 1.02);
      scores[row] = posterior(stream.nextGaussian() + (rare.get(row) ? 1.5 : 0), 0.2);
    }
    ScoredRows inflated = new ScoredRows(scores, rare);
    ScoredRows corrected = TENFOLD.correct(inflated);
    // the mean score at odds .2 is about .11 and .02 of the rows are rare; the standard error of a
    // bin's share of rare rows is below √(.1·.9/5000) = .004
    assertThat(Probabilities.calibrationError(inflated)).isGreaterThan(0.08);
    assertThat(Probabilities.calibrationError(corrected)).isLessThan(0.003);
    assertThat(Curves.brier(corrected)).isLessThan(Curves.brier(inflated) - 0.01);
    assertThat(Probabilities.logLoss(corrected)).isLessThan(Probabilities.logLoss(inflated) - 0.05);
  }

  @Test
  void countsWhatWasAddedAndWhatWeighsMore() {
    Training training = Parts.atRandom(rows(40, 4)).training();
    assertThat(PriorShift.of(training.unaugmented(), ClassWeighting.NONE))
        .isEqualTo(new PriorShift(4.0 / 36, 4.0 / 36));
    Synthetic five = Synthetic.external(rows(5, 5).features());
    assertThat(PriorShift.of(training.plus(five), ClassWeighting.NONE))
        .isEqualTo(new PriorShift(4.0 / 36, 9.0 / 36));
    // by halves rare, four rows are two of either class; what was real stays what it was
    Synthetic four = Synthetic.external(rows(4, 4).features());
    SoftLabels halves = new SoftLabels(new double[] {0.5, 0.5, 0.5, 0.5});
    assertThat(PriorShift.of(training.plus(four, halves), ClassWeighting.NONE))
        .isEqualTo(new PriorShift(4.0 / 36, 6.0 / 38));
    // balanced, both classes weigh the same
    assertThat(PriorShift.of(training.unaugmented(), ClassWeighting.BALANCED).trainingClassRatio())
        .isCloseTo(1, within(1e-12));
  }

  /** By hand: of 40 rows 4 are rare; each of the 36 others stands for 10. */
  @Test
  void aSampleHasTheRatioOfWhatItStandsFor() {
    double[] weights = new double[40];
    LabelledTable rows = rows(40, 4);
    for (int row = 0; row < weights.length; row++) {
      weights[row] = rows.isRare(row) ? 1 : 10;
    }
    Training training =
        Parts.atRandom(rows.with(new RowFacts(null, null).withWeights(weights))).training();
    assertThat(PriorShift.of(training.unaugmented(), ClassWeighting.NONE))
        .isEqualTo(new PriorShift(4.0 / 360, 4.0 / 36));
  }

  @Test
  void refusesRatiosThatAreNone() {
    assertThatThrownBy(() -> new PriorShift(0, 1)).hasMessage("the class ratios are 0.0 and 1.0");
    assertThatThrownBy(() -> new PriorShift(1, Double.NaN)).hasMessageContaining("NaN");
  }

  private static LabelledTable rows(int count, int rareCount) {
    double[] values = new double[count];
    BitSet rare = new BitSet();
    rare.set(0, rareCount);
    Schema schema = new Schema(List.of(new Column("amount", ColumnType.Numeric.UNBOUNDED)));
    return new LabelledTable(
        new Table(schema, List.of(new Cells.Numbers(values))), rare, new Label("y", "1", "0", 1));
  }
}
