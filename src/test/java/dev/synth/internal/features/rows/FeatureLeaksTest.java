package dev.synth.internal.features.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Problem;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.features.Feature;
import dev.synth.features.FeatureOptions;
import dev.synth.features.Window;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Columns that look ahead, as people make them by mistake, in the place of our own. */
class FeatureLeaksTest {
  private static final int ROWS = 300;
  private static final long HOUR = 3_600_000_000L;
  private static final Label LABEL = new Label("fraud", "1", "0", 4);

  private final LabelledTable rows = rows();
  private final FeatureDefinition definition = FeatureDefinition.of(options(), "at");
  private final LabelledTable joined = FeatureTable.of(rows, definition).joined(rows);

  private static FeatureOptions options() {
    Window day = Window.parse("1d").orElseThrow();
    return new FeatureOptions(
        "id",
        null,
        null,
        Duration.ZERO,
        null,
        null,
        null,
        Map.of(
            "card",
            List.of(
                new Feature.Count(List.of(day)),
                new Feature.Mean(new Feature.Over("amount", List.of(day))),
                new Feature.Risk(new Feature.Late(List.of(day), Duration.ofHours(2))))));
  }

  /** Rows in no order of time. */
  private static LabelledTable rows() {
    RandomStream random = new Seeds(5).stream("rows");
    List<String> ids = new ArrayList<>();
    List<String> cards = new ArrayList<>();
    long[] times = new long[ROWS];
    double[] amounts = new double[ROWS];
    BitSet rare = new BitSet();
    for (int row = 0; row < ROWS; row++) {
      ids.add("id" + row);
      cards.add("card" + random.nextInt(5));
      times[row] = random.nextInt(100) * HOUR;
      amounts[row] = random.nextInt(10_000) / 100.0;
      rare.set(row, random.nextInt(4) == 0);
    }
    Schema schema =
        new Schema(
            List.of(
                new Column("id", new ColumnType.Identifier()),
                new Column("at", ColumnType.Timestamp.defaults()),
                new Column("card", new ColumnType.Identifier()),
                new Column("amount", ColumnType.Numeric.UNBOUNDED)));
    Table table =
        new Table(
            schema,
            List.of(
                new Cells.Texts(ids, new BitSet()),
                new Cells.Instants(times, new BitSet()),
                new Cells.Texts(cards, new BitSet()),
                new Cells.Numbers(amounts)));
    return new LabelledTable(table, rare, LABEL);
  }

  private long time(int row) {
    return ((Cells.Instants) rows.features().cells("at")).value(row);
  }

  private double amount(int row) {
    return ((Cells.Numbers) rows.features().cells("amount")).value(row);
  }

  private IntStream sameCard(int row, IntPredicate seen) {
    Cells.Texts cards = (Cells.Texts) rows.features().cells("card");
    return IntStream.range(0, ROWS)
        .filter(other -> cards.value(other).equals(cards.value(row)))
        .filter(seen);
  }

  private LabelledTable with(String name, IntToDoubleFunction value) {
    double[] values = IntStream.range(0, ROWS).mapToDouble(value).toArray();
    BitSet missing = new BitSet();
    IntStream.range(0, ROWS).filter(row -> Double.isNaN(values[row])).forEach(missing::set);
    List<Cells> cells = new ArrayList<>();
    for (Column column : joined.features().schema().columns()) {
      cells.add(
          column.name().equals(name)
              ? new Cells.Numbers(values, missing)
              : joined.features().cells(column.name()));
    }
    return new LabelledTable(new Table(joined.features().schema(), cells), rows.rareRows(), LABEL);
  }

  private void assertCaught(String column, IntToDoubleFunction value) {
    assertThat(FeatureLeaks.find(with(column, value), definition, ROWS, 0))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.column()).isEqualTo(column));
  }

  @Test
  void whatLooksBackAloneIsNoLeak() {
    assertThat(FeatureLeaks.find(joined, definition, ROWS, 0)).isEmpty();
    assertThat(joined.features().schema().names())
        .containsExactly(
            "id", "at", "card", "amount", "card_count_1d", "card_mean_amount_1d", "card_risk_1d");
  }

  @Test
  void aWindowThatHoldsTheRowItselfIsCaught() {
    assertCaught(
        "card_count_1d",
        row ->
            sameCard(row, other -> time(other) <= time(row) && time(other) >= time(row) - 24 * HOUR)
                .count());
  }

  @Test
  void futureRowsAreCaught() {
    assertCaught(
        "card_count_1d",
        row -> sameCard(row, other -> Math.abs(time(other) - time(row)) < 24 * HOUR).count() - 1.0);
  }

  @Test
  void aLabelWithoutItsDelayIsCaught() {
    assertCaught(
        "card_risk_1d",
        row ->
            sameCard(row, other -> time(other) < time(row) && time(other) >= time(row) - 24 * HOUR)
                .mapToDouble(other -> rows.isRare(other) ? 1 : 0)
                .average()
                .orElse(Double.NaN));
  }

  @Test
  void aMeanOverTheWholeTableIsCaught() {
    assertCaught(
        "card_mean_amount_1d",
        row -> sameCard(row, other -> true).mapToDouble(this::amount).average().orElseThrow());
  }

  @Test
  void aColumnOfThatNameIsRefused() {
    assertThatThrownBy(() -> FeatureTable.of(joined, definition))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("card_count_1d");
  }

  @Test
  void aColumnThatIsNotThereIsNamed() {
    FeatureOptions options = options();
    FeatureDefinition other =
        FeatureDefinition.of(
            new FeatureOptions(
                "idd", null, null, Duration.ZERO, null, null, null, options.entities()),
            "at");

    assertThatThrownBy(() -> FeatureTable.of(rows, other))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("there is no column 'idd'; did you mean 'id'?");
  }
}
