package dev.synth.internal.relation;

import static dev.synth.internal.relation.RelatedTables.drawn;
import static dev.synth.internal.relation.RelatedTables.rounded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.rule.RelationOptions;
import dev.synth.split.Training;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelationsTest {
  private static final int ROWS = 400;

  private static List<String> rules(RelatedTables table) {
    return rules(table.training(), RelationOptions.defaults());
  }

  private static List<String> rules(Training training, RelationOptions options) {
    return Relations.learn(training, options).rules();
  }

  private static RelatedTables table() {
    return new RelatedTables(ROWS);
  }

  @Test
  void findsWhatWasPlantedAndNothingElse() {
    assertThat(rules(RelatedTables.planted(), RelationOptions.defaults()))
        .containsExactlyInAnyOrderElementsOf(RelatedTables.PLANTED);
  }

  /** Weights have three digits, so that a price of two is rounded. */
  @Test
  void findsRoundedFormulas() {
    double[] weight = drawn(ROWS, "weight", 0.1, 9, 3);
    double[] price = drawn(ROWS, "price", 1, 40, 2);
    double[] percent = drawn(ROWS, "percent", 1, 25, 2);
    double[] celsius = drawn(ROWS, "celsius", -20, 40, 1);
    assertThat(
            rules(
                table()
                    .numbers("weight", row -> weight[row])
                    .numbers("price", row -> price[row])
                    .numbers("cost", row -> rounded(weight[row] * price[row], 2))))
        .containsExactly("round(weight * price, 2) == cost");
    assertThat(
            rules(
                table()
                    .numbers("bill", row -> price[row])
                    .numbers("percent", row -> percent[row])
                    .numbers("tip", row -> rounded(price[row] * percent[row] / 100, 2))))
        .contains("round(bill * percent / 100, 2) == tip");
    assertThat(
            rules(
                table()
                    .numbers("celsius", row -> celsius[row])
                    .numbers("fahrenheit", row -> rounded(1.8 * celsius[row] + 32, 1))))
        .containsExactly("round(1.8 * celsius + 32, 1) == fahrenheit");
    assertThat(
            rules(
                table()
                    .numbers("net", row -> price[row])
                    .numbers("rate", row -> List.of(0.07, 0.19, 0.0).get(row % 3))
                    .numbers(
                        "gross",
                        row ->
                            rounded(price[row] * (1 + List.of(0.07, 0.19, 0.0).get(row % 3)), 2))))
        .contains("round(net * rate + net, 2) == gross");
  }

  @Test
  void findsSumsOfSeveralColumns() {
    double[] a = drawn(ROWS, "a", 0, 90, 2);
    double[] b = drawn(ROWS, "b", 0, 90, 2);
    double[] c = drawn(ROWS, "c", 0, 10, 2);
    assertThat(
            rules(
                table()
                    .numbers("goods", row -> a[row])
                    .numbers("tax", row -> b[row])
                    .numbers("postage", row -> c[row])
                    .numbers("total", row -> rounded(a[row] + b[row] + c[row], 2))))
        .containsExactly("goods + tax + postage == total");
    assertThat(
            rules(
                table()
                    .numbers("goods", row -> a[row])
                    .numbers("tax", row -> b[row])
                    .numbers("discount", row -> c[row])
                    .numbers("total", row -> rounded(a[row] + b[row] - c[row], 2))))
        .containsExactly("goods + tax - discount == total");
    assertThat(
            rules(
                table()
                    .numbers("cash", row -> c[row])
                    .numbers("card", row -> b[row])
                    .numbers("other", row -> rounded(100 - c[row] - b[row], 2))))
        .containsExactly("cash + card + other == 100");
  }

  @Test
  void findsSumsOfFour() {
    double[] a = drawn(ROWS, "a", 0, 90, 2);
    double[] b = drawn(ROWS, "b", 0, 90, 2);
    double[] c = drawn(ROWS, "c", 0, 10, 2);
    double[] d = drawn(ROWS, "d", 0, 30, 2);
    RelatedTables parts =
        table()
            .numbers("goods", row -> a[row])
            .numbers("tax", row -> b[row])
            .numbers("freight", row -> c[row])
            .numbers("other", row -> d[row]);
    assertThat(rules(parts.numbers("total", row -> rounded(a[row] + b[row] + c[row] + d[row], 2))))
        .containsExactly("goods + tax + freight + other == total");
    assertThat(rules(parts.numbers("total", row -> rounded(a[row] + b[row] - c[row] + d[row], 2))))
        .containsExactly("goods + tax + other - freight == total");
  }

  @Test
  void findsSumsOfFive() {
    List<double[]> parts =
        List.of("a", "b", "c", "d", "e").stream().map(name -> drawn(ROWS, name, 0, 90, 2)).toList();
    RelatedTables table = table();
    for (int i = 0; i < parts.size(); i++) {
      double[] part = parts.get(i);
      table.numbers("part" + i, row -> part[row]);
    }
    assertThat(
            rules(
                table.numbers(
                    "total",
                    row -> rounded(parts.stream().mapToDouble(part -> part[row]).sum(), 2))))
        .containsExactly("part0 + part1 + part2 + part3 + part4 == total");
  }

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

  @Test
  void findsTheStepsOfNumbers() {
    double[] drawn = drawn(ROWS, "drawn", 0, 400, 0);
    assertThat(rules(table().numbers("limit", row -> 100 * drawn[row])))
        .containsExactly("limit in steps of 100");
    assertThat(rules(table().numbers("price", row -> rounded(drawn[row] - 0.01, 2))))
        .containsExactly("price in steps of 1 from 0.99");
    assertThat(rules(table().numbers("fee", row -> -0.25 * drawn[row])))
        .containsExactly("fee in steps of 0.25");
    assertThat(rules(table().numbers("off", row -> row == 7 ? 50.0 : 100 * drawn[row] + 1)))
        .isEmpty();
    assertThat(rules(table().numbers("few", row -> 100 * (drawn[row] % 15))))
        .containsExactly("few is known");
  }

  /** Independent columns of which one lies above the other, mostly by their size. */
  @Test
  void whatHoldsByChanceIsNoRelation() {
    double[] small = drawn(ROWS, "small", 0, 20, 1);
    double[] large = drawn(ROWS, "large", 18, 900, 1);
    double[] larger = drawn(ROWS, "larger", 1_000, 2_000, 0);
    boolean isAbove = true;
    for (int row = 0; row < ROWS; row++) {
      large[row] = Math.max(large[row], small[row]); // now it is in order in every row
      isAbove &= small[row] <= large[row];
    }
    assertThat(isAbove).isTrue();
    assertThat(
            rules(
                table()
                    .numbers("small", row -> small[row])
                    .numbers("large", row -> large[row])
                    .numbers("larger", row -> larger[row])))
        .isEmpty();
  }

  @Test
  void oneRowThatBreaksItIsEnough() {
    double[] low = drawn(ROWS, "low", 0, 50, 1);
    double[] gap = drawn(ROWS, "gap", 1, 30, 1);
    assertThat(
            rules(
                table()
                    .numbers("low", row -> low[row])
                    .numbers("high", row -> row == 391 ? -1.0 : rounded(low[row] + gap[row], 1))))
        .isEmpty();
  }

  /** 99 complete rows, or 100 with nine rare ones; every fifth row is rare. */
  @Test
  void fewRowsProveNothing() {
    double[] low = drawn(ROWS, "low", 0, 50, 1);
    double[] gap = drawn(ROWS, "gap", 1, 30, 1);
    assertThat(
            rules(
                new RelatedTables(ROWS)
                    .numbers("low", row -> low[row])
                    .numbers(
                        "high", row -> row < 99 ? rounded(low[row] + gap[row], 1) : Double.NaN)))
        .isEmpty();
    assertThat(
            rules(
                new RelatedTables(ROWS)
                    .numbers("low", row -> low[row])
                    .numbers(
                        "high",
                        row ->
                            (row % 5 > 0 && row < 200) || row < 45
                                ? rounded(low[row] + gap[row], 1)
                                : Double.NaN)))
        .doesNotContain("low < high");
    assertThat(
            rules(
                new RelatedTables(ROWS)
                    .numbers("low", row -> low[row])
                    .numbers(
                        "high", row -> row < 100 ? rounded(low[row] + gap[row], 1) : Double.NaN)))
        .containsExactly("low < high");
  }

  @Test
  void whatFollowsFromOthersIsLeftOut() {
    double[] a = drawn(ROWS, "a", 0, 50, 1);
    double[] b = drawn(ROWS, "b", 1, 30, 1);
    double[] c = drawn(ROWS, "c", 1, 30, 1);
    assertThat(
            rules(
                table()
                    .numbers("first", row -> a[row])
                    .numbers("second", row -> rounded(a[row] + b[row], 1))
                    .numbers("third", row -> rounded(a[row] + b[row] + c[row], 1))))
        .containsExactly("first < second", "second < third");
    double[] zip = drawn(ROWS, "zip", -0.49, 19.49, 0);
    assertThat(
            rules(
                table()
                    .levels("zip", row -> "z" + (int) zip[row])
                    .levels("city", row -> "c" + (int) zip[row] / 3)
                    .levels("state", row -> "s" + (int) zip[row] / 9)))
        .containsExactly("city -> state", "zip -> city");
  }

  @Test
  void findsWhatFollowsFromCodes() {
    double[] code = drawn(ROWS, "code", -0.49, 9.49, 0);
    assertThat(
            rules(
                table()
                    .numbers("mcc", row -> 4_000 + 37 * code[row] * code[row])
                    .levels("category", row -> "k" + (int) code[row] % 4)))
        .containsExactly("mcc -> category", "mcc is known");
  }

  @Test
  void findsCellsThatAreMissingWhereverOthersAre() {
    double[] outer = drawn(ROWS, "outer", 0, 1, 3);
    double[] value = drawn(ROWS, "value", 0, 90, 1);
    assertThat(
            rules(
                table()
                    .numbers("a", row -> outer[row] < 0.3 ? Double.NaN : value[row])
                    .numbers("b", row -> outer[row] < 0.6 ? Double.NaN : outer[row])
                    .levels("c", row -> outer[row] < 0.8 ? null : "x" + row % 3)))
        .containsExactlyInAnyOrder(
            "a is not missing or b is missing", "b is not missing or c is missing");
  }

  /** A count that is nearly always zero, beside a divisor that often is. */
  @Test
  void aQuotientByZeroProvesNothing() {
    double[] divisor = drawn(ROWS, "divisor", -0.49, 1.49, 0);
    double[] bytes = drawn(ROWS, "bytes", 40, 9_000, 0);
    double[] hits = drawn(ROWS, "hits", -3, 3, 0);
    assertThat(
            rules(
                table()
                    .numbers("bytes", row -> divisor[row] * bytes[row])
                    .numbers("hits", row -> Math.max(0, hits[row]))
                    .numbers("wrong", row -> divisor[row] == 0 ? row % 3 : 0.0)))
        .noneMatch(rule -> rule.contains("/"));
  }

  /** An address always comes with the kind 'street': that tells no kind from another. */
  @Test
  void aColumnThatIsThereForOneLevelIsNoSourceOfIt() {
    double[] near = drawn(ROWS, "near", -0.49, 5.49, 0);
    assertThat(
            rules(
                table()
                    .numbers("distance", row -> row % 2 == 0 ? near[row] : Double.NaN)
                    .levels("channel", row -> row % 2 == 0 ? "shop" : "web")))
        .containsExactly("channel != 'web' or distance is missing");
  }

  /** Hours and counts leave hardly a number out; amounts don't repeat. */
  @Test
  void countsAreNoCodes() {
    double[] hour = drawn(ROWS, "hour", -0.49, 23.49, 0);
    double[] visits = drawn(ROWS, "visits", 0, 9, 0);
    double[] amount = drawn(ROWS, "amount", 1, 90_000, 0);
    double[] cents = drawn(ROWS, "cents", 1, 900, 2);
    double[] status = drawn(ROWS, "status", -0.49, 3.49, 0);
    Training training =
        table()
            .numbers("hour", row -> hour[row])
            .numbers("visits", row -> visits[row])
            .numbers("amount", row -> amount[row])
            .numbers("cents", row -> cents[row])
            .numbers("status", row -> List.of(200.0, 302.0, 404.0, 500.0).get((int) status[row]))
            .training();
    assertThat(Relations.learn(training, RelationOptions.defaults()).codes())
        .containsExactly("status");
  }

  @Test
  void areSwitchedOffAsAWholeOrByName() {
    Training training = RelatedTables.planted();
    assertThat(rules(training, new RelationOptions.Off())).isEmpty();
    assertThat(
            rules(
                training,
                new RelationOptions.Ignore(
                    List.of("funded = amount", "quantity*price+shipping = total", "mcc is known"))))
        .doesNotContain("amount == funded", "quantity * price + shipping == total", "mcc is known")
        .contains("net + fee == amount", "city -> state");
  }

  @Test
  void whatHoldsForRareRowsAloneIsSaidAndNotKept() {
    double[] low = drawn(ROWS, "low", 0, 50, 1);
    double[] other = drawn(ROWS, "other", 0, 80, 1);
    double[] gap = drawn(ROWS, "gap", 1, 30, 1);
    Training training =
        table()
            .numbers("low", row -> low[row])
            .numbers("high", row -> row % 5 == 0 ? rounded(low[row] + gap[row], 1) : other[row])
            .training();
    assertThat(rules(training, RelationOptions.defaults())).isEmpty();
    RelationFacts facts = RelationFacts.of(training, RelationOptions.defaults());
    assertThat(facts.rules()).isEmpty();
    assertThat(facts.ofRare())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.rule()).isEqualTo("low < high");
              long broken = 0;
              for (int row = 0; row < ROWS; row++) {
                broken += row % 5 > 0 && !(low[row] < other[row]) ? 1 : 0;
              }
              assertThat(each.brokenShare()).isEqualTo(broken / 320.0); // four fifths of 400
            });
  }

  @Test
  void whatIsIgnoredAndNotFoundIsSaid() {
    RelationFacts facts =
        RelationFacts.of(
            RelatedTables.planted(),
            new RelationOptions.Ignore(List.of("net = fee", "city -> state")));
    assertThat(facts.unknown()).containsExactly("net = fee");
  }

  @Test
  void sumsAreLookedForAmongSixtyColumnsAndSaidSo() {
    RelatedTables wide = table();
    for (int i = 0; i < 61; i++) {
      double[] values = drawn(ROWS, "x" + i, 0, 90, 3);
      wide.numbers("x" + i, row -> values[row]);
    }
    assertThat(Relations.learn(wide.training(), RelationOptions.defaults()).unsearched())
        .containsExactly(
            new RelationFacts.Unsearched(RelationFacts.Topic.SUMS_AND_PRODUCTS, 60, 61),
            new RelationFacts.Unsearched(RelationFacts.Topic.SUMS_OF_FOUR, 30, 61),
            new RelationFacts.Unsearched(RelationFacts.Topic.SUMS_OF_FIVE, 20, 61));
  }
}
