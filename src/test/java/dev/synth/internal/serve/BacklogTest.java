package dev.synth.internal.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BacklogTest {
  private static final long MILLI = 1_000_000;

  private final Backlog backlog = new Backlog(2, 64, 0);

  private void took(long nanos) {
    for (int i = 0; i < 1000; i++) {
      backlog.took(nanos);
    }
  }

  /** Two threads that take 1 ms for a request work off 20 in 10 ms. */
  @Test
  void whereTheQueueStandsFewerMayWait() {
    took(MILLI);
    assertThat(backlog.admits(0, 1000 * MILLI)).isTrue();
    assertThat(backlog.admits(63, 1100 * MILLI)).isTrue();
    assertThat(backlog.admits(64, 1100 * MILLI)).isFalse();
    assertThat(backlog.admits(19, 1101 * MILLI)).isTrue();
    assertThat(backlog.admits(21, 1101 * MILLI)).isFalse();
    assertThat(backlog.admits(0, 1102 * MILLI)).isTrue();
    assertThat(backlog.admits(63, 1103 * MILLI)).isTrue();
  }

  /** Eight for each thread, however long they take; and --queue, however quick they are. */
  @Test
  void someMayAlwaysWait() {
    took(500 * MILLI);
    assertThat(backlog.admits(15, 1000 * MILLI)).isTrue();
    assertThat(backlog.admits(16, 1000 * MILLI)).isFalse();
    took(1);
    assertThat(backlog.admits(63, 1000 * MILLI)).isTrue();
    assertThat(backlog.admits(64, 1000 * MILLI)).isFalse();
  }

  /**
   * A request of 11 ms ago is late where the queue stands, and not after a pause of the machine.
   */
  @Test
  void aLateRequestIsRefusedOnlyWhereTheQueueStands() {
    assertThat(backlog.isLate(40 * MILLI, 60 * MILLI)).isFalse();
    assertThat(backlog.isLate(190 * MILLI, 201 * MILLI)).isTrue();
    assertThat(backlog.isLate(195 * MILLI, 201 * MILLI)).isFalse();
  }
}
