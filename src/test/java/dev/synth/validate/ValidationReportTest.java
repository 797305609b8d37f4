package dev.synth.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.validate.ValidationReport.GateResult;
import dev.synth.validate.ValidationReport.GateStatus;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValidationReportTest {
  /** P passed, F failed, C cannot tell, N not computed, O off. */
  private static @Nullable Boolean passed(String gates) {
    List<GateResult> results =
        Stream.of(gates.split("", -1))
            .filter(gate -> !gate.isEmpty())
            .map(
                gate ->
                    Stream.of(GateStatus.values())
                        .filter(status -> gate.equals(status.name().substring(0, 1)))
                        .filter(status -> !gate.equals("O") || status == GateStatus.OFF)
                        .findFirst()
                        .orElseThrow())
            .map(status -> new GateResult("m", "at_most 1", status, null, null, null))
            .toList();
    return ValidationReport.passed(results);
  }

  @Test
  void halfOfTheGatesMustBeJudgedToSpeakForTheRest() {
    assertThat(passed("PNNNNNNNNNNN")).isNull(); // one of twelve
    assertThat(passed("PPNCC")).isNull();
    assertThat(passed("PPNC")).isTrue();
    assertThat(passed("PPOOOO")).isTrue();
    assertThat(passed("NC")).isNull();
    assertThat(passed("")).isTrue(); // nothing was asked
  }

  @Test
  void oneFailedGateDecides() {
    assertThat(passed("FNNNNNN")).isFalse();
    assertThat(passed("PPPF")).isFalse();
  }
}
