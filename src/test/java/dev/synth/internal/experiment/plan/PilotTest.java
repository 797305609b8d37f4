package dev.synth.internal.experiment.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Context;
import dev.synth.base.Seeds;
import dev.synth.classify.DetectorKind;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.demo.TransactionSimulator;
import dev.synth.internal.experiment.arm.RepeatRows;
import dev.synth.internal.experiment.arm.Repeats;
import dev.synth.internal.experiment.grid.GridDesign;
import dev.synth.internal.experiment.grid.NamedArm;
import dev.synth.internal.files.Stopwatch;
import dev.synth.split.RareRows;
import dev.synth.table.ColumnType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PilotTest {
  private static RepeatRows rows(ExperimentConfig config) {
    return rows(config, RareRows.ALL);
  }

  private static RepeatRows rows(ExperimentConfig config, RareRows rareRows) {
    return new Repeats(
            config, TransactionSimulator.labelled(new Seeds(3), 6_000), Context.quiet(3), 1)
        .rows(1, rareRows);
  }

  private static Pilot pilot(ExperimentConfig config) {
    return new Pilot(rows(config).fit());
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
    Pilot pilot = pilot(config);
    Stopwatch watch = Stopwatch.start();
    Pilot.Cost cost = pilot.generator(NamedArm.find("vae, rows 9", config));
    assertThat(cost.seconds()).isGreaterThan(10 * watch.seconds());
    assertThat(cost.isLeast()).isFalse();
    // what was measured once is not measured again: times differ from one trial to the next
    assertThat(pilot.generator(NamedArm.find("vae, rows 10", config))).isSameAs(cost);
  }

  @Test
  void whatIsQuickIsMeasuredWhole() {
    ExperimentConfig config = config("{kind: oversample}");
    Pilot pilot = pilot(config);
    Pilot.Cost cost = pilot.generator(NamedArm.find("oversample, rows 9", config));
    assertThat(cost.seconds()).isLessThan(3);
    assertThat(cost.isLeast()).isFalse();
    assertThat(pilot.generator(NamedArm.find("none", config)).seconds()).isZero();
    assertThat(pilot.classifier("logistic-regression").fitSeconds()).isPositive();
  }

  @Test
  void validationIsMeasuredWithoutAGenerator() {
    ExperimentConfig config = config("{kind: vae, steps: 2000000}");
    RepeatRows rows = rows(config);
    Pilot.Cost cost =
        new Pilot(rows.fit()).validation(rows.split().validation(), 30, config.validation());
    assertThat(cost.seconds()).isBetween(0.01, 60.0);
    assertThat(cost.isLeast()).isFalse();
  }

  /** Of at least three settings, each is fitted three times to two thirds of the rows. */
  @Test
  void tuningTakesSeveralFits() {
    ExperimentConfig config = config("{kind: oversample}");
    Pilot pilot = pilot(config);
    double fit = pilot.classifier("logistic-regression").fitSeconds();
    assertThat(pilot.tuning("logistic-regression")).isGreaterThan(fit);
    // two thirds of 8 rare rows are fewer than the 8 that tuning takes
    Pilot few = new Pilot(rows(config, new RareRows.AtMost(8)).fit());
    assertThat(few.tuning("logistic-regression")).isZero();
  }

  /** With a classifier that scores 1,000 rows a second. */
  @Test
  void importanceIsCountedByTheRowsThatAreScored() {
    ExperimentConfig config =
        ConfigLoader.parse(
            """
            data: {source: demo, label: fraud, positive: 1}
            generator: {kind: oversample}
            augmentation: {ratio: 0.1}
            evaluation: {baselines: [none, smote], repeats: 4, importance: {repeats: 3}}
            """,
            "importance",
            List.of());
    RepeatRows rows = rows(config);
    long columns =
        rows.training().rows().features().schema().columns().stream()
            .filter(column -> !(column.type() instanceof ColumnType.Identifier))
            .count();
    double seconds =
        new DurationEstimate(rows)
            .importance(
                GridDesign.ofOne(config), Map.of("random-forest", new Pilot.Classifying(9, 0.001)));
    // 3 repeats x (none, oversample) x 500 rows x 5 shuffles of each column
    assertThat(seconds).isCloseTo(3 * 2 * 500 * 5 * columns * 0.001, within(1e-9));
    assertThat(columns).isGreaterThan(8);
  }

  @Test
  void detectorsTakeTime() {
    RepeatRows rows = rows(config("{kind: oversample}"));
    assertThat(Pilot.detectors(List.of(DetectorKind.ISOLATION_FOREST), rows)).isPositive();
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
    assertThat(DurationEstimate.duration(seconds)).isEqualTo(text);
  }
}
