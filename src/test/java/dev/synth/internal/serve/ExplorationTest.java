package dev.synth.internal.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class ExplorationTest {
  private static Exploration keyed(double share, String key) {
    return new Exploration(share, key.getBytes(StandardCharsets.UTF_8));
  }

  private static BitSet passed(Exploration exploration) {
    BitSet passed = new BitSet();
    for (int event = 0; event < 100_000; event++) {
      passed.set(event, exploration.passes("event-" + event));
    }
    return passed;
  }

  /** A share of .01 of 100,000 has the standard error sqrt(.01 · .99 / 100,000) = .00031. */
  @Test
  void theShareOfAlertsPasses() {
    assertThat(passed(keyed(0.01, "key")).cardinality() / 1e5).isBetween(0.01 - 0.0013, 0.0113);
    assertThat(passed(Exploration.NONE).isEmpty()).isTrue();
  }

  /** Two keys agree on one event in a hundred of those that pass, by chance. */
  @Test
  void anEventPassesAgainAndAnotherKeyDrawsOtherEvents() {
    BitSet first = passed(keyed(0.01, "key"));
    assertThat(passed(keyed(0.01, "key"))).isEqualTo(first);
    BitSet both = passed(keyed(0.01, "another"));
    both.and(first);
    assertThat(both.cardinality()).isLessThan(first.cardinality() / 10);
  }

  @Test
  void propensityIsTheProbabilityToPass() {
    assertThat(keyed(0.01, "key").propensity(true)).isEqualTo(0.01);
    assertThat(keyed(0.01, "key").propensity(false)).isEqualTo(1);
    assertThat(Exploration.NONE.propensity(true)).isZero();
    assertThatThrownBy(() -> keyed(Double.NaN, "key")).hasMessageContaining("NaN is not in [0, 1)");
  }
}
