package dev.synth.internal.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The rest needs a request, and so a server: {@link OtherClientsTest}. */
class RequestReaderTest {
  @Test
  void aNameIsFitForHeadersAndFiles() {
    assertThat(RequestReader.named("order-7")).isEqualTo("order-7");
    assertThat(RequestReader.named("a b\r\nX: 1é")).isEqualTo("a_b__X:_1_");
    assertThat(RequestReader.named("x".repeat(500))).hasSize(128);
    assertThat(RequestReader.named("")).isNull();
    assertThat(RequestReader.named(null)).isNull();
  }
}
