package dev.synth.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.compare.InUse.Change;
import org.junit.jupiter.api.Test;

class InUseTest {
  /** No more rows can be found, or lost, than there are; of alerts there can be any number. */
  @Test
  void theIntervalOfFoundRowsEndsAtAllOfThem() {
    Change wide = new Change(75, -1329.0, 1479.0);
    InUse use = new InUse(wide, wide, wide);
    assertThat(use.found()).isEqualTo(new Change(75, -1000.0, 1000.0));
    assertThat(use.alerts()).isEqualTo(wide);
    assertThat(use.saved()).isEqualTo(wide);
  }

  @Test
  void withoutAnIntervalThereIsNoEnd() {
    Change mean = new Change(75, null, null);
    assertThat(new InUse(mean, mean, null).found()).isEqualTo(mean);
  }
}
