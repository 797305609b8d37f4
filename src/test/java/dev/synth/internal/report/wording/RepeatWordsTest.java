package dev.synth.internal.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.compare.Comparison;
import dev.synth.compare.PrimaryContrast;
import dev.synth.compare.TimeBlocks;
import dev.synth.split.TestBlocks;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatWordsTest {
  private static Comparison byTime(TimeBlocks blocks) {
    return Facts.comparison(
        List.of(Facts.contrast(Facts.byTime(Facts.VAE, 0.1, 0.1, blocks), null)));
  }

  @Test
  void repeatsAtRandomAreCounted() {
    List<PrimaryContrast> one = List.of(Facts.contrast("vae", 0.1, 0.1));
    assertThat(RepeatWords.all(Facts.comparison(one))).isEqualTo("10 repeats");
    assertThat(RepeatWords.all(Facts.comparison(one, 1))).isEqualTo("one repeat");
    assertThat(RepeatWords.one(Facts.comparison(one), 3)).isEqualTo("repeat 3");
    assertThat(RepeatWords.all(Facts.comparison(List.of(), 2))).isEqualTo("2 repeats");
  }

  /** The refits of the latest window come first: 1, 2, 3 are window 2 and 4, 5, 6 window 1. */
  @Test
  void windowsAreCountedFromTheLatest() {
    Comparison comparison = byTime(new TimeBlocks(2, 3, 28, TestBlocks.Unit.DAY));
    assertThat(RepeatWords.all(comparison)).isEqualTo("2 windows × 3 refits");
    assertThat(RepeatWords.one(comparison, 1)).isEqualTo("window 2, refit 1");
    assertThat(RepeatWords.one(comparison, 3)).isEqualTo("window 2, refit 3");
    assertThat(RepeatWords.one(comparison, 4)).isEqualTo("window 1, refit 1");
    assertThat(RepeatWords.all(byTime(new TimeBlocks(1, 1, 9, TestBlocks.Unit.DAY))))
        .isEqualTo("one window × one fit");
  }

  @Test
  void blocksAreNamedByTheirUnit() {
    assertThat(RepeatWords.blocks(new TimeBlocks(2, 3, 28, TestBlocks.Unit.DAY)))
        .isEqualTo("28 test days in 2 windows, 3 refits each");
    assertThat(RepeatWords.blocks(new TimeBlocks(1, 1, 12, TestBlocks.Unit.STRETCH)))
        .isEqualTo("12 stretches of test rows in one window, one fit each");
    assertThat(RepeatWords.blocks(new TimeBlocks(1, 2, 12, TestBlocks.Unit.GROUP)))
        .isEqualTo("12 groups of test rows in one window, 2 refits each");
  }
}
