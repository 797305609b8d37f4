package dev.synth.internal.generate.smote;

import dev.synth.base.Cancellation;
import dev.synth.generate.TrainingNote;
import dev.synth.internal.generate.mixed.MixedRows;
import dev.synth.internal.generate.mixed.NeighbourSearch;
import dev.synth.internal.generate.mixed.RowDistance;
import dev.synth.split.Training;
import dev.synth.table.LabelledTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The rare rows that a SMOTE kind draws from, and how often. */
public sealed interface BaseRows {
  /**
   * Returns a weight for each rare row, at least one of them above 0.
   *
   * @param notes takes what had to be decided
   */
  double[] weights(Training training, Near near, List<TrainingNote> notes);

  /**
   * The measure of nearness.
   *
   * @param distance learned on the rare rows
   * @param cancellation whether to stop
   */
  record Near(RowDistance distance, Cancellation cancellation) {
    /**
     * Returns for each rare row how many of its nearest other rows, of both classes, are not rare,
     * and how many were looked at.
     */
    int[][] others(Training training, int count) {
      LabelledTable rows = training.rows();
      NeighbourSearch search = new NeighbourSearch(MixedRows.of(rows.features()), distance);
      return rows.rareRows().stream()
          .mapToObj(
              row -> {
                cancellation.check();
                int[] nearest = search.nearest(search.candidates(), row, row, count);
                int others = (int) IntStream.of(nearest).filter(it -> !rows.isRare(it)).count();
                return new int[] {others, nearest.length};
              })
          .toArray(int[][]::new);
    }
  }

  /** Each rare row alike: SMOTE and SMOTE-NC. */
  record Each() implements BaseRows {
    @Override
    public double[] weights(Training training, Near near, List<TrainingNote> notes) {
      double[] weights = new double[training.rareCount()];
      Arrays.fill(weights, 1);
      return weights;
    }
  }

  /**
   * The rows in danger, alike: at least half, but not all, of their nearest rows are of the other
   * class (Han, Wang and Mao, "Borderline-SMOTE", 2005, Borderline-SMOTE1). Where none is in
   * danger, each rare row.
   *
   * @param neighbours how many nearest rows are looked at
   */
  record InDanger(int neighbours) implements BaseRows {
    @Override
    public double[] weights(Training training, Near near, List<TrainingNote> notes) {
      double[] weights =
          Arrays.stream(near.others(training, neighbours))
              .mapToDouble(seen -> 2 * seen[0] >= seen[1] && seen[0] < seen[1] ? 1 : 0)
              .toArray();
      int inDanger = (int) Arrays.stream(weights).sum();
      if (inDanger > 0) {
        notes.add(new TrainingNote.RowsInDanger(inDanger, weights.length));
        return weights;
      }
      notes.add(new TrainingNote.NoRowInDanger());
      return new Each().weights(training, near, notes);
    }
  }

  /**
   * Each row in proportion to the share of the other class among its nearest rows (He, Bai, Garcia
   * and Li, "ADASYN", 2008, equations 3 and 4). Where no rare row has any of the other class near,
   * each rare row alike.
   *
   * @param neighbours how many nearest rows are looked at
   */
  record ByDifficulty(int neighbours) implements BaseRows {
    @Override
    public double[] weights(Training training, Near near, List<TrainingNote> notes) {
      double[] weights =
          Arrays.stream(near.others(training, neighbours))
              .mapToDouble(seen -> (double) seen[0] / Math.max(1, seen[1]))
              .toArray();
      if (Arrays.stream(weights).anyMatch(weight -> weight > 0)) {
        return weights;
      }
      notes.add(new TrainingNote.NoOtherClassNear());
      return new Each().weights(training, near, notes);
    }
  }
}
