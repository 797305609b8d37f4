package dev.synth.classify;

import dev.synth.classify.neural.MlpOptions;
import dev.synth.classify.neural.MlpTrainer;
import dev.synth.classify.smile.GradientBoostingTrainer;
import dev.synth.classify.smile.LogisticRegressionTrainer;
import dev.synth.classify.smile.RandomForestTrainer;
import dev.synth.classify.xgboost.XgboostTrainer;
import java.util.List;

/** The classifiers there are: the one place that knows them all. */
public final class Classifiers {
  /** Their names in configs and reports. */
  public static final List<String> NAMES =
      List.of(
          RandomForestTrainer.NAME,
          XgboostTrainer.NAME,
          LogisticRegressionTrainer.NAME,
          GradientBoostingTrainer.NAME,
          MlpTrainer.NAME);

  private Classifiers() {}

  /**
   * Returns trainers by name, in the order of the names.
   *
   * @throws IllegalArgumentException if there is none of a name
   */
  public static List<ClassifierTrainer> trainers(List<String> names) {
    return names.stream().map(name -> trainer(name, MlpOptions.defaults())).toList();
  }

  /**
   * Returns the settings of a classifier that tuning tries, the default first.
   *
   * @param mlp how the network is built and trained by default
   * @throws IllegalArgumentException if there is none of the name
   */
  public static List<Candidate> candidates(String name, MlpOptions mlp) {
    return switch (name) {
      case RandomForestTrainer.NAME -> RandomForestTrainer.candidates();
      case XgboostTrainer.NAME -> XgboostTrainer.candidates();
      case LogisticRegressionTrainer.NAME -> LogisticRegressionTrainer.candidates();
      case GradientBoostingTrainer.NAME -> GradientBoostingTrainer.candidates();
      case MlpTrainer.NAME -> MlpTrainer.candidates(mlp);
      default -> throw new IllegalArgumentException("no classifier '%s'".formatted(name));
    };
  }

  /**
   * Returns a trainer by name.
   *
   * @param mlp how the network is built and trained, where it is asked for
   * @throws IllegalArgumentException if there is none of the name
   */
  public static ClassifierTrainer trainer(String name, MlpOptions mlp) {
    return switch (name) {
      case RandomForestTrainer.NAME -> new RandomForestTrainer();
      case XgboostTrainer.NAME -> new XgboostTrainer();
      case LogisticRegressionTrainer.NAME -> new LogisticRegressionTrainer();
      case GradientBoostingTrainer.NAME -> new GradientBoostingTrainer();
      case MlpTrainer.NAME -> new MlpTrainer(mlp);
      default -> throw new IllegalArgumentException("no classifier '%s'".formatted(name));
    };
  }
}
