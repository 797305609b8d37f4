package dev.synth.internal.rule;

import static dev.synth.internal.rule.RuleRows.ROWS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that cannot be read, and the reasons that the user is told. */
class RuleErrorsTest {
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
}
