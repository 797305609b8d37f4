package dev.synth.internal.generate.forest;

import dev.synth.base.Context;
import dev.synth.generate.ForestOptions;
import dev.synth.generate.Generator;
import dev.synth.generate.GeneratorTrainer;
import dev.synth.generate.TrainingLog;
import dev.synth.generate.TrainingNote;
import dev.synth.internal.encode.FeatureEncoder;
import dev.synth.split.Training;
import java.util.List;
import java.util.stream.IntStream;

/** Grows an adversarial random forest on the rare rows. */
public record ForestTrainer(ForestOptions options) implements GeneratorTrainer {
  @Override
  public Generator fit(Training training, Context context) {
    FeatureEncoder encoder =
        FeatureEncoder.fit(training.requireRare(), FeatureEncoder.QuantileRows.RARE);
    SpanRows rows = SpanRows.of(encoder, training.rare());
    ForestGrowth growth =
        new ForestGrowth(
            options.trees(), options.minimumLeafRows(), options.maximumRounds(), options.delta());
    AdversarialRounds rounds = AdversarialRounds.grow(rows, growth, context.below("forest"));
    return new AdversarialForest(options, encoder, rounds.forest(), log(rounds));
  }

  private static TrainingLog log(AdversarialRounds rounds) {
    List<Double> accuracies = rounds.accuracies();
    List<TrainingLog.Point> points =
        IntStream.range(0, accuracies.size())
            .mapToObj(i -> new TrainingLog.Point(i + 1, accuracies.get(i)))
            .toList();
    return new TrainingLog(
        List.of(new TrainingLog.Curve("out-of-bag accuracy", points)), 0, List.of(note(rounds)));
  }

  private static TrainingNote note(AdversarialRounds rounds) {
    return new TrainingNote.GrownForests(
        rounds.accuracies().size(), rounds.kept() + 1, rounds.accuracies().get(rounds.kept() + 1));
  }
}
