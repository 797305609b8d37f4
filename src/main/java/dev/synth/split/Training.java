package dev.synth.split;

import dev.synth.base.Problem;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.table.Cells;
import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Real rows that may be learned from: the only rows that trainers and encoders accept.
 *
 * <p>Its tables hold the modelled columns alone; identifiers stayed behind in the split.
 */
public final class Training {
  /** Stretches that are sampled in proportion differ by the rounding of their numbers alone. */
  private static final double LEAST_DIFFERENCE = 0.01;

  private final LabelledTable rows;
  private final int[] blocks;
  private final @Nullable RowTimes times;

  /**
   * Training rows.
   *
   * @param blocks for each row what it must stay together with: rows of one number; not copied
   * @param times their times, where folds of them go forward; else null
   */
  Training(LabelledTable rows, int[] blocks, @Nullable RowTimes times) {
    this.rows = rows;
    this.blocks = blocks;
    this.times = times;
  }

  /** Training rows whose folds are drawn at random. */
  Training(LabelledTable rows, int[] blocks) {
    this(rows, blocks, null);
  }

  /**
   * Declares a whole table without groups to be training rows, to judge bare files by. Only the
   * services of experiment call it.
   */
  public static Training whole(LabelledTable rows) {
    return ofAll(rows, null);
  }

  /**
   * Declares a whole table to be training rows, where none of them is held out. What a random split
   * keeps on one side, equal rows and groups, stays together in folds of them. Only the services of
   * experiment call it.
   *
   * @param groupColumn the column whose equal values stay together, or null
   * @throws Problem if there is no such column, or no column to learn from
   */
  public static Training whole(LabelledTable rows, @Nullable String groupColumn) {
    return ofAll(rows, groupColumn);
  }

  /**
   * Declares a whole table to be training rows that a time split would part: folds of them go
   * forward. Only the services of experiment call it.
   *
   * @param timeColumn the timestamp or number that orders the rows
   * @param options has the gap between rows that are learned from and rows that are scored
   * @throws Problem if there is no such column, or no column to learn from
   */
  public static Training wholeInTime(
      LabelledTable rows, @Nullable String timeColumn, SplitOptions options) {
    String ordering = Splitter.required(rows, "time", timeColumn);
    Table features = Splitter.modelled(rows);
    return new Training(
        rows.modelled(),
        Components.together(features, EqualRows.of(features), null).all(),
        TimeCut.times(rows.features(), ordering, options.gap()));
  }

  private static Training ofAll(LabelledTable rows, @Nullable String groupColumn) {
    Table features = Splitter.modelled(rows);
    Cells groups =
        groupColumn == null
            ? null
            : rows.features().cells(Splitter.required(rows, "group", groupColumn));
    return new Training(
        rows.modelled(), Components.together(features, EqualRows.of(features), groups).all());
  }

  /** For each row what it must stay together with; not to be written to. */
  int[] blocks() {
    return blocks;
  }

  /** The times of the rows, where folds of them go forward; else null. */
  @Nullable RowTimes times() {
    return times;
  }

  /** Returns the rows of both classes. */
  public LabelledTable rows() {
    return rows;
  }

  /** Returns the features of the rare rows. */
  public Table rare() {
    return rows.rareFeatures();
  }

  /** Returns the number of rows of both classes. */
  public int rowCount() {
    return rows.rowCount();
  }

  /** Returns the number of rare rows. */
  public int rareCount() {
    return rows.rareCount();
  }

  /**
   * Returns these rows, for a generator to learn from.
   *
   * @throws Problem (data) if none of them is rare
   */
  public Training requireRare() {
    if (rareCount() == 0) {
      throw Problem.data("there are no rare training rows to learn from");
    }
    return this;
  }

  /**
   * Returns some of these rows as training rows: a fold to fit on, say. What is left out stays with
   * the caller, who must not call it held out.
   */
  public Training subset(int[] chosen) {
    return new Training(
        rows.rows(chosen),
        Arrays.stream(chosen).map(row -> blocks[row]).toArray(),
        times == null ? null : times.of(chosen));
  }

  /**
   * Returns these rows with one rate of sampling throughout, where others than rare rows stand for
   * different numbers of rows: of the others that stand for fewer than the rarest sampled ones do,
   * as many are left out at random as makes up for it. What is added to these rows, and how a
   * classifier weighs the classes, is then what it is for rows that are sampled everywhere.
   *
   * @param seeds where the stream {@code even} comes from
   */
  public Training evened(Seeds seeds) {
    double[] weights = rows.facts().weights();
    double heaviest = 0;
    double lightest = Double.POSITIVE_INFINITY;
    for (int row = 0; weights != null && row < weights.length; row++) {
      heaviest = rows.isRare(row) ? heaviest : Math.max(heaviest, weights[row]);
      lightest = rows.isRare(row) ? lightest : Math.min(lightest, weights[row]);
    }
    if (weights == null || lightest > heaviest * (1 - LEAST_DIFFERENCE)) {
      return this;
    }
    RandomStream random = seeds.stream("even");
    double limit = heaviest;
    int[] chosen =
        IntStream.range(0, weights.length)
            .filter(row -> random.nextDouble() < weights[row] / limit || rows.isRare(row))
            .toArray();
    double[] own = new double[chosen.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = rows.isRare(chosen[i]) ? weights[chosen[i]] : limit;
    }
    Training kept = subset(chosen);
    LabelledTable weighted = kept.rows.with(kept.rows.facts().withWeights(own));
    return new Training(weighted, kept.blocks, kept.times);
  }

  /** Returns these rows without some columns, for a generator that need not see them. */
  public Training without(Set<String> columns) {
    return columns.isEmpty() ? this : new Training(rows.without(columns), blocks, times);
  }

  /** Returns these rows with synthetic rare rows after them, for a classifier to learn from. */
  public Augmented plus(Synthetic synthetic) {
    return new Augmented(this, synthetic, null);
  }

  /** Returns these rows with synthetic rows after them, each as rare as its label says. */
  public Augmented plus(Synthetic synthetic, SoftLabels labels) {
    return new Augmented(this, synthetic, labels);
  }

  /** Returns these rows as a classifier takes them, with nothing added. */
  public Augmented unaugmented() {
    return plus(new Synthetic(rows.features().rows(new int[0])));
  }
}
