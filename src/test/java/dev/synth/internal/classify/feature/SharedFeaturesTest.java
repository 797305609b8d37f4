package dev.synth.internal.classify.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.internal.classify.ClassifierTrainer;
import dev.synth.internal.classify.kinds.Classifiers;
import dev.synth.split.Augmented;
import dev.synth.split.Synthetic;
import dev.synth.split.Training;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SharedFeaturesTest {
  static List<ClassifierTrainer> trainers() {
    return Classifiers.trainers(Classifiers.NAMES);
  }

  /** 300 rows with missing cells, of which the last 30 are rare and larger. */
  private static Training training(int seed) {
    RandomStream stream = new Seeds(seed).stream("rows");
    double[] amount = new double[300];
    List<@Nullable String> channel = new ArrayList<>();
    for (int row = 0; row < amount.length; row++) {
      double value = stream.nextGaussian() + (row >= 270 ? 2 : 0);
      amount[row] = stream.nextDouble() < 0.1 ? Double.NaN : value;
      channel.add(stream.nextDouble() < 0.1 ? null : "level " + stream.nextInt(3));
    }
    return Training.whole(
        new Rows().numbers("amount", amount).levels("channel", channel).lastRare(30));
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void scoresAreThoseOfFeaturesOfOnesOwn(ClassifierTrainer trainer) {
    Training training = training(1);
    Augmented rows = training.plus(Synthetic.external(training(2).rare()));
    SharedFeatures shared = SharedFeatures.of(training);
    for (ClassWeighting weighting : ClassWeighting.values()) {
      Classifier own = trainer.fit(rows, weighting, Context.quiet(3));
      Classifier sharing = trainer.fit(rows, weighting, shared, Context.quiet(3));
      assertThat(sharing.score(training(4).rows().features()))
          .isEqualTo(own.score(training(4).rows().features()));
    }
  }

  @Test
  void laterTablesAreEncodedAnewAndNotKept() {
    Training training = training(1);
    SharedFeatures.Fitted fitted =
        SharedFeatures.of(training).fitted(training.unaugmented(), MissingNumbers.IMPUTED);
    FeatureMatrix real = fitted.real();
    for (int seed = 2; seed <= 4; seed++) {
      Table early = training(seed).rows().features();
      assertThat(fitted.encode(early)).isSameAs(fitted.encode(early));
    }
    Table late = training(5).rows().features();
    assertThat(fitted.encode(late)).isNotSameAs(fitted.encode(late));
    assertThat(fitted.encode(late).column(0)).isEqualTo(fitted.encode(late).column(0));
    assertThat(fitted.real()).isSameAs(real);
  }

  @Test
  void theSameTableIsEncodedOnce() {
    Training training = training(1);
    SharedFeatures shared = SharedFeatures.of(training);
    SharedFeatures.Fitted fitted = shared.fitted(training.unaugmented(), MissingNumbers.IMPUTED);
    assertThat(shared.fitted(training.unaugmented(), MissingNumbers.IMPUTED)).isSameAs(fitted);
    assertThat(fitted.real()).isSameAs(fitted.real());
    assertThat(fitted.encode(training.unaugmented())).isSameAs(fitted.real());
  }

  @Test
  void theSameTableIsScaledOnceByTheScalesOfTheRealRows() {
    Training training = training(1);
    Augmented rows = training.plus(Synthetic.external(training(2).rare()));
    SharedFeatures.Fitted fitted = SharedFeatures.of(training).fitted(rows, MissingNumbers.IMPUTED);
    double[][] expected = FeatureScaler.fit(fitted.real()).rows(fitted.encode(rows));
    double[][] scaled = fitted.scaled(rows);
    assertThat(scaled).isDeepEqualTo(expected);
    assertThat(fitted.scaled(rows)[0]).isSameAs(scaled[0]);
    Table held = training(4).rows().features();
    assertThat(fitted.scaled(held)).isSameAs(fitted.scaled(held));
  }

  @Test
  void otherTrainingRowsAreRefused() {
    SharedFeatures shared = SharedFeatures.of(training(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shared.fitted(training(1).unaugmented(), MissingNumbers.KEPT));
  }
}
