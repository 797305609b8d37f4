package dev.synth.internal.classify.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.classify.ClassifierOptions;
import dev.synth.classify.ExtraTreesOptions;
import dev.synth.classify.GradientBoostingOptions;
import dev.synth.classify.LogisticRegressionOptions;
import dev.synth.classify.MlpOptions;
import dev.synth.classify.RandomForestOptions;
import dev.synth.classify.XgboostOptions;
import dev.synth.evaluate.Curves;
import dev.synth.evaluate.ScoredRows;
import dev.synth.internal.classify.ClassifierTrainer;
import dev.synth.internal.classify.TuningCandidate;
import dev.synth.internal.classify.feature.Rows;
import dev.synth.split.Augmented;
import dev.synth.split.SoftLabels;
import dev.synth.split.Synthetic;
import dev.synth.split.Training;
import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The promises of every classifier. */
class ClassifiersTest {
  /**
   * Each classifier with its defaults, but for the network, which learns these rows in fewer steps.
   */
  static List<ClassifierTrainer> trainers() {
    return Classifiers.NAMES.stream()
        .map(Classifiers::defaults)
        .map(options -> options instanceof MlpOptions mlp ? mlp.withSteps(700) : options)
        .map(Classifiers::trainer)
        .toList();
  }

  @Test
  void knowsEveryNameInTheOrderAskedFor() {
    List<String> names = List.of("logistic-regression", "random-forest", "xgboost");
    assertThat(Classifiers.trainers(names)).extracting(ClassifierTrainer::name).isEqualTo(names);
    assertThatThrownBy(() -> Classifiers.trainers(List.of("svm")))
        .hasMessageContaining("no classifier 'svm'");
  }

  @Test
  void everyKindKeepsItsName() {
    // As docs/classifiers.md has them: configs, tables and random streams depend on them.
    assertThat(Classifiers.NAMES)
        .containsExactly(
            "random-forest",
            "xgboost",
            "logistic-regression",
            "gradient-boosting",
            "mlp",
            "extra-trees");
  }

  @Test
  void everyPermittedClassIsRegisteredUnderItsName() {
    for (String name : Classifiers.NAMES) {
      ClassifierOptions options = Classifiers.defaults(name);
      assertThat(options.kind()).isEqualTo(name);
      assertThat(Classifiers.kind(options).name()).isEqualTo(name);
      assertThat(Classifiers.trainer(options).name()).isEqualTo(name);
    }
  }

  @Test
  void tuningTriesTheGivenOptionsFirstAndNothingTwice() {
    ClassifierOptions deep = XgboostOptions.defaults().withMaximumDepth(8);
    assertThat(Classifiers.candidates(deep))
        .extracting(TuningCandidate::settings)
        .containsExactly(
            "200 trees of depth 8, learning rate 0.1",
            "200 trees of depth 5, learning rate 0.1",
            "100 trees of depth 3, learning rate 0.1",
            "500 trees of depth 5, learning rate 0.03",
            "500 trees of depth 3, learning rate 0.03");
    assertThat(Classifiers.candidates(RandomForestOptions.defaults().withMinimumLeafRows(5)))
        .extracting(TuningCandidate::settings)
        .containsExactly(
            "leaves of at least 5 rows",
            "leaves of at least one row",
            "leaves of at least 3 rows",
            "leaves of at least 10 rows");
  }

  /** Each classifier with options under which it can hardly learn. */
  static List<ClassifierOptions> faint() {
    return List.of(
        RandomForestOptions.defaults().withMinimumLeafRows(300),
        XgboostOptions.defaults().withTrees(1).withLearningRate(0.01),
        LogisticRegressionOptions.defaults().withPenalty(1e6),
        GradientBoostingOptions.defaults().withTrees(1).withLearningRate(0.01),
        MlpOptions.defaults().withSteps(1),
        ExtraTreesOptions.defaults().withMinimumLeafRows(300));
  }

