package dev.synth.benchmarks.uplift;

import dev.synth.config.ExperimentConfig;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.config.ConfigLoader;
import java.util.Arrays;
import java.util.List;

/** A classifier of the benchmark, which a teacher of soft labels is held against. */
enum Student {
  /** XGBoost at synth's own settings. */
  XGBOOST("xgboost", "xgboost"),
  /** XGBoost at the library's settings. */
  XGBOOST_STOCK("xgboost-stock", "{kind: xgboost, preset: stock}"),
  /** XGBoost with small steps of shallow trees. */
  XGBOOST_REGULARISED("xgboost-regularised", "{kind: xgboost, preset: regularised}"),
  /** Random forest. */
  RANDOM_FOREST("random-forest", "random-forest"),
  /** Logistic regression. */
  LOGISTIC_REGRESSION("logistic-regression", "logistic-regression"),
  /** A network. */
  NETWORK("mlp", "mlp");

  private final String title;
  private final String settings;

  Student(String title, String settings) {
    this.title = title;
    this.settings = settings;
  }

  /** Returns the name in results. */
  String title() {
    return title;
  }

  /** Returns the student of a name in results. */
  static Student of(String title) {
    return Arrays.stream(values())
        .filter(student -> student.title.equals(title))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no classifier " + title));
  }

  /** Returns what a user writes who has this classifier alone. */
  ExperimentConfig config() {
    return ConfigLoader.parse(
        PlainText.of(
            """
            name: uplift
            data: {source: demo}
            generator: vae
            augmentation: {}
            evaluation: {classifiers: [%s], baselines: [], detectors: [], importance: {repeats: 0}}
            """,
            settings),
        "the benchmark",
        List.of());
  }

  /** Returns the classifier's name in the product. */
  String kind() {
    return switch (this) {
      case XGBOOST_STOCK, XGBOOST_REGULARISED -> XGBOOST.title;
      case XGBOOST, RANDOM_FOREST, LOGISTIC_REGRESSION, NETWORK -> title;
    };
  }
}
