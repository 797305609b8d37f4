package dev.synth.internal.classify.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.classify.LogisticRegressionOptions;
import dev.synth.classify.XgboostOptions;
import dev.synth.internal.classify.ClassifierTrainer;
import dev.synth.internal.classify.ConstantClassifier;
import dev.synth.internal.classify.feature.Rows;
import dev.synth.internal.classify.feature.SharedFeatures;
import dev.synth.internal.classify.kinds.Classifiers;
import dev.synth.split.Synthetic;
import dev.synth.split.Training;
import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class BagTrainerTest {
  private static final Training TRAINING = Training.whole(rows());
  private static final Table SCORED =
      new Rows().numbers("x", -1, 0, 1, 2).numbers("y", 0, 1, 0, 1).table();

  /** Rare rows are shifted in x; y is noise. */
  private static LabelledTable rows() {
    RandomStream stream = new Seeds(4).stream("rows");
    double[] x = new double[220];
    double[] y = new double[220];
    for (int row = 0; row < x.length; row++) {
      x[row] = stream.nextGaussian() + (row < 200 ? 0 : 2);
      y[row] = stream.nextGaussian();
    }
    return new Rows().numbers("x", x).numbers("y", y).lastRare(20);
  }

  private static double[] scores(ClassifierTrainer trainer, Context context) {
    return trainer.fit(TRAINING.unaugmented(), ClassWeighting.NONE, context).score(SCORED);
  }

  private static ClassifierTrainer small() {
    return Classifiers.trainer(XgboostOptions.defaults().withTrees(10));
  }

  @Test
  void scoresTheMeanOfFiveModelsWithSeedsOfTheirOwn() {
    double[] bag = scores(new BagTrainer(small()), Context.quiet(1));
    double[] means = new double[SCORED.rowCount()];
    for (int model = 0; model < 5; model++) {
      double[] own = scores(small().inBag(), Context.quiet(1).below("bag/" + model));
      for (int row = 0; row < means.length; row++) {
        means[row] += own[row] / 5;
      }
    }
    assertThat(bag).containsExactly(means, within(1e-12)); // sums of five doubles in one order
    assertThat(bag).isNotEqualTo(scores(small(), Context.quiet(1)));
  }

  /** The kind draws no rows by itself, so its models learn from four fifths of each class. */
  @Test
  void modelsOfAKindWithoutChanceLearnFromParts() {
    ClassifierTrainer logistic = Classifiers.trainer(LogisticRegressionOptions.defaults());
    double[] one = scores(logistic.inBag(), Context.quiet(1));
    assertThat(one).isNotEqualTo(scores(logistic.inBag(), Context.quiet(2)));
    assertThat(one).isEqualTo(scores(logistic.inBag(), Context.quiet(1)));
    assertThat(new BagTrainer(logistic).name()).isEqualTo("logistic-regression");
    assertThat(scores(new BagTrainer(logistic), Context.quiet(1))[3]).isBetween(.1, 1.0);
  }

  @Test
  void partsAreOfRealRowsAlone() {
    ClassifierTrainer part = Classifiers.trainer(LogisticRegressionOptions.defaults()).inBag();
    var augmented = TRAINING.plus(Synthetic.external(SCORED));
    assertThatThrownBy(() -> part.fit(augmented, ClassWeighting.NONE, Context.quiet(1)))
        .hasMessage("a part is taken of real rows alone");
  }

  /** σ of the mean of log-odds, by hand: log-odds 0 and ln 3 of .5 and .75; σ(ln 3 / 2) = .634. */
  @Test
  void unlikeClassifiersAreAveragedOnTheLogOdds() {
    Classifier mean =
        new MeanTrainer(List.of(of("half", .5), of("more", .75)))
            .fit(
                TRAINING.unaugmented(),
                ClassWeighting.NONE,
                SharedFeatures.of(TRAINING),
                Context.quiet(1));
    assertThat(mean.score(SCORED))
        .containsExactly(new double[] {.634, .634, .634, .634}, within(5e-4));
  }

  private static ClassifierTrainer of(String name, double score) {
    return new FittedTrainer(name, new ConstantClassifier(score));
  }
}
