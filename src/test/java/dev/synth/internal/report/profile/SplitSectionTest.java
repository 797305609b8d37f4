package dev.synth.internal.report.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.profile.SplitAdvice;
import dev.synth.internal.profile.SplitAdvice.Reason;
import dev.synth.internal.report.format.Section;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SplitSectionTest {
  private static List<String> says(
      boolean byTime, @Nullable String time, @Nullable String group, Reason... reasons) {
    return SplitSection.sentences(
        new SplitAdvice(byTime, time, group, 1200, 7, Arrays.asList(reasons)));
  }

  @Test
  void aSplitByTimeNamesTheTime() {
    assertThat(says(true, "when", "card", Reason.DRIFT, Reason.UNGROUPED))
        .containsExactly(
            "split: {method: time}, with data: {time: when}",
            "Things change over time, so a random split looks better than the future will be.",
            "Rare rows hardly share a 'card', so it need not be kept together.");
  }

  @Test
  void groupsStayTogetherInEitherSplit() {
    assertThat(says(true, "when", "card", Reason.DRIFT, Reason.GROUPED))
        .startsWith("split: {method: time}, with data: {time: when, group: card}")
        .last()
        .isEqualTo(
            "Rare rows come in 1,200 groups of 'card': unless a group stays on one side, a random"
                + " split has neighbours on both sides and looks too good.");
    assertThat(says(false, null, "card", Reason.NO_TIME, Reason.GROUPED))
        .startsWith("split: {method: random}, with data: {group: card}");
  }

  @Test
  void aTimeThatIsNotTakenSaysWhy() {
    assertThat(says(false, "when", null, Reason.NO_DRIFT))
        .containsExactly(
            "split: {method: random}, the default",
            "Over 'when' no column changes by 0.1 or more, and the share of rare rows no more than"
                + " by chance; a split by time would cost test rows and show little more.");
    assertThat(says(false, "when", null, Reason.FEW_LATE))
        .last()
        .isEqualTo(
            "The last fifth of the time has 7 rare rows, and a verdict by time takes 20: too few.");
  }

  /** The first sentence is copied into a config: any name must come out of YAML as it went in. */
  @Test
  void namesAreQuotedForYaml() {
    assertThat(says(true, "a: b", "it's |#", Reason.GROUPED))
        .first()
        .isEqualTo("split: {method: time}, with data: {time: 'a: b', group: 'it''s |#'}");
  }

  @Test
  void everyReasonHasASentence() {
    Section section = SplitSection.of(new SplitAdvice(true, "t", "g", 2, 7, reasons()));
    assertThat(section.title()).isEqualTo("Advisable split");
    assertThat(section.sentences())
        .hasSize(1 + Reason.values().length)
        .doesNotHaveDuplicates()
        .allMatch(sentence -> !sentence.contains("null"));
    assertThat(section.sentences().subList(1, section.sentences().size()))
        .allMatch(sentence -> sentence.matches("\\p{Lu}.*\\."));
  }

  private static List<Reason> reasons() {
    return Arrays.asList(Reason.values());
  }
}
