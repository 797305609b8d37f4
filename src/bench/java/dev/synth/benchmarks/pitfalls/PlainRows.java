package dev.synth.benchmarks.pitfalls;

import dev.synth.base.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows as anybody has them: arrays that know nothing of training and test, so that every mistake
 * can be made. The product's own types do not allow these.
 *
 * @param features a row each, without missing values
 * @param rare which rows are rare
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares rows
record PlainRows(double[][] features, BitSet rare) {
  private static final int COLUMNS = 10;
  private static final int KINDS = 2;
  private static final int SHIFTED = 3;
  private static final double SHIFT = 1.2;
  private static final int NEIGHBOURS = 5;

  /** Two kinds of rare rows, each shifted in three of ten normal columns, one of them shared. */
  static PlainRows draw(int rareRows, int others, RandomStream stream) {
    double[][] features = new double[rareRows + others][COLUMNS];
    for (int row = 0; row < features.length; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        features[row][column] = stream.nextGaussian();
      }
      if (row < rareRows) {
        int kind = row % KINDS;
        for (int column = 0; column < SHIFTED; column++) {
          features[row][column + kind * (SHIFTED - 1)] += kind == 0 ? SHIFT : -SHIFT;
        }
      }
    }
    return new PlainRows(features, first(rareRows));
  }

  /** Columns that have nothing to do with the class. */
  static PlainRows noise(int rareRows, int others, int columns, RandomStream stream) {
    double[][] features = new double[rareRows + others][columns];
    for (double[] row : features) {
      Arrays.setAll(row, column -> stream.nextGaussian());
    }
    return new PlainRows(features, first(rareRows));
  }

  private static BitSet first(int count) {
    BitSet first = new BitSet();
    first.set(0, count);
    return first;
  }

  int count() {
    return features.length;
  }

  PlainRows at(int[] rows) {
    BitSet kept = new BitSet();
    double[][] some = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      some[i] = features[rows[i]];
      kept.set(i, rare.get(rows[i]));
    }
    return new PlainRows(some, kept);
  }

  /** Returns the rare rows alone. */
  PlainRows rareRows() {
    return at(rare.stream().toArray());
  }

  PlainRows plus(PlainRows more) {
    double[][] all = Arrays.copyOf(features, count() + more.count());
    System.arraycopy(more.features, 0, all, count(), more.count());
    BitSet both = (BitSet) rare.clone();
    more.rare.stream().forEach(row -> both.set(count() + row));
    return new PlainRows(all, both);
  }

  /** Returns the rows cut at random into parts of about equal size, each with its share of both. */
  List<PlainRows> parts(int number, RandomStream stream) {
    List<List<Integer>> parts = new ArrayList<>();
    IntStream.range(0, number).forEach(part -> parts.add(new ArrayList<>()));
    int next = 0;
    for (boolean wanted : new boolean[] {true, false}) {
      for (int row : stream.permutation(count())) {
        if (rare.get(row) == wanted) {
          parts.get(next++ % number).add(row);
        }
      }
    }
    return parts.stream()
        .map(part -> at(part.stream().mapToInt(Integer::intValue).toArray()))
        .toList();
  }

  /** Returns all parts but one as one. */
  static PlainRows without(int left, List<PlainRows> parts) {
    return IntStream.range(0, parts.size())
        .filter(part -> part != left)
        .mapToObj(parts::get)
        .reduce(PlainRows::plus)
        .orElseThrow();
  }

  /** Returns copies of rare rows, drawn with replacement, each value moved by so much noise. */
  PlainRows copies(int number, double noise, RandomStream stream) {
    PlainRows from = rareRows();
    double[][] drawn = new double[number][];
    for (int i = 0; i < number; i++) {
      drawn[i] = from.features[stream.nextInt(from.count())].clone();
      for (int column = 0; column < drawn[i].length && noise > 0; column++) {
        drawn[i][column] += noise * stream.nextGaussian();
      }
    }
    return new PlainRows(drawn, first(number));
  }

  /** Returns rows between a rare row and one of its five nearest, as SMOTE has it. */
  PlainRows smote(int number, RandomStream stream) {
    double[][] from = rareRows().features;
    double[][] drawn = new double[number][];
    for (int i = 0; i < number; i++) {
      double[] row = from[stream.nextInt(from.length)];
      double[] other = nearest(row, from)[stream.nextInt(NEIGHBOURS)];
      double share = stream.nextDouble();
      drawn[i] = new double[row.length];
      for (int column = 0; column < row.length; column++) {
        drawn[i][column] = row[column] + share * (other[column] - row[column]);
      }
    }
    return new PlainRows(drawn, first(number));
  }

  private static double[][] nearest(double[] row, double[][] from) {
    return Arrays.stream(from)
        .filter(other -> distance(row, other) > 0) // not itself
        .sorted((one, two) -> Double.compare(distance(row, one), distance(row, two)))
        .limit(NEIGHBOURS)
        .toArray(double[][]::new);
  }

  static double distance(double[] one, double[] two) {
    double sum = 0;
    for (int column = 0; column < one.length; column++) {
      sum += (one[column] - two[column]) * (one[column] - two[column]);
    }
    return sum;
  }

  double[] column(int column) {
    return Arrays.stream(features).mapToDouble(row -> row[column]).toArray();
  }

  /** Returns the rows with some columns alone. */
  PlainRows columns(int[] columns) {
    double[][] some =
        Arrays.stream(features)
            .map(row -> Arrays.stream(columns).mapToDouble(column -> row[column]).toArray())
            .toArray(double[][]::new);
    return new PlainRows(some, rare);
  }
}
