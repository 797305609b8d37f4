package dev.synth.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synth.augment.AugmentationOptions;
import dev.synth.augment.AugmentationPlan;
import dev.synth.augment.Labels;
import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigLoaderTest {
  private static final String DATA = "data: {source: demo, label: fraud, positive: 1}\n";

  @TempDir Path folder;

  @Test
  void fillsInEveryDefault() {
    ExperimentConfig config = parse(DATA);

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
            parse(DATA + "augmentation: {ratio: 1}\nevaluation: {}").evaluation());

    assertThat(evaluation.repeats()).isEqualTo(10);
    assertThat(evaluation.threshold()).isEqualTo(new ThresholdRule.MaxF1());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "yes, yes", "true, true", "'''1''', 1", "1.0, 1.0", "0x1F, 0x1F", "on, on"})
  void takesTheMarkOfTheRareClassAsItIsWritten(String written, String read) {
    assertThat(parse("data: {source: demo, label: y, positive: " + written + "}").data().positive())
        .containsExactly(read);
  }

  @Test
  void severalMarksOfTheRareClassAreAListAndOneIsNone() {
    ExperimentConfig several = parse("data: {source: demo, label: y, positive: [a, '2', a]}");
    assertThat(several.data().positive()).containsExactly("a", "2");
    assertThat(ConfigLoader.resolved(several)).contains("positive: [a, '2']");
    assertThat(parse(ConfigLoader.resolved(several))).isEqualTo(several);
    ExperimentConfig one = parse("data: {source: demo, label: y, positive: [a]}");
    assertThat(ConfigLoader.resolved(one)).contains("positive: a\n");
    assertThatThrownBy(() -> parse("data: {source: demo, label: y, positive: []}"))
        .hasMessageContaining("data.positive: must name at least one value");
  }

  @Test
  void readsTheTypesOfColumns() {
    ExperimentConfig config =
        parse(
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
            parse(
                    DATA
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
    ExperimentConfig config = parse(DATA + "split: {method: time, gap: " + written + "}");

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

  private static AugmentationOptions augmentation(String block) {
    return Objects.requireNonNull(parse(DATA + "augmentation: " + block).augmentation());
  }

  @Test
  void readsPlansThresholdsAndKinds() {
    ExperimentConfig config =
        parse(
            DATA
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
            parse(
                    DATA
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
    assertThat(evaluation("{baselines: [bag]}").baselinesBeside(List.of(Labels.SOFT)))
        .containsExactly(Baseline.NONE, Baseline.BAG);
  }

  @Test
  void aRivalThatIsTunedNeedsArmsThatAreNot() {
    assertThatThrownBy(() -> evaluation("{baselines: [tuned], tune: true}"))
        .hasMessageContaining("must not name tuned where tune is true");
  }

  @Test
  void theOldKeyOfTheNetworkGoesOnWorkingWithANotice() {
    List<String> notices = new ArrayList<>();
    ExperimentConfig old =
        ConfigLoader.parse(
            DATA
                + "augmentation: {ratio: 1}\n"
                + "evaluation: {classifiers: [xgboost, mlp], mlp: {steps: 9}}",
            "c.yaml",
            List.of("evaluation.mlp.focal_gamma=0"),
            notices::add);

    assertThat(Objects.requireNonNull(old.evaluation()).classifiers())
        .containsExactly(
            XgboostOptions.defaults(), MlpOptions.defaults().withSteps(9).withFocalGamma(0));
    assertThat(notices)
        .containsExactly(
            "evaluation.mlp is an old key; write classifiers: [xgboost, {kind: mlp, steps: 9,"
                + " focal_gamma: 0}]");
  }

  @Test
  void theOldKeyOfANetworkThatIsNotAskedForHasNoEffect() {
    List<String> notices = new ArrayList<>();
    ExperimentConfig old =
        ConfigLoader.parse(
            DATA + "augmentation: {ratio: 1}\nevaluation: {mlp: {steps: 9}}",
            "c.yaml",
            List.of(),
            notices::add);

    assertThat(old.evaluation()).isEqualTo(EvaluationOptions.defaults());
    assertThat(notices)
        .containsExactly("evaluation.mlp is an old key, and without effect: no classifier is mlp");
  }

  @Test
  void gatesOfOldNamesAreReadWithANotice() {
    List<String> notices = new ArrayList<>();
    ExperimentConfig old =
        ConfigLoader.parse(
            DATA + "validation: {gates: {tree_auc: off, mean_ks: {at_most: 1}}}",
            "c.yaml",
            List.of("validation.gates.closest_record={at_least: 0.2}"),
            notices::add);

    assertThat(Objects.requireNonNull(old.validation()).gates())
        .containsExactly(
            Map.entry("c2st_forest", new GateRule.Off()),
            Map.entry("mean_ks", new GateRule.AtMost(1)),
            Map.entry("dcr", new GateRule.AtLeast(0.2)));
    assertThat(notices)
        .containsExactly(
            "validation.gates.tree_auc is an old key; write validation.gates.c2st_forest",
            "validation.gates.closest_record is an old key; write validation.gates.dcr");
  }

  @Test
  void aGateMayNotBeGivenByBothOfItsNames() {
    assertThatThrownBy(() -> parse(DATA + "validation: {gates: {tree_auc: off, c2st_forest: off}}"))
        .hasMessageContaining("validation.gates.tree_auc: must be left out beside its new name");
  }

  private static EvaluationOptions evaluation(String block) {
    return Objects.requireNonNull(
        parse(DATA + "augmentation: {ratio: 1}\nevaluation: " + block).evaluation());
  }

  @Test
  void everyKindIsCalledByItsName() {
    Variants kinds = new Variants(dev.synth.generate.GeneratorOptions.class);

    for (String kind : kinds.names()) {
      assertThat(parse(DATA + "generator: {kind: " + kind + "}").generator().kind())
          .isEqualTo(kind);
    }
  }

  @Test
  void tellsEveryProblemAtOnce() {
    assertThat(
            messageOf(
                DATA
                    + """
                    generator:
                      kind: vae
                      latent_dimension: 0
                      learning_rate: .nan
                      step: 500
                    evaluation:
                      repeats: many
                    """))
        .isEqualTo(
            """
            4 problems in c.yaml:
              generator.step: unknown key; did you mean 'steps'?
              generator.latent_dimension: must be in [1, 1024], but is 0
              generator.learning_rate: must be in (0, 1], but is NaN
              evaluation.repeats: must be a whole number, but is 'many'\
            """);
  }

  @Test
  void aValueThatIsWrongOnlyBesideABrokenOneIsNotBlamed() {
    assertThat(messageOf(DATA + "split: {method: tme, gap: 7d}"))
        .isEqualTo(
            """
            1 problem in c.yaml:
              split.method: must be one of random, group, time, but is 'tme'\
            """);
  }

  @Test
  void aBlockThatIsWrongIsNotCalledLeftOut() {
    assertThat(messageOf(DATA + "augmentation: {labels: weights}\nevaluation: {repeats: 2}"))
        .isEqualTo(
            """
            1 problem in c.yaml:
              augmentation.labels: must be one of hard, soft, but is 'weights'\
            """);
  }

  @Test
  void whatMustBeGivenIsNamed() {
    assertThat(messageOf(""))
        .isEqualTo(
            """
            3 problems in c.yaml:
              data.source: must be given
              data.label: must be given
              data.positive: must be given\
            """);
  }

  @Test
  void keysThatAreGivenTwiceAreErrors() {
    assertThat(messageOf(DATA + "generator:\n  steps: 5\n  steps: 6\n"))
        .contains("generator.steps: is given twice, in line 3 and in line 4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "augmentation: {ratio: 1, rows: 3}|augmentation.rows: must be the only one of ratio,"
            + " multiply and rows, but is given beside ratio",
        "augmentation: {ratio: 1, multiply: 2, rows: 3}|augmentation.rows: must be the only one of"
            + " ratio, multiply and rows, but is given beside ratio and multiply",
        "compare: {generators: [mgs], labels: [hard, hard]}|compare.labels: must be one or both of"
            + " hard and soft, none of them twice, but is [hard, hard]",
        "augmentation: {labels: mild}|augmentation.labels: must be one of hard, soft, but is"
            + " 'mild'",
        "augmentation: {ration: 1}|augmentation.ration: unknown key; did you mean 'ratio'?",
        "augmentation: {multiply: 0}|augmentation.multiply: must be in (0, 1000], but is 0.0",
        "augmentation: 3|augmentation: must be a block of keys, but is '3'",
        "evaluation: {repeats: 1}|augmentation: must be given where there is an evaluation and no"
            + " 'compare', but is left out",
        "evaluation: {classifiers: xgboost}"
            + "|evaluation.classifiers: must be a list such as [a, b], but is 'xgboost'",
        "validation: {gates: {a: of}}|validation.gates.a: must be one of {at_most: …}, {at_least:"
            + " …}, {within_noise: …}, {above_floor: …}, {below_floor: …}, off, but is 'of'",
        "validation: {gates: {a: {within_noise: 3}}}"
            + "|validation.gates.a.within_noise: must be in (0, 1), but is 3.0",
        "evaluation: {threshold: min-cost}|evaluation.threshold: can be min-cost only where costs"
            + " are given, such as costs: {missed: 100, alert: 5}, but is min-cost",
        "evaluation: {costs: {missed: Amount, alert: 1}}|evaluation.costs.missed: must be one of a"
            + " number, {each: …}, {column: …}, but is 'Amount'",
        "evaluation: {costs: {missed: -1, alert: .nan, currency: 'a b'}}"
            + "|evaluation.costs.missed: must be finite and not negative, but is -1.0",
        "evaluation: {costs: {missed: {each: -1}, alert: 1}}"
            + "|evaluation.costs.missed.each: must be finite and not negative, but is -1.0",
        "evaluation: {costs: {missed: 1, alert: .nan}}"
            + "|evaluation.costs.alert: must be finite and not negative, but is NaN",
        "evaluation: {costs: {missed: 1, alert: 1, currency: 'a b'}}|evaluation.costs.currency:"
            + " must be 1 to 8 letters or a currency sign, but is 'a b'",
        "evaluation: {costs: {alert: 1}}|evaluation.costs.missed: must be given",
        "evaluation: {alerts: [50, 50]}|evaluation.alerts: must be whole numbers of at least 1,"
            + " none of them twice, but is [50, 50]",
        "generator: {kind: gam}|generator.kind: must be one of vae, oversample, ",
        "generator: {kind: gam}|, but is 'gam'; did you mean 'gan'?",
        "evaluation: {classifiers: []}|evaluation.classifiers: must be one or more of"
            + " [random-forest, ",
        "evaluation: {classifiers: []}|], but is []",
        "evaluation: {classifiers: [xgbost]}|evaluation.classifiers, item 1: must be one of"
            + " random-forest, ",
        "evaluation: {classifiers: [xgbost]}|, but is 'xgbost'; did you mean 'xgboost'?",
        "evaluation: {classifiers: [{kind: mpl}]}|evaluation.classifiers, item 1.kind: must be one"
            + " of random-forest, ",
        "evaluation: {classifiers: [{trees: 5}]}|evaluation.classifiers, item 1.kind: must be"
            + " given: random-forest, ",
        "evaluation: {classifiers: [mlp, {kind: xgboost, tree: 5}]}|evaluation.classifiers, item"
            + " 2.tree: unknown key; did you mean 'trees'?",
        "evaluation: {classifiers: [{kind: xgboost, row_share: 0}]}|evaluation.classifiers, item"
            + " 1.row_share: must be in (0, 1], but is 0.0",
        "evaluation: {classifiers: [mlp, {kind: mlp}]}|evaluation.classifiers: must not name one"
            + " twice, but is [mlp, mlp]",
        "evaluation: {classifiers: [mlp], mlp: {step: 5}}|evaluation.mlp.step: unknown key; did you"
            + " mean 'steps'?",
        "evaluation: {mlp: {steps: 0}}|evaluation.mlp.steps: must be in [1, 1000000], but is 0",
        "evaluation: {classifiers: [{kind: mlp, steps: 5}], mlp: {steps: 6}}|evaluation.mlp: must"
            + " be left out where evaluation.classifiers has options",
        "generator: {hidden: [128, x]}"
            + "|generator.hidden, item 2: must be a whole number, but is 'x'",
        "generator: {early_stop: yes}"
            + "|generator.early_stop: must be true or false, but is 'yes'",
        "generate: {rows: 99999999999}|generate.rows: is too large a number: 99999999999",
        "generate: {rows: 1.5}|generate.rows: must be a whole number, but is '1.5'",
        "split: {gap: 1 week}"
            + "|split.gap: must be a time such as 7d, 12h, 30m or 90s, but is '1 week'",
        "split: 5|split: must be a block of keys, but is '5'",
        "name: ../x|name: must be 1 to 64 letters, digits, dots, dashes or underscores,"
            + " but is '../x'",
        "lable: x|lable: unknown key; known are name, seed, data,"
      })
  void saysWhatIsWrongAndWhatWouldBeRight(String line, String complaint) {
    assertThat(messageOf(DATA + line)).contains(complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: [1|c.yaml is not valid YAML: line 1, column 6: ",
        "a: &x 1|c.yaml is not valid YAML: line 1, column 4: an anchor ('&') has no place",
        "a: !!java.net.URL [x]|line 1, column 4: a tag ('!') has no place in a config",
        "a: *x|line 1, column 4: an alias ('*') has no place in a config",
        "[a, b]: c|line 1, column 1: a key that is not a text has no place in a config",
        "- 1|c.yaml must be a block of keys, but is a list",
      })
  void yamlIsDataAndNothingElse(String yaml, String complaint) {
    assertThat(messageOf(yaml)).contains(complaint).hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 10_000})
  void refusesDocumentsThatAreTooDeep(int depth) {
    assertThat(messageOf("a: " + "[".repeat(depth))).contains("is not valid YAML").hasLineCount(1);
  }

  @Test
  void refusesDocumentsThatAreTooLong() {
    assertThat(messageOf("#".repeat(1_000_001))).contains("more than 1000000 characters");
  }

  @Test
  void refusesASecondDocument() {
    assertThat(messageOf("name: x\n---\nname: y\n")).contains("a second document has no place");
  }

  @Test
  void overridesChangeAnyKey() {
    ExperimentConfig config =
        ConfigLoader.parse(
            DATA + "augmentation: {ratio: 1}\nevaluation: {repeats: 10}",
            "c.yaml",
            List.of(
                "data.source=/path with = signs",
                "evaluation.repeats=1",
                "generator.steps=500",
                "data.types.amount={type: numeric, min: 0}",
                "rules=[\"amount > 0\"]",
                "generate.rows=10_000",
                "data.positive=yes"));

    assertThat(config.data().source()).isEqualTo("/path with = signs");
    assertThat(Objects.requireNonNull(config.evaluation()).repeats()).isEqualTo(1);
    assertThat(((VaeOptions) config.generator()).steps()).isEqualTo(500);
    assertThat(config.data().types())
        .containsEntry("amount", new ColumnType.Numeric(null, 0.0, null));
    assertThat(config.rules()).containsExactly("amount > 0");
    assertThat(config.generate().rows()).isEqualTo(10_000);
    assertThat(config.data().positive()).containsExactly("yes");
  }

  @Test
  void anOverrideCanTakeAValueAway() {
    ExperimentConfig config =
        ConfigLoader.parse(
            DATA + "augmentation: {ratio: 1}\nevaluation: {}", "c.yaml", List.of("evaluation="));

    assertThat(config.evaluation()).isNull();
  }

  @Test
  void problemsOfOverridesAreMarkedAsSuch() {
    assertThatThrownBy(
            () ->
                ConfigLoader.parse(
                    DATA,
                    "c.yaml",
                    List.of("generator.step=4", "x", "data.source.y=1", "generator.beta=-1")))
        .isInstanceOf(Problem.class)
        .hasMessage(
            """
            4 problems in c.yaml:
              overrides 'x': must be key=value, such as generator.steps=500
              overrides data.source.y: 'data.source' is 'demo' and has no keys
              overrides generator.step: unknown key; did you mean 'steps'?
              overrides generator.beta: must be at least 0 and finite, but is -1.0\
            """);
  }

  @Test
  void keysOfAQueryAreNamedWhereTheyWereWritten() {
    String block = "data: {source: {jdbc: 'jdbc:x:y', %s}, label: l, positive: 1}";
    assertThatThrownBy(() -> parse(block.replace("%s", "query: select 1, passwd: x")))
        .hasMessageContaining("data.source.passwd: unknown key");
    assertThatThrownBy(() -> parse(block.replace("%s", "driver_path: d.jar")))
        .hasMessageContaining("data.source.query: must be given");
  }

  @Test
  void resolvedConfigsReadBackAsTheyWere() {
    ExperimentConfig config =
        parse(
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
        parse(DATA + "tracking: {mlflow: 'https://mlflow.example.org/team', experiment: größe}\n");
    ExperimentConfig plain = parse(DATA);

    assertThat(tracked.tracking())
        .isEqualTo(
            TrackingOptions.defaults()
                .withMlflow("https://mlflow.example.org/team")
                .withExperiment("größe"));
    assertThat(parse(ConfigLoader.resolved(tracked))).isEqualTo(tracked);
    assertThat(ConfigLoader.resolved(plain)).doesNotContain("tracking");
    assertThat(RunIdentity.of(tracked, "data").run())
        .isEqualTo(RunIdentity.of(plain, "data").run());
  }

  @Test
  void anAddressWithASecretIsRefusedAndNotRepeated() {
    for (String address :
        List.of("http://ann:s3cret@host", "http://host?token=s3cret", "host:5000", "databricks")) {
      assertThatThrownBy(() -> parse(DATA + "tracking: {mlflow: '" + address + "'}\n"))
          .hasMessageContaining("tracking.mlflow: must be an address such as")
          .message()
          .doesNotContain("s3cret");
    }
    assertThatThrownBy(() -> parse(DATA + "tracking: {experiment: e}\n"))
        .hasMessageContaining("tracking.mlflow: must be given");
    assertThatThrownBy(
            () -> parse(DATA + "tracking: {mlflow: 'http://h', token_env: 'a b', seconds: 0}\n"))
        .hasMessageContainingAll(
            "tracking.token_env: must be the name of an environment variable",
            "tracking.seconds: must be from 1 to 3600, but is 0");
  }

  @Test
  void filesThatCannotBeReadGiveOneSentence() throws IOException {
    Path latin =
        Files.write(
            folder.resolve("latin.yaml"), "n: \u00fc".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(loading(folder.resolve("none.yaml"))).startsWith("there is no config ");
    assertThat(loading(folder)).endsWith("is a folder; a config is a YAML file");
    assertThat(loading(latin)).endsWith("is not UTF-8 text");
  }

  @Test
  void aByteOrderMarkIsNoKey() {
    assertThat(parse("\ufeff" + DATA).data().label()).isEqualTo("fraud");
  }

  private static String loading(Path file) {
    Problem problem = catchThrowableOfType(Problem.class, () -> ConfigLoader.load(file, List.of()));
    assertThat(problem.exitCode()).isEqualTo(ExitCode.USAGE);
    return String.valueOf(problem.getMessage());
  }

  private static ExperimentConfig parse(String yaml) {
    return ConfigLoader.parse(yaml, "c.yaml", List.of());
  }

  private static String messageOf(String yaml) {
    Problem problem = catchThrowableOfType(Problem.class, () -> parse(yaml));
    assertThat(problem.exitCode()).isEqualTo(ExitCode.USAGE);
    return String.valueOf(problem.getMessage());
  }
}
