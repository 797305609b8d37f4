package dev.synth.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Configs that are wrong, and what is said of them. */
class ConfigProblemsTest {
  @TempDir Path folder;

  @Test
  void tellsEveryProblemAtOnce() {
    assertThat(
            messageOf(
                SmallConfig.DATA
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
    assertThat(messageOf(SmallConfig.DATA + "split: {method: tme, gap: 7d}"))
        .isEqualTo(
            """
            1 problem in c.yaml:
              split.method: must be one of random, group, time, column, but is 'tme'\
            """);
  }

  @Test
  void aBlockThatIsWrongIsNotCalledLeftOut() {
    assertThat(
            messageOf(
                SmallConfig.DATA + "augmentation: {labels: weights}\nevaluation: {repeats: 2}"))
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
    assertThat(messageOf(SmallConfig.DATA + "generator:\n  steps: 5\n  steps: 6\n"))
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
        "generator: {kin: vae}|generator.kin: unknown key; did you mean 'kind'?",
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
    assertThat(messageOf(SmallConfig.DATA + line)).contains(complaint);
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
  void anAddressWithASecretIsRefusedAndNotRepeated() {
    for (String address :
        List.of("http://ann:s3cret@host", "http://host?token=s3cret", "host:5000", "databricks")) {
      assertThatThrownBy(
              () -> SmallConfig.parse(SmallConfig.DATA + "tracking: {mlflow: '" + address + "'}\n"))
          .hasMessageContaining("tracking.mlflow: must be an address such as")
          .message()
          .doesNotContain("s3cret");
    }
    assertThatThrownBy(() -> SmallConfig.parse(SmallConfig.DATA + "tracking: {experiment: e}\n"))
        .hasMessageContaining("tracking.mlflow: must be given");
    assertThatThrownBy(
            () ->
                SmallConfig.parse(
                    SmallConfig.DATA
                        + "tracking: {mlflow: 'http://h', token_env: 'a b', seconds: 0}\n"))
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

  private static String loading(Path file) {
    Problem problem = catchThrowableOfType(Problem.class, () -> ConfigLoader.load(file, List.of()));
    assertThat(problem.exitCode()).isEqualTo(ExitCode.USAGE);
    return String.valueOf(problem.getMessage());
  }

  private static String messageOf(String yaml) {
    Problem problem = catchThrowableOfType(Problem.class, () -> SmallConfig.parse(yaml));
    assertThat(problem.exitCode()).isEqualTo(ExitCode.USAGE);
    return String.valueOf(problem.getMessage());
  }
}
