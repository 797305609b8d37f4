package dev.synth.internal.table.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationFinderTest {
  /** In a column with years, m is a month: ten of them are 10 × 2,629,800 seconds. */
  @Test
  void readsMonthsBesideYears() {
    DurationFinder.FoundDurations found = found("3y 6m", "2y 1m", "10m", "1h 5m");
    assertThat(found.seconds()[2]).isEqualTo(26_298_000);
    assertThat(found.reads(3)).isFalse();
    DurationText form = DurationText.like(found.example());
    assertThat(form.text(26_298_000)).isEqualTo("10m");
    assertThat(form.seconds("10m")).isEqualTo(26_298_000);
    assertThat(found("5m", "10m").seconds()[1]).isEqualTo(600);
  }

  private static DurationFinder.FoundDurations found(String... texts) {
    int[] counts = new int[texts.length];
    Arrays.fill(counts, 1);
    return Objects.requireNonNull(DurationFinder.find(List.of(texts), counts));
  }

  /** Texts, their seconds by hand. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          00:05:30|330
          123:07:55|443275
          -1:00:00.25|-3600.25
          63:20|3800
          0 days 00:05:30|330
          3 days 01:00:00.500000|262800.5
          -1 days +23:59:00|-60
          1 day, 2:03:04|93784
          -1 day, 23:59:00|-60
          PT5M30S|330
          P1DT2H|93600
          PT0.5S|0.5
          -PT1M|-60
          2h 5m|7500
          2h5m3.5s|7503.5
          1 day 2 hours|93600
          1 hr, 5 mins|3900
          2 Hours and 5 Minutes|7500
          1d|86400
          """)
  void readsSeconds(String text, double seconds) {
    assertThat(DurationText.parse(text)).isEqualTo(seconds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P",
        "PT",
        "P1M",
        "5m 2h",
        "2h 3h",
        "1.5h 3m",
        "12:42:60",
        "1:5:30",
        "5M",
        "3 apples",
        "2h x",
        "12",
        "",
        "1:99"
      })
  void takesNothingElseForADuration(String text) {
    assertThat(DurationText.parse(text)).isNaN();
  }

  /** Each line is a column, and comes back as it stands. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "00:05:30|123:07:55|00:00:00",
        "0:05:30|9:07:55|123:00:00",
        "0:05:30.25|9:07:55.50",
        "1:05|63:20|0:00",
        "0 days 00:05:30|3 days 01:00:00|-1 days +23:59:00",
        "0:05:30|1 day, 2:03:04|2 days, 0:00:00|-1 day, 23:59:00",
        "PT5M30S|P1DT2H|PT0S|PT0.5S|-PT1M",
        "2h 5m|1d 3m|7m|0m|-1h 1m",
        "2h 0m|0h 7m|1h 1m",
        "2h5m3s|7s|1h",
        "2 hours 5 minutes|1 hour 1 minute|3 minutes",
        "2 hrs, 5 mins|1 hr, 1 min",
        "2 Hours and 5 Minutes|1 Hour and 2 Minutes",
        "1m 2.50s|3m 0.25s"
      })
  void writesTheColumnsOwnForm(String column) {
    String[] texts = column.split("\\|", -1);
    DurationFinder.FoundDurations found = found(texts);
    for (int i = 0; i < texts.length; i++) {
      assertThat(DurationText.like(found.example()).text(found.seconds()[i])).isEqualTo(texts[i]);
    }
  }

  @Test
  void aTextOfAnotherStyleIsNone() {
    DurationFinder.FoundDurations found = found("00:05:30", "00:06:30", "2h 5m");
    assertThat(found.reads(1)).isTrue();
    assertThat(found.reads(2)).isFalse();
  }

  @Test
  void noTextIsADuration() {
    assertThat(DurationFinder.find(List.of("a", "b"), new int[] {1, 1})).isNull();
  }

  @Test
  void roundsToTheShortestUnit() {
    DurationText form = DurationText.like("2h 2m");
    assertThat(form.rounded(7_531)).isEqualTo(7_560); // 2 h 5.5 min
    assertThat(form.text(7_531)).isEqualTo("2h 6m");
    assertThat(DurationText.like("00:00:00").rounded(7_531.5)).isEqualTo(7_531.5);
  }

  @Test
  void writesMoreDecimalsWhereAValueHasThem() {
    assertThat(DurationText.like("00:00:00.0").text(3_600.125)).isEqualTo("01:00:00.125");
  }

  @Test
  void aFormIsADuration() {
    assertThatThrownBy(() -> DurationText.like("2 apples")).hasMessage("no duration: '2 apples'");
  }
}
