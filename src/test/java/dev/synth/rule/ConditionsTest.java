package dev.synth.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.rule.Rule;
import dev.synth.rule.ColumnCondition.Among;
import dev.synth.rule.ColumnCondition.Interval;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConditionsTest {
  private static final double NONE = Double.POSITIVE_INFINITY;
  private static final Schema SCHEMA =
      new Schema(
          List.of(
              new Column("x", ColumnType.Numeric.UNBOUNDED),
              new Column("y", ColumnType.Numeric.UNBOUNDED),
              new Column("l", new ColumnType.Categorical()),
              new Column("t", new ColumnType.Timestamp(false))));

  private static List<ColumnCondition> of(String rule) {
    return Rule.parse(rule, SCHEMA).conditions().all();
  }

  @Test
  void aComparisonWithAWrittenNumberIsAnInterval() {
    assertThat(of("x >= 2")).containsExactly(new Interval("x", true, 2, NONE));
    assertThat(of("x > 2")).containsExactly(new Interval("x", true, Math.nextUp(2.0), NONE));
    assertThat(of("x < -2")).containsExactly(new Interval("x", true, -NONE, Math.nextDown(-2.0)));
    assertThat(of("2 >= x")).containsExactly(new Interval("x", true, -NONE, 2));
    assertThat(of("2 < x")).containsExactly(new Interval("x", true, Math.nextUp(2.0), NONE));
    assertThat(of("x == 2")).containsExactly(new Interval("x", true, 2, 2));
    assertThat(of("t <= '1970-01-01 00:00:01'"))
        .containsExactly(new Interval("t", true, -NONE, 1e6));
  }

  @Test
  void aLevelThatMustBeOneOfSomeIsASet() {
    assertThat(of("l == 'a'")).containsExactly(new Among("l", true, Set.of("a")));
    assertThat(of("'a' == l")).containsExactly(new Among("l", true, Set.of("a")));
    assertThat(of("l in ('a', 'b', 'c')"))
        .containsExactly(new Among("l", true, Set.of("a", "b", "c")));
  }

  @Test
  void aFixedCombinationIsOneConditionAColumn() {
    assertThat(of("l == 'a' and 0 < x and x <= 9"))
        .containsExactly(
            new Among("l", true, Set.of("a")),
            new Interval("x", true, Double.MIN_VALUE, NONE),
            new Interval("x", true, -NONE, 9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x < y",
        "x + 0 < 2",
        "x != 2",
        "l != 'a'",
        "not x < 2",
        "l not in ('a')",
        "1 < 2",
        "l == 'a' or x < 2",
        "x in (1, 2)",
        "not (l == 'a' and x < 2)"
      })
  void whatIsNoSimpleConditionIsLeftToRejection(String rule) {
    assertThat(of(rule)).isEmpty();
  }

  @Test
  void takesTheSimplePartOfARule() {
    assertThat(of("x < y and x < 2"))
        .containsExactly(new Interval("x", true, -NONE, Math.nextDown(2.0)));
  }

  /** A row that breaks a condition of a rule breaks the rule, and more rows are never refused. */
  @Test
  void findsTheRowsThatHold() {
    BitSet third = new BitSet();
    third.set(2);
    Table table =
        new Table(
            SCHEMA,
            List.of(
                new Cells.Numbers(new double[] {1, 2, 0, 3}, third),
                new Cells.Numbers(0, 0, 0, 0),
                Cells.Levels.of(Arrays.asList("a", "b", "a", null)),
                new Cells.Instants(new long[4], new BitSet())));
    assertThat(Rule.parse("x > 1 and l == 'a'", SCHEMA).conditions().rows(table))
        .containsExactly(2, 3);
    assertThat(Rule.parse("t <= '1970-01-01'", SCHEMA).conditions().rows(table))
        .containsExactly(0, 1, 2, 3);
    assertThat(Conditions.NONE.rows(table)).containsExactly(0, 1, 2, 3);
    Conditions asked = new Conditions(List.of(new Interval("x", false, 2, 2)));
    assertThat(asked.rows(table)).containsExactly(1);
    assertThat(asked.of("x")).hasSize(1);
    assertThat(asked.and(asked).all()).hasSize(2);
    assertThat(asked.all().getFirst().text()).isEqualTo("x = 2");
    assertThat(new Among("l", false, Set.of("b", "a")).text()).isEqualTo("l = a or b");
    double infinity = Double.POSITIVE_INFINITY;
    assertThat(new Interval("x", false, -infinity, Math.nextDown(0.0)).text()).isEqualTo("x < 0");
    assertThat(new Interval("x", false, -infinity, 0.5).text()).isEqualTo("x <= 0.5");
    assertThat(new Interval("x", false, Math.nextUp(3.0), infinity).text()).isEqualTo("x > 3");
    assertThat(new Interval("x", false, 1, 2).text()).isEqualTo("x >= 1 and x <= 2");
  }
}
