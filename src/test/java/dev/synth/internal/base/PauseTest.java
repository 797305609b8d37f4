package dev.synth.internal.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class PauseTest {
  @Test
  void anInterruptedThreadIsCancelledAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Pause.of(60_000))
        .isInstanceOf(CancellationException.class)
        .hasMessage("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }
}
