package dev.synth.internal.serve;

import static dev.synth.internal.serve.Cards.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.features.FeatureMachine;
import dev.synth.internal.serve.state.FeatureState;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The lines of a scrape on the state of features. */
class ServerMetricsTest {
  /** The state is locked for its size, which all lines of a scrape share. */
  @Test
  void aScrapeTakesTheSizeOnce() {
    AtomicInteger taken = new AtomicInteger();
    ServerMetrics metrics = new ServerMetrics();
    metrics.watch(
        () -> {
          taken.incrementAndGet();
          return new FeatureState.Size(new FeatureMachine.Counts(5, 4, 3, 2, 1), 7, 6);
        });
    ServedModel model = ServedModel.of(Cards.bundle(2, 0.5, table(1, 400)));
    taken.set(0);
    String text = new String(metrics.text(model, null).body(), StandardCharsets.UTF_8);

    assertThat(text.lines().filter(line -> line.matches(".*synth_(events|labels|state)_.*")))
        .containsExactly(
            "# HELP synth_events_total Events that came: taken, a retry, or late.",
            "# TYPE synth_events_total counter",
            "synth_events_total{outcome=\"late\"} 3.0",
            "synth_events_total{outcome=\"retry\"} 4.0",
            "synth_events_total{outcome=\"taken\"} 5.0",
            "# HELP synth_labels_total Labels that came: taken, or ignored.",
            "# TYPE synth_labels_total counter",
            "synth_labels_total{outcome=\"ignored\"} 1.0",
            "synth_labels_total{outcome=\"taken\"} 2.0",
            "# HELP synth_state_entities Entities with a past.",
            "# TYPE synth_state_entities gauge",
            "synth_state_entities 6.0",
            "# HELP synth_state_events Events that are remembered.",
            "# TYPE synth_state_events gauge",
            "synth_state_events 7.0");
    assertThat(taken).hasValue(1);
  }
}
