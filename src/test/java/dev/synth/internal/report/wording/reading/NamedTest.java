package dev.synth.internal.report.wording.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamedTest {
  private static List<String> columns(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> "c" + i).toList();
  }

  @Test
  void eightAreNamedAndTheRestCounted() {
    assertThat(Named.first(List.of())).isEmpty();
    assertThat(Named.first(columns(8))).isEqualTo("c1, c2, c3, c4, c5, c6, c7, c8");
    assertThat(Named.first(columns(9))).endsWith("c7, c8 and 1 more");
  }

  @Test
  void aListMayNameFewer() {
    assertThat(Named.first(columns(3), 2)).isEqualTo("c1, c2 and 1 more");
    assertThat(Named.first(columns(2), 2)).isEqualTo("c1, c2");
  }
}
