package dev.synth.internal.report.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.synth.internal.profile.DataProfile;
import dev.synth.internal.profile.Guesses;
import dev.synth.internal.profile.SplitAdvice;
import dev.synth.internal.profile.Suspect;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FirstConfigTest {
  private static final FirstConfig.NamedChoices NOTHING =
      new FirstConfig.NamedChoices(false, false, false);

  private static FirstConfig config(
      int units,
      boolean byTime,
      @Nullable String time,
      FirstConfig.NamedChoices named,
      Suspect... leaks) {
    return config(units, byTime, time, null, named, leaks);
  }

  private static FirstConfig config(
      int units,
      boolean byTime,
      @Nullable String time,
      @Nullable String group,
      FirstConfig.NamedChoices named,
      Suspect... leaks) {
    Guesses guesses =
        new Guesses(
            new Guesses.LabelGuess("fraud", "1", 98, 12_000, 2, Guesses.Why.NAME), time, group);
    DataProfile profile =
        ProfileFacts.profile(
            0,
            List.of(),
            guesses,
            ProfileFacts.label(units, 0),
            List.of(leaks),
            new SplitAdvice(byTime, time, null, 0, 31, List.of()));
    return new FirstConfig(profile, named);
  }

  @Test
  void aProfileWithoutALabelHasNoConfig() {
    DataProfile without =
        ProfileFacts.profile(0, List.of(), new Guesses(null, null, null), null, List.of(), null);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FirstConfig(without, NOTHING))
        .withMessage("a config needs a label");
  }

  @Test
  void guessesAreToldApartFromWhatWasSaid() {
    assertThat(config(98, false, null, NOTHING).guesses())
        .containsExactly(
            "label: 'fraud', guessed: its name",
            "positive: '1', guessed: the rarer value, 98 of 12,000 rows",
            "time: no column orders the rows",
            "group: no column names what rows belong to",
            "split: random",
            "repeats: 20, more than usual, since rare rows are few");
    assertThat(config(98, true, "when", new FirstConfig.NamedChoices(true, true, false)).guesses())
        .containsExactly(
            "label: 'fraud', guessed: its name",
            "positive: '1', as you said: 98 of 12,000 rows",
            "time: 'when', as you said",
            "group: no column names what rows belong to",
            "split: by time, since things change over it");
  }

  @Test
  void fewRareRowsAndLeaksAreWarnedOf() {
    assertThat(config(19, false, null, NOTHING, new Suspect("status", 0.987)).guesses())
        .contains(
            "exclude: 'status' looks like the label in disguise (alone 0.99)",
            "too few: 19 rare rows count, which is too few to show anything by");
  }

  /** Rows of new cards can be scored, since the card is no column of the model. */
  @Test
  void theGroupIsNoFeature() {
    FirstConfig alone = config(98, false, null, "card_id", NOTHING);
    assertThat(alone.yaml("n", "f"))
        .contains("\n  group: card_id ")
        .contains("  # a name is no feature: new ones come that no fitted row had\n")
        .contains("\n  exclude: [card_id]\n")
        .doesNotContain("disguise");
    assertThat(alone.guesses())
        .contains(
            "group: 'card_id', guessed: named like a thing, and its values repeat",
            "exclude: 'card_id', a name and no feature: new ones come that no fitted row had");

    String both =
        config(98, false, null, "card_id", NOTHING, new Suspect("status", 1)).yaml("n", "f");
    assertThat(both)
        .contains("# each further one looks like the label in disguise")
        .contains("\n  exclude: [card_id, status]\n");
    String same =
        config(98, false, null, "card_id", NOTHING, new Suspect("card_id", 1)).yaml("n", "f");
    assertThat(same).contains("\n  exclude: [card_id]\n").doesNotContain("disguise");
  }

  /** Many rare rows need fewer repeats. */
  @Test
  void repeatsFollowTheRareRows() {
    assertThat(config(99, false, null, NOTHING).yaml("n", "f")).contains("\n  repeats: 20 ");
    assertThat(config(100, false, null, NOTHING).yaml("n", "f")).contains("\n  repeats: 10 ");
    assertThat(config(1000, false, null, NOTHING).yaml("n", "f")).contains("\n  repeats: 5 ");
    assertThat(config(99, true, "when", NOTHING).yaml("n", "f")).doesNotContain("repeats");
  }

  @Test
  void theConfigSaysWhatWasFoundInTheData() {
    String yaml = config(98, true, "when", NOTHING, new Suspect("a: b", 1)).yaml("my run", "x\ny");
    assertThat(yaml)
        .startsWith("# A first config for a <b>.csv: 12,000 rows, 98 of them rare. Run it")
        .contains("#   synth generate --config x y --dry-run\n")
        .contains("\n  label: fraud ")
        .contains("\n  positive: 1 ")
        .contains("\n  time: when ")
        .contains("\n  # group: COLUMN ")
        .contains("\n  exclude: ['a: b']\n")
        .contains("# by time: things change over it, and the last fifth has 31 rare rows;")
        .contains("\nsplit: {method: time, validation: 0.2, test: 0.2}\n")
        .endsWith("\n");
    assertThat(yaml.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }

  /** The smallest effect is that of the test share and the repeats of this very config. */
  @Test
  void theEffectSaysWhatCanBeShown() {
    assertThat(config(98, false, null, NOTHING).yaml("n", "f"))
        .contains("worth having; what can be shown here begins at about 0.06");
    // 5 repeats, of which the profile foresaw nothing
    assertThat(config(1000, false, null, NOTHING).yaml("n", "f"))
        .contains("# worth having; what can be shown here cannot be foreseen");
  }

  @Test
  void wholeNumbersStayBareAndTheRestReadsBack() {
    assertThat(FirstConfig.scalar("0")).isEqualTo("0");
    assertThat(FirstConfig.scalar("42")).isEqualTo("42");
    assertThat(FirstConfig.scalar("007")).isNotEqualTo("007");
    assertThat(FirstConfig.scalar("yes")).isNotEqualTo("yes");
    assertThat(FirstConfig.scalar("fraud")).isEqualTo("fraud");
  }
}
