package dev.synth.internal.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.compare.Untested;
import dev.synth.compare.Untested.NoVariation.Parts;
import dev.synth.evaluate.Unmeasured;
import dev.synth.internal.base.Json;
import dev.synth.split.TestBlocks;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UntestedWordsTest {
  /** Every reason, and its words. */
  private static final Map<Untested, String> WORDS =
      Map.ofEntries(
          Map.entry(
              new Untested.NotMeasured(new Unmeasured.NoTestTimes()), "no test row has a time"),
          Map.entry(
              new Untested.OneRepeat(),
              "one repeat is descriptive only: what chance does shows from two repeats on"),
          Map.entry(
              new Untested.NoVariation(Parts.REPEATS),
              "no variation between repeats: the difference is the same in all of them, so that"
                  + " there is nothing to test"),
          Map.entry(
              new Untested.NoVariation(Parts.BLOCKS),
              "no variation between blocks of test rows: the difference is the same in all of them,"
                  + " so that there is nothing to test"),
          Map.entry(
              new Untested.UnknownBlocks(), "test rows of unknown blocks are descriptive only"),
          Map.entry(
              new Untested.FewBlocks(6, TestBlocks.Unit.GROUP, 8),
              "6 groups of test rows are descriptive only, a verdict takes 8"),
          Map.entry(
              new Untested.FewRareRows(16, 20),
              "16 rare rows in a test window are descriptive only, a verdict takes 20"),
          Map.entry(
              new Untested.OtherMeasure(),
              "splits by time or column are tested in average precision alone"),
          Map.entry(
              new Untested.FlatCurve(16, 294, -0.0114, 0.02),
              "not identifiable: from 16 to 294 real rare rows average precision changes by −0.011,"
                  + " less than two standard errors (0.020 each)"),
          Map.entry(
              new Untested.UntestedCurve(new Untested.OneRepeat()),
              "not identifiable: one repeat is descriptive only: what chance does shows from two"
                  + " repeats on"),
          Map.entry(new Untested.UntestedCurve(null), "not identifiable: nothing to test"),
          Map.entry(
              new Untested.NoIntervalByTime(), "splits by time or column have no interval of it"),
          Map.entry(new Untested.OldSentence("as it was told"), "as it was told"));

  @Test
  void everyReasonHasItsWords() {
    WORDS.forEach((why, words) -> assertThat(UntestedWords.of(why)).isEqualTo(words));
    assertThat(WORDS.keySet())
        .extracting(why -> (Object) why.getClass())
        .containsOnly((Object[]) Untested.class.getPermittedSubclasses());
  }

  @Test
  void everyReasonReadsBackAsItWas() throws IOException {
    for (Untested why : WORDS.keySet()) {
      assertThat(Json.mapper().readValue(Json.write(why), Untested.class)).isEqualTo(why);
    }
  }

  @Test
  void aSentenceOfAnEarlierVersionIsKept() throws IOException {
    Untested read = Json.mapper().readValue("\"no variation between repeats\"", Untested.class);
    assertThat(read).isEqualTo(new Untested.OldSentence("no variation between repeats"));
  }
}
