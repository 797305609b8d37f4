package dev.synth.internal.table.delimited;

import dev.synth.internal.table.cell.NumberText;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** The sums and means of a file's columns in the rows above one, and the words of totals there. */
public final class RowsAbove {
  /** The largest distance of a figure from the one that a line says, as a share. */
  private static final double SAME = 1e-6;

  private final double[] sums;
  private final long[] counts;
  private final Set<Word> words = new HashSet<>();

  private record Word(int column, String text) {}

  private RowsAbove(int columns) {
    this.sums = new double[columns];
    this.counts = new long[columns];
  }

  /** Returns what is in so many rows of a file, which is read once. */
  public static RowsAbove of(DelimitedFile file, long rows) {
    RowsAbove above = new RowsAbove(file.names().size());
    long[] row = {0};
    file.rows(
        cells -> {
          if (row[0]++ < rows) {
            above.add(cells);
          }
        });
    return above;
  }

  static OptionalDouble number(String cell) {
    return NumberText.parse(NumberText.withPoint(cell.strip()));
  }

  /** Adds a row that turned out to be one. */
  void add(List<String> cells) {
    for (int i = 0; i < sums.length; i++) {
      String cell = cells.get(i);
      if (cell.isEmpty()) {
        continue;
      }
      OptionalDouble number = number(cell);
      if (number.isPresent()) {
        sums[i] += number.getAsDouble();
        counts[i]++;
      } else if (NoRows.isWord(cell)) {
        words.add(new Word(i, cell));
      }
    }
  }

  /** Returns whether a column has a word of totals. */
  boolean has(int column, String word) {
    return words.contains(new Word(column, word));
  }

  /** Returns whether a text is the sum of a column that has numbers. */
  boolean isSum(int column, String text) {
    double said = number(text).orElse(Double.NaN);
    return counts[column] > 0 && Math.abs(said - sums[column]) <= SAME * Math.abs(sums[column]);
  }

  /** Returns whether a text is the mean of a column, as many decimals as it has. */
  boolean isMean(int column, String text) {
    String plain = NumberText.withPoint(text.strip());
    int point = plain.indexOf('.');
    double rounding = point < 0 ? 0 : Math.pow(10, point + 1.0 - plain.length()) / 2;
    double mean = sums[column] / counts[column]; // NaN without numbers
    double distance = Math.abs(number(text).orElse(Double.NaN) - mean);
    return distance <= rounding + SAME * Math.abs(mean);
  }
}
