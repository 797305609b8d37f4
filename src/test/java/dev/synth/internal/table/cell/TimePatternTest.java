package dev.synth.internal.table.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.internal.base.Micros;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimePatternTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "dd/MM",
        "DD/MM/YYYY",
        "%d/%m/%Y",
        "hh:mm",
        "yyyy-MM-dd'T",
        "yyyy-MM-dd [HH:mm",
        "hello",
        "yyyy",
        "mm:ss",
        "yyyy-MM-dd HH:mm:ss.nnn",
        "yyyy-MM-MM",
        "",
        "yyyy-MM-dd]",
        "HH:mm X",
        "YYYY",
        "YYYY-MM",
        "YYYY-MM-'W'ww",
        "yyyy-'W'ww",
        "ww",
        "yyyy-MM-DDD",
        "yyyy-DD",
        "yyyyo"
      })
  void refusesWhatIsNoPattern(String text) {
    assertThatThrownBy(() -> TimePattern.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31/02/2024", "29/02/2023", "00/01/2024", "01/13/2024", "32/01/2024", "1/01/2024",
        "01/01/24", "01/01/2024 ", " 01/01/2024", "01-01-2024", "aa/bb/cccc", ""
      })
  void readsNoDayThatThereIsNot(String cell) {
    assertThat(TimePattern.of("dd/MM/yyyy").parse(cell)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"24:00", "12:60", "1:00", "12:1", "12.30"})
  void readsNoTimeThatThereIsNot(String cell) {
    assertThat(TimePattern.of("HH:mm").parse(cell)).isNull();
  }

  /** Midnight and noon by the dial, by hand. */
  @ParameterizedTest
  @CsvSource({"12:00 AM,0", "12:59 AM,59", "01:00 AM,60", "12:00 PM,720", "11:59 PM,1439"})
  void readsTheDial(String cell, long minutes) {
    TimePattern pattern = TimePattern.of("hh:mm a");

    assertThat(pattern.parse(cell))
        .extracting(TimePattern.ReadTime::micros)
        .isEqualTo(minutes * 60_000_000);
    assertThat(pattern.format(minutes * 60_000_000, TimeStyle.USUAL)).isEqualTo(cell);
  }

  /** Hours and minutes from UTC, by hand. */
  @ParameterizedTest
  @CsvSource({
    "Z,0",
    "UTC,0",
    "GMT,0",
    "+05:30,330",
    "+0530,330",
    "-05:00,-300",
    "-05,-300",
    "UTC+1,60",
    "GMT-03:30,-210",
    "+14:00,840",
    "CET,60",
    "EDT,-240",
    "Asia/Kolkata,330",
    "Europe/Berlin,60",
    "America/New_York,-240"
  })
  void readsOffsets(String offset, long minutes) {
    TimePattern.ReadTime reading =
        Objects.requireNonNull(
            TimePattern.of("yyyy-MM-dd HH:mm X").parse("2024-03-15 09:30 " + offset));

    assertThat(reading.offset()).isEqualTo(offset);
    assertThat(OffsetText.micros(offset, reading.micros())).isEqualTo(minutes * 60_000_000);
  }

  /** Days since 1970 by java.time; 2024-03-15 is a Friday, and 2020 has 53 weeks. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "YYYY-'W'ww-e|2024-W11-5|2024-03-15",
        "YYYY-'W'ww|2024-W11|2024-03-11",
        "YYYY-'W'ww-e|2020-W53-7|2021-01-03",
        "YYYY-'W'ww-e|2024-W01-1|2024-01-01",
        "yyyy-DDD|2024-075|2024-03-15",
        "yyyy-DDD|2023-365|2023-12-31",
        "MMMM do, yyyy|March 15th, 2024|2024-03-15",
        "MMMM do, yyyy|March 22nd, 2024|2024-03-22"
      })
  void readsWeeksAndDaysOfTheYear(String text, String cell, LocalDate day) {
    TimePattern pattern = TimePattern.of(text);
    long micros = day.toEpochDay() * Micros.PER_DAY;

    assertThat(pattern.parse(cell)).isEqualTo(new TimePattern.ReadTime(micros, null));
    assertThat(pattern.format(micros, TimeStyle.USUAL)).isEqualTo(cell);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "YYYY-'W'ww-e|2021-W53-1",
        "YYYY-'W'ww-e|2024-W00-1",
        "YYYY-'W'ww-e|2024-W11-0",
        "YYYY-'W'ww-e|2024-W11-8",
        "yyyy-DDD|2023-366",
        "yyyy-DDD|2024-000",
        "yyyy-DDD|2024-75",
        "MMMM do, yyyy|March 15, 2024"
      })
  void readsNoWeekThatThereIsNot(String text, String cell) {
    assertThat(TimePattern.of(text).parse(cell)).isNull();
  }

  @Test
  void readsBlanksThatDoNotBreak() {
    assertThat(TimePattern.of("h:mm a").parse("7:08\u202fPM")).isNotNull();
  }

  @Test
  void readsYearsOfTwoDigitsAsPosixDoes() {
    TimePattern pattern = TimePattern.of("dd/MM/yy");

    assertThat(pattern.parse("01/01/68"))
        .isEqualTo(TimePattern.of("dd/MM/yyyy").parse("01/01/2068"));
    assertThat(pattern.parse("01/01/69"))
        .isEqualTo(TimePattern.of("dd/MM/yyyy").parse("01/01/1969"));
  }

  @Test
  void dropsDigitsBelowAMicrosecondAndWritesZeros() {
    TimePattern pattern = TimePattern.of("HH:mm:ss.SSSSSSSSS");
    TimePattern.ReadTime reading = pattern.parse("00:00:01.123456789");

    assertThat(reading).extracting(TimePattern.ReadTime::micros).isEqualTo(1_123_456L);
    assertThat(pattern.format(1_123_456L, TimeStyle.USUAL)).isEqualTo("00:00:01.123456000");
  }

  @ParameterizedTest
  @CsvSource({
    "yyyy-MM-dd[ kk:mm], 2024-01-02, 2024-01-02",
    "yyyy-MM-dd[ kk:mm], 2024-01-03 05:00, 2024-01-03 05:00",
    "yyyy-MM-dd[ kk:mm], 2024-01-31 24:00, 2024-02-01",
    "yyyy-MM-dd kk:mm[:ss], 2024-01-31 24:00, 2024-01-31 24:00",
    "yyyy-MM-dd kk:mm[:ss], 2024-02-01 00:00, 2024-01-31 24:00"
  })
  void aDayAloneIsNotTheEndOfTheDayBefore(String text, String cell, String written) {
    TimePattern pattern = TimePattern.of(text);
    long micros = Objects.requireNonNull(pattern.parse(cell)).micros();
    assertThat(pattern.format(micros, TimeStyle.USUAL)).isEqualTo(written);
  }

  @Test
  void writesWhatMayBeMissingOnlyWhereItIsNotZero() {
    TimePattern pattern = TimePattern.of("yyyy-MM-dd[ HH:mm[:ss]]");

    assertThat(pattern.format(0, TimeStyle.USUAL)).isEqualTo("1970-01-01");
    assertThat(pattern.format(60_000_000L, TimeStyle.USUAL)).isEqualTo("1970-01-01 00:01");
    assertThat(pattern.format(1_000_000L, TimeStyle.USUAL)).isEqualTo("1970-01-01 00:00:01");
  }
}
