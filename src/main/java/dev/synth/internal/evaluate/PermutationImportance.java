package dev.synth.internal.evaluate;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.classify.Classifier;
import dev.synth.evaluate.Curves;
import dev.synth.evaluate.ImportanceOptions;
import dev.synth.evaluate.ScoredRows;
import dev.synth.internal.stats.Moments;
import dev.synth.split.HeldOut;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Permutation importance (Breiman, "Random Forests", Machine Learning 45, 2001, section 10): the
 * drop of average precision on validation rows when the cells of one column are permuted.
 *
 * <p>Columns as the data has them are permuted, before any encoding, so that a column of many
 * levels counts once. Of two columns that say the same, each may seem useless, since the other is
 * left. The rows, and the order in which each column is permuted, depend on the validation rows and
 * the seeds alone, and not on the classifier: arms can be compared.
 */
public final class PermutationImportance {
  private final ImportanceOptions options;
  private final Seeds seeds;
  private final LabelledTable rows;

  /**
   * Importance on validation rows, or on some of them: with the rare rows that there are, up to
   * half of the most that are taken, and others drawn at random.
   *
   * @param seeds the same for all classifiers that are compared
   */
  public PermutationImportance(
      HeldOut<HeldOut.Validation> validation, ImportanceOptions options, Seeds seeds) {
    this.options = options;
    this.seeds = seeds;
    this.rows = some(HeldOut.validationRows(validation), options.rows(), seeds.stream("rows"));
  }

  private static LabelledTable some(LabelledTable all, int most, RandomStream stream) {
    int[] order = stream.permutation(all.rowCount());
    int rare = Math.min(most / 2, all.rareCount());
    int[] rareRows = Arrays.stream(order).filter(all::isRare).limit(rare).toArray();
    int[] others =
        Arrays.stream(order).filter(row -> !all.isRare(row)).limit((long) most - rare).toArray();
    return all.rows(
        IntStream.concat(Arrays.stream(rareRows), Arrays.stream(others)).sorted().toArray());
  }

  /** Returns every column's drop, in the order of the columns. */
  public List<ColumnDrop> of(Classifier classifier) {
    double whole = averagePrecisions(classifier, rows.features(), 1).getFirst();
    Table copies = rows.features().rows(copies());
    List<ColumnDrop> drops = new ArrayList<>();
    for (Column column : copies.schema().columns()) {
      if (!(column.type() instanceof ColumnType.Identifier)) {
        Table permuted = permuted(copies, column.name());
        drops.add(
            drop(
                column.name(), whole, averagePrecisions(classifier, permuted, options.shuffles())));
      }
    }
    return drops;
  }

  /** All rows, once for each shuffle: many short calls of a classifier take longer than one. */
  private int[] copies() {
    return IntStream.range(0, rows.rowCount() * options.shuffles())
        .map(row -> row % rows.rowCount())
        .toArray();
  }

  private Table permuted(Table copies, String permuted) {
    RandomStream stream = seeds.stream("column/" + permuted);
    int[] order =
        IntStream.range(0, options.shuffles())
            .flatMap(shuffle -> Arrays.stream(stream.permutation(rows.rowCount())))
            .toArray();
    List<Cells> cells = new ArrayList<>();
    for (Column column : copies.schema().columns()) {
      cells.add(
          column.name().equals(permuted)
              ? rows.features().cells(permuted).rows(order)
              : copies.cells(column.name()));
    }
    return new Table(copies.schema(), cells);
  }

  private static ColumnDrop drop(String column, double whole, List<Double> permuted) {
    List<Double> drops = permuted.stream().map(precision -> whole - precision).toList();
    double error = Moments.standardDeviation(drops) / Math.sqrt(drops.size());
    return new ColumnDrop(column, Moments.mean(drops), error);
  }

  /** The average precision of each copy of the rows. */
  private List<Double> averagePrecisions(Classifier classifier, Table features, int copies) {
    double[] scores = classifier.score(features);
    List<Double> precisions = new ArrayList<>();
    for (int copy = 0; copy < copies; copy++) {
      double[] own =
          Arrays.copyOfRange(scores, copy * rows.rowCount(), (copy + 1) * rows.rowCount());
      precisions.add(Curves.averagePrecision(new ScoredRows(own, rows.rareRows())));
    }
    return precisions;
  }
}
