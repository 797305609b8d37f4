package dev.synth.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synth.base.Problem;
import dev.synth.config.ExperimentConfig;
import dev.synth.features.Feature;
import dev.synth.features.FeatureOptions;
import dev.synth.features.Window;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FeaturesBlockTest {
  private static final String DATA = "data: {source: demo}\n";

  private static ExperimentConfig parse(String features) {
    return ConfigLoader.parse(DATA + features, "c.yaml", List.of());
  }

  private static String complaint(String features) {
    Problem problem = catchThrowableOfType(Problem.class, () -> parse(features));
    return String.valueOf(problem.getMessage());
  }

  @Test
  void aBlockIsReadAndWrittenBack() {
    ExperimentConfig config =
        parse(
            """
            split: {method: time}
            features:
              event_id: transaction_id
              forget: 60d
              entities:
                card_id:
                  - time-since-last
                  - {count: [1h, last 5]}
                  - {sum: {of: amount, over: 7d}}
                  - {lag: {of: amount, back: 1}}
                  - {risk: {over: [30d], delay: 7d}}
            """);
    FeatureOptions features = Objects.requireNonNull(config.features());

    assertThat(features.lateness()).isEqualTo(Duration.ofMinutes(10));
    assertThat(features.entities().get("card_id"))
        .containsExactly(
            new Feature.TimeSinceLast(),
            new Feature.Count(List.of(new Window.Time(Duration.ofHours(1)), new Window.Last(5))),
            new Feature.Sum(
                new Feature.Over("amount", List.of(new Window.Time(Duration.ofDays(7))))),
            new Feature.Lag(new Feature.Back("amount", List.of(1))),
            new Feature.Risk(
                new Feature.Late(
                    List.of(new Window.Time(Duration.ofDays(30))), Duration.ofDays(7))));
    assertThat(ConfigLoader.parse(ConfigLoader.resolved(config), "again", List.of()))
        .isEqualTo(config);
  }

  @Test
  void aConfigWithoutFeaturesIsWrittenAsBefore() {
    assertThat(ConfigLoader.resolved(parse(""))).doesNotContain("features");
  }

  @Test
  void whatIsWrongIsToldWithItsPlace() {
    assertThat(
            complaint(
                """
                features:
                  event_id: transaction_id
                  entities:
                    card_id:
                      - {cuont: [1h]}
                      - {count: [1y]}
                      - {lag: {of: amount, back: 0}}
                """))
        .contains("features.entities.card_id, item 1.cuont: unknown key; did you mean 'count'?")
        .contains("item 2.count, item 1: must be a window such as 1h, 7d, 'last 5' or 'ever'")
        .contains("item 3.lag.back: must be one or more whole numbers in [1, 1000]");
  }

  @Test
  void aRiskNeedsASplitByTime() {
    assertThat(
            complaint(
                """
                features:
                  event_id: transaction_id
                  entities: {card_id: [{risk: {over: 7d, delay: 1d}}]}
                """))
        .contains("split: must have method: time where a feature is a risk");
  }

  @Test
  void whatHasNoEndOfItsOwnNeedsForget() {
    assertThat(
            complaint(
                """
                features:
                  event_id: transaction_id
                  entities: {card_id: [time-since-last]}
                """))
        .contains("features.forget: must be given, such as 90d");
  }

  @Test
  void aLabelWithoutDelayNeedsItsArrival() {
    assertThat(
            complaint(
                """
                features:
                  event_id: transaction_id
                  entities: {card_id: [{risk: {over: 7d, delay: 0s}}]}
                """))
        .contains("features.label_arrival: must be given where a risk has no delay");
  }
}
