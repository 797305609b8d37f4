package dev.synth.internal.classify.ensemble;

import dev.synth.base.Context;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.internal.classify.ClassifierTrainer;
import dev.synth.internal.classify.StoredClassifier;
import dev.synth.internal.classify.feature.SharedFeatures;
import dev.synth.split.Augmented;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains {@value #MODELS} classifiers of one kind on real rows, whose scores are averaged, after
 * Breiman, "Bagging Predictors", Machine Learning 24, 1996.
 *
 * <p>They differ by seeds and by what {@link ClassifierTrainer#inBag} makes them learn from: four
 * fifths of the rows, drawn without replacement, and not a bootstrap, which would leave a third of
 * few rare rows out.
 *
 * @param member trains the classifier as it stands alone
 */
public record BagTrainer(ClassifierTrainer member) implements ClassifierTrainer {
  /** The number of classifiers in a bag. */
  public static final int MODELS = 5;

  @Override
  public String name() {
    return member.name();
  }

  @Override
  public Classifier fit(
      Augmented rows, ClassWeighting weighting, SharedFeatures shared, Context context) {
    ClassifierTrainer own = member.inBag();
    List<StoredClassifier> models = new ArrayList<>();
    for (int model = 0; model < MODELS; model++) {
      context.cancellation().check();
      models.add(
          StoredClassifier.of(own.fit(rows, weighting, shared, context.below("bag/" + model))));
    }
    return new Bag(models);
  }
}
