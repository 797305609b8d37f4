package dev.synth.internal.table.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.table.cell.DateCandidates.PatternCandidate;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateCandidatesTest {
  private static List<PatternCandidate> of(String text) {
    Matcher date = DateCandidates.matcher(text);
    return date.lookingAt() ? DateCandidates.of(date) : List.of();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-01-31 | yyyy-M-d",
        "2024. 01. 31. | yyyy. M. d.",
        "31-Jan-2024 | d-MMM-yyyy",
        "January 31st, 2024 | MMM do, yyyy",
        "Sunday, 31 March 2024 | EEE, d MMM yyyy",
        "2024-W05-3 | YYYY-'W'ww-e",
        "2024-031 | yyyy-DDD",
        "2024年1月31日 | yyyy年M月d日"
      })
  void oneFormHasOnePattern(String text, String pattern) {
    assertThat(of(text)).extracting(PatternCandidate::pattern).containsExactly(pattern);
  }

  /** No single text says whether day or month comes first; a year in front is unlikely. */
  @Test
  void shortDatesMayBeReadInThreeWays() {
    assertThat(of("01/02/24"))
        .containsExactly(
            new PatternCandidate("d/M/yy", 0),
            new PatternCandidate("M/d/yy", 0),
            new PatternCandidate("yy/M/d", DateCandidates.YEAR_FIRST));
  }

  @Test
  void otherTextsHaveNone() {
    assertThat(of("(2024)")).isEmpty();
    assertThat(of("12345")).isEmpty();
  }

  @Test
  void lettersOfATextAreQuoted() {
    assertThat(TimePatternParser.quoted(" Uhr")).isEqualTo(" 'Uhr'");
    assertThat(TimePatternParser.quoted("T")).isEqualTo("'T'");
    assertThat(TimePatternParser.quoted("o'clock")).isEqualTo("'o''clock'");
    assertThat(TimePatternParser.quoted(". ")).isEqualTo(". ");
  }
}
