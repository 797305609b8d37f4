package dev.synth.internal.relation;

import static dev.synth.internal.relation.LearnedRules.ROWS;
import static dev.synth.internal.relation.LearnedRules.rules;
import static dev.synth.internal.relation.LearnedRules.table;
import static dev.synth.internal.relation.RelatedTables.drawn;
import static dev.synth.internal.relation.RelatedTables.rounded;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Relations between times, and between times and numbers. */
class TimeRelationsTest {
  @Test
  void findsDaysThatCountBothEnds() {
    double[] start = drawn(ROWS, "start", 0, 300, 0);
    double[] stay = drawn(ROWS, "stay", 0, 14, 0);
    assertThat(
            rules(
                table()
                    .days("begun", row -> (int) start[row])
                    .days("done", row -> (int) (start[row] + stay[row]))
                    .numbers("days", row -> stay[row] + 1)))
        .containsExactly("days(begun, done) + 1 == days");
  }

  /** Births lie up to 60 years before 2024, and visits within a year from then on. */
  @Test
  void findsAges() {
    double[] born = drawn(ROWS, "born", -60 * 365, 0, 0);
    double[] seen = drawn(ROWS, "seen", 0, 365, 0);
    LocalDate first = LocalDate.of(2024, 1, 1);
    RelatedTables table =
        table().days("born", row -> (int) born[row]).days("seen", row -> (int) seen[row]);
    assertThat(
            rules(
                table.numbers(
                    "age",
                    row ->
                        (double)
                            Period.between(
                                    first.plusDays((long) born[row]),
                                    first.plusDays((long) seen[row]))
                                .getYears())))
        .contains("floor(years(born, seen)) == age");
  }

  /** 2024-01-01 is the Monday of week 1; 2024-12-30 is again one. */
  @Test
  void findsWeeks() {
    double[] day = drawn(ROWS, "day", 0, 380, 0);
    assertThat(
            rules(
                table()
                    .days("day", row -> (int) day[row])
                    .numbers("week", row -> (double) ((int) day[row] / 7 % 52 + 1))
                    .days("monday", row -> (int) day[row] / 7 * 7)))
        .containsExactlyInAnyOrder("week(day) == week", "start_of_week(day) == monday");
  }

  /** Noon in India and noon in New York are not one point in time. */
  @Test
  void whatClocksSayIsComparedAsSuch() {
    double[] at = drawn(ROWS, "at", 0, 300 * 1440, 0);
    double[] stay = drawn(ROWS, "stay", 1, 60, 0);
    List<String> offsets = List.of("+05:30", "-05:00", "Z");
    assertThat(
            rules(
                table()
                    .times("clock", row -> (int) at[row])
                    .times("at", row -> (int) at[row], row -> offsets.get(row % 3))))
        .containsExactly("local(at) == clock");
    assertThat(
            rules(
                table()
                    .times("from", row -> (int) at[row], row -> offsets.get(row % 3))
                    .times("to", row -> (int) (at[row] + stay[row]), row -> offsets.get(row % 3))))
        .containsExactlyInAnyOrder("`from offset` == `to offset`", "from < to");
    assertThat(
            rules(
                table()
                    .times("from", row -> (int) at[row], row -> offsets.get(row % 3))
                    .times("to", row -> (int) (at[row] + stay[row]), row -> offsets.get(row % 2))))
        .isEmpty();
  }

  /** Ten rows a month and offset lack none by chance. */
  @Test
  void offsetsThatAnyMonthHasDependOnNone() {
    double[] at = drawn(ROWS, "at", 0, 300 * 1440, 0);
    double[] zone = drawn(ROWS, "zone", -0.49, 12.49, 0);
    assertThat(
            rules(
                table()
                    .times(
                        "at", row -> (int) at[row], row -> "+" + (10 + (int) zone[row]) + ":00")))
        .isEmpty();
  }

  /** Starts lie in 300 days, stays are at most 14 days long. */
  @Test
  void findsTheTimeBetweenTwoTimes() {
    double[] start = drawn(ROWS, "start", 0, 300 * 1440, 0);
    double[] stay = drawn(ROWS, "stay", 1, 14 * 1440, 0);
    double[] units = {1, 60, 1440};
    List<String> exact =
        List.of("minutes(begun, done) == stay", "round(hours(begun, done), 2) == stay");
    assertThat(rules(timed(start, stay, row -> stay[row]))).containsExactly(exact.get(0));
    assertThat(rules(timed(start, stay, row -> rounded(stay[row] / units[1], 2))))
        .containsExactlyInAnyOrder(exact.get(1), "begun < done");
    assertThat(rules(timed(start, stay, row -> Math.floor(stay[row] / units[2]))))
        .containsExactlyInAnyOrder("floor(days(begun, done)) == stay", "begun < done");
    assertThat(rules(timed(start, stay, row -> stay[row] + row % 2)))
        .containsExactly("begun < done");
  }

  private static RelatedTables timed(
      double[] start, double[] stay, RelatedTables.Cell<Double> told) {
    return table()
        .times("begun", row -> (int) start[row])
        .times("done", row -> (int) (start[row] + stay[row]))
        .numbers("stay", told);
  }

  /** 2024-01-01 is a Monday. */
  @Test
  void findsPartsOfATime() {
    double[] at = drawn(ROWS, "at", 0, 300 * 1440, 0);
    RelatedTables times = table().times("at", row -> (int) at[row]);
    assertThat(
            rules(
                times
                    .days("day", row -> (int) at[row] / 1440)
                    .numbers("hour", row -> Math.floor(at[row] % 1440 / 60))
                    .numbers("weekday", row -> Math.floor(at[row] / 1440) % 7)
                    .days("month", row -> RelatedTables.firstOfMonth((int) at[row] / 1440))))
        .containsExactlyInAnyOrder(
            "date(at) == day",
            "hour(at) == hour",
            "weekday(at) - 1 == weekday",
            "start_of_month(at) == month");
  }

  @Test
  void findsWhatFollowsFromAPartOfATime() {
    double[] at = drawn(ROWS, "at", 0, 300 * 1440, 0);
    double[] any = drawn(ROWS, "any", -0.49, 2.49, 0);
    assertThat(
            rules(
                table()
                    .times("at", row -> (int) at[row])
                    .levels("quarter", row -> "Q" + (monthOf(at[row]) + 2) / 3)
                    .levels("month", row -> "month " + monthOf(at[row]))
                    .levels("shift", row -> at[row] % 1440 < 720 ? "early" : "late")
                    .numbers("weekend", row -> at[row] / 1440 % 7 >= 5 ? 1.0 : 0.0)
                    .levels("any", row -> "level " + any[row])))
        .containsExactlyInAnyOrder(
            "month -> quarter",
            "month(at) -> month",
            "hour(at) -> shift",
            "weekday(at) -> weekend");
  }

  private static int monthOf(double minutes) {
    return LocalDate.of(2024, 1, 1).plusDays((long) minutes / 1440).getMonthValue();
  }
}
