package dev.synth.internal.encode;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.table.Months;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Random tables with every type of column and every trouble that real columns have. */
final class RandomTables {
  private static final long MICROS_PER_SECOND = 1_000_000L;

  private final RandomStream random;
  private final int rows;
  private final List<Column> columns = new ArrayList<>();
  private final List<Cells> cells = new ArrayList<>();

  private RandomTables(long seed, int rows) {
    this.random = new Seeds(seed).stream("table");
    this.rows = rows;
  }

  static LabelledTable table(long seed, int rows, int rareRows) {
    RandomTables tables = new RandomTables(seed, rows);
    tables.numbers();
    tables.categories();
    tables.timestamps();
    BitSet rare = new BitSet();
    int[] order = tables.random.permutation(rows);
    for (int i = 0; i < rareRows; i++) {
      rare.set(order[i]);
    }
    Table features = new Table(new Schema(tables.columns), tables.cells);
    return new LabelledTable(features, rare, new Label("label", "1", "0", 0));
  }

  private void numbers() {
    numeric("normal", random::nextGaussian);
    numeric("negative", () -> -5 - random.nextDouble());
    numeric("heavy tail", () -> Math.pow(random.nextDouble(), -2));
    numeric("cents", () -> Math.rint(random.nextDouble() * 1e5) / 100);
    numeric("integers", () -> random.nextInt(1_000_000));
    numeric("few values", () -> random.nextInt(5));
    numeric("huge", () -> 1e12 * random.nextGaussian());
    numeric("huge integers", () -> Math.rint(1e12 * random.nextGaussian()));
    numeric("tiny", () -> 1e-12 * random.nextDouble());
    numeric("mostly zero", () -> random.nextInt(10) < 9 ? 0 : random.nextDouble() * 100);
    numeric("sentinel", () -> random.nextInt(5) == 0 ? -999_999 : random.nextInt(5000) / 10.0);
    numeric("constant", () -> 7.25);
    numeric("ties", () -> Math.rint(random.nextGaussian() * 12));
  }

  private void categories() {
    category("levels", 4);
    category("many levels", 300);
    category("one level", 1);
  }

  private void timestamps() {
    long day = 86_400 * MICROS_PER_SECOND;
    timestamp("seconds", false, () -> random.nextInt(100_000_000) * MICROS_PER_SECOND);
    timestamp("micros", false, () -> (random.nextLong() >>> 14) - (1L << 49));
    timestamp("half hours", false, () -> random.nextInt(48 * 300) * 1800L * MICROS_PER_SECOND);
    timestamp("dates", true, () -> (random.nextInt(4000) - 2000) * day);
    timestamp("one day", false, () -> 20_000 * day + random.nextInt(86_400) * MICROS_PER_SECOND);
    timestamp("months", true, () -> Months.first(random.nextInt(300) - 100L));
    timeOfDay("minutes of the day", () -> random.nextInt(1_440) * 60L * MICROS_PER_SECOND);
    timeOfDay(
        "around midnight", () -> (random.nextInt(7_200) + 82_800) % 86_400 * MICROS_PER_SECOND);
    timeOfDay("few times", () -> random.nextInt(3) * 3_600L * MICROS_PER_SECOND);
    timestamp("constant time", false, () -> 5 * day + 30 * MICROS_PER_SECOND);
  }

  private void numeric(String name, DoubleSupplier draw) {
    for (boolean withMissing : new boolean[] {false, true}) {
      double[] values = new double[rows];
      BitSet missing = new BitSet();
      for (int row = 0; row < rows; row++) {
        values[row] = draw.getAsDouble();
        missing.set(row, withMissing && random.nextInt(6) == 0);
      }
      add(name, withMissing, ColumnType.Numeric.UNBOUNDED, new Cells.Numbers(values, missing));
    }
  }

  private void category(String name, int levels) {
    for (boolean withMissing : new boolean[] {false, true}) {
      List<@Nullable String> texts = new ArrayList<>();
      for (int row = 0; row < rows; row++) {
        boolean isMissing = withMissing && random.nextInt(6) == 0;
        texts.add(isMissing ? null : "level " + random.nextInt(levels));
      }
      add(name, withMissing, new ColumnType.Categorical(), Cells.Levels.of(texts));
    }
  }

  private void timeOfDay(String name, LongSupplier draw) {
    instants(name, new ColumnType.TimeOfDay(), draw);
  }

  private void timestamp(String name, boolean dateOnly, LongSupplier draw) {
    instants(name, new ColumnType.Timestamp(dateOnly), draw);
  }

  private void instants(String name, ColumnType type, LongSupplier draw) {
    for (boolean withMissing : new boolean[] {false, true}) {
      long[] micros = new long[rows];
      BitSet missing = new BitSet();
      for (int row = 0; row < rows; row++) {
        micros[row] = draw.getAsLong();
        missing.set(row, withMissing && random.nextInt(6) == 0);
      }
      add(name, withMissing, type, new Cells.Instants(micros, missing));
    }
  }

  private void add(String name, boolean withMissing, ColumnType type, Cells added) {
    columns.add(new Column(name + (withMissing ? ", some missing" : ""), type));
    cells.add(added);
  }
}
