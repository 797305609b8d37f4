package dev.synth.generate;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.split.Training;
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
import org.jspecify.annotations.Nullable;

/** Made-up training rows of the kinds that generators stumble over. */
final class WildTables {
  private static final long DAY = 86_400_000_000L;
  private static final ColumnType NUMBER = ColumnType.Numeric.UNBOUNDED;
  private static final ColumnType LEVEL = new ColumnType.Categorical();

  private WildTables() {}

  /**
   * Numbers of every kind: {@code spent} is 0 in 60 % of rows and else log-normal in cents, {@code
   * clicks} counts from 0 to about 6, {@code percent} lies in [0, 100] with a fifth of rows at each
   * end, {@code ratio} has Cauchy's tails, {@code first} and {@code second} are missing together in
   * 40 %, {@code fixed} is 5 in each rare row, {@code member} is true or false, {@code day} is a
   * day, seen a second and missing in a tenth.
   */
  static Training numbers(int rare, int others, int seed) {
    RandomStream stream = new Seeds(seed).stream("numbers");
    int rows = rare + others;
    double[][] values = new double[7][rows];
    BitSet missing = new BitSet();
    BitSet unseen = new BitSet();
    List<@Nullable String> member = new ArrayList<>();
    long[] day = new long[rows];
    long[] seen = new long[rows];
    for (int row = 0; row < rows; row++) {
      double size = stream.nextGaussian() + (row < rare ? 1 : 0);
      boolean spends = stream.nextDouble() < .4;
      values[0][row] = spends ? Math.max(1, Math.rint(100 * Math.exp(2 * size))) / 100 : 0;
      values[1][row] = Math.max(0, Math.rint(1.5 + size + stream.nextGaussian()));
      double place = stream.nextDouble();
      values[2][row] = place < .2 ? 0 : place > .8 ? 100 : 100 * stream.nextDouble();
      values[3][row] = Math.tan(Math.PI * (stream.nextDouble() - .5));
      missing.set(row, stream.nextDouble() < .4);
      values[4][row] = size + stream.nextGaussian();
      values[5][row] = values[4][row] - stream.nextGaussian();
      values[6][row] = row < rare ? 5 : Math.rint(10 * stream.nextGaussian());
      member.add(stream.nextDouble() < .3 ? "true" : "false");
      day[row] = (18_000 + stream.nextInt(90)) * DAY;
      seen[row] = day[row] + stream.nextInt(86_400) * 1_000_000L;
      unseen.set(row, stream.nextDouble() < .1);
    }
    BitSet none = new BitSet();
    return training(
        rare,
        List.of(
            new Column("spent", NUMBER),
            new Column("clicks", NUMBER),
            new Column("percent", NUMBER),
            new Column("ratio", NUMBER),
            new Column("first", NUMBER),
            new Column("second", NUMBER),
            new Column("fixed", NUMBER),
            new Column("member", LEVEL),
            new Column("day", new ColumnType.Timestamp(true)),
            new Column("seen", new ColumnType.Timestamp(false))),
        List.of(
            new Cells.Numbers(values[0]),
            new Cells.Numbers(values[1]),
            new Cells.Numbers(values[2]),
            new Cells.Numbers(values[3]),
            new Cells.Numbers(values[4], missing),
            new Cells.Numbers(values[5], missing),
            new Cells.Numbers(values[6]),
            Cells.Levels.of(member),
            new Cells.Instants(day, none),
            new Cells.Instants(seen, unseen)));
  }

  /**
   * Categories: {@code land} has six levels and {@code town} three for each of them, {@code plan}
   * three levels of which each land lacks one, and {@code size} is a number.
   */
  static Training categories(int rare, int others, int seed) {
    RandomStream stream = new Seeds(seed).stream("categories");
    List<@Nullable String> land = new ArrayList<>();
    List<@Nullable String> town = new ArrayList<>();
    List<@Nullable String> plan = new ArrayList<>();
    double[] size = new double[rare + others];
    for (int row = 0; row < size.length; row++) {
      int of = stream.nextInt(6);
      land.add("land" + of);
      town.add("town" + (of + 6 * stream.nextInt(3)));
      plan.add("plan" + (of + 1 + stream.nextInt(2)) % 3);
      size[row] = of + stream.nextGaussian();
    }
    return training(
        rare,
        List.of(
            new Column("land", LEVEL),
            new Column("town", LEVEL),
            new Column("plan", LEVEL),
            new Column("size", NUMBER)),
        List.of(
            Cells.Levels.of(land),
            Cells.Levels.of(town),
            Cells.Levels.of(plan),
            new Cells.Numbers(size)));
  }

  /** A {@code shop} of ten thousand, of which the first five have half of the rows. */
  static Training manyLevels(int rare, int others, int seed) {
    RandomStream stream = new Seeds(seed).stream("levels");
    int[] codes = new int[rare + others];
    double[] size = new double[codes.length];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = stream.nextInt(2) == 0 ? stream.nextInt(5) : stream.nextInt(10_000);
      size[row] = stream.nextGaussian();
    }
    List<String> shops = new ArrayList<>();
    for (int shop = 0; shop < 10_000; shop++) {
      shops.add("shop%04d".formatted(shop));
    }
    return training(
        rare,
        List.of(new Column("shop", LEVEL), new Column("size", NUMBER)),
        List.of(new Cells.Levels(codes, new BitSet(), shops), new Cells.Numbers(size)));
  }

  private static Training training(int rare, List<Column> columns, List<Cells> cells) {
    BitSet isRare = new BitSet();
    isRare.set(0, rare);
    Label label = new Label("fraud", "1", "0", columns.size());
    return Training.whole(new LabelledTable(new Table(new Schema(columns), cells), isRare, label));
  }
}
