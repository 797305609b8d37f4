package dev.synth.internal.report.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.profile.DataProfile;
import dev.synth.internal.profile.Guesses;
import dev.synth.internal.profile.RareProfile;
import dev.synth.internal.profile.Suspect;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProfileSummaryTest {
  private static ProfileSummary summary(@Nullable RareProfile label, Suspect... leaks) {
    return new ProfileSummary(
        ProfileFacts.profile(
            0,
            List.of(),
            new Guesses(null, null, null),
            label,
            List.of(leaks),
            label == null ? null : ProfileFacts.random()));
  }

  @Test
  void theEndOfTheTextSaysWhatTheRowsCouldShowAndWhatToDo() {
    assertThat(summary(ProfileFacts.label(50, 0)).inShort().sentences())
        .containsExactly(
            "Few rare rows: large effects only.",
            "98 of 12,000 rows are rare, and count as 50; a change in average precision below"
                + " 0.125, or 0.063 at best, is missed more than one time in five, even by 20"
                + " repeats that test 20 % of the rows.",
            "What to do: let synth init write a config with these choices.");
  }

  @Test
  void tooFewRowsComeBeforeALeakAndALeakBeforeAllElse() {
    Suspect leak = new Suspect("<status>", 0.99);
    assertThat(summary(ProfileFacts.label(12, 0), leak).inShort().sentences())
        .startsWith("Too few rare rows.")
        .anyMatch(
            says -> says.startsWith("One column looks like the label in disguise: '<status>'"))
        .last()
        .isEqualTo("What to do: get more real rare rows, which help more than any synthetic ones.");
    assertThat(summary(ProfileFacts.label(98, 0), leak).inShort().sentences())
        .startsWith("Look at one column first.");
  }

  @Test
  void oneRareRowIsNoPlural() {
    DataProfile profile = ProfileFacts.ofOneRareRow();
    assertThat(new ProfileSummary(profile).inShort().sentences())
        .contains("1 of 12,000 rows is rare; what it could show cannot be foreseen.");
    assertThat(new ProfileSections(profile).all().getLast().sentences())
        .containsExactly("With one rare row no honest interval can be foreseen.");
  }

  @Test
  void theTopOfThePageHasATileEach() {
    String top = summary(ProfileFacts.label(98, 0), new Suspect("<status>", 0.99)).html();
    assertThat(top)
        .contains("class=\"banner open\"", "Look at one column first")
        .contains("Rare rows</p>", "Smallest effect</p>", "Leaks suspected</p>")
        .contains("Advisable split</p>", ">Random</p>")
        .contains("&lt;status&gt;")
        .doesNotContain("<status>");
  }

  @Test
  void withoutALabelItIsAskedFor() {
    assertThat(summary(null).inShort().sentences()).startsWith("No label is known.");
    assertThat(summary(null).html()).contains("class=\"banner even\"").doesNotContain("Rare rows<");
  }
}
