package dev.synth.internal.generate.forest;

import dev.synth.base.RandomStream;
import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.encode.FeatureEncoder;
import dev.synth.internal.encode.Span;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Encoded rows taken apart: for each one-hot span which case a row has, for each scalar span the
 * number, NaN where its gate is closed. Numbers are rounded to single precision, in which models
 * are saved.
 */
public final class SpanRows {
  /** The number of rows that are encoded at once: one-hot spans of many levels are wide. */
  private static final int ENCODED_AT_ONCE = 256;

  private final SpanLayout layout;
  private final int[][] cases;
  private final double[][] numbers;
  private final int rowCount;

  /** An array for each span, of one entry a row; shared, not copied. */
  SpanRows(SpanLayout layout, int[][] cases, double[][] numbers, int rowCount) {
    this.layout = layout;
    this.cases = cases;
    this.numbers = numbers;
    this.rowCount = rowCount;
  }

  /** Encodes a table and takes its rows apart. */
  public static SpanRows of(FeatureEncoder encoder, Table table) {
    SpanRows rows = empty(encoder.layout(), table.rowCount());
    for (int start = 0; start < table.rowCount(); start += ENCODED_AT_ONCE) {
      int end = Math.min(table.rowCount(), start + ENCODED_AT_ONCE);
      double[][] encoded = encoder.encode(table.rows(IntStream.range(start, end).toArray()));
      for (int i = 0; i < encoded.length; i++) {
        rows.takeApart(encoded[i], start + i);
      }
    }
    return rows;
  }

  static SpanRows empty(EncodedLayout layout, int rowCount) {
    SpanLayout mixed = SpanLayout.of(layout);
    return new SpanRows(
        mixed,
        new int[mixed.choices().size()][rowCount],
        new double[mixed.scalars().size()][rowCount],
        rowCount);
  }

  private void takeApart(double[] encoded, int row) {
    for (int choice = 0; choice < cases.length; choice++) {
      Span.OneHot span = layout.choices().get(choice);
      for (int k = 1; k < span.width(); k++) {
        if (encoded[span.offset() + k] > encoded[span.offset() + cases[choice][row]]) {
          cases[choice][row] = k;
        }
      }
    }
    for (int scalar = 0; scalar < numbers.length; scalar++) {
      double number = (float) encoded[layout.scalars().get(scalar).offset()];
      numbers[scalar][row] = isOpen(scalar, row) ? number : Double.NaN;
    }
  }

  /** Returns whether a row's cases open a scalar's gate. */
  boolean isOpen(int scalar, int row) {
    int choice = layout.gateChoice(scalar);
    return choice < 0 || cases[choice][row] == layout.gateCase(scalar);
  }

  /** Returns the rows put together again, as the encoder decodes them. */
  public double[][] encoded() {
    double[][] encoded = new double[rowCount][layout.width()];
    for (int row = 0; row < rowCount; row++) {
      for (int choice = 0; choice < cases.length; choice++) {
        encoded[row][layout.choices().get(choice).offset() + cases[choice][row]] = 1;
      }
      for (int scalar = 0; scalar < numbers.length; scalar++) {
        double number = numbers[scalar][row];
        encoded[row][layout.scalars().get(scalar).offset()] = Double.isNaN(number) ? 0 : number;
      }
    }
    return encoded;
  }

  SpanLayout layout() {
    return layout;
  }

  int rowCount() {
    return rowCount;
  }

  /** Returns the number of one-hot spans. */
  int choiceCount() {
    return cases.length;
  }

  /** Returns the number of scalar spans. */
  int scalarCount() {
    return numbers.length;
  }

  /** Returns a one-hot span's case in each row; shared. */
  int[] cases(int choice) {
    return cases[choice];
  }

  /** Returns a scalar span's number in each row, NaN where the gate is closed; shared. */
  double[] numbers(int scalar) {
    return numbers[scalar];
  }

  /** Returns these rows with each span shuffled on its own; a number goes with its gate. */
  SpanRows permuted(RandomStream stream) {
    int[][] shuffledCases = new int[cases.length][];
    int[][] orders = new int[cases.length][];
    for (int choice = 0; choice < cases.length; choice++) {
      int[] values = cases[choice];
      orders[choice] = stream.permutation(rowCount);
      shuffledCases[choice] = Arrays.stream(orders[choice]).map(row -> values[row]).toArray();
    }
    double[][] shuffled = new double[numbers.length][];
    for (int scalar = 0; scalar < numbers.length; scalar++) {
      double[] values = numbers[scalar];
      int gate = layout.gateChoice(scalar);
      int[] order = gate < 0 ? stream.permutation(rowCount) : orders[gate];
      shuffled[scalar] = Arrays.stream(order).mapToDouble(row -> values[row]).toArray();
    }
    return new SpanRows(layout, shuffledCases, shuffled, rowCount);
  }

  /**
   * Returns for each feature, first the one-hot and then the scalar spans, codes of these rows and
   * of others behind them: the case, or the rank of the number among all, 0 where there is none.
   */
  List<int[]> codesWith(SpanRows others) {
    List<int[]> codes = new ArrayList<>();
    for (int choice = 0; choice < cases.length; choice++) {
      codes.add(
          IntStream.concat(Arrays.stream(cases[choice]), Arrays.stream(others.cases[choice]))
              .toArray());
    }
    for (int scalar = 0; scalar < numbers.length; scalar++) {
      double[] values = numbersWith(others, scalar);
      double[] distinct =
          Arrays.stream(values).filter(Double::isFinite).sorted().distinct().toArray();
      codes.add(
          Arrays.stream(values)
              .mapToInt(v -> Double.isNaN(v) ? 0 : 1 + Arrays.binarySearch(distinct, v))
              .toArray());
    }
    return codes;
  }

  /** Returns a scalar span's numbers of these rows and of others behind them. */
  double[] numbersWith(SpanRows others, int scalar) {
    double[] all = Arrays.copyOf(numbers[scalar], rowCount + others.rowCount);
    System.arraycopy(others.numbers[scalar], 0, all, rowCount, others.rowCount);
    return all;
  }
}
