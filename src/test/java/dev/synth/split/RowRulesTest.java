package dev.synth.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.split.RowRules.Rejection;
import dev.synth.split.RowRules.Reviewed;
import dev.synth.table.Cells;
import dev.synth.table.ColumnType;
import dev.synth.table.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowRulesTest {
  private static final ColumnType.Numeric AT_LEAST_ZERO = new ColumnType.Numeric(null, 0.0, null);

  /** Ten rows; amount 1.25…10.25 and missing once, net 1…10, l of a and b, 2 rare. */
  private static final Training TRAINING =
      Training.whole(
          Tables.of(10)
              .number("amount", row -> row == 4 ? Double.NaN : row + 1.25)
              .number("net", AT_LEAST_ZERO, row -> row + 1)
              .level("l", row -> row % 2 == 0 ? "a" : "b")
              .time("t", row -> row * 1_000_000L)
              .rare(row -> row == 3 || row == 7));

  private static Table candidate(double amount, double net, String level, long time) {
    return Tables.of(1)
        .number("amount", row -> amount)
        .number("net", AT_LEAST_ZERO, row -> net)
        .level("l", row -> level.isEmpty() ? null : level)
        .time("t", row -> time)
        .table();
  }

  private static List<Rejection> rejections(Table candidate, String... rules) {
    return RowRules.fit(TRAINING, List.of(rules)).review(candidate).rejections();
  }

  @Test
  void trainingRowsAreAccepted() {
    Table rows = TRAINING.rows().features();

    Reviewed reviewed = RowRules.fit(TRAINING, List.of()).review(rows);

    assertThat(reviewed.accepted().rowCount()).isEqualTo(10);
    assertThat(reviewed.rejected().rowCount()).isZero();
  }

  @Test
  void aNumberMustBeInTheTrainingRange() {
    assertThat(rejections(candidate(10.26, 5, "a", 0)))
        .containsExactly(
            new Rejection(
                0, "amount", new BrokenRule.OfTraining("must be in [1.25, 10.25]"), "10.26"));
    assertThat(rejections(candidate(1.24, 5, "a", 0))).hasSize(1);
    assertThat(rejections(candidate(10.25, 5, "a", 0))).isEmpty();
  }

  /**
   * 41 rare values, 0 to 40, 5 % and 95 % at 2 and 38: they may be exceeded by 18, towards the
   * others at 1,000, and not at all towards 0, where the others end too.
   */
  @Test
  void enoughRareNumbersLimitTheRangeOfBothClasses() {
    Training training =
        Training.whole(
            Tables.of(100)
                .number("n", row -> row <= 40 ? row : 1000 * (row % 2))
                .rare(row -> row <= 40));
    RowRules rules = RowRules.fit(training, List.of());

    assertThat(rules.review(one(58)).rejections()).isEmpty();
    assertThat(rules.review(one(59)).rejections())
        .containsExactly(
            new Rejection(0, "n", new BrokenRule.OfTraining("must be in [0, 58]"), "59"));
  }

  @Test
  void fewRareNumbersDoNotLimitTheRange() {
    Training training =
        Training.whole(
            Tables.of(100)
                .number("n", row -> row < 39 ? row : 1000 * (row % 2))
                .rare(row -> row < 39));
    RowRules rules = RowRules.fit(training, List.of());

    assertThat(rules.review(one(1000)).rejections()).isEmpty();
  }

  /** Of values that mostly agree the range is the measure: 0 to 8, exceeded by 4. */
  @Test
  void whereMostRareNumbersAgreeTheirRangeIsTheAllowance() {
    Training training =
        Training.whole(
            Tables.of(200)
                .number("n", row -> row == 0 ? 8 : row < 100 ? 0 : 1000 * (row % 2))
                .rare(row -> row < 100));
    RowRules rules = RowRules.fit(training, List.of());

    assertThat(rules.review(one(12)).rejections()).isEmpty();
    assertThat(rules.review(one(13)).rejections()).hasSize(1);
  }

  private static Table one(double n) {
    return Tables.of(1).number("n", row -> n).table();
  }

  @Test
  void theUsersBoundOverrulesTheTrainingRange() {
    assertThat(rejections(candidate(2, 0, "a", 0))).isEmpty();
    assertThat(rejections(candidate(2, -1, "a", 0)))
        .containsExactly(
            new Rejection(0, "net", new BrokenRule.OfTraining("must be in [0, 10]"), "-1"));
    assertThat(rejections(candidate(2, 11, "a", 0))).hasSize(1);
  }

  @Test
  void aNumberMustHaveTheTrainingDecimals() {
    assertThat(rejections(candidate(2.125, 5, "a", 0)))
        .containsExactly(
            new Rejection(
                0, "amount", new BrokenRule.OfTraining("must have at most 2 decimals"), "2.125"));
    assertThat(rejections(candidate(2, 5.5, "a", 0)))
        .containsExactly(
            new Rejection(0, "net", new BrokenRule.OfTraining("must be a whole number"), "5.5"));
  }

  @Test
  void aLevelMustBeKnown() {
    assertThat(rejections(candidate(2, 5, "c", 0)))
        .containsExactly(
            new Rejection(
                0, "l", new BrokenRule.OfTraining("must be a level that training rows have"), "c"));
  }

  @Test
  void aTimeMustBeInTheTrainingRange() {
    assertThat(rejections(candidate(2, 5, "a", 9_000_001)))
        .containsExactly(
            new Rejection(
                0,
                "t",
                new BrokenRule.OfTraining("must be in [1970-01-01 00:00:00, 1970-01-01 00:00:09]"),
                "1970-01-01 00:00:09.000001"));
  }

  @Test
  void aCellMayBeMissingOnlyWhereTrainingCellsAre() {
    assertThat(rejections(candidate(Double.NaN, 5, "a", 0))).isEmpty();
    assertThat(rejections(candidate(2, Double.NaN, "a", 0)))
        .containsExactly(
            new Rejection(0, "net", new BrokenRule.OfTraining("must not be missing"), ""));
    assertThat(rejections(candidate(2, 5, "", 0))).hasSize(1);
    assertThat(rejections(candidate(2, 5, "a", Long.MIN_VALUE))).hasSize(1);
  }

  @Test
  void aColumnThatIsAlwaysMissingStaysMissing() {
    Training training =
        Training.whole(Tables.of(9).number("gone", row -> Double.NaN).rare(row -> row < 2));
    Table candidates = Tables.of(2).number("gone", row -> row == 0 ? 1 : Double.NaN).table();

    Reviewed reviewed = RowRules.fit(training, List.of()).review(candidates);

    assertThat(reviewed.accepted().rowCount()).isEqualTo(1);
    assertThat(reviewed.rejections().getFirst().rule())
        .isEqualTo("must be missing, as in all training rows");
  }

  @Test
  void aRowMustNotBreakTheUsersRules() {
    assertThat(rejections(candidate(4, 5, "a", 0), "net > 1", "net <= amount", "amount > 100"))
        .containsExactly(
            new Rejection(0, "net, amount", new BrokenRule.OfUser("net <= amount"), "5, 4"));
    assertThat(rejections(candidate(Double.NaN, 5, "a", 0), "net <= amount")).isEmpty();
  }

  @Test
  void acceptedAndRejectedRowsKeepTheirOrder() {
    Table candidates =
        Tables.of(6)
            .number("amount", row -> row % 2 == 0 ? 2 : 50 + row)
            .number("net", AT_LEAST_ZERO, row -> row)
            .level("l", row -> "a")
            .time("t", row -> 0)
            .table();

    Reviewed reviewed = RowRules.fit(TRAINING, List.of("net != 2")).review(candidates);

    Cells.Numbers accepted = (Cells.Numbers) reviewed.accepted().rows().cells("net");
    assertThat(List.of(accepted.value(0), accepted.value(1))).containsExactly(0.0, 4.0);
    Cells.Numbers rejected = (Cells.Numbers) reviewed.rejected().cells("amount");
    assertThat(List.of(rejected.value(0), rejected.value(1), rejected.value(2), rejected.value(3)))
        .containsExactly(51.0, 2.0, 53.0, 55.0);
    assertThat(reviewed.rejections()).extracting(Rejection::row).containsExactly(0, 1, 2, 3);
    assertThat(reviewed.rejections())
        .extracting(Rejection::column)
        .containsExactly("amount", "net", "amount", "amount");
  }

  /** The rare rows are 3 and 7, with net 4 and 8. */
  @Test
  void rareTrainingRowsThatBreakARuleAreCounted() {
    RowRules rules = RowRules.fit(TRAINING, List.of("net > 4", "net > 0", "net < 3"));

    assertThat(rules.trainingViolations())
        .containsExactly(Map.entry("net > 4", 1), Map.entry("net < 3", 2));
  }

  @Test
  void allThatIsWrongWithRulesIsToldAtOnce() {
    assertThatThrownBy(
            () ->
                RowRules.check(
                    List.of("net > 0", "nett > 0", "net >"), TRAINING.rows().features().schema()))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessage(
            """
            2 problems in the rules:
              rules: "nett > 0", position 1: there is no column 'nett'; did you mean 'net'?
              rules: "net >", position 6: a column, number or quoted text is expected, but there is\
             the end\
            """);
  }

  @Test
  void aSingleWrongRuleIsOneSentence() {
    assertThatThrownBy(
            () -> RowRules.check(List.of("net % 2 > 0"), TRAINING.rows().features().schema()))
        .isInstanceOf(Problem.class)
        .hasMessage("rules: \"net % 2 > 0\", position 5: '%' is no sign");
    assertThatCode(() -> RowRules.check(List.of(), TRAINING.rows().features().schema()))
        .doesNotThrowAnyException();
  }

  @Test
  void candidatesMustHaveTheTrainingColumns() {
    Table others = Tables.of(1).number("x", row -> 1).table();

    assertThatThrownBy(() -> RowRules.fit(TRAINING, List.of()).review(others))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void areTheSameAfterBeingWrittenAndRead() {
    RowRules fitted = RowRules.fit(TRAINING, List.of("amount <= 3", "l == 'a' or net > 1"));
    RowRules read = RowRules.fromJson(fitted.toJson());
    assertThat(read.toJson()).isEqualTo(fitted.toJson());
    assertThat(read.schema()).isEqualTo(fitted.schema());
    assertThat(read.conditions()).isEqualTo(fitted.conditions());
    for (Table candidate :
        List.of(
            candidate(2, 5, "a", 0),
            candidate(2.125, 5, "a", 0),
            candidate(2, 11, "a", 0),
            candidate(2, 5, "c", 0),
            candidate(2, 5, "a", 9_000_001),
            candidate(2, Double.NaN, "a", 0),
            candidate(4, 0, "b", 0))) {
      assertThat(read.review(candidate).rejections())
          .isEqualTo(fitted.review(candidate).rejections());
    }
  }

  @Test
  void rejectWhatIsNotAsAskedFor() {
    RowRules asked =
        RowRules.fit(TRAINING, List.of()).where(Map.of("l", "b"), TRAINING.rows().label());
    assertThat(asked.review(candidate(2, 5, "b", 0)).rejections()).isEmpty();
    assertThat(asked.review(candidate(2, 5, "a", 0)).rejections())
        .containsExactly(new Rejection(0, "l", new BrokenRule.Asked("l = b"), "a"));
  }
}
