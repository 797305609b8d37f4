package dev.synth.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.classify.MlpOptions;
import dev.synth.classify.XgboostOptions;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.validate.GateRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Keys and values of earlier versions. */
class OldKeysTest {
  @Test
  void theOldKeyOfTheNetworkGoesOnWorkingWithANotice() {
    List<String> notices = new ArrayList<>();
    ExperimentConfig old =
        ConfigLoader.parse(
            SmallConfig.DATA
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
            SmallConfig.DATA + "augmentation: {ratio: 1}\nevaluation: {mlp: {steps: 9}}",
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
            SmallConfig.DATA + "validation: {gates: {tree_auc: off, mean_ks: {at_most: 1}}}",
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
    assertThatThrownBy(
            () ->
                SmallConfig.parse(
                    SmallConfig.DATA + "validation: {gates: {tree_auc: off, c2st_forest: off}}"))
        .hasMessageContaining("validation.gates.tree_auc: must be left out beside its new name");
  }
}
