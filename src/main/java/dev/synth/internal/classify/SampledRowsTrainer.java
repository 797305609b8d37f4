package dev.synth.internal.classify;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.internal.classify.feature.SharedFeatures;
import dev.synth.split.Augmented;
import dev.synth.split.Training;
import java.util.stream.IntStream;

/**
 * Trains a classifier on a part of the real rows: {@value #SHARE} of each class, and one row of
 * each at least.
 *
 * @param inner trains the classifier
 */
record SampledRowsTrainer(ClassifierTrainer inner) implements ClassifierTrainer {
  private static final double SHARE = 0.8;

  @Override
  public String name() {
    return inner.name();
  }

  @Override
  public Classifier fit(
      Augmented rows, ClassWeighting weighting, SharedFeatures shared, Context context) {
    if (rows.synthetic().rowCount() > 0) {
      throw new IllegalArgumentException("a part is taken of real rows alone");
    }
    Training real = rows.real();
    RandomStream stream = context.seeds().stream("bag/rows");
    boolean[] chosen = new boolean[real.rowCount()];
    int rare = (int) Math.ceil(SHARE * real.rareCount());
    int others = (int) Math.ceil(SHARE * (real.rowCount() - real.rareCount()));
    for (int row : stream.permutation(chosen.length)) {
      chosen[row] = real.rows().isRare(row) ? rare-- > 0 : others-- > 0;
    }
    int[] part = IntStream.range(0, chosen.length).filter(row -> chosen[row]).toArray();
    return inner.fit(real.subset(part).unaugmented(), weighting, context);
  }
}
