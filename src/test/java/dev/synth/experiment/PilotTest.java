package dev.synth.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Context;
import dev.synth.base.Seeds;
import dev.synth.config.ConfigLoader;
import dev.synth.config.ExperimentConfig;
import dev.synth.demo.TransactionSimulator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PilotTest {
  private static Pilot pilot(ExperimentConfig config) {
    Repeats repeats =
        new Repeats(
            config, TransactionSimulator.labelled(new Seeds(3), 6_000), Context.quiet(3), 1);
    return new Pilot(repeats.rows(1, Optional.empty()).fit());
  }

  private static ExperimentConfig config(String generator) {
    return ConfigLoader.parse(
        "{data: {source: demo, label: fraud, positive: 1}, generator: %s}".formatted(generator),
        "pilot",
        List.of());
  }

  /** Two million steps would take hours; the trial says so after three seconds. */
  @Test
  void aLongTrainingIsCutOffAndItsTimeWorkedOut() {
    ExperimentConfig config =
        config("{kind: vae, steps: 2000000, scope: rare, hidden: [8], early_stop: false}");
    Stopwatch watch = Stopwatch.start();
    Pilot.Cost cost = pilot(config).generator(NamedArm.find("vae, rows 9", config));
    assertThat(cost.seconds()).isGreaterThan(10 * watch.seconds());
    assertThat(cost.isLeast()).isFalse();
  }

  @Test
  void whatIsQuickIsMeasuredWhole() {
    ExperimentConfig config = config("{kind: oversample}");
    Pilot pilot = pilot(config);
    Pilot.Cost cost = pilot.generator(NamedArm.find("oversample, rows 9", config));
    assertThat(cost.seconds()).isLessThan(3);
    assertThat(cost.isLeast()).isFalse();
    assertThat(pilot.generator(NamedArm.find("none", config)).seconds()).isZero();
    assertThat(pilot.classifier("logistic-regression").seconds()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "0.2, 1 s",
    "12.4, 12 s",
    "47, 45 s",
    "89, 90 s",
    "91, 2 minutes",
    "1500, 25 minutes",
    "5400, 1.5 hours"
  })
  void durationsHaveTwoDigitsAtMost(double seconds, String text) {
    assertThat(Estimate.duration(seconds)).isEqualTo(text);
  }
}
