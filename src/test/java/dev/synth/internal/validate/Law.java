package dev.synth.internal.validate;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.demo.TransactionSimulator;
import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A population that rows are drawn from, again and again. */
interface Law {
  /** Draws rows of the rare class. */
  Table rare(int rows, long seed);

  /** Draws rows of the rare class that {@code rare} of the same arguments does not have. */
  Table fresh(int rows, long seed);

  /** Draws rows of the other class. */
  Table others(int rows, long seed);

  /** Draws rows of the rare class but for those of one pattern, at least a fifth of them. */
  Table withoutOnePattern(int rows, long seed);

  /** Returns how many rows of the other class there are in training for each rare one. */
  int othersPerRare();

  /** Draws training rows of both classes. */
  default Training training(int rareRows, long seed) {
    BitSet rare = new BitSet();
    rare.set(0, rareRows);
    Table rows = rare(rareRows, seed).followedBy(others(othersPerRare() * rareRows, seed));
    return Training.whole(new LabelledTable(rows, rare, new Label("rare", "1", "0", 0)));
  }

  /** Four patterns in six numbers and two categories, and one broad heap of other rows. */
  final class Patterns implements Law {
    private static final double[] WEIGHTS = {0.34, 0.24, 0.22, 0.20};
    private static final int LOST = 2;

    /** The centres of the four patterns, in deviations, and at last of the other rows. */
    private static final double[][] CENTRES = {
      {0, 0, 0, 0, 0, 0},
      {3, 0, -2, 0, 1, 0},
      {0, 3, 0, -3, 0, 2},
      {-2, 1, 3, 2, 0, -1},
      {1, 1, 0, 0, -2, -2},
    };

    private static final String[][] LEVELS = {
      {"web", "web", "shop"},
      {"shop", "shop", "web"},
      {"phone", "phone", "web"},
      {"web", "shop"},
      {"shop", "shop", "phone"},
    };

    private static final Schema SCHEMA =
        new Schema(
            List.of(
                number("a"),
                number("b"),
                number("c"),
                number("d"),
                number("e"),
                number("f"),
                new Column("channel", new ColumnType.Categorical()),
                new Column("device", new ColumnType.Categorical())));

    private static Column number(String name) {
      return new Column(name, ColumnType.Numeric.UNBOUNDED);
    }

    @Override
    public int othersPerRare() {
      return 2;
    }

    @Override
    public Table rare(int rows, long seed) {
      RandomStream stream = new Seeds(seed).stream("patterns");
      return draw(IntStream.range(0, rows).map(row -> pattern(stream)).toArray(), stream);
    }

    @Override
    public Table fresh(int rows, long seed) {
      return rare(rows, -1 - seed);
    }

    @Override
    public Table withoutOnePattern(int rows, long seed) {
      RandomStream stream = new Seeds(seed).stream("patterns/lost");
      return draw(
          IntStream.generate(() -> pattern(stream)).filter(p -> p != LOST).limit(rows).toArray(),
          stream);
    }

    @Override
    public Table others(int rows, long seed) {
      int[] patterns = new int[rows];
      Arrays.fill(patterns, WEIGHTS.length);
      return draw(patterns, new Seeds(seed).stream("patterns/others"));
    }

    private static int pattern(RandomStream stream) {
      double drawn = stream.nextDouble();
      int pattern = 0;
      while (pattern < WEIGHTS.length - 1 && drawn >= WEIGHTS[pattern]) {
        drawn -= WEIGHTS[pattern++];
      }
      return pattern;
    }

    private static Table draw(int[] patterns, RandomStream stream) {
      double[][] numbers = new double[6][patterns.length];
      List<@Nullable String> channels = new ArrayList<>();
      List<@Nullable String> devices = new ArrayList<>();
      for (int row = 0; row < patterns.length; row++) {
        double cause = stream.nextGaussian();
        for (int column = 0; column < 6; column++) {
          double value = CENTRES[patterns[row]][column] + 0.6 * cause + 0.8 * stream.nextGaussian();
          numbers[column][row] = Math.rint(1000 * value) / 1000;
        }
        String[] levels = LEVELS[patterns[row]];
        channels.add(levels[stream.nextInt(levels.length)]);
        devices.add(cause + stream.nextGaussian() > 0 ? "old" : "new");
      }
      List<Cells> cells = new ArrayList<>();
      for (double[] column : numbers) {
        cells.add(new Cells.Numbers(column));
      }
      cells.add(Cells.Levels.of(channels));
      cells.add(Cells.Levels.of(devices));
      return new Table(SCHEMA, cells);
    }
  }

  /** Frauds and other transactions of the simulator, drawn from a pool without replacement. */
  final class Cards implements Law {
    private final Table frauds;
    private final Table normals;

    Cards(int transactions) {
      LabelledTable pool = TransactionSimulator.labelled(new Seeds(1), transactions);
      Training modelled = Training.whole(pool);
      this.frauds = modelled.rare();
      this.normals =
          modelled
              .rows()
              .features()
              .rows(IntStream.range(0, 20_000).filter(row -> !pool.isRare(row)).toArray());
    }

    /** A low number for frauds, but one with which no level of the other class is unseen. */
    @Override
    public int othersPerRare() {
      return 20;
    }

    @Override
    public Table rare(int rows, long seed) {
      return some(frauds, 0, rows, seed);
    }

    @Override
    public Table fresh(int rows, long seed) {
      return some(frauds, rows, rows, seed);
    }

    @Override
    public Table others(int rows, long seed) {
      return some(normals, 0, rows, seed);
    }

    @Override
    public Table withoutOnePattern(int rows, long seed) {
      throw new UnsupportedOperationException("the simulator's rows don't tell their pattern");
    }

    private static Table some(Table pool, int from, int rows, long seed) {
      int[] order = new Seeds(seed).stream("cards").permutation(pool.rowCount());
      return pool.rows(Arrays.copyOfRange(order, from, from + rows));
    }
  }
}
