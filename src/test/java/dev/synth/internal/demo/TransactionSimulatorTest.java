package dev.synth.internal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.InvalidValue;
import dev.synth.base.Seeds;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionSimulatorTest {
  private static final long DAY_MICROS = 86_400_000_000L;
  private static final LabelledTable TABLE =
      TransactionSimulator.labelled(new Seeds(42), TransactionSimulator.DEFAULT_ROWS);

  @Test
  void theSameSeedsGiveTheSameRows() {
    assertThat(texts(batches(7, 3000))).isEqualTo(texts(batches(7, 3000)));
    assertThat(texts(batches(7, 3000))).isNotEqualTo(texts(batches(8, 3000)));
  }

  // A fraud is planned whole, so at any moment at most one incident's purchases (18) are too many,
  // and those of some incidents under way are still to come: 20 of 20,000 rows are .001.
  @ParameterizedTest
  @CsvSource({
    "1000, 1, .003",
    "5000, 2, .002",
    "20000, 3, .001",
    "20000, 4, .001",
    "100000, 5, .0004"
  })
  void oneInTwoHundredIsAFraud(int rows, long seed, double tolerance) {
    LabelledTable table = TransactionSimulator.labelled(new Seeds(seed), rows);

    assertThat(table.rowCount()).isEqualTo(rows);
    assertThat((double) table.rareCount() / rows).isCloseTo(.005, within(tolerance));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 100})
  void anyNumberOfRowsWillDo(int rows) {
    assertThat(TransactionSimulator.labelled(new Seeds(1), rows).rowCount()).isEqualTo(rows);
    assertThatThrownBy(() -> new TransactionSimulator(new Seeds(1), 0))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void batchesAreTheRowsInMemory() {
    List<String> batches = texts(batches(42, TransactionSimulator.DEFAULT_ROWS));
    List<String> features = texts(List.of(TABLE.features()));

    assertThat(batches).hasSize(TABLE.rowCount());
    for (int row = 0; row < TABLE.rowCount(); row++) {
      String label = TABLE.isRare(row) ? TABLE.label().positive() : TABLE.label().negative();
      assertThat(batches.get(row)).isEqualTo(features.get(row) + "," + label);
    }
    assertThat(TABLE.label().position()).isEqualTo(TABLE.features().schema().columns().size());
  }

  @Test
  void rowsComeInTheOrderOfTime() {
    Cells.Instants times = (Cells.Instants) TABLE.features().cells("timestamp");

    for (int row = 1; row < times.size(); row++) {
      assertThat(times.value(row)).isGreaterThanOrEqualTo(times.value(row - 1));
    }
  }

  @Test
  void transactionsHaveNumbersOfTheirOwn() {
    Cells.Texts ids = (Cells.Texts) TABLE.features().cells("transaction_id");
    HashSet<String> different = new HashSet<>();
    for (int row = 0; row < ids.size(); row++) {
      different.add(ids.value(row));
    }

    assertThat(different).hasSize(TABLE.rowCount());
  }

  @Test
  void missingCellsMeanSomething() {
    Cells.Levels channel = levels("channel");
    Cells.Levels device = levels("device");
    Cells distance = TABLE.features().cells("distance_km");
    int hidden = 0;
    int unlocated = 0;
    for (int row = 0; row < TABLE.rowCount(); row++) {
      if (!channel.value(row).equals("online")) {
        assertThat(device.isMissing(row)).as("device, %s", channel.value(row)).isTrue();
      }
      if (!channel.value(row).equals("in-store")) {
        assertThat(distance.isMissing(row)).as("distance, %s", channel.value(row)).isTrue();
      }
      hidden += channel.value(row).equals("online") && device.isMissing(row) ? 1 : 0;
      unlocated += channel.value(row).equals("in-store") && distance.isMissing(row) ? 1 : 0;
    }

    assertThat(hidden).isGreaterThan(200);
    assertThat(unlocated).isGreaterThan(200);
    assertThat(shareHidden(true)).isGreaterThan(shareHidden(false) + 0.2);
  }

  /** Recomputes from the rows what the simulator says of a card's past. */
  @Test
  void historyIsCountedFromEarlierRows() {
    Cells.Texts cards = (Cells.Texts) TABLE.features().cells("card_id");
    Cells.Instants times = (Cells.Instants) TABLE.features().cells("timestamp");
    Cells.Numbers amounts = numbers("amount");
    Cells.Numbers hours = numbers("hours_since_last");
    Cells.Numbers counts = numbers("transactions_last_day");
    Cells.Numbers ratios = numbers("amount_ratio");
    Map<String, List<Integer>> past = new HashMap<>();
    for (int row = 0; row < TABLE.rowCount(); row++) {
      List<Integer> earlier = past.computeIfAbsent(cards.value(row), card -> new ArrayList<>());
      assertThat(hours.isMissing(row)).isEqualTo(earlier.isEmpty());
      assertThat(ratios.isMissing(row)).isEqualTo(earlier.isEmpty());
      if (!earlier.isEmpty()) {
        double mean = earlier.stream().mapToDouble(amounts::value).average().orElseThrow();
        double since = (times.value(row) - times.value(earlier.getLast())) / 3.6e9;
        // timestamps are cut to seconds, the columns rounded to 0.01 and 0.001
        assertThat(hours.value(row)).isCloseTo(since, within(0.0054));
        assertThat(ratios.value(row)).isCloseTo(amounts.value(row) / mean, within(0.00051));
      }
      long now = times.value(row);
      long surely = earlier.stream().filter(i -> now - times.value(i) < DAY_MICROS - 2e6).count();
      long perhaps = earlier.stream().filter(i -> now - times.value(i) < DAY_MICROS + 2e6).count();
      assertThat((long) counts.value(row)).isBetween(surely, perhaps);
      earlier.add(row);
    }
  }

  @Test
  void amountsArePositiveCents() {
    Cells.Numbers amounts = numbers("amount");

    for (int row = 0; row < amounts.size(); row++) {
      assertThat(amounts.value(row)).isGreaterThanOrEqualTo(0.5);
      assertThat(Math.rint(amounts.value(row) * 100) / 100).isEqualTo(amounts.value(row));
    }
  }

  /**
   * Average precision of the best use of one column alone, levels or 50 quantile groups ranked by
   * their own share of frauds; that uses the labels it is judged by, so it is an upper bound.
   */
  @Test
  void noColumnTellsFraudsByItself() {
    for (Column column : TABLE.features().schema().modelled().columns()) {
      assertThat(averagePrecisionOf(column.name())).as(column.name()).isLessThan(0.25);
    }
  }

  private static double averagePrecisionOf(String column) {
    Map<Integer, int[]> groups = new TreeMap<>();
    int[] ranks = groups(TABLE.features().cells(column));
    for (int row = 0; row < ranks.length; row++) {
      int[] counts = groups.computeIfAbsent(ranks[row], group -> new int[2]);
      counts[0]++;
      counts[1] += TABLE.isRare(row) ? 1 : 0;
    }
    List<int[]> byShare = new ArrayList<>(groups.values());
    byShare.sort((a, b) -> Double.compare((double) b[1] / b[0], (double) a[1] / a[0]));
    double sum = 0;
    int rows = 0;
    int frauds = 0;
    for (int[] counts : byShare) {
      rows += counts[0];
      frauds += counts[1];
      sum += (double) counts[1] / TABLE.rareCount() * frauds / rows;
    }
    return sum;
  }

  /** Groups rows: by level, or by quantile; missing ones are a group of their own. */
  private static int[] groups(Cells cells) {
    int[] groups = new int[cells.size()];
    double[] sorted = new double[cells.size()];
    for (int row = 0; row < groups.length; row++) {
      sorted[row] = number(cells, row);
    }
    Arrays.sort(sorted);
    for (int row = 0; row < groups.length; row++) {
      int rank = Math.abs(Arrays.binarySearch(sorted, number(cells, row)));
      groups[row] =
          cells instanceof Cells.Levels ? (int) number(cells, row) : rank * 50 / groups.length;
    }
    return groups;
  }

  private static double number(Cells cells, int row) {
    if (cells.isMissing(row)) {
      return -1;
    }
    return switch (cells) {
      case Cells.Numbers numbers -> numbers.value(row);
      case Cells.Levels levels -> levels.code(row);
      case Cells.Instants instants -> instants.value(row);
      case Cells.Texts texts -> throw new IllegalArgumentException("an identifier");
    };
  }

  private static double shareHidden(boolean fraud) {
    Cells.Levels channel = levels("channel");
    int online = 0;
    int hidden = 0;
    for (int row = 0; row < TABLE.rowCount(); row++) {
      if (TABLE.isRare(row) == fraud && channel.value(row).equals("online")) {
        online++;
        hidden += levels("device").isMissing(row) ? 1 : 0;
      }
    }
    return (double) hidden / online;
  }

  private static Cells.Levels levels(String column) {
    return (Cells.Levels) TABLE.features().cells(column);
  }

  private static Cells.Numbers numbers(String column) {
    return (Cells.Numbers) TABLE.features().cells(column);
  }

  private static List<Table> batches(long seed, long rows) {
    List<Table> batches = new ArrayList<>();
    new TransactionSimulator(new Seeds(seed), rows).forEachBatch(batches::add);
    return batches;
  }

  private static List<String> texts(List<Table> tables) {
    List<String> texts = new ArrayList<>();
    for (Table table : tables) {
      for (int row = 0; row < table.rowCount(); row++) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < table.schema().columns().size(); column++) {
          cells.add(text(table.cells(column), row));
        }
        texts.add(String.join(",", cells));
      }
    }
    return texts;
  }

  private static String text(Cells cells, int row) {
    if (cells.isMissing(row)) {
      return "";
    }
    return switch (cells) {
      case Cells.Numbers numbers -> Double.toString(numbers.value(row));
      case Cells.Levels levels -> levels.value(row);
      case Cells.Instants instants -> Long.toString(instants.value(row));
      case Cells.Texts texts -> texts.value(row);
    };
  }
}
