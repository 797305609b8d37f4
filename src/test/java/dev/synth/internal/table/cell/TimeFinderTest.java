package dev.synth.internal.table.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeFinderTest {
  /** Texts as people write them, and the pattern that is found in them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024-03-15|2024-12-01|yyyy-MM-dd
          2024-3-15|2024-12-1|yyyy-M-d
          2024/03/15|2023/01/02|yyyy/MM/dd
          20240315|20231201|yyyyMMdd
          03/15/2024|12/01/2023|MM/dd/yyyy
          3/15/2024|12/1/2023|M/d/yyyy
          15/03/2024|01/12/2023|dd/MM/yyyy
          15.03.2024|01.12.2023|dd.MM.yyyy
          15-03-24|01-12-23|dd-MM-yy
          03/15/24|12/01/23|MM/dd/yy
          24-03-15|23-12-31|yy-MM-dd
          13-Jan-2024|01-Feb-2023|dd-MMM-yyyy
          13-Jan-24|01-Feb-23|dd-MMM-yy
          13 January 2024|1 February 2023|d MMMM yyyy
          13. January 2024|1. February 2023|d. MMMM yyyy
          13Jan2024|01Feb2023|ddMMMyyyy
          March 5, 2024|April 15, 2023|MMMM d, yyyy
          Mar 5 2024|Apr 15 2023|MMM d yyyy
          Mar 05, 2024|May 15, 2023|MMM dd, yyyy
          Jan-2024|Feb-2023|MMM-yyyy
          January 2024|May 2023|MMMM yyyy
          Jan-24|Feb-23|MMM-yy
          2024-Jan|2023-Feb|yyyy-MMM
          2024-03|2023-12|yyyy-MM
          03/2024|12/2023|MM/yyyy
          3/2024|12/2023|M/yyyy
          Fri, 15 Mar 2024|Sat, 16 Mar 2024|EEE, dd MMM yyyy
          Friday, March 15, 2024|Saturday, March 16, 2024|EEEE, MMMM dd, yyyy
          12:42|07:05|HH:mm
          9:42|17:05|H:mm
          12:42:10|07:05:00|HH:mm:ss
          07:08 PM|11:15 AM|hh:mm a
          7:08pm|11:15am|h:mma
          7 pm|11 am|h a
          2024-03-15T09:30:00Z|2023-12-01T10:00:00Z|yyyy-MM-dd'T'HH:mm:ssX
          2024-03-15T09:30:00+05:30|2023-12-01T10:00:00-05:00|yyyy-MM-dd'T'HH:mm:ssX
          2024-03-15 09:30:00+0530|2023-12-01 10:00:00-0500|yyyy-MM-dd HH:mm:ssX
          2024-03-15 09:30:00 UTC|2023-12-01 10:00:00 UTC|yyyy-MM-dd HH:mm:ss X
          2024-03-15T09:30:00.123Z|2023-12-01T10:00:00.000Z|yyyy-MM-dd'T'HH:mm:ss.SSSX
          2024-03-15 09:30:00.123456|2023-12-01 10:00:00|yyyy-MM-dd HH:mm:ss[.SSSSSS]
          2024-03-15 09:30:00,123|2023-12-01 10:00:00,500|yyyy-MM-dd HH:mm:ss,SSS
          2024-03-15|2023-12-01 10:00:00|yyyy-MM-dd[ HH:mm:ss]
          01/13/2024 12:42:00 PM|02/28/2024 01:05:09 AM|MM/dd/yyyy hh:mm:ss a
          3/15/24, 7:08 PM|12/1/23, 11:15 AM|M/d/yy, h:mm a
          15/03/2024 09:30|01/12/2023 23:59|dd/MM/yyyy HH:mm
          20240315T093000Z|20231201T100000Z|yyyyMMdd'T'HHmmssX
          13-Jan-2024 09:30:15|01-Feb-2023 00:00:00|dd-MMM-yyyy HH:mm:ss
          March 5, 2024 at 7:08 PM|April 15, 2023 at 11:15 AM|MMMM d, yyyy 'at' h:mm a
          March 5th, 2024|April 21st, 2023|MMMM do, yyyy
          22nd May 2024|3rd March 2023|do MMMM yyyy
          3rd of March 2024|11th of May 2023|do 'of' MMMM yyyy
          2024-W11-5|2023-W52-7|YYYY-'W'ww-e
          2024W115|2023W527|YYYY'W'wwe
          2024-W11|2023-W52|YYYY-'W'ww
          2024-075|2023-365|yyyy-DDD
          2024-03-15 09:30 CET|2024-07-15 09:30 CEST|yyyy-MM-dd HH:mm X
          3/15/2024 7:08 PM EST|12/1/2023 11:15 AM EST|M/d/yyyy h:mm a X
          2024-03-15 09:30:00 Europe/Berlin|2023-12-01 10:00:00 America/New_York|yyyy-MM-dd HH:mm:ss X
          2024. 03. 15.|2023. 12. 01.|yyyy. MM. dd.
          2024. 3. 15|2023. 12. 1|yyyy. M. d
          15. 3. 2024|1. 12. 2023|d. M. yyyy
          15.03.2024.|01.12.2023.|dd.MM.yyyy.
          9h30|14h05|H'h'mm
          9 h 30|14 h 05|H 'h' mm
          15.03.2024 9h30|16.03.2024 14h05|dd.MM.yyyy H'h'mm
          [15/Mar/2024:09:30:00 +0000]|[01/Dec/2023:10:00:00 +0000]|'['dd/MMM/yyyy:HH:mm:ss X']'
          15/Mar/2024:09:30:00 +0000|01/Dec/2023:10:00:00 +0000|dd/MMM/yyyy:HH:mm:ss X
          """)
  void findsThePattern(String one, String other, String pattern) {
    List<TimeFinder.FoundPattern> found = TimeFinder.find(List.of(one, other));

    assertThat(found).extracting(each -> each.pattern().text()).containsExactly(pattern);
    assertThat(found.getFirst().failing()).isEmpty();
    for (String text : List.of(one, other)) {
      TimePattern.ReadTime reading = Objects.requireNonNull(found.getFirst().pattern().parse(text));
      String offset = reading.offset() == null ? "" : reading.offset();
      TimeStyle style = found.getFirst().style().withOffset(offset);
      assertThat(found.getFirst().pattern().format(reading.micros(), style)).isEqualTo(text);
    }
  }

  @Test
  void namesKeepTheirCase() {
    TimeFinder.FoundPattern found =
        TimeFinder.find(List.of("13-JAN-2024", "01-FEB-2023")).getFirst();

    assertThat(found.pattern().format(0, found.style())).isEqualTo("01-JAN-1970");
  }

  @Test
  void halvesOfADayKeepTheirForm() {
    TimeFinder.FoundPattern found = TimeFinder.find(List.of("7:08 p.m.", "11:15 a.m.")).getFirst();

    assertThat(found.pattern().format(0, found.style())).isEqualTo("12:00 a.m.");
  }

  @Test
  void bothOrdersAreGivenWhereBothFit() {
    assertThat(TimeFinder.find(List.of("03/04/2024", "05/06/2024")))
        .extracting(found -> found.pattern().text())
        .containsExactly("dd/MM/yyyy", "MM/dd/yyyy");
  }

  @Test
  void equalDaysAndMonthsAreNoQuestion() {
    assertThat(TimeFinder.find(List.of("03/03/2024", "05/05/2024"))).hasSize(1);
  }

  @Test
  void whatIsNoDateFails() {
    List<TimeFinder.FoundPattern> found =
        TimeFinder.find(List.of("15.03.2024", "31.02.2024", "unknown", "16.03.2024", "17.03.2024"));

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().failing()).containsExactly(1, 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1",
        "1.5",
        "abc",
        "SKU-2024",
        "12345",
        "25:61",
        "2024Q1",
        "",
        "A",
        "2024-W54-1",
        "2024-W11-8",
        "2024-367",
        "2024-03-15 09:30 XYZ",
        "2024-03-15 09:30 Europe/Nowhere",
        "March 5xx, 2024",
        "W11"
      })
  void otherTextsAreNoTimes(String text) {
    assertThat(TimeFinder.find(List.of(text)))
        .allSatisfy(found -> assertThat(found.failing()).isNotEmpty());
  }

  /** Texts of a pattern that hold all that it says are read as they were written. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "dd/MM/yyyy HH:mm:ss",
        "M/d/yyyy h:mm a",
        "yyyy-MM-dd'T'HH:mm:ss.SSSSSSX",
        "EEEE, d MMMM yyyy HH:mm:ss",
        "d-MMM-yy H:mm:ss",
        "yyyyMMdd'T'HHmmss",
        "epoch-seconds",
        "epoch-milliseconds",
        "epoch-microseconds"
      })
  void readsWhatItWrites(String text) {
    TimePattern pattern = TimePattern.of(text);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    long unit =
        text.contains("S") || text.endsWith("micros")
            ? 1
            : text.contains("s") ? 1_000_000 : 60_000_000;
    List<String> written = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      long span = LocalDateTime.of(2049, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC) * 1_000_000;
      long micros = Math.floorDiv(random.nextLong(span), unit) * unit;
      String cell = pattern.format(micros, new TimeStyle("Jan", "PM", "+02:00"));
      written.add(cell);
      assertThat(pattern.parse(cell))
          .as(cell)
          .extracting(TimePattern.ReadTime::micros)
          .isEqualTo(micros);
    }
    if (!pattern.isEpoch()) {
      assertThat(TimeFinder.find(written))
          .extracting(found -> found.pattern().text())
          .containsExactly(text);
    }
  }
}
