package dev.synth.internal.classify.ensemble;

import dev.synth.base.Context;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.internal.classify.ClassifierTrainer;
import dev.synth.internal.classify.feature.SharedFeatures;
import dev.synth.split.Augmented;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Trains unlike classifiers whose log-odds are averaged, all with the same weight.
 *
 * @param members who trains them, at least one
 */
public record MeanTrainer(List<ClassifierTrainer> members) implements ClassifierTrainer {
  public MeanTrainer {
    members = List.copyOf(members);
  }

  @Override
  public String name() {
    return members.stream().map(ClassifierTrainer::name).collect(Collectors.joining("+"));
  }

  @Override
  public Classifier fit(
      Augmented rows, ClassWeighting weighting, SharedFeatures shared, Context context) {
    List<Classifier> fitted = new ArrayList<>();
    for (ClassifierTrainer member : members) {
      context.cancellation().check();
      fitted.add(member.fit(rows, weighting, shared, context.below("mean/" + member.name())));
    }
    double[] weights = new double[fitted.size()];
    Arrays.fill(weights, 1.0 / weights.length);
    return new Teacher(fitted, weights);
  }
}
