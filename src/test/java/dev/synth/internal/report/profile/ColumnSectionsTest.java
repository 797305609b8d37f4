package dev.synth.internal.report.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.profile.ColumnProfile;
import dev.synth.internal.profile.ColumnProfile.LevelShare;
import dev.synth.internal.profile.ColumnProfile.NumberFacts;
import dev.synth.internal.profile.DataProfile;
import dev.synth.internal.profile.Guesses;
import dev.synth.internal.profile.RareProfile;
import dev.synth.internal.report.format.Section;
import dev.synth.internal.report.format.Section.SectionTable;
import dev.synth.table.reading.ReadingNote;
import dev.synth.table.reading.TypeNote;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColumnSectionsTest {
  private static DataProfile profile(
      int rows,
      int copies,
      boolean isDiscrete,
      List<ReadingNote> notes,
      @Nullable RareProfile label,
      ColumnProfile... columns) {
    return new DataProfile(
        "a|b.csv",
        rows,
        copies,
        isDiscrete,
        notes,
        List.of(columns),
        new Guesses(null, null, null),
        label,
        List.of(),
        null,
        null,
        List.of());
  }

  private static Section columns(@Nullable RareProfile label, ColumnProfile... columns) {
    return new ColumnSections(profile(12_000, 0, false, List.of(), label, columns)).columns();
  }

  private static List<List<String>> cells(Section section) {
    SectionTable grid = section.grid();
    return Objects.requireNonNull(grid).rows();
  }

  private static ColumnProfile levels(double mostFrequent, LevelShare... levels) {
    return new ColumnProfile(
        "place",
        "categorical",
        List.of(),
        true,
        0,
        levels.length,
        mostFrequent,
        null,
        null,
        null,
        List.of(levels),
        null);
  }

  private static String times(String from, String to) {
    ColumnProfile column =
        new ColumnProfile(
            "when", "timestamp", List.of(), true, 0, 2, 0.5, null, from, to, List.of(), null);
    return cells(columns(null, column)).getFirst().getLast();
  }

  private static ColumnProfile skewed(String name, @Nullable Double skew) {
    return new ColumnProfile(
        name,
        "numeric",
        List.of(),
        true,
        0,
        9,
        0.5,
        new NumberFacts(0, 0, 1, 2, 9, 1, 1, skew, 0),
        null,
        null,
        List.of(),
        null);
  }

  @Test
  void oneRowAndNoColumnHaveATitle() {
    Section section = new ColumnSections(profile(1, 0, false, List.of(), null)).columns();
    assertThat(section.title()).isEqualTo("a|b.csv: 1 row, 0 columns");
    assertThat(cells(section)).isEmpty();
    assertThat(section.after()).isEmpty();
  }

  @Test
  void aLabelAddsWhatEachColumnReachesAlone() {
    Section section =
        columns(
            ProfileFacts.label(98, 0),
            skewed("a", 0.0).with(0.125),
            ProfileFacts.column("b", "identifier", 0, 9, 0.1));
    assertThat(section.title()).as("the label is a column too").endsWith("3 columns");
    assertThat(Objects.requireNonNull(section.grid()).headers())
        .containsExactly("column", "type", "missing", "different", "alone", "values");
    assertThat(cells(section).stream().map(row -> row.get(4))).containsExactly("0.13", "");
    assertThat(section.after())
        .containsExactly(
            "alone: the average precision that a column reaches by itself; guessing has 0.008167.");
  }

  /** 300 of 400 present rows, by hand. */
  @Test
  void twoLevelsAreShownWithTheirSharesOfPresentRows() {
    assertThat(
            cells(
                    columns(
                        null,
                        levels(
                            0.75,
                            new LevelShare("</script>|", 300),
                            new LevelShare("a level of a very long text", 60),
                            new LevelShare("c", 40))))
                .getFirst()
                .getLast())
        .isEqualTo("</script>| 75 %, a level of a very long … 15 %");
    assertThat(cells(columns(null, levels(0))).getFirst().getLast()).isEmpty();
  }

  @Test
  void timesOfDifferentDaysLackTheTimeOfDay() {
    assertThat(times("2024-01-01 00:10:02", "2024-03-01 23:01:41"))
        .isEqualTo("2024-01-01 … 2024-03-01");
    assertThat(times("2024-01-01 00:10:02", "2024-01-01 23:01:41"))
        .isEqualTo("2024-01-01 00:10:02 … 2024-01-01 23:01:41");
    assertThat(times("2024-01-01", "2024-01-02")).isEqualTo("2024-01-01 … 2024-01-02");
  }

  @Test
  void aSkewOfThreeIsNoFindingAndMoreIs() {
    assertThat(
            findings(
                profile(9, 0, false, List.of(), null, skewed("three", 3.0), skewed("t", null))))
        .containsExactly("No two rows are equal.");
    assertThat(
            findings(
                profile(9, 0, false, List.of(), null, skewed("left", -3.1), skewed("right", 4.0))))
        .contains("Skewed by more than 3 (a long tail): 'left', 'right'.");
  }

  @Test
  void columnsThatAreLeftOutAreNoFinding() {
    ColumnProfile left =
        new ColumnProfile(
            "x", "numeric", List.of(), false, 9, 1, 1, null, null, null, List.of(), null);
    assertThat(findings(profile(9, 0, false, List.of(), null, left)))
        .containsExactly("No two rows are equal.");
  }

  @Test
  void copiesOfFewValuesAreTheNatureOfTheData() {
    assertThat(findings(profile(50, 5, true, List.of(), null)))
        .containsExactly(
            "5 rows equal an earlier one (10 %), identifiers left aside; every column has few"
                + " values, so that is their nature.");
  }

  @Test
  void marksOfFootnotesAreAFinding() {
    assertThat(
            findings(
                profile(
                    9, 0, false, List.of(new TypeNote.Footnotes("income", 20, "104.97*")), null)))
        .last()
        .asString()
        .startsWith("20 cells of 'income' have the mark of a footnote")
        .endsWith(".");
  }

  private static List<String> findings(DataProfile profile) {
    return new ColumnSections(profile).findings().sentences();
  }
}
