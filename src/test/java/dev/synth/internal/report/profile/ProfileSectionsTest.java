package dev.synth.internal.report.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.profile.ColumnProfile;
import dev.synth.internal.profile.ColumnProfile.NumberFacts;
import dev.synth.internal.profile.Guesses;
import dev.synth.internal.profile.RareProfile;
import dev.synth.internal.profile.RareProfile.LabelSuspect;
import dev.synth.internal.profile.SplitAdvice;
import dev.synth.internal.profile.Suspect;
import dev.synth.internal.report.format.Section;
import dev.synth.table.reading.ColumnFact;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProfileSectionsTest {
  private static final Guesses NONE = new Guesses(null, null, null);

  private static Section section(
      String title, int copies, List<ColumnProfile> columns, @Nullable RareProfile label) {
    return new ProfileSections(
            ProfileFacts.profile(
                copies, columns, NONE, label, List.of(), label == null ? null : split()))
        .all().stream().filter(each -> each.title().startsWith(title)).findFirst().orElseThrow();
  }

  private static SplitAdvice split() {
    return ProfileFacts.random();
  }

  private static List<String> findings(int copies, ColumnProfile... columns) {
    return section("Findings", copies, List.of(columns), null).sentences();
  }

  private static List<String> label(RareProfile label) {
    return section("Label", 0, List.of(), label).sentences();
  }

  @Test
  void copiesAreCounted() {
    assertThat(findings(0)).containsExactly("No two rows are equal.");
    assertThat(findings(1))
        .containsExactly(
            "One row equals an earlier one (0.008 %), identifiers left aside; a split keeps equal"
                + " rows on one side.");
    assertThat(findings(1200)).first().asString().startsWith("1,200 rows equal an earlier one (10");
  }

  @Test
  void oddColumnsAreNamed() {
    assertThat(
            findings(
                0,
                ProfileFacts.column("void", "numeric", 12_000, 0, 0),
                ProfileFacts.column("one", "numeric", 0, 1, 1),
                ProfileFacts.column("nearly", "numeric", 0, 2, 0.9995),
                ProfileFacts.column("holes", "numeric", 6000, 90, 0.1),
                ProfileFacts.column("wide", "categorical", 0, 101, 0.1)))
        .containsExactly(
            "No two rows are equal.",
            "Without any value: 'void'.",
            "With one value only: 'one'.",
            "With one value in at least 99.9 % of the rows: 'nearly'.",
            "More than 30 % missing: 'holes'.",
            "More than 100 levels: 'wide'.");
  }

  @Test
  void eightColumnsAreNamedAndTheRestCounted() {
    ColumnProfile[] ten =
        IntStream.range(0, 10)
            .mapToObj(i -> ProfileFacts.column("c" + i, "numeric", 0, 1, 1))
            .toArray(ColumnProfile[]::new);
    assertThat(findings(0, ten)).last().asString().endsWith("'c6', 'c7' and 2 more.");
  }

  @Test
  void aLeakIsAFindingAndSoIsNone() {
    assertThat(section("Findings", 0, List.of(), ProfileFacts.label(98, 0)).sentences())
        .last()
        .isEqualTo("No column looks like the label in disguise.");
    List<String> found =
        new ProfileSections(
                ProfileFacts.profile(
                    0,
                    List.of(),
                    NONE,
                    ProfileFacts.label(98, 0),
                    List.of(new Suspect("status", 0.99)),
                    split()))
            .all()
            .get(1)
            .sentences();
    assertThat(found).last().asString().startsWith("Leak? ").contains("status");
    assertThat(found).doesNotContain("No column looks like the label in disguise.");
  }

  @Test
  void aColumnShowsItsValues() {
    ColumnProfile amount =
        new ColumnProfile(
            "a".repeat(30),
            "numeric",
            List.of(new ColumnFact.PlainNumbers(), new ColumnFact.TypeGiven()),
            false,
            6,
            1234,
            0.5,
            new NumberFacts(-1.5, 0, 2, 3, 1e7, 2, 1, 4.0, 0),
            null,
            null,
            List.of(),
            null);
    Section columns = section("a <b>.csv", 0, List.of(amount), null);
    assertThat(columns.title()).isEqualTo("a <b>.csv: 12,000 rows, 1 column");
    assertThat(Objects.requireNonNull(columns.grid()).rows())
        .containsExactly(
            List.of(
                "a".repeat(25) + "…",
                "numeric, left out",
                "0.050 %",
                "1,234",
                "−1.5 … 2 … 10,000,000"));
    assertThat(columns.after())
        .containsExactly("'" + "a".repeat(30) + "' is read as numeric: as the config says.");
  }

  @Test
  void withoutALabelItIsAskedFor() {
    assertThat(section("Label", 0, List.of(), null).sentences())
        .singleElement()
        .asString()
        .startsWith("No column was named as the label, and none looks like one.");
  }

  @Test
  void aLabelIsCounted() {
    assertThat(label(ProfileFacts.label(98, 0)))
        .containsExactly(
            "98 of 12,000 rows have '1' in 'fraud': 0.8 %, one in 122. The other class is '0'.",
            "Enough? Hardly: 98 rare rows. A generator can learn from them, but only large effects"
                + " can be shown.",
            "12 of 98 rare rows that were looked at have no other rare row among their ten nearest"
                + " neighbours; the more, the harder it is to learn from them.",
            "No normal row lies among rare ones as if its label were wrong.");
  }

  @Test
  void equalRowsCountOnce() {
    assertThat(label(ProfileFacts.label(12, 0)))
        .anyMatch(
            says ->
                says.startsWith(
                    "Enough? No: 98 rare rows, which count as 12 (equal rows, or rows of one group,"
                        + " count once). A test part"));
  }

  @Test
  void suspectsAndContradictionsAreOneOrMany() {
    LabelSuspect first = new LabelSuspect(1234, 9, 10);
    assertThat(label(ProfileFacts.label(98, 1, first)))
        .anyMatch(says -> says.startsWith("One row equals a row of the other class in all"))
        .contains(
            "Label suspects: one normal row of which at least eight of ten nearest neighbours are"
                + " rare. Look at row 1,234 (counted from 1 below the header).");
    LabelSuspect[] many =
        IntStream.range(0, 11)
            .mapToObj(i -> new LabelSuspect(i + 1, 9, 10))
            .toArray(LabelSuspect[]::new);
    assertThat(label(ProfileFacts.label(98, 3, many)))
        .anyMatch(says -> says.startsWith("3 rows equal a row of the other class in all"))
        .anyMatch(says -> says.startsWith("Label suspects: 11 normal rows of which"))
        .anyMatch(says -> says.contains("Look at rows 1; 2; 3; 4; 5; 6; 7; 8; 9; 10 and others ("));
  }

  @Test
  void theSplitHasItsReasons() {
    assertThat(section("Advisable split", 0, List.of(), ProfileFacts.label(98, 0)).sentences())
        .containsExactly(
            "split: {method: random}, the default",
            "No column orders the rows in time; if one does, name it as the time.",
            "No column names what rows belong to (a card, a customer); if one does, name it as the"
                + " group.");
  }
}
