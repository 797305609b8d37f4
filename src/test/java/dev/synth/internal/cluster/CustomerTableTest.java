package dev.synth.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Problem;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomerTableTest {
  private static final long DAY = 86_400_000_000L;

  /** Ann buys on days 0 and 10, Bob on day 4, and one row has no customer. */
  private static Table purchases() {
    long[] days = {0, 10 * DAY, 4 * DAY, 20 * DAY};
    return new Table(
        new Schema(
            List.of(
                new Column("who", new ColumnType.Categorical()),
                new Column("when", ColumnType.Timestamp.defaults()),
                new Column("paid", ColumnType.Numeric.UNBOUNDED))),
        List.of(
            Cells.Levels.of(Arrays.asList("Ann", "Ann", "Bob", null)),
            new Cells.Instants(days, new BitSet()),
            new Cells.Numbers(5, 2.5, 100, 7)));
  }

  @Test
  void recencyFrequencyAndMonetaryValueAreCounted() {
    CustomerTable customers = CustomerTable.of(purchases(), "who", "when", "paid");

    assertThat(customers.customers()).containsExactly("Ann", "Bob");
    assertThat(customers.leftOut()).isEqualTo(1);
    assertThat(values(customers, "recency")).containsExactly(0, 6);
    assertThat(values(customers, "frequency")).containsExactly(2, 1);
    assertThat(values(customers, "monetary")).containsExactly(7.5, 100);
  }

  private static double[] values(CustomerTable customers, String column) {
    Cells.Numbers numbers = (Cells.Numbers) customers.table().cells(column);
    return new double[] {numbers.value(0), numbers.value(1)};
  }

  @Test
  void scoresAreQuintilesAndEqualValuesShareOne() {
    assertThat(CustomerTable.quintiles(new double[] {10, 20, 30, 40, 50}))
        .containsExactly(1, 2, 3, 4, 5);
    // six of ten are equal: the middle of their ranks is 3 of 10, the second fifth
    assertThat(CustomerTable.quintiles(new double[] {1, 1, 1, 1, 1, 1, 2, 3, 4, 5}))
        .containsExactly(2, 2, 2, 2, 2, 2, 4, 4, 5, 5);
  }

  @Test
  void aWrongColumnIsTold() {
    assertThatThrownBy(() -> CustomerTable.of(purchases(), "who", "when", "payd"))
        .isInstanceOf(Problem.class)
        .hasMessage("there is no column 'payd'; did you mean 'paid'?");
    assertThatThrownBy(() -> CustomerTable.of(purchases(), "who", "when", "who"))
        .hasMessage("'who' must hold numbers, to be summed");
    assertThatThrownBy(() -> CustomerTable.of(purchases(), "who", "who", "paid"))
        .hasMessage("'who' must hold times or numbers, to tell how recent a row is");
  }
}
