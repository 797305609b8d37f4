package dev.synth.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.augment.AugmentationOptions;
import dev.synth.augment.AugmentationPlan;
import dev.synth.augment.Labels;
import dev.synth.classify.MlpOptions;
import dev.synth.classify.RandomForestOptions;
import dev.synth.classify.XgboostOptions;
import dev.synth.config.ExperimentConfig;
import dev.synth.config.TrackingOptions;
import dev.synth.evaluate.Baseline;
import dev.synth.evaluate.Costs;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.evaluate.MissedCost;
import dev.synth.evaluate.ThresholdRule;
import dev.synth.generate.OversampleOptions;
import dev.synth.generate.VaeOptions;
import dev.synth.internal.experiment.run.RunIdentity;
import dev.synth.split.SplitOptions;
import dev.synth.table.ColumnType;
import dev.synth.validate.GateRule;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigLoaderTest {
  @Test
  void fillsInEveryDefault() {
    ExperimentConfig config = SmallConfig.parse(SmallConfig.DATA);

    assertThat(config.name()).isEqualTo("synth");
    assertThat(config.seed()).isEqualTo(42);
    assertThat(config.split())
        .isEqualTo(new SplitOptions(SplitOptions.Method.RANDOM, 0.2, 0.2, Duration.ZERO, 1));
    assertThat(config.generator()).isInstanceOf(VaeOptions.class);
    assertThat(config.generate().rows()).isNull();
    assertThat(config.rules()).isEmpty();
    assertThat(config.augmentation()).isNull();
    assertThat(config.evaluation()).isNull();
    assertThat(config.data().missing()).contains("NA", "?");
  }

  @Test
  void anEmptyBlockOfEvaluationMeansItsDefaults() {
    EvaluationOptions evaluation =
        Objects.requireNonNull(
            SmallConfig.parse(SmallConfig.DATA + "augmentation: {ratio: 1}\nevaluation: {}")
                .evaluation());

    assertThat(evaluation.repeats()).isEqualTo(10);
    assertThat(evaluation.threshold()).isEqualTo(new ThresholdRule.MaxF1());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "yes, yes", "true, true", "'''1''', 1", "1.0, 1.0", "0x1F, 0x1F", "on, on"})
  void takesTheMarkOfTheRareClassAsItIsWritten(String written, String read) {
    assertThat(
            SmallConfig.parse("data: {source: demo, label: y, positive: " + written + "}")
                .data()
                .positive())
        .containsExactly(read);
  }

  @Test
  void severalMarksOfTheRareClassAreAListAndOneIsNone() {
    ExperimentConfig several =
        SmallConfig.parse("data: {source: demo, label: y, positive: [a, '2', a]}");
    assertThat(several.data().positive()).containsExactly("a", "2");
    assertThat(ConfigLoader.resolved(several)).contains("positive: [a, '2']");
    assertThat(SmallConfig.parse(ConfigLoader.resolved(several))).isEqualTo(several);
    ExperimentConfig one = SmallConfig.parse("data: {source: demo, label: y, positive: [a]}");
    assertThat(ConfigLoader.resolved(one)).contains("positive: a\n");
    assertThatThrownBy(() -> SmallConfig.parse("data: {source: demo, label: y, positive: []}"))
        .hasMessageContaining("data.positive: must name at least one value");
  }

  @Test
  void readsTheTypesOfColumns() {
    ExperimentConfig config =
        SmallConfig.parse(
            """
            data:
              source: demo
              label: fraud
              positive: 1
              types:
                a: categorical
                b: {type: numeric, min: 0, decimals: 2}
                c: {type: timestamp, date_only: true}
                d: identifier
                e: numeric
            """);

    assertThat(config.data().types())
        .containsEntry("a", new ColumnType.Categorical())
        .containsEntry("b", new ColumnType.Numeric(2, 0.0, null))
        .containsEntry("c", new ColumnType.Timestamp(true))
        .containsEntry("d", new ColumnType.Identifier())
        .containsEntry("e", ColumnType.Numeric.UNBOUNDED);
  }

  @Test
  void readsGates() {
    assertThat(
            SmallConfig.parse(
                    SmallConfig.DATA
                        + "validation: {gates: {a: {at_most: 0.9}, b: {at_least: 1},"
                        + " c: {within_noise: .95}, d: off, e: {below_floor: 0.2}}}")
                .validation()
                .gates())
        .containsEntry("a", new GateRule.AtMost(0.9))
        .containsEntry("b", new GateRule.AtLeast(1))
        .containsEntry("c", new GateRule.WithinNoise(0.95))
        .containsEntry("d", new GateRule.Off())
        .containsEntry("e", new GateRule.BelowFloor(0.2));
  }

  @ParameterizedTest
  @CsvSource({"7d, P7D", "12h, PT12H", "30m, PT30M", "90s, PT90S", "36h, PT36H"})
  void readsTimes(String written, Duration read) {
    ExperimentConfig config =
        SmallConfig.parse(SmallConfig.DATA + "split: {method: time, gap: " + written + "}");

    assertThat(config.split().gap()).isEqualTo(read);
    assertThat(ConfigLoader.parse(ConfigLoader.resolved(config), "resolved", List.of()))
        .isEqualTo(config);
  }

  @Test
  void labelsHaveADefaultNumberOfRowsAndRowsDefaultLabels() {
    for (String soft : List.of("{}", "{labels: soft}")) {
      assertThat(augmentation(soft).plan()).isEqualTo(new AugmentationPlan.Ratio(1));
      assertThat(augmentation(soft).ofRows()).isEqualTo(Labels.SOFT);
    }
    assertThat(augmentation("{labels: hard}").plan()).isEqualTo(new AugmentationPlan.Ratio(0.1));
    assertThat(augmentation("{ratio: 0.3}").ofRows()).isEqualTo(Labels.HARD);
  }

  @Test
  void readsPlansThresholdsAndKinds() {
    ExperimentConfig config =
        SmallConfig.parse(
            SmallConfig.DATA
                + "augmentation: {multiply: 3}\n"
                + "evaluation: {threshold: {alert_budget: 50}}\n"
                + "generator: oversample\n");

    assertThat(config.augmentation()).isEqualTo(AugmentationOptions.defaults().withMultiply(3.0));
    assertThat(Objects.requireNonNull(config.evaluation()).threshold())
        .isEqualTo(new ThresholdRule.AlertBudget(50));
    assertThat(config.generator()).isEqualTo(new OversampleOptions());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "100|100",
        "{each: 2.5}|2.5",
      })
  void aBareNumberStandsForTheCaseThatHoldsOne(String written, double each) {
    EvaluationOptions options =
        Objects.requireNonNull(
            SmallConfig.parse(
                    SmallConfig.DATA
                        + "augmentation: {ratio: 1}\nevaluation: {threshold: min-cost, costs:"
                        + " {missed: %s, alert: 5}}".formatted(written))
                .evaluation());
    assertThat(options.costs()).isEqualTo(new Costs(new MissedCost.Each(each), 5, null));
    assertThat(options.threshold()).isEqualTo(new ThresholdRule.MinCost());
  }

  @Test
  void readsClassifiersByKindOrWithOptions() {
    EvaluationOptions options =
        evaluation("{classifiers: [xgboost, {kind: mlp, hidden: [64]}, {kind: random-forest}]}");

    assertThat(options.classifiers())
        .containsExactly(
            XgboostOptions.defaults(),
            MlpOptions.defaults().withHidden(List.of(64)),
            RandomForestOptions.defaults());
    assertThat(options.classifierNames()).containsExactly("xgboost", "mlp", "random-forest");
  }

  @Test
  void aPresetGivesTheKeysThatAreLeftOut() {
    EvaluationOptions options =
        evaluation("{classifiers: [{kind: xgboost, preset: stock, trees: 50}]}");
    // XGBoost's own defaults, as its documentation has them, but for the trees
    assertThat(options.classifiers())
        .containsExactly(new XgboostOptions(50, 6, 0.3, 1, 1, 1, 1, 1));
    assertThat(evaluation("{classifiers: [{kind: xgboost, preset: default}]}").classifiers())
        .containsExactly(XgboostOptions.defaults());
    assertThat(evaluation("{classifiers: [{kind: xgboost, preset: regularised}]}").classifiers())
        .containsExactly(XgboostOptions.regularised());
  }

  @Test
  void aPresetThatThereIsNotGetsTheNamesOfThoseThatThereAre() {
    assertThatThrownBy(() -> evaluation("{classifiers: [{kind: xgboost, preset: stok}]}"))
        .hasMessageContaining(
            "evaluation.classifiers, item 1.preset: must be one of default, stock, regularised,"
                + " but is 'stok'");
    assertThatThrownBy(() -> evaluation("{classifiers: [{kind: mlp, preset: stock}]}"))
        .hasMessageContaining("preset: unknown key");
  }

  @Test
  void baselinesThatAreLeftOutFollowTheLabels() {
    EvaluationOptions options = evaluation("{}");
    assertThat(options.baselinesBeside(List.of(Labels.HARD)))
        .extracting(Baseline::id)
        .containsExactly("none", "class-weight", "oversample", "smote");
    assertThat(options.baselinesBeside(List.of(Labels.HARD, Labels.SOFT)))
        .extracting(Baseline::id)
        .endsWith("smote", "shuffle", "regularised-booster", "teacher");
    assertThat(evaluation("{auto: true}").baselinesBeside(List.of(Labels.HARD)))
        .extracting(Baseline::id)
        .containsExactly("none", "class-weight", "oversample", "smote", "regularised-booster");
    assertThat(evaluation("{baselines: [bag]}").baselinesBeside(List.of(Labels.SOFT)))
        .containsExactly(Baseline.NONE, Baseline.BAG);
  }

  @Test
  void aRivalThatIsTunedNeedsArmsThatAreNot() {
    assertThatThrownBy(() -> evaluation("{baselines: [tuned], tune: true}"))
        .hasMessageContaining("must not name tuned where tune is true");
  }

  @Test
  void everyKindIsCalledByItsName() {
    Variants kinds = new Variants(dev.synth.generate.GeneratorOptions.class);

    for (String kind : kinds.names()) {
      assertThat(
              SmallConfig.parse(SmallConfig.DATA + "generator: {kind: " + kind + "}")
                  .generator()
                  .kind())
          .isEqualTo(kind);
    }
  }

  @Test
  void resolvedConfigsReadBackAsTheyWere() {
    ExperimentConfig config =
        SmallConfig.parse(
            """
            data:
              source: 'C:\\data\\a: b #1.csv'
              label: "it's"
              positive: 'null'
              exclude: ['', ' x', '- y', "tab\\there", 'größe', '😀', '~', '1e5', 'no']
              types: {'a b': numeric, 'c: d': {type: numeric, max: 1e-9}}
            rules: ["a > 0", "b <= 'x'"]
            augmentation: {rows: 7}
            evaluation:
              threshold: {fixed: 0.25}
              costs: {missed: {column: 'a b'}, alert: 3, currency: '€'}
              alerts: [50, 100]
              classifiers: [{kind: gradient-boosting, trees: 7}, mlp]
            """);

    String resolved = ConfigLoader.resolved(config);

    assertThat(config.data().exclude()).contains("tab\there", "😀", "");
    assertThat(ConfigLoader.parse(resolved, "resolved", List.of())).isEqualTo(config);
    assertThat(ConfigLoader.resolved(ConfigLoader.parse(resolved, "resolved", List.of())))
        .isEqualTo(resolved);
  }

  @Test
  void trackingIsNoPartOfWhatResultsDependOn() {
    ExperimentConfig tracked =
        SmallConfig.parse(
            SmallConfig.DATA
                + "tracking: {mlflow: 'https://mlflow.example.org/team', experiment: größe}\n");
    ExperimentConfig plain = SmallConfig.parse(SmallConfig.DATA);

    assertThat(tracked.tracking())
        .isEqualTo(
            TrackingOptions.defaults()
                .withMlflow("https://mlflow.example.org/team")
                .withExperiment("größe"));
    assertThat(SmallConfig.parse(ConfigLoader.resolved(tracked))).isEqualTo(tracked);
    assertThat(ConfigLoader.resolved(plain)).doesNotContain("tracking");
    assertThat(RunIdentity.of(tracked, "data").run())
        .isEqualTo(RunIdentity.of(plain, "data").run());
  }

  @Test
  void aByteOrderMarkIsNoKey() {
    assertThat(SmallConfig.parse("\ufeff" + SmallConfig.DATA).data().label()).isEqualTo("fraud");
  }

  private static AugmentationOptions augmentation(String block) {
    return Objects.requireNonNull(
        SmallConfig.parse(SmallConfig.DATA + "augmentation: " + block).augmentation());
  }

  private static EvaluationOptions evaluation(String block) {
    return Objects.requireNonNull(
        SmallConfig.parse(SmallConfig.DATA + "augmentation: {ratio: 1}\nevaluation: " + block)
            .evaluation());
  }
}
