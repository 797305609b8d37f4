package dev.synth.internal.experiment.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.augment.AugmentationPlan;
import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.classify.ClassWeighting;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Baseline;
import dev.synth.generate.CopulaOptions;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.experiment.arm.ArmPlan;
import dev.synth.internal.experiment.arm.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedArmTest {
  private static final ExperimentConfig CONFIG =
      ConfigLoader.parse(
          """
          data: {source: demo, label: fraud, positive: 1}
          generator: {kind: mgs, neighbours: 4}
          augmentation: {multiply: 2}
          compare: {generators: [{kind: vae, steps: 20}, {kind: vae, steps: 30}], ratios: [0.2]}
          """,
          "named",
          List.of());

  private static ArmPlan arm(String text) {
    return NamedArm.find(text, CONFIG).arms().getFirst();
  }

  @Test
  void whatNeedsNoGeneratorHasNone() {
    assertThat(NamedArm.find("none", CONFIG).options()).isNull();
    assertThat(arm("none").arm()).isEqualTo(Arm.NONE);
    assertThat(arm("class-weight").weighting()).isEqualTo(ClassWeighting.BALANCED);
  }

  @Test
  void aGeneratorHasTheConfigsOptionsOrItsDefaults() {
    assertThat(NamedArm.find("mgs", CONFIG).options()).isEqualTo(CONFIG.generator());
    assertThat(NamedArm.find("vae steps=30, ratio 0.2", CONFIG).options())
        .isEqualTo(
            ConfigLoader.parse(
                    """
                    data: {source: demo, label: fraud, positive: 1}
                    generator: {kind: vae, steps: 30}
                    """,
                    "other",
                    List.of())
                .generator());
    assertThat(NamedArm.find("copula, rows 7", CONFIG).options())
        .isEqualTo(CopulaOptions.defaults());
  }

  @Test
  void whatIsAddedIsNamedOrTheConfigs() {
    assertThat(arm("mgs").plan()).isEqualTo(new AugmentationPlan.Multiply(2));
    assertThat(arm("mgs, ratio 0.5").plan()).isEqualTo(new AugmentationPlan.Ratio(0.5));
    assertThat(arm("mgs, multiply 3").arm().label()).isEqualTo("mgs, multiply 3.0");
    assertThat(arm("mgs, rows 12").plan()).isEqualTo(new AugmentationPlan.Rows(12));
  }

  /** So that its random numbers are those of the same arm in a comparison. */
  @Test
  void baselinesDrawFromTheirOwnStreams() {
    assertThat(NamedArm.find("smote, ratio 0.2", CONFIG).stream()).isEqualTo("baseline/smote");
    assertThat(NamedArm.find("mgs, ratio 0.2", CONFIG).stream()).isEqualTo("mgs");
  }

  /** As in the tables: the plain name is the baseline's. */
  @Test
  void aGeneratorIsToldApartFromTheBaselineOfItsName() {
    ExperimentConfig config =
        ConfigLoader.parse(
            """
            data: {source: demo, label: fraud, positive: 1}
            generator: {kind: smote, neighbours: 3}
            augmentation: {ratio: 0.2}
            evaluation: {baselines: [none, smote]}
            """,
            "both",
            List.of());
    Source own = NamedArm.find("smote generator, ratio 0.2", config);
    assertThat(own.options()).isEqualTo(config.generator());
    assertThat(own.stream()).isEqualTo("smote");
    assertThat(own.arms().getFirst().arm())
        .isEqualTo(Arm.generator("smote generator", new AugmentationPlan.Ratio(0.2)));
    Source baseline = NamedArm.find("smote, ratio 0.2", config);
    assertThat(baseline.options()).isEqualTo(Baseline.SMOTE.sampler().orElseThrow());
    assertThat(baseline.stream()).isEqualTo("baseline/smote");
    assertThat(NamedArm.find("oversample", config).arms().getFirst().arm().role())
        .isEqualTo(Arm.Role.BASELINE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mgss, ratio 0.1 | did you mean 'mgs'?",
        "quite something else | the arms are none, class-weight, vae steps=20,",
        "selected | names one arm, and 'selected' is a procedure",
        "mgs, 0.1 | how much is added is 'ratio 0.1', 'multiply 3' or 'rows 2000', but is '0.1'",
        "mgs, ratio 1e | but is 'ratio 1e'",
        "mgs, rows 1.5 | but is 'rows 1.5'",
        "mgs, ratio 0 | must be in (0, 10], but is 0.0",
        "'mgs, ratio 0.1, 16 rare rows' | but is 'ratio 0.1, 16 rare rows'",
      })
  void mistakesAreTold(String text, String part) {
    assertThatThrownBy(() -> NamedArm.find(text, CONFIG))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining(part);
  }

  @Test
  void aGeneratorWithoutANumberOfRowsIsRefused() {
    ExperimentConfig bare =
        ConfigLoader.parse("data: {source: demo, label: fraud, positive: 1}", "bare", List.of());
    assertThatThrownBy(() -> NamedArm.find("mgs", bare))
        .hasMessageStartingWith("how many rows of mgs? The config has no 'augmentation'")
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.complaint().detail()).isEqualTo("mgs"));
  }
}
