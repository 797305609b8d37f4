package dev.synth.internal.classify.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.classify.LogisticRegressionOptions;
import dev.synth.classify.XgboostOptions;
import dev.synth.internal.classify.feature.Rows;
import dev.synth.internal.classify.feature.SharedFeatures;
import dev.synth.internal.classify.kinds.Classifiers;
import dev.synth.split.Augmented;
import dev.synth.split.SoftLabels;
import dev.synth.split.Synthetic;
import dev.synth.split.Training;
import dev.synth.table.LabelledTable;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TeacherTrainerTest {
  /** Rare rows are shifted in x; y is noise. */
  private static LabelledTable rows(int seed, int others, int rare) {
    return rows(seed, others, rare, 2);
  }

  private static LabelledTable rows(int seed, int others, int rare, double shift) {
    RandomStream stream = new Seeds(seed).stream("rows");
    double[] x = new double[others + rare];
    double[] y = new double[others + rare];
    for (int row = 0; row < x.length; row++) {
      x[row] = stream.nextGaussian() + (row < others ? 0 : shift);
      y[row] = stream.nextGaussian();
    }
    return new Rows().numbers("x", x).numbers("y", y).lastRare(rare);
  }

  private static TeacherTrainer.Result fit(TeacherTrainer trainer, LabelledTable rows) {
    Training training = Training.whole(rows);
    return trainer.fit(training, SharedFeatures.of(training), Context.quiet(3));
  }

  /** One tree of one cut: worse than any blend. */
  private static TeacherTrainer ofWeakStudent() {
    XgboostOptions weak = XgboostOptions.defaults().withTrees(1).withMaximumDepth(1);
    return new TeacherTrainer(Classifiers.trainer(weak));
  }

  @Test
  void labelsRowsWithHowRareTheyAre() {
    TeacherTrainer.Result result = fit(ofWeakStudent(), rows(1, 600, 60));
    assertThat(result.taught().used()).isTrue();
    Synthetic synthetic =
        Synthetic.external(
            new Rows().numbers("x", -2, 0, 1, 3, 4).numbers("y", 0, 0, 0, 0, 0).table());
    SoftLabels labels = Objects.requireNonNull(result.teacher()).label(synthetic);
    // 60 of 660 at N(2, 1) against N(0, 1): P(rare | x) = 1 / (1 + 10·e^(2 − 2x)): .0002, .013,
    // .09, .85, .98
    assertThat(labels.of(0)).isLessThan(0.03);
    assertThat(labels.of(1)).isLessThan(0.1);
    assertThat(labels.of(2)).isBetween(0.02, 0.3);
    assertThat(labels.of(3)).isGreaterThan(0.6);
    assertThat(labels.of(4)).isGreaterThan(0.6);
  }

  @Test
  void isNotUsedWhereItsStudentMakesNoError() {
    TeacherTrainer ofLines =
        new TeacherTrainer(Classifiers.trainer(LogisticRegressionOptions.defaults()));
    TeacherTrainer.Result result = fit(ofLines, rows(1, 300, 40, 30));
    assertThat(result.taught().studentAveragePrecision()).isEqualTo(1);
    assertThat(result.taught().used()).isFalse();
    assertThat(result.teacher()).isNull();
    assertThat(result.distilled()).isNull();
  }

  @Test
  void labelsTheRealRowsByThoseThatHadNotSeenThem() {
    LabelledTable rows = rows(1, 300, 40);
    Augmented distilled = Objects.requireNonNull(fit(ofWeakStudent(), rows).distilled());
    assertThat(distilled.real().rowCount()).isEqualTo(340);
    assertThat(distilled.synthetic().rowCount()).isEqualTo(340);
    SoftLabels labels = Objects.requireNonNull(distilled.soft());
    // unseen, no row is as certain as its own label, and the shares of both classes stay
    assertThat(labels.sum()).isBetween(20.0, 80.0);
    long sure = IntStream.range(0, 340).filter(row -> labels.of(row) > 0.99).count();
    assertThat(sure).isLessThan(40);
  }

  @Test
  void standsByItselfEvenWhereItIsNotUsed() {
    Training training = Training.whole(rows(1, 100, 9));
    SharedFeatures features = SharedFeatures.of(training);
    TeacherTrainer.Result result = ofWeakStudent().fit(training, features, Context.quiet(3));
    assertThat(result.teacher()).isNull();
    assertThat(result.distilled()).isNull();
    Teacher alone = TeacherTrainer.ofAll(training, features, result.taught(), Context.quiet(3));
    double[] scores = alone.score(new Rows().numbers("x", -2, 4).numbers("y", 0, 0).table());
    assertThat(scores[1]).isGreaterThan(scores[0]);
  }

  @Test
  void countsItsFits() {
    // 5 folds of 4 members and the student, then 3 boosters and 3 others on all rows
    assertThat(TeacherTrainer.fits()).isEqualTo(5 * 5 + 6);
  }

  @Test
  void isNotUsedWhereTooFewRowsAreRare() {
    TeacherTrainer.Result result = fit(ofWeakStudent(), rows(1, 100, 9));
    assertThat(result.teacher()).isNull();
    assertThat(result.taught().averagePrecision()).isNull();
    assertThat(result.taught().student()).isEqualTo("xgboost");
  }

  @Test
  void saysWhatItIsMadeOf() {
    Taught taught = fit(ofWeakStudent(), rows(2, 400, 40)).taught();
    assertThat(taught.members())
        .extracting(Taught.Member::name)
        .containsExactly("xgboost", "random-forest", "extra-trees", "logistic-regression");
    assertThat(taught.members().stream().mapToDouble(Taught.Member::weight).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(taught.members())
        .allSatisfy(member -> assertThat(member.averagePrecision()).isBetween(0.2, 1.0));
  }

  @Test
  void isTheSameForTheSameSeeds() {
    LabelledTable rows = rows(4, 200, 30);
    double[] first =
        Objects.requireNonNull(fit(ofWeakStudent(), rows).teacher()).score(rows.features());
    double[] second =
        Objects.requireNonNull(fit(ofWeakStudent(), rows).teacher()).score(rows.features());
    assertThat(second).isEqualTo(first);
  }
}
