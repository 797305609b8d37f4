package dev.synth.internal.report.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.profile.Guesses;
import dev.synth.internal.profile.Guesses.LabelGuess;
import dev.synth.internal.profile.Guesses.Why;
import dev.synth.internal.profile.RareProfile;
import dev.synth.internal.profile.RareProfile.LabelSuspect;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LabelSectionTest {
  private static final LabelSuspect SUSPECT = new LabelSuspect(7, 9, 10);

  private static List<String> says(@Nullable LabelGuess guess, @Nullable RareProfile label) {
    return LabelSection.of(
            ProfileFacts.profile(
                0,
                List.of(),
                new Guesses(guess, null, null),
                label,
                List.of(),
                label == null ? null : ProfileFacts.random()))
        .sentences();
  }

  private static LabelGuess guess(Why why) {
    return new LabelGuess("is fraud", "</script>", 98, 12_000, 2, why);
  }

  private static RareProfile rows(int rows, int rare, int lookedAt, LabelSuspect... suspects) {
    return new RareProfile("y", "1", "0", rows, rare, rare, 0, lookedAt, 0, List.of(suspects));
  }

  @Test
  void aGuessedLabelSaysByWhatItWasGuessed() {
    assertThat(says(guess(Why.NAME), ProfileFacts.label(98, 0)))
        .contains(
            "Nobody named the label: 'is fraud' was taken for its name, and '</script>' as the"
                + " rarer value.");
    assertThat(says(guess(Why.LAST), ProfileFacts.label(98, 0)))
        .contains(
            "Nobody named the label: 'is fraud' is the last column and the only one with two"
                + " values, and '</script>' the rarer one.");
    assertThat(says(guess(Why.NAMED), ProfileFacts.label(98, 0)))
        .noneMatch(sentence -> sentence.contains("Nobody"));
    assertThat(says(guess(Why.NAME), null)).containsExactly("'is fraud' looks like a label.");
  }

  @Test
  void oneRareRowIsNoPlural() {
    assertThat(says(null, rows(500, 1, 0)))
        .containsExactly(
            "1 of 500 rows has '1' in 'y': 0.2 %, one in 500. The other class is '0'.",
            "Enough? No: 1 rare row. A test part would have a handful; more real rare rows help"
                + " more than any synthetic ones.");
  }

  @Test
  void noRareRowHasNoRate() {
    assertThat(says(null, rows(500, 0, 0)))
        .first()
        .isEqualTo("0 of 500 rows have '1' in 'y': 0 %, one in –. The other class is '0'.");
  }

  /** The borders of RareProfile: 20, 100 and 1,000 rows that count. */
  @Test
  void enoughIsSaidInFourSteps() {
    assertThat(enough(19)).startsWith("Enough? No: 19 rare rows. ");
    assertThat(enough(20)).startsWith("Enough? Hardly: 20 rare rows. ");
    assertThat(enough(100)).isEqualTo("Enough? Yes, for middling effects: 100 rare rows.");
    assertThat(enough(1000)).startsWith("Enough? Yes: 1,000 rare rows. With so many,");
  }

  private static String enough(int rare) {
    return says(null, rows(12_000, rare, 0)).get(1);
  }

  /** A page of training rows counts suspects and names no row. */
  @Test
  void doubtsNameNoRow() {
    assertThat(LabelSection.doubts(rows(12_000, 98, 98, SUSPECT)))
        .last()
        .isEqualTo(
            "Label suspects: one normal row of which at least eight of ten nearest neighbours are"
                + " rare; synth profile on the data names such rows.");
    assertThat(LabelSection.doubts(rows(12_000, 98, 98, SUSPECT, SUSPECT)))
        .last()
        .asString()
        .startsWith("Label suspects: 2 normal rows of which");
    assertThat(LabelSection.doubts(ProfileFacts.label(98, 1)))
        .first()
        .asString()
        .startsWith("One row equals a row of the other class in all that is modelled:");
  }

  @Test
  void doubtsThatCannotBeLookedForSayWhy() {
    assertThat(LabelSection.doubts(rows(98, 98, 98)))
        .containsExactly(
            "All of these rows are rare; a label is in doubt beside the other class alone.");
    assertThat(LabelSection.doubts(rows(12_000, 9, 0)))
        .containsExactly(
            "Rare rows are too few to look for labels in doubt among their neighbours.");
    assertThat(LabelSection.doubts(rows(12_000, 98, 98)))
        .last()
        .isEqualTo("No normal row lies among rare ones as if its label were wrong.");
  }
}
