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

/**
 * Made-up training rows of every column type.
 *
 * <p>Rare rows: {@code amount} is log-normal and rises with {@code score} (correlation of the
 * underlying normals 0.8); {@code channel} is web, app or shop with shares .6, .3 and .1, and app
 * rows have {@code score} higher by 2; {@code balance} is missing in 30 % and 0 in 20 %; {@code
 * country} has one level among the rare rows and two among the others.
 */
public final class ToyTables {
  static final Schema SCHEMA =
      new Schema(
          List.of(
              new Column("amount", new ColumnType.Numeric(2, null, null)),
              new Column("score", ColumnType.Numeric.UNBOUNDED),
              new Column("channel", new ColumnType.Categorical()),
              new Column("balance", ColumnType.Numeric.UNBOUNDED),
              new Column("country", new ColumnType.Categorical()),
              new Column("time", new ColumnType.Timestamp(false))));

  private ToyTables() {}

  public static Training training(int rare, int others, int seed) {
    RandomStream stream = new Seeds(seed).stream("toy");
    int rows = rare + others;
    double[] amount = new double[rows];
    double[] score = new double[rows];
    List<@Nullable String> channel = new ArrayList<>();
    double[] balance = new double[rows];
    BitSet noBalance = new BitSet();
    List<@Nullable String> country = new ArrayList<>();
    long[] time = new long[rows];
    BitSet isRare = new BitSet();
    for (int row = 0; row < rows; row++) {
      boolean rareRow = row < rare;
      isRare.set(row, rareRow);
      double u = stream.nextDouble();
      channel.add(u < .6 ? "web" : u < .9 ? "app" : "shop");
      double first = stream.nextGaussian();
      double second = 0.8 * first + 0.6 * stream.nextGaussian();
      score[row] = (rareRow ? 3 : 0) + first + (u >= .6 && u < .9 ? 2 : 0);
      amount[row] = Math.round(100 * Math.exp(3 + second)) / 100.0;
      double v = stream.nextDouble();
      noBalance.set(row, v < .3);
      balance[row] = v < .5 ? 0 : 1000 + 200 * stream.nextGaussian();
      country.add(rareRow || stream.nextDouble() < .5 ? "DE" : "FR");
      time[row] = 1_600_000_000_000_000L + (long) (stream.nextDouble() * 30 * 86_400e6);
    }
    Table features =
        new Table(
            SCHEMA,
            List.of(
                new Cells.Numbers(amount, new BitSet()),
                new Cells.Numbers(score, new BitSet()),
                Cells.Levels.of(channel),
                new Cells.Numbers(balance, noBalance),
                Cells.Levels.of(country),
                new Cells.Instants(time, new BitSet())));
    return Training.whole(
        new LabelledTable(features, isRare, new Label("fraud", "1", "0", SCHEMA.columns().size())));
  }
}
