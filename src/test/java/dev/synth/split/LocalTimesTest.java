package dev.synth.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Problem;
import dev.synth.internal.rule.Rule;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.OffsetForm;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import dev.synth.table.TimeForm;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times with offsets, and times of day, in order, ranges and rules. */
class LocalTimesTest {
  private static final long HOUR = 3_600_000_000L;

  /**
   * Row 0 is ordered at 10:00+05:30, which is 4:30 in UTC, and shipped at 6:00 in UTC; row 1 is
   * ordered at 9:00-05:00, which is 14:00 in UTC, and shipped at 12:00 in UTC. Both on 1970-01-01.
   */
  private static final Table ORDERS =
      new Table(
          new Schema(
              List.of(
                  new Column(
                      "ordered",
                      new ColumnType.Timestamp(false),
                      true,
                      new TimeForm("yyyy-MM-dd HH:mmX", "Jan", "PM", "+05:30")),
                  new Column(
                      "ordered offset",
                      new ColumnType.Categorical(),
                      true,
                      new OffsetForm("ordered")),
                  new Column(
                      "shipped",
                      new ColumnType.Timestamp(false),
                      true,
                      new TimeForm("yyyy-MM-dd HH:mmX", "Jan", "PM", "Z")),
                  new Column("opens", new ColumnType.TimeOfDay()))),
          List.of(
              new Cells.Instants(new long[] {10 * HOUR, 9 * HOUR}, new BitSet()),
              Cells.Levels.of(List.of("+05:30", "-05:00")),
              new Cells.Instants(new long[] {6 * HOUR, 12 * HOUR}, new BitSet()),
              new Cells.Instants(new long[] {9 * HOUR, 19 * HOUR}, new BitSet())));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ordered < shipped | true | false",
        "shipped <= ordered | false | true",
        "ordered >= '1970-01-01 09:30' | true | false", // on each row's own clock
        "ordered >= '1970-01-01T09:30:00Z' | false | true",
        "'1970-01-01 09:30' > ordered | false | true",
        "opens < '12:00' | true | false",
        "opens >= '7:00 PM' | false | true",
        "opens in ('09:00', '10:00') | true | false"
      })
  void rulesKnowOffsetsAndTimesOfDay(String rule, boolean first, boolean second) {
    BitSet broken = Rule.parse(rule, ORDERS.schema()).broken(ORDERS);
    assertThat(!broken.get(0)).isEqualTo(first);
    assertThat(!broken.get(1)).isEqualTo(second);
  }

  @Test
  void aRuleOnATimeOfDayNamesOne() {
    assertThatThrownBy(() -> Rule.parse("opens < 'noon'", ORDERS.schema()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("'noon' is no time of day; write it as '19:08' or '19:08:30'");
    assertThatThrownBy(() -> Rule.parse("opens < ordered", ORDERS.schema()))
        .hasMessageContaining("a time of day can't be compared with a time");
  }

  @Test
  void timeSplitsOrderByInstants() {
    assertThat(TimeCut.of(ORDERS, "ordered", List.of()).rows(0, 2)).containsExactly(0, 1);
    Table local =
        ORDERS.select(
            new Schema(
                List.of(ORDERS.schema().columns().get(2), ORDERS.schema().columns().get(0))));
    // without its offsets the form's own one counts: 10:00 and 9:00 at +05:30
    assertThat(TimeCut.of(local, "ordered", List.of()).rows(0, 2)).containsExactly(1, 0);
  }

  @Test
  void aTimeOfDayMustBeInTheTrainingPartOfTheDay() {
    int rows = 6;
    long[] night = {22 * HOUR, 23 * HOUR, 0, HOUR, 2 * HOUR, 22 * HOUR};
    Schema schema = new Schema(List.of(new Column("clock", new ColumnType.TimeOfDay())));
    BitSet rare = new BitSet();
    rare.set(0, 3);
    LabelledTable table =
        new LabelledTable(
            new Table(schema, List.of(new Cells.Instants(night, new BitSet()))),
            rare,
            new Label("y", "1", "0", rows));
    ColumnRule rule = ColumnRule.of(table, schema.columns().getFirst());
    long[] drawn = {22 * HOUR, 23 * HOUR + HOUR / 2, 0, 2 * HOUR, 3 * HOUR, 12 * HOUR, 21 * HOUR};
    List<Boolean> accepted =
        rule.complaints(new Cells.Instants(drawn, new BitSet())).stream()
            .map(Optional::isEmpty)
            .toList();

    assertThat(accepted).containsExactly(true, true, true, true, false, false, false);
    assertThat(rule.complaints(new Cells.Instants(drawn, new BitSet())).get(5))
        .contains("must be in [22:00:00, 02:00:00]");
    assertThat(
            IntStream.range(0, rows)
                .allMatch(row -> rule.complaints(table.features().cells(0)).get(row).isEmpty()))
        .isTrue();
  }
}
