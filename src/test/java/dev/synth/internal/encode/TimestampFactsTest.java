package dev.synth.internal.encode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.base.Micros;
import dev.synth.internal.encode.TimestampCodec.TimestampFacts;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Appointments and meter readings stand on a grid of minutes, and drawn times do too. */
class TimestampFactsTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "5, 5", "10, 10", "15, 15", "30, 30", "60, 60", "20, 10", "45, 15", "7, 1"})
  void theUnitIsTheCoarsestOfAllTimes(int minutes, int unit) {
    long[] times = LongStream.range(0, 100).map(i -> i * minutes * Micros.PER_MINUTE).toArray();
    assertThat(TimestampFacts.unitOf(times)).isEqualTo(unit * Micros.PER_MINUTE);
  }
}
