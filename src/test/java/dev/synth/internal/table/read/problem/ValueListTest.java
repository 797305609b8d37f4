package dev.synth.internal.table.read.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValueListTest {
  /** YAML reads a bare {@code null} as nothing, and {@code it's} in quotes as a mistake. */
  @Test
  void valuesComeBackFromAConfigAsTheyWere() {
    assertThat(ValueList.written(List.of("fraud", "FRAUD"))).isEqualTo("[fraud, FRAUD]");
    assertThat(ValueList.written(List.of("null", "true", "1"))).isEqualTo("['null', 'true', '1']");
    assertThat(ValueList.written(List.of("it's"))).isEqualTo("'it''s'");
    assertThat(ValueList.written(List.of("a\tb"))).isEqualTo("\"a\\u0009b\"");
    assertThat(ValueList.written(List.of("yes"))).isEqualTo("'yes'");
    assertThat(ValueList.written(List.of("fraud"))).isEqualTo("'fraud'");
  }
}
