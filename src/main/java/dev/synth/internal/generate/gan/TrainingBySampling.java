package dev.synth.internal.generate.gan;

import dev.synth.base.RandomStream;
import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.encode.Span;
import dev.synth.internal.neural.gan.LevelConditions;
import java.util.Arrays;

/**
 * Rows of one class, drawn with replacement so that few rows fill any batch, and so that rare cases
 * are seen often: CTGAN's training by sampling (Xu et al., NeurIPS 2019, section 4.3). A case is
 * drawn by {@link LevelSampler}, then one of the rows that have it, each as likely as any other.
 *
 * <p>Two departures, for few rows: a case's weight is ln(1 + count) where CTGAN has ln(count),
 * which would never draw a case that a single row has; and a span in which the class agrees is no
 * choice.
 */
final class TrainingBySampling {
  private final double[][] rows;
  private final int[] counts;
  private final int[] starts;
  private final int[] rowsByCase;
  private final LevelSampler drawer;

  /**
   * Rows to draw from.
   *
   * @param rows encoded rows of one class, at least one
   * @param conditional whether cases are drawn; otherwise rows are, and no case is asked for
   */
  TrainingBySampling(EncodedLayout layout, double[][] rows, boolean conditional) {
    this.rows = rows;
    counts = counts(layout, rows);
    drawer =
        new LevelSampler(
            layout, conditional ? counts : new int[layout.width()], count -> Math.log1p(count));
    starts = new int[layout.width() + 1];
    for (int position = 0; position < layout.width(); position++) {
      starts[position + 1] = starts[position] + counts[position];
    }
    rowsByCase = new int[starts[layout.width()]];
    int[] next = starts.clone();
    for (int row = 0; row < rows.length; row++) {
      for (int position = 0; position < counts.length; position++) {
        if (counts[position] > 0 && rows[row][position] == 1) {
          rowsByCase[next[position]++] = row;
        }
      }
    }
  }

  /** Returns for each position of an encoded row how many rows have that case; 0 for scalars. */
  static int[] counts(EncodedLayout layout, double[][] rows) {
    int[] counts = new int[layout.width()];
    for (Span span : layout.spans()) {
      switch (span) {
        case Span.OneHot choice -> {
          for (double[] row : rows) {
            for (int i = choice.offset(); i < choice.offset() + choice.width(); i++) {
              counts[i] += row[i] == 1 ? 1 : 0;
            }
          }
        }
        case Span.Scalar scalar -> {}
      }
    }
    return counts;
  }

  /** Returns a copy of the counts of {@link #counts(EncodedLayout, double[][])}. */
  int[] counts() {
    return Arrays.copyOf(counts, counts.length);
  }

  /** Draws a case, {@link LevelConditions#NONE} where there is no choice. */
  int drawCase(RandomStream stream) {
    return drawer.draw(stream);
  }

  /** Draws a row that has a case, or any row for {@link LevelConditions#NONE}. */
  double[] drawRow(int position, RandomStream stream) {
    if (position == LevelConditions.NONE) {
      return rows[stream.nextInt(rows.length)];
    }
    return rows[rowsByCase[starts[position] + stream.nextInt(counts[position])]];
  }
}
