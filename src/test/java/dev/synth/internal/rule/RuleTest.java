package dev.synth.internal.rule;

import static dev.synth.internal.rule.RuleRows.ROWS;
import static dev.synth.internal.rule.RuleRows.passes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Problem;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTest {
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
