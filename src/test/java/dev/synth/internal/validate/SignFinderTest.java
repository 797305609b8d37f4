package dev.synth.internal.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleSpace;
import dev.synth.table.Cells;
import dev.synth.table.Table;
import dev.synth.validate.Answer;
import dev.synth.validate.Question;
import dev.synth.validate.Sign;
import dev.synth.validate.ValidationOptions;
import dev.synth.validate.ValidationReport.GateStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Figures that real rows seldom have, of 60 training rows and 25 that no generator saw. */
final class SignFinderTest {
  private static final int DATA_SETS = 40;

  /**
   * Fresh rows have no sign nineteen times in twenty. Of 40 data sets, 6 or fewer show one with a
   * probability of 99 % then: {@code scipy.stats.binom.ppf(.99, 40, .05)} is 6.
   */
  @Test
  void freshRowsSeldomShowASignOfALeak() {
    int found = 0;
    for (int seed = 0; seed < DATA_SETS; seed++) {
      found += signs(seed, RareTables.draw(400, 3_000 + seed)).isEmpty() ? 0 : 1;
    }
    assertThat(found).isLessThanOrEqualTo(6);
  }

  @Test
  void rowsBesideTrainingRowsShowIt() {
    for (int seed = 0; seed < 3; seed++) {
      assertThat(signs(seed, beside(RareTables.draw(60, 1_000 + seed), seed)))
          .extracting(Sign::metric)
          .contains("dcr", "nndr");
    }
  }

  /** They are as near to real rows, and nobody in the training rows is given away. */
  @Test
  void rowsBesideUnseenRowsGiveNoTrainingRowAway() {
    assertThat(signs(0, beside(RareTables.draw(25, 2_000), 0)))
        .extracting(Sign::metric)
        .doesNotContain("closer_to_training", "nndr", "attribute_inference");
  }

  @Test
  void aSignMakesAnAnswerDoubtfulAndAFailedGateMakesItBad() {
    List<GatedMetric> measured = measured(0, beside(RareTables.draw(60, 1_000), 0), Gate.OFF);
    Answer doubtful = privacy(measured);
    assertThat(doubtful.verdict()).isEqualTo(Answer.Rating.DOUBTFUL);
    Sign sign = doubtful.signs().getFirst();
    assertThat(sign.low() == null).isNotEqualTo(sign.high() == null);

    Gate strict = GateRules.of(strictOptions()).getOrDefault("closer_to_training", Gate.OFF);
    Answer bad = privacy(measured(0, beside(RareTables.draw(60, 1_000), 0), strict));
    assertThat(bad.verdict()).isEqualTo(Answer.Rating.BAD);
    assertThat(bad.signs()).isNotEmpty();
  }

  private static ValidationOptions strictOptions() {
    return ValidationOptions.defaults().withPreset(ValidationOptions.Preset.STRICT);
  }

  private static Answer privacy(List<GatedMetric> measured) {
    return Answer.of(
            measured.stream().map(each -> each.report(0.01)).toList(), SignFinder.of(measured))
        .stream()
        .filter(answer -> answer.question() == Question.PRIVACY)
        .findFirst()
        .orElseThrow();
  }

  private static List<Sign> signs(int seed, Table synthetic) {
    List<GatedMetric> measured = measured(seed, synthetic, Gate.OFF);
    assertThat(measured.stream().map(each -> each.report(0.01).gate().status()))
        .containsOnly(GateStatus.OFF);
    return SignFinder.of(measured);
  }

  private static List<GatedMetric> measured(int seed, Table synthetic, Gate gate) {
    Table training = RareTables.draw(60, 1_000 + seed);
    Table unseen = RareTables.draw(25, 2_000 + seed);
    Context context = Context.quiet(seed);
    SampleSpace space = SampleSpace.of(training, List.of(unseen, synthetic), context.seeds());
    Sample real = space.sample(training).besideUnseen(space.sample(unseen));
    MetricRunner runner =
        new MetricRunner(new ComparedSamples(real, null, space.sample(synthetic)), context);
    List<GatedMetric> measured = new ArrayList<>();
    MetricCatalogue.metrics(Question.PRIVACY)
        .forEach(metric -> measured.add(GatedMetric.of(Question.PRIVACY, metric, gate, runner)));
    return measured;
  }

  /** Returns 400 rows that repeat others with a little noise in every number. */
  private static Table beside(Table rows, int seed) {
    RandomStream stream = new Seeds(seed).stream("beside");
    int[] chosen = IntStream.range(0, 400).map(i -> i % rows.rowCount()).toArray();
    Table repeated = rows.rows(chosen);
    List<Cells> cells = new ArrayList<>();
    repeated
        .schema()
        .columns()
        .forEach(
            column ->
                cells.add(
                    repeated.cells(column.name()) instanceof Cells.Numbers numbers
                        ? noisy(numbers, stream)
                        : repeated.cells(column.name())));
    return new Table(repeated.schema(), cells);
  }

  private static Cells noisy(Cells.Numbers numbers, RandomStream stream) {
    double[] noisy = new double[numbers.size()];
    for (int row = 0; row < noisy.length; row++) {
      noisy[row] = numbers.value(row) + 0.1 * stream.nextGaussian();
    }
    return new Cells.Numbers(noisy);
  }
}
