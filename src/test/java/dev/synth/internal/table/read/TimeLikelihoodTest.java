package dev.synth.internal.table.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.table.cell.TimeFinder;
import dev.synth.internal.table.cell.TimeFinder.FoundPattern;
import dev.synth.internal.table.cell.TimePattern;
import dev.synth.internal.table.stage.Dictionary;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeLikelihoodTest {
  private static Dictionary texts(String... values) {
    return new Dictionary(List.of(values), IntStream.range(0, values.length).toArray());
  }

  private static boolean isLikely(String name, String pattern, String... values) {
    return TimeLikelihood.isLikely(name, texts(values), TimePattern.of(pattern));
  }

  @Test
  void digitsAloneAreTimesByTheirName() {
    assertThat(isLikely("date", "yyMMdd", "240131")).isTrue();
    assertThat(isLikely("amount", "yyMMdd", "240131")).isFalse();
    assertThat(isLikely("x", "yyyyMMdd", "20240131")).isTrue();
    assertThat(isLikely("x", "yyyyMMdd", "09990131")).isFalse(); // a year of no data
  }

  @Test
  void aYearWithDaysMayBeANumberOfAnything() {
    assertThat(isLikely("date", "yyyy-DDD", "2024-075")).isTrue();
    assertThat(isLikely("batch", "yyyy-DDD", "2024-075")).isFalse();
  }

  @Test
  void fourDigitsNeedANameOrMany() {
    List<String> few = List.of("0930", "1245", "2359");
    assertThat(TimeLikelihood.areFourDigits("time", few)).isTrue();
    assertThat(TimeLikelihood.areFourDigits("branch", few)).isFalse();
  }

  /** SET is September in Portuguese, and a word of many other things. */
  @Test
  void monthsOfAnotherLanguageMayBeWords() {
    FoundPattern found = TimeFinder.find(List.of("SET-01", "SET-02")).getFirst();
    assertThat(TimeLikelihood.mayBeWords("kit", texts("SET-01", "SET-02"), found)).isTrue();
    assertThat(TimeLikelihood.mayBeWords("month", texts("SET-01", "SET-02"), found)).isFalse();
  }
}
