package dev.synth.split;

import static dev.synth.split.SplitParts.GROUP;
import static dev.synth.split.SplitParts.RANDOM;
import static dev.synth.split.SplitParts.TIME;
import static dev.synth.split.SplitParts.distinctRows;
import static dev.synth.split.SplitParts.options;
import static dev.synth.split.SplitParts.parts;
import static dev.synth.split.SplitParts.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.base.Seeds;
import dev.synth.table.LabelledTable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tables that cannot be split, and the reasons that the user is told. */
class SplitterRefusalsTest {
  @Test
  void tooFewRareRowsAreADataProblemThatCountsThem() {
    assertThatThrownBy(() -> split(distinctRows(500, 16), RANDOM, 1))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessageMatching(
            "the split leaves \\d+ rare training rows, \\d for validation and \\d for test, of 16"
                + " in all; at least 8, 4 and 4 are needed");
  }

  @Test
  void aPartOfRareRowsAloneIsADataProblem() {
    LabelledTable rareAtTheEnd =
        Tables.of(500)
            .number("n", row -> row)
            .time("t", row -> row * 1_000_000L)
            .rare(row -> row % 10 == 0 || row >= 350);

    assertThat(tooFew(rareAtTheEnd, TIME, null))
        .matches(
            "the split leaves no test row of the other class: all \\d+ are rare, of 185 in all");
  }

  private static String tooFew(LabelledTable rows, SplitOptions options, @Nullable String group) {
    Problem problem =
        catchThrowableOfType(
            Problem.class, () -> Splitter.split(rows, options, "t", group, new Seeds(1)));
    assertThat(problem).isNotNull();
    assertThat(problem.exitCode()).isEqualTo(ExitCode.DATA);
    return String.valueOf(problem.getMessage());
  }

  @Test
  void whyAPartHasNoRareRowsIsSaid() {
    LabelledTable equal =
        Tables.of(500).number("n", row -> row < 100 ? 0 : row).rare(row -> row < 100);
    assertThat(tooFew(equal, RANDOM, null))
        .contains("100 rare training rows, 0 for validation and 0 for test, of 100 in all")
        .endsWith(
            "; there is 1 different rare row in what is modelled, and equal rows stay on one side:"
                + " add columns that tell them apart, or let fewer be left out (data.exclude)");

    LabelledTable twoValues =
        Tables.of(500).number("n", row -> row < 100 ? row % 2 : row).rare(row -> row < 100);
    assertThat(tooFew(twoValues, RANDOM, null)).contains("there are 2 different rare rows in what");

    LabelledTable oneGroup =
        Tables.of(500)
            .number("n", row -> row)
            .level("g", row -> row < 100 ? "a" : "c" + row)
            .rare(row -> row < 100);
    assertThat(tooFew(oneGroup, RANDOM, "g"))
        .endsWith(
            "; the rare rows are of 1 value of data.group, 'g', and a group stays on one side: name"
                + " another column, or leave data.group out");
  }

  @Test
  void whyAPartOfASplitByTimeHasNoRareRowsIsSaid() {
    long second = 1_000_000;
    LabelledTable oneTime =
        Tables.of(500)
            .number("n", row -> row)
            .time("t", row -> row < 100 ? 0 : row * second)
            .rare(row -> row < 100);
    assertThat(tooFew(oneTime, TIME, null))
        .endsWith(
            "; all rare rows are at one time, 1970-01-01 00:00:00 of 't', and a time is never"
                + " parted: use split.method: random");

    LabelledTable early =
        Tables.of(500)
            .number("n", row -> row)
            .time("t", row -> row * second)
            .rare(row -> row < 100);
    // Of 500 rows 300 are for training, 100 for validation, 100 for test.
    assertThat(tooFew(early, TIME, null))
        .endsWith(
            "; by 't' the rare rows are from 1970-01-01 00:00:00 to 1970-01-01 00:01:39, validation"
                + " rows begin at 1970-01-01 00:05:00 and test rows begin at 1970-01-01 00:06:40:"
                + " change split.validation and split.test, or use split.method: random");

    LabelledTable timeless =
        Tables.of(500)
            .number("n", row -> row)
            .time("t", row -> row < 100 ? Long.MIN_VALUE : row * second)
            .rare(row -> row < 100);
    assertThat(tooFew(timeless, TIME, null))
        .endsWith("; 100 rare rows lack their time and are left out");
  }

  @Test
  void twentyRareRowsAreEnough() {
    Split split = split(distinctRows(500, 20), RANDOM, 1);

    assertThat(parts(split)).extracting(LabelledTable::rareCount).containsExactly(12, 4, 4);
  }

  @Test
  void whatAMethodNeedsIsAskedFor() {
    LabelledTable rows = Tables.of(500).level("l", row -> "x" + row).rare(row -> row < 50);
    Stream.of(
            List.of("split.method: group needs data.group", GROUP, ""),
            List.of("split.method: time needs data.time", TIME, ""),
            List.of("data.time: there is no column 'when'", TIME, "when"),
            List.of("data.time: column 'l' must hold timestamps or numbers", TIME, "l"))
        .forEach(
            wrong -> {
              String column = wrong.get(2).equals("") ? null : (String) wrong.get(2);
              assertThatThrownBy(
                      () ->
                          Splitter.split(
                              rows, (SplitOptions) wrong.get(1), column, null, new Seeds(1)))
                  .isInstanceOfSatisfying(
                      Problem.class, p -> assertThat(p.exitCode()).isEqualTo(ExitCode.USAGE))
                  .hasMessageContaining((String) wrong.get(0));
            });
  }

  @Test
  void aTableOfIdentifiersHasNothingToLearnFrom() {
    LabelledTable rows = Tables.of(500).identifier("id", row -> "r" + row).rare(row -> row < 50);

    assertThatThrownBy(() -> split(rows, RANDOM, 1))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no column is left");
  }
}
