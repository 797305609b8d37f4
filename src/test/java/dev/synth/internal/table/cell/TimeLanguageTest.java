package dev.synth.internal.table.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLanguageTest {
  private static final long DAY = 86_400_000_000L;

  /** Texts of one column, the days that they say, and the pattern that is found. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          13. März 2024;1. Januar 2023;30. Oktober 2023|2024-03-13;2023-01-01;2023-10-30|d. MMMM yyyy
          13. Maerz 2024;1. Januar 2023|2024-03-13;2023-01-01|d. MMMM yyyy
          13.März 2024;01.Dezember 2023|2024-03-13;2023-12-01|dd.MMMM yyyy
          13.Mrz.2024;01.Dez.2023|2024-03-13;2023-12-01|dd.MMM.yyyy
          13. Mrz 2024;14. Dez 2023|2024-03-13;2023-12-14|dd. MMM yyyy
          13-OKT-24;01-DEZ-23|2024-10-13;2023-12-01|dd-MMM-yy
          1. Jan. 2024;2. Mai 2024;3. Sept. 2024|2024-01-01;2024-05-02;2024-09-03|d. MMM yyyy
          Mi., 13. März 2024;Fr., 1. Dez. 2023|2024-03-13;2023-12-01|EEE, d. MMM yyyy
          Mo 11.03.2024;Di 12.03.2024;So 17.03.2024|2024-03-11;2024-03-12;2024-03-17|EEE dd.MM.yyyy
          Montag, 11. März 2024;Sonntag, 1. Oktober 2023|2024-03-11;2023-10-01|EEEE, d. MMMM yyyy
          März 2024;Mai 2023;Dezember 2023|2024-03-01;2023-05-01;2023-12-01|MMMM yyyy
          13. März 2024 um 09:30 Uhr;1. Mai 2024 um 10:00 Uhr|2024-03-13;2024-05-01|d. MMMM yyyy 'um' HH:mm 'Uhr'
          13-mars-2024;01-févr-2023|2024-03-13;2023-02-01|dd-MMM-yyyy
          13-mars-2024;01-fevr-2023;02-aout-2023|2024-03-13;2023-02-01;2023-08-02|dd-MMM-yyyy
          13 mars 2024;1 janv. 2023;5 juil. 2023|2024-03-13;2023-01-01;2023-07-05|d MMM yyyy
          1er mars 2024;13 décembre 2023|2024-03-01;2023-12-13|d[o] MMMM yyyy
          lundi 11 mars 2024;vendredi 1 décembre 2023|2024-03-11;2023-12-01|EEEE d MMMM yyyy
          13 ene 2024;01 dic 2023|2024-01-13;2023-12-01|dd MMM yyyy
          13 de marzo de 2024;1 de diciembre de 2023|2024-03-13;2023-12-01|d 'de' MMMM 'de' yyyy
          miércoles, 13 de marzo de 2024;lunes, 11 de marzo de 2024|2024-03-13;2024-03-11|EEEE, dd 'de' MMMM 'de' yyyy
          marzo de 2024;agosto de 2023;enero de 2022|2024-03-01;2023-08-01;2022-01-01|MMMM 'de' yyyy
          13 GEN 2024;01 DIC 2023;02 LUG 2023|2024-01-13;2023-12-01;2023-07-02|dd MMM yyyy
          13 gennaio 2024;1 agosto 2023|2024-01-13;2023-08-01|d MMMM yyyy
          13/fev/2024;01/dez/2023|2024-02-13;2023-12-01|dd/MMM/yyyy
          quarta-feira, 13 de março de 2024;sábado, 2 de dezembro de 2023|2024-03-13;2023-12-02|EEEE, d 'de' MMMM 'de' yyyy
          13 mrt 2024;1 mei 2023|2024-03-13;2023-05-01|d MMM yyyy
          wo 13 maart 2024;vr 1 december 2023|2024-03-13;2023-12-01|EEE d MMMM yyyy
          13 marca 2024;1 października 2023|2024-03-13;2023-10-01|d MMMM yyyy
          13 paź 2024;01 lis 2023|2024-10-13;2023-11-01|dd MMM yyyy
          13 maj 2024;1 augusti 2023|2024-05-13;2023-08-01|d MMMM yyyy
          13. prosince 2024;1. ledna 2023|2024-12-13;2023-01-01|d. MMMM yyyy
          13 Ağu 2024;01 Şub 2023|2024-08-13;2023-02-01|dd MMM yyyy
          2024. január 5.;2023. december 13.|2024-01-05;2023-12-13|yyyy. MMMM d.
          2024. jan. 05.;2023. szept. 13.|2024-01-05;2023-09-13|yyyy. MMM. dd.
          27. marca 2024;1. septembra 2023|2024-03-27;2023-09-01|d. MMMM yyyy
          31 серпня 2024;1 листопада 2023|2024-08-31;2023-11-01|d MMMM yyyy
          10 Μαρτίου 2024;2 Ιουλίου 2023|2024-03-10;2023-07-02|d MMMM yyyy
          16 يوليو 2024;8 أغسطس 2023|2024-07-16;2023-08-08|d MMMM yyyy
          24 मार्च 2024;4 फ़रवरी 2023;1 मई 2023|2024-03-24;2023-02-04;2023-05-01|d MMMM yyyy
          13 марта 2024;1 мая 2023|2024-03-13;2023-05-01|d MMMM yyyy
          Jan. 5, 2024;May 15, 2023;Sept. 30, 2023|2024-01-05;2023-05-15;2023-09-30|MMM d, yyyy
          Apr  5, 2024;Apr 15, 2024|2024-04-05;2024-04-15|MMM ppd, yyyy
          Fri Mar  1 09:30:00 UTC 2024;Fri Mar 15 09:30:00 UTC 2024|2024-03-01;2024-03-15|EEE MMM ppd HH:mm:ss X yyyy
          2024年3月15日;2023年12月1日|2024-03-15;2023-12-01|yyyy年M月d日
          2024년 3월 15일;2023년 12월 1일|2024-03-15;2023-12-01|yyyy년 M월 d일
          """)
  void readsAndWrites(String texts, String days, String pattern) {
    List<String> cells = Arrays.asList(texts.split(";", -1));
    List<TimeFinder.FoundPattern> found = TimeFinder.find(cells);

    assertThat(found).extracting(each -> each.pattern().text()).containsExactly(pattern);
    TimeStyle style = found.getFirst().style();
    TimeStyle again = new TimeStyle(style.namesText(), style.afternoon(), style.offset());
    assertThat(again).isEqualTo(style);
    List<String> read = new ArrayList<>();
    for (String cell : cells) {
      TimePattern.ReadTime reading =
          Objects.requireNonNull(found.getFirst().pattern().parse(cell), cell);
      read.add(LocalDate.ofEpochDay(Math.floorDiv(reading.micros(), DAY)).toString());
      assertThat(found.getFirst().pattern().format(reading.micros(), style)).isEqualTo(cell);
    }
    assertThat(read).containsExactly(days.split(";", -1));
  }

  /** The names that no cell has are written as its language and the other cells have them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          13. Okt. 2024;1. Juni 2023|2. März 2023|2. Mai 2023
          13-OKT-2024;01-DEZ-2023|02-MÄR-2023|02-MAI-2023
          13-mrz-2024;01-dez-2023|02-mrz-2023|02-mai-2023
          13 févr. 2024;1 mars 2024|2 mars 2023|2 mai 2023
          13 fevr. 2024;1 aout 2024;1 dec. 2023|2 mars 2023|2 mai 2023
          13 ene 2024;1 dic 2023|2 mar 2023|2 may 2023
          13 September 2024;1 Dezember 2023|2 März 2023|2 Mai 2023
          13 stycznia 2024;1 lutego 2023|2 marca 2023|2 maja 2023
          Jan. 5, 2024;Sept. 15, 2023;June 1, 2023|March 2, 2023|May 2, 2023
          13 JUN 2024;1 DEC 2023|2 MAR 2023|2 MAY 2023
          """)
  void writesOtherMonths(String texts, String march, String may) {
    TimeFinder.FoundPattern found = TimeFinder.find(Arrays.asList(texts.split(";", -1))).getFirst();

    List<String> written =
        Stream.of(LocalDate.of(2023, 3, 2), LocalDate.of(2023, 5, 2))
            .map(day -> found.pattern().format(day.toEpochDay() * DAY, found.style()))
            .toList();
    assertThat(written.getFirst()).isIn(march, march.replace("MÄR", "MRZ"));
    assertThat(written.getLast()).isEqualTo(may);
  }

  /** Full names are the JDK's, which has them from CLDR. */
  @ParameterizedTest
  @MethodSource("languages")
  void knowsTheFullNames(Language language) {
    Locale locale = Locale.of(language.code());
    for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE)) {
      for (Month month : Month.values()) {
        String name = month.getDisplayName(style, locale);
        assertThat(NameWords.month(name)).as(name).isEqualTo(month.getValue());
      }
      for (DayOfWeek day : DayOfWeek.values()) {
        String name = day.getDisplayName(style, locale);
        assertThat(NameWords.isDay(name)).as(name).isTrue();
      }
    }
  }

  static List<Language> languages() {
    return Language.ALL;
  }

  @Test
  void namesInAnyUnicodeForm() {
    assertThat(NameWords.month("Ma\u0308rz")).isEqualTo(3);
    assertThat(NameWords.month("MÄRZ")).isEqualTo(3);
    assertThat(NameWords.month("KASIM")).isEqualTo(11);
    assertThat(NameWords.month("EKİM")).isEqualTo(10);
    assertThat(NameWords.month("SKU")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"13. Mürz 2024", "13 Foo 2024", "Xy 13.03.2024", "2024年13月1日", "Set"})
  void otherTextsAreNoTimes(String text) {
    assertThat(TimeFinder.find(List.of(text)))
        .allSatisfy(found -> assertThat(found.failing()).isNotEmpty());
  }
}
