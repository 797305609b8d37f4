package dev.synth.internal.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Problem;
import dev.synth.internal.profile.Guesses.Why;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuesserTest {
  private static final int ROWS = 60;

  private final List<Column> columns = new ArrayList<>();
  private final List<Cells> cells = new ArrayList<>();

  /** Adds a column of numbers that come again after a period. */
  private GuesserTest numbers(String name, int period) {
    columns.add(new Column(name, ColumnType.Numeric.UNBOUNDED));
    cells.add(
        new Cells.Numbers(IntStream.range(0, ROWS).mapToDouble(row -> row % period).toArray()));
    return this;
  }

  /** Adds a column that is {@code yes} in the first rows. */
  private GuesserTest flag(String name, int yes) {
    columns.add(new Column(name, new ColumnType.Categorical()));
    List<@Nullable String> texts = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      texts.add(row < yes ? "yes" : "no");
    }
    cells.add(Cells.Levels.of(texts));
    return this;
  }

  private GuesserTest times(String name) {
    columns.add(new Column(name, ColumnType.Timestamp.defaults()));
    cells.add(
        new Cells.Instants(IntStream.range(0, ROWS).mapToLong(row -> row).toArray(), new BitSet()));
    return this;
  }

  private Table table() {
    return new Table(new Schema(columns), cells);
  }

  private Guesses guesses() {
    return Guesser.of(table(), null, null, null);
  }

  @Test
  void aLabelIsKnownByItsNameAndItsRareValueByItsCount() {
    Guesses.LabelGuess label =
        flag("member", 9).flag("Is Fraud", 6).numbers("x", 50).guesses().label();

    assertThat(label).isEqualTo(new Guesses.LabelGuess("Is Fraud", "yes", 6, ROWS, 2, Why.NAME));
  }

  @Test
  void theOnlyColumnOfTwoValuesIsTakenIfItIsTheLast() {
    assertThat(numbers("x", 50).flag("state", 6).guesses().label())
        .isEqualTo(new Guesses.LabelGuess("state", "yes", 6, ROWS, 2, Why.LAST));
  }

  @Test
  void twoSuchColumnsOrAnEvenOneAreNotGuessedFrom() {
    assertThat(flag("one", 6).flag("two", 6).guesses().label()).isNull();
    assertThat(new GuesserTest().numbers("x", 50).flag("state", 30).guesses().label()).isNull();
  }

  @Test
  void timesAndGroupsAreFound() {
    Guesses guesses = numbers("x", 50).times("when").numbers("card_id", 20).guesses();

    assertThat(guesses.time()).isEqualTo("when");
    assertThat(guesses.group()).isEqualTo("card_id");
  }

  @Test
  void whatIsMeasuredOfAThingIsNoGroup() {
    assertThat(numbers("months_as_customer", 20).numbers("accountBalance", 20).guesses().group())
        .isNull();
    assertThat(numbers("customer_age", 20).numbers("customer", 20).guesses().group())
        .isEqualTo("customer");
  }

  @Test
  void aNameWithoutAColumnIsTold() {
    Table table = numbers("x", 50).flag("fraud", 6).table();

    assertThatThrownBy(() -> Guesser.of(table, "frud", null, null))
        .isInstanceOf(Problem.class)
        .hasMessage("there is no column 'frud'; did you mean 'fraud'?");
    assertThatThrownBy(() -> Guesser.of(table, "x", null, null))
        .hasMessage(
            "the label column 'x' has 50 different values; which of them is the rare class?");
  }
}
