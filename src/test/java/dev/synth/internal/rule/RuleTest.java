package dev.synth.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {
  /** 2024-01-31T12:00, from {@code date -u -d 2024-01-31T12:00 +%s}. */
  private static final long NOON = 1_706_702_400_000_000L;

  private static BitSet missingInRow(int row) {
    BitSet missing = new BitSet();
    missing.set(row);
    return missing;
  }

  /**
   * Row 0: net 3, tax 0.3, gross 3.3, `card type` gold, in web, at noon. Row 1: net, channel and
   * time are missing, the rest is as in row 0. Then an identifier.
   */
  private static final Table ROWS =
      new Table(
          new Schema(
              List.of(
                  new Column("net", ColumnType.Numeric.UNBOUNDED),
                  new Column("tax", ColumnType.Numeric.UNBOUNDED),
                  new Column("gross", ColumnType.Numeric.UNBOUNDED),
                  new Column("card type", new ColumnType.Categorical()),
                  new Column("channel", new ColumnType.Categorical()),
                  new Column("time", new ColumnType.Timestamp(false)),
                  new Column("id", new ColumnType.Identifier()))),
          List.of(
              new Cells.Numbers(new double[] {3, 0}, missingInRow(1)),
              new Cells.Numbers(0.3, 0.3),
              new Cells.Numbers(3.3, 3.3),
              Cells.Levels.of(List.of("gold", "gold")),
              Cells.Levels.of(Arrays.asList("web", null)),
              new Cells.Instants(new long[] {NOON, 0}, missingInRow(1)),
              new Cells.Texts(List.of("a", "b"), new BitSet())));

  private static boolean passes(String rule, int row) {
    return !Rule.parse(rule, ROWS.schema()).broken(ROWS).get(row);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          net > 2                                     | true
          net > 3                                     | false
          net >= 3                                    | true
          net < 3                                     | false
          net <= 3                                    | true
          net == 3                                    | true
          net != 3                                    | false
          net <= gross                                | true
          2 < net                                     | true
          -net < -2.5                                 | true
          - -net == 3                                 | true
          net > -1e-3                                 | true
          net + 2 * net == 9                          | true
          (net + 2) * net == 15                       | true
          net - 2 - 1 == 0                            | true
          12 / net / 2 == 2                           | true
          net * -1 == -3                              | true
          net + tax == gross                          | true
          net + tax != gross                          | false
          net + tax < gross                           | false
          net + tax + 0.001 <= gross                  | false
          net / 0 > 1                                 | true
          net / 0 <= 1                                | true
          channel == 'web'                            | true
          channel == "web"                            | true
          'shop' == channel                           | false
          channel != 'shop'                           | true
          channel == 'Web'                            | false
          `card type` == 'gold'                       | true
          `card type` == channel                      | false
          channel in ('shop', 'web')                  | true
          channel in ('shop')                         | false
          channel not in ('shop', 'web')              | false
          NOT channel IN ('shop')                     | true
          net in (1, 2, 3)                            | true
          net > 2 and tax > 2                         | false
          net > 2 or tax > 2                          | true
          net > 9 and net > 9 or net > 2              | true
          net > 2 or net > 9 and net > 9              | true
          not net > 9 and net > 2                     | true
          not (net > 2 and channel == 'web')          | false
          not not net > 2                             | true
          time > '2024-01-31'                         | true
          time < '2024-01-31 12:00:00'                | false
          time == '2024-01-31T12:00'                  | true
          time in ('2024-01-31', '2024-01-31 12:00')  | true
          time <= '2024-01-31 11:59:59.999999'        | false
          net is missing                              | false
          net is not missing                          | true
          channel IS MISSING or net > 2               | true
          round(1.111 * net, 1) == 3.3                | true
          3.4 == round(1.111 * net, 1)                | false
          round(1.111 * net, 1) < 3.3                 | false
          round(net + 0.5, 0) == 3                    | true
          round(net + 0.5, 0) == 4                    | true
          round(net + 0.5, 0) in (5, 6)               | false
          round(net, 0) == round(gross, 0)            | true
          missing together (net, channel, time)       | true
          missing together (net, tax)                 | true
          net is known                                | true
          channel -> net                              | true
          """)
  void aRuleIsBrokenWhereItIsFalse(String rule, boolean passes) {
    assertThat(passes(rule, 0)).isEqualTo(passes);
  }

  /** In row 1 net, channel and time are missing. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          net > 100                          | true
          net != net                         | true
          net + 1 > 100                      | true
          not net > 100                      | true
          not net < 100                      | true
          channel == 'web'                   | true
          channel not in ('web')             | true
          time > '2030-01-01'                | true
          net > 100 and tax > 100            | false
          net > 100 and tax < 100            | true
          net > 100 or tax > 100             | true
          not (net > 100 or tax < 100)       | false
          net is missing                     | true
          net is not missing                 | false
          tax is missing                     | false
          missing together (net, channel)    | true
          missing together (net, tax)        | false
          round(net, 0) == 100               | true
          """)
  void whatIsUnknownBreaksNoRule(String rule, boolean passes) {
    assertThat(passes(rule, 1)).isEqualTo(passes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          nett > 0           | 1  | there is no column 'nett'; did you mean 'net'?
          tax > 0 and zzzzzz > 1 | 13 | there is no column 'zzzzzz'
          net >              | 6  | a column, number or quoted text is expected, but there is the end
          net > > 1          | 7  | a column, number or quoted text is expected, but there is '>'
          net = 1            | 5  | '=' is no sign; did you mean '=='?
          net > 1 && tax > 1 | 9  | '&' is no sign; write 'and' or 'or'
          !net > 1           | 1  | '!' is no sign; write 'not' or '!='
          net > 1 $          | 9  | '$' is no sign
          0 < net < 1        | 9  | comparisons don't chain; join two with 'and'
          net > 1 tax        | 9  | 'tax' is not expected here
          net > 1)           | 8  | ')' is not expected here
          (net > 1           | 9  | ')' is expected, but there is the end
          net                | 1  | a condition is expected, such as a comparison, but there is a number
          net and tax > 1    | 1  | a condition is expected, such as a comparison, but there is a number
          not channel        | 5  | a condition is expected, such as a comparison, but there is a text
          channel == 1       | 9  | a text can't be compared with a number; a categorical column's levels stand in quotes, numbers don't
          net == '3'         | 5  | a number can't be compared with a text; a categorical column's levels stand in quotes, numbers don't
          time > 3           | 6  | a time can't be compared with a number
          time > 'noon'      | 6  | 'noon' is no time; write it as '2024-01-31' or '2024-01-31 23:59:00'
          channel < 'web'    | 9  | texts have no order; compare by '==' or '!='
          channel + 1 > 2    | 1  | one can calculate with numbers, but not with a text
          net + (tax > 1) > 2 | 5 | one can calculate with numbers, but not with a condition
          (net > 1) == (tax > 1) | 11 | a condition can't be compared with a condition
          id == 'a'          | 1  | column 'id' is an identifier, which synthetic rows don't have
          channel == 'web    | 12 | the quote ' has no end
          channel in 'web'   | 12 | '(' is expected, but there is 'web'
          channel in ()      | 13 | a column, number or quoted text is expected, but there is ')'
          and                | 1  | there is no column 'and'
          net is tax         | 8  | 'missing' or 'known' is expected, but there is 'tax'
          net + 1 is missing | 9  | a column is expected here, and not a number
          net -> 3           | 5  | a column is expected here, and not a number
          round(net, 12) > 1 | 12 | the digits after the point, 0 to 9, are expected, but there is '12'
          round(net) > 1     | 10 | ',' is expected, but there is ')'
          missing together (net) | 18 | two columns at least are expected in parentheses
          """)
  void whatIsWrongWithARuleIsSaid(String rule, int position, String complaint) {
    assertThatThrownBy(() -> Rule.parse(rule, ROWS.schema()))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageStartingWith(
            "rules: \"%s\", position %d: %s".formatted(rule, position, complaint));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "not ", "-"})
  void deepNestingIsRefused(String opening) {
    assertThatThrownBy(() -> Rule.parse(opening.repeat(50_000) + "net", ROWS.schema()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("more than 100 levels deep");
  }

  @Test
  void anEmptyRuleIsRefused() {
    assertThatThrownBy(() -> Rule.parse(" ", ROWS.schema()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is expected, but there is the end");
  }

  @Test
  void quotesInsideOfQuotesAreDoubled() {
    Schema schema =
        new Schema(
            List.of(
                new Column("it's", new ColumnType.Categorical()),
                new Column("a`b", new ColumnType.Categorical())));
    Table rows =
        new Table(
            schema, List.of(Cells.Levels.of(List.of("o'clock")), Cells.Levels.of(List.of("x\"y"))));

    Rule rule = Rule.parse("`it's` == 'o''clock' and `a``b` == \"x\"\"y\"", schema);

    assertThat(rule.broken(rows).get(0)).isFalse();
    assertThat(rule.columns()).containsExactly("it's", "a`b");
  }

  @Test
  void aKeywordInBackticksIsAColumn() {
    Schema schema = new Schema(List.of(new Column("in", ColumnType.Numeric.UNBOUNDED)));

    assertThat(Rule.parse("`in` > 0", schema).columns()).containsExactly("in");
  }

  @Test
  void aRuleKnowsItsColumnsInOrderOfMention() {
    Rule rule = Rule.parse("tax < net and tax < gross", ROWS.schema());

    assertThat(rule.columns()).containsExactly("tax", "net", "gross");
  }

  /** Training rows: berlin is in de and paris in fr; codes are 5 and 9. */
  private static Table cities(
      List<@Nullable String> cities, List<@Nullable String> states, double... codes) {
    return new Table(
        new Schema(
            List.of(
                new Column("city", new ColumnType.Categorical()),
                new Column("state", new ColumnType.Categorical()),
                new Column("code", ColumnType.Numeric.UNBOUNDED))),
        List.of(Cells.Levels.of(cities), Cells.Levels.of(states), new Cells.Numbers(codes)));
  }

  @ParameterizedTest
  @CsvSource({
    "city -> state, 1",
    "code is known, 2",
    "code is not known, '0, 1, 3'",
    "city -> code, 2"
  })
  void whatTrainingRowsHaveIsKnown(String text, String broken) {
    Table training = cities(List.of("berlin", "paris"), List.of("de", "fr"), 5, 9);
    Table drawn =
        cities(
            Arrays.asList("berlin", "berlin", "paris", "rome"),
            List.of("de", "fr", "fr", "it"),
            5,
            5,
            7,
            9);
    Rule learned = Rule.learn(text, training);
    assertThat(learned.broken(drawn)).hasToString("{" + broken + "}");
    assertThat(Rule.fromJson(learned.toJson(), training.schema()).broken(drawn))
        .isEqualTo(learned.broken(drawn));
    assertThat(Rule.parse(text, training.schema()).broken(drawn).isEmpty()).isTrue();
  }

  /** Row 0 is at noon of NOON's day, and 3.3 is no multiple of 0.5. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hour(time) == 12|true",
        "minute(time) == 0|true",
        "hour(time) < 12|false",
        "time(time) == '12:00'|true",
        "date(time) < time|true",
        "start_of_month(time) <= date(time)|true",
        "year(date(time)) > 0|error",
        "days(time, time) == 0|true",
        "floor(gross) == 3|true",
        "floor(gross) == 4|false",
        "net in steps of 0.5|true",
        "gross in steps of 0.5|false",
        "gross in steps of 1 from 0.3|true",
        "gross not in (3, 4)|true",
        "days(time) == 0|error",
        "hour(net) == 3|error",
        "net in steps of 0|error",
        "net in steps 5|error"
      })
  void timesHavePartsAndNumbersSteps(String rule, String outcome) {
    if (outcome.equals("error")) {
      assertThatThrownBy(() -> Rule.parse(rule, ROWS.schema())).isInstanceOf(Problem.class);
    } else {
      assertThat(passes(rule, 0)).isEqualTo(outcome.equals("true"));
      assertThat(passes(rule, 1) || !rule.contains("time")).isTrue(); // unknown where missing
    }
  }

  @Test
  void newWordsAreColumnsWhereTheyStandAlone() {
    Schema schema =
        new Schema(
            List.of(
                new Column("round", ColumnType.Numeric.UNBOUNDED),
                new Column("missing", ColumnType.Numeric.UNBOUNDED),
                new Column("known", ColumnType.Numeric.UNBOUNDED)));
    assertThat(Rule.parse("round > missing and known > 0", schema).columns())
        .containsExactly("round", "missing", "known");
  }
}
