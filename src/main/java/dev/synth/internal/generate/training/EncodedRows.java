package dev.synth.internal.generate.training;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.generate.Scope;
import dev.synth.internal.encode.FeatureEncoder;
import dev.synth.split.Training;
import dev.synth.table.LabelledTable;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Encoded training rows as a neural generator learns from them: the rare ones first and, of scope
 * {@code all}, the others behind them, each row with its class behind its numbers (1 for rare).
 *
 * <p>Its arrays are shared, for hot loops; nobody writes to them.
 *
 * @param rows encoded rows, with a condition where the scope is {@code all}
 * @param rareCount how many of them are rare
 * @param scope whose rows they are
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record EncodedRows(double[][] rows, int rareCount, Scope scope) {
  /** More rows of the common class than 2,000 steps of 256 get to see would only cost memory. */
  private static final int MOST_OTHERS = 200_000;

  /** Encodes training rows; of a very large common class a random part. */
  public static EncodedRows of(
      FeatureEncoder encoder, Training training, Scope scope, Seeds seeds) {
    double[][] rare = encoder.encode(training.rare());
    return switch (scope) {
      case RARE -> new EncodedRows(rare, rare.length, scope);
      case ALL -> {
        LabelledTable all = training.rows();
        int[] others = IntStream.range(0, all.rowCount()).filter(row -> !all.isRare(row)).toArray();
        if (others.length > MOST_OTHERS) {
          seeds.stream("others").shuffle(others);
          others = Arrays.copyOf(others, MOST_OTHERS);
        }
        double[][] common = encoder.encode(all.features().rows(others));
        double[][] rows = new double[rare.length + common.length][];
        for (int i = 0; i < rows.length; i++) {
          rows[i] = i < rare.length ? with(rare[i], 1) : with(common[i - rare.length], 0);
        }
        yield new EncodedRows(rows, rare.length, scope);
      }
    };
  }

  private static double[] with(double[] row, double condition) {
    double[] longer = Arrays.copyOf(row, row.length + 1);
    longer[row.length] = condition;
    return longer;
  }

  /** Returns how many conditions stand behind each row's numbers. */
  int conditions() {
    return switch (scope) {
      case RARE -> 0;
      case ALL -> 1;
    };
  }

  /** Returns the rare rows, with their conditions. */
  public double[][] rare() {
    return Arrays.copyOf(rows, rareCount);
  }

  /**
   * Returns batches: of rare rows alone, or half and half.
   *
   * @param size rows a batch; of scope {@code rare} the rare rows' number, if that is smaller
   */
  public BatchSource batches(int size, RandomStream stream) {
    return rows.length == rareCount
        ? new Batches(rareCount, size, stream)
        : new BalancedBatches(rareCount, rows.length - rareCount, Math.max(2, size), stream);
  }
}