  @ParameterizedTest
  @MethodSource("faint")
  void doesWhatItsOptionsSay(ClassifierOptions options) {
    LabelledTable rows = rows(1, 400, 40, 3);
    Table rare = rows(2, 0, 40, 3).features();
    ClassifierTrainer usual = Classifiers.trainer(Classifiers.defaults(options.kind()));
    double learned = mean(fit(usual, rows, ClassWeighting.NONE).score(rare));
    double faint = mean(fit(Classifiers.trainer(options), rows, ClassWeighting.NONE).score(rare));
    assertThat(faint).isLessThan(learned - 0.2);
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void findsShiftedRareRows(ClassifierTrainer trainer) {
    // rare rows are 3 sd away in one feature: a perfect scorer has average precision .87 ± .03 here
    assertThat(meanAveragePrecision(trainer, ClassWeighting.NONE, 400, 40, 3)).isGreaterThan(0.6);
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void seesNothingInNoise(ClassifierTrainer trainer) {
    // a tenth of the rows is rare, so chance is about .1; of 40 rare rows a little above it
    assertThat(meanAveragePrecision(trainer, ClassWeighting.NONE, 400, 40, 0))
        .isBetween(0.07, 0.17);
  }

  @ParameterizedTest
  @MethodSource("trainers")
  @Tag("slow")
  void balancingDoesNotDestroyTheRanking(ClassifierTrainer trainer) {
    double none = meanAveragePrecision(trainer, ClassWeighting.NONE, 1000, 15, 3);
    double balanced = meanAveragePrecision(trainer, ClassWeighting.BALANCED, 1000, 15, 3);
    assertThat(balanced)
        .isGreaterThan(none - 0.12); // thinning out the rare class by 65 costs .3 and more
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void balancingLiftsTheScores(ClassifierTrainer trainer) {
    LabelledTable rows = rows(1, 400, 20, 1);
    double none = mean(fit(trainer, rows, ClassWeighting.NONE).score(fresh(2)));
    double balanced = mean(fit(trainer, rows, ClassWeighting.BALANCED).score(fresh(2)));
    assertThat(balanced).isGreaterThan(1.2 * none);
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void learnsFromEightRareRows(ClassifierTrainer trainer) {
    for (ClassWeighting weighting : ClassWeighting.values()) {
      double[] scores = fit(trainer, rows(1, 60, 8, 3), weighting).score(fresh(2));
      assertThat(Arrays.stream(scores)).allMatch(score -> score >= 0 && score <= 1);
    }
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void ranksWhereTwoRowsInAThousandAreRare(ClassifierTrainer trainer) {
    Classifier classifier = fit(trainer, rows(1, 4000, 8, 6), ClassWeighting.NONE);
    double[] scores = classifier.score(rows(2, 0, 40, 6).features());
    double[] others = classifier.score(rows(3, 400, 0, 6).features());
    assertThat(Arrays.stream(scores)).allMatch(Double::isFinite);
    assertThat(mean(scores)).isGreaterThan(3 * mean(others));
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void givesTheSameScoresForTheSameSeedsOnAnyThread(ClassifierTrainer trainer) throws Exception {
    LabelledTable rows = rows(5, 300, 30, 1);
    Table fresh = fresh(6);
    double[] expected = fit(trainer, rows, ClassWeighting.BALANCED).score(fresh);
    List<Callable<double[]>> calls = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      calls.add(() -> fit(trainer, rows, ClassWeighting.BALANCED).score(fresh));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      for (Future<double[]> result : threads.invokeAll(calls)) {
        assertThat(result.get()).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void scoresRowsWithMissingAndUnseenCells(ClassifierTrainer trainer) {
    Table odd =
        new Rows()
            .levels("kind", Arrays.asList(null, "unseen"))
            .numbers("x", Double.NaN, 1e300)
            .numbers("y", Double.NaN, -1e300)
            .table();
    double[] scores = fit(trainer, rows(1, 200, 20, 2), ClassWeighting.NONE).score(odd);
    assertThat(Arrays.stream(scores)).hasSize(2).allMatch(score -> score >= 0 && score <= 1);
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void scoresNoRows(ClassifierTrainer trainer) {
    Classifier classifier = fit(trainer, rows(1, 200, 20, 2), ClassWeighting.NONE);
    assertThat(classifier.score(fresh(1).rows(new int[0]))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void scoresTheShareOfRareRowsWhereNothingVaries(ClassifierTrainer trainer) {
    LabelledTable rows = new Rows().numbers("same", new double[40]).lastRare(10);
    double[] scores = fit(trainer, rows, ClassWeighting.NONE).score(rows.features());
    assertThat(Arrays.stream(scores)).allMatch(score -> Math.abs(score - 0.25) < 1e-4);
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void learnsFromSyntheticRows(ClassifierTrainer trainer) {
    // real rare rows are noise; synthetic ones say that rare rows have large x
    Training training = Training.whole(rows(1, 300, 10, 0));
    Synthetic synthetic = Synthetic.external(rows(2, 0, 100, 5).features());
    Context context = Context.quiet(3);
    Classifier with = trainer.fit(training.plus(synthetic), ClassWeighting.NONE, context);
    Classifier without = trainer.fit(training.unaugmented(), ClassWeighting.NONE, context);
    Table large = rows(4, 0, 50, 5).features();
    assertThat(mean(with.score(large))).isGreaterThan(mean(without.score(large)) + 0.3);
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void learnsTheProbabilitiesOfSoftLabels(ClassifierTrainer trainer) {
    // all rows with large x are synthetic and called rare with .3; real ones are rare with 1/31
    Training training = Training.whole(rows(1, 300, 10, 0));
    Synthetic synthetic = Synthetic.external(rows(2, 0, 300, 8).features());
    Classifier learned = fitSoft(trainer, training, synthetic, 0.3);
    assertThat(mean(learned.score(rows(4, 0, 200, 8).features()))).isBetween(0.25, 0.35);
    assertThat(mean(learned.score(rows(5, 200, 0, 0).features()))).isBetween(0.01, 0.08);
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void takesSoftLabelsOfOneForRareRows(ClassifierTrainer trainer) {
    Training training = Training.whole(rows(1, 300, 10, 0));
    Synthetic synthetic = Synthetic.external(rows(2, 0, 100, 5).features());
    Table large = rows(4, 0, 50, 5).features();
    Classifier hard = trainer.fit(training.plus(synthetic), ClassWeighting.NONE, Context.quiet(3));
    Classifier soft = fitSoft(trainer, training, synthetic, 1);
    assertThat(mean(soft.score(large))).isBetween(mean(hard.score(large)) - 0.05, 1.0);
  }

  private static Classifier fitSoft(
      ClassifierTrainer trainer, Training training, Synthetic synthetic, double label) {
    double[] labels = new double[synthetic.rowCount()];
    Arrays.fill(labels, label);
    return trainer.fit(
        training.plus(synthetic, new SoftLabels(labels)), ClassWeighting.NONE, Context.quiet(3));
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void stopsOnRequest(ClassifierTrainer trainer) {
    Context context = Context.quiet(1);
    context.cancellation().request();
    Augmented rows = Training.whole(rows(1, 100, 10, 1)).unaugmented();
    assertThatThrownBy(() -> trainer.fit(rows, ClassWeighting.NONE, context))
        .isInstanceOf(CancellationException.class);
  }

  private static double meanAveragePrecision(
      ClassifierTrainer trainer, ClassWeighting weighting, int others, int rare, double shift) {
    double total = 0;
    for (int seed = 0; seed < 6; seed++) {
      Classifier classifier = fit(trainer, rows(2 * seed, others, rare, shift), weighting);
      LabelledTable held = rows(2 * seed + 1, others, others / 10, shift);
      total += Curves.averagePrecision(ScoredRows.of(classifier, held));
    }
    return total / 6;
  }

  private static Classifier fit(
      ClassifierTrainer trainer, LabelledTable rows, ClassWeighting weighting) {
    return trainer.fit(Training.whole(rows).unaugmented(), weighting, Context.quiet(11));
  }

  private static Table fresh(int seed) {
    return rows(seed, 200, 20, 1).features();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  /** Normal numbers x and y and a level, none to do with the class but x, which is shifted. */
  private static LabelledTable rows(int seed, int others, int rare, double shift) {
    RandomStream stream = new Seeds(seed).stream("rows");
    int count = others + rare;
    double[] x = new double[count];
    double[] y = new double[count];
    List<@Nullable String> kind = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      x[row] = stream.nextGaussian() + (row < others ? 0 : shift);
      y[row] = stream.nextInt(10) == 0 ? Double.NaN : stream.nextGaussian();
      kind.add(List.of("a", "b", "c").get(stream.nextInt(3)));
    }
    return new Rows().numbers("x", x).numbers("y", y).levels("kind", kind).lastRare(rare);
  }
}
