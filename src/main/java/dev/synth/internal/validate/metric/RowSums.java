package dev.synth.internal.validate.metric;

import dev.synth.internal.stats.Present;
import dev.synth.table.Cells;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sums over all rows of one side: how often each level and each pair of categories comes, and the
 * {@link NumberSums} of numbers. Memory grows with the levels, and the pairs of levels that occur,
 * and not with rows.
 *
 * <p>They are whole numbers and exact decimals. So rows may be added in any order and in any parts,
 * on any machines, and the sums have the same bits. What is counted, such as the cuts of numbers,
 * is learned from a sample of real rows, the same for all sides.
 */
public final class RowSums {
  /** With so many cuts at most, two neighbouring ones have a two-thousandth of the rows between. */
  private static final int CUTS = 2_048;

  private static final String SPACE = " ";

  private final List<SampleColumn> columns;
  private final ColumnPairs pairs;
  private final SampleSpace space;
  private final double[][] quintiles;
  private final int[] categories;
  private final NumberSums[] numbers;
  private final CellCounts[] levels;
  private final CellCounts[] tables;
  private final ContentCounts contents;
  private long rows;

  /**
   * Sums of no rows.
   *
   * @param space the columns of all sides
   * @param training a sample of rare training rows
   * @param contents of how many contents the rows are counted at most
   */
  public RowSums(SampleSpace space, Sample training, int contents) {
    this.space = space;
    this.columns = space.columns();
    this.pairs = space.pairs();
    int count = columns.size();
    quintiles = new double[count][];
    categories = new int[count];
    numbers = new NumberSums[count];
    levels = new CellCounts[count];
    for (int i = 0; i < count; i++) {
      boolean isNumber = columns.get(i).isNumber();
      double[] values = training.values(i);
      quintiles[i] = isNumber ? Quintiles.cuts(values) : new double[0];
      numbers[i] = new NumberSums(isNumber ? cuts(values) : new double[0]);
      // Beside the bins or levels: levels that the samples lack, and missing cells.
      int bins = isNumber ? quintiles[i].length + 1 : columns.get(i).levels().size() + 1;
      categories[i] = bins + 1;
      levels[i] = new CellCounts(categories[i]);
    }
    tables = new CellCounts[pairs.count()];
    for (int pair = 0; pair < tables.length; pair++) {
      tables[pair] =
          new CellCounts((long) categories[pairs.first(pair)] * categories[pairs.second(pair)]);
    }
    this.contents = new ContentCounts(contents);
  }

  /** Returns all distinct values where they are few, else as many evenly spaced quantiles. */
  private static double[] cuts(double[] values) {
    double[] sorted = Present.sorted(values);
    double[] distinct = Arrays.stream(sorted).map(value -> value + 0.0).distinct().toArray();
    if (distinct.length <= CUTS) {
      return distinct;
    }
    double[] cuts = new double[CUTS];
    for (int i = 0; i < CUTS; i++) {
      cuts[i] = sorted[(int) ((long) i * (sorted.length - 1) / (CUTS - 1))] + 0.0;
    }
    return Arrays.stream(cuts).distinct().toArray();
  }

  /** Adds rows. */
  public void add(Table table) {
    Sample sample = space.sample(table);
    int[][] codes = new int[columns.size()][];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = codes(i, sample.values(i));
      if (columns.get(i).isNumber()) {
        for (double value : sample.values(i)) {
          numbers[i].add(value);
        }
      } else {
        for (int code : codes[i]) {
          levels[i].add(code, 1);
        }
      }
    }
    for (int pair = 0; pair < tables.length; pair++) {
      int[] first = codes[pairs.first(pair)];
      int[] second = codes[pairs.second(pair)];
      int width = categories[pairs.second(pair)];
      for (int row = 0; row < first.length; row++) {
        tables[pair].add((long) first[row] * width + second[row], 1);
      }
    }
    for (long hash : hashes(table, sample)) {
      contents.add(hash, 1);
    }
    rows += table.rowCount();
  }

  private int[] codes(int column, double[] values) {
    SampleColumn kind = columns.get(column);
    int[] codes = new int[values.length];
    for (int row = 0; row < codes.length; row++) {
      double value = values[row];
      if (Double.isNaN(value)) {
        codes[row] = categories[column] - 1;
      } else if (kind.isNumber()) {
        codes[row] = Quintiles.bin(value, quintiles[column]);
      } else {
        codes[row] = value < 0 ? categories[column] - 2 : (int) value;
      }
    }
    return codes;
  }

  /** Returns a number for what each row holds, cells rounded to their column's step. */
  private long[] hashes(Table table, Sample sample) {
    long[] hashes = new long[table.rowCount()];
    for (int i = 0; i < columns.size(); i++) {
      SampleColumn column = columns.get(i);
      double[] values = sample.values(i);
      Cells cells = table.cells(column.name());
      long[] ofLevels =
          cells instanceof Cells.Levels texts
              ? texts.levels().stream().mapToLong(RowSums::hash).toArray()
              : new long[0];
      for (int row = 0; row < hashes.length; row++) {
        long own =
            cells instanceof Cells.Levels texts && !cells.isMissing(row)
                ? ofLevels[texts.code(row)]
                : Double.doubleToLongBits(Math.rint(values[row] / column.step()) + 0.0);
        hashes[row] = mixed(hashes[row] * 31 + own);
      }
    }
    return hashes;
  }

  private static long hash(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = mixed(hash * 31 + text.charAt(i));
    }
    return hash;
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mixed(long value) {
    long mixed = value + 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  /** Returns how many rows there are. */
  public long rows() {
    return rows;
  }

  /** Returns a column. */
  public SampleColumn column(int column) {
    return columns.get(column);
  }

  /** Returns the sums of a column of numbers. */
  public NumberSums numbers(int column) {
    return numbers[column];
  }

  /**
   * Returns how often each level of a column comes, then all levels that the samples lack, then
   * missing cells.
   */
  public long[] levels(int column) {
    return levels[column].all(categories[column]);
  }

  /** Returns how many cells of a column are missing. */
  public long missing(int column) {
    return columns.get(column).isNumber()
        ? numbers[column].missing()
        : levels(column)[categories[column] - 1];
  }

  /** Returns the pairs of columns that have a table. */
  public ColumnPairs pairs() {
    return pairs;
  }

  /** Returns the table of a pair, numbers cut at the quintiles of the training sample. */
  public CellCounts table(int pair) {
    return tables[pair];
  }

  /** Returns how often rows repeat. */
  public ContentCounts contents() {
    return contents;
  }

  /** Returns the sums as lines of words, which {@link #add(List)} takes. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("rows " + rows);
    lines.add("contents " + contents.text());
    for (int i = 0; i < columns.size(); i++) {
      lines.add(
          columns.get(i).isNumber()
              ? "numbers " + i + SPACE + numbers[i].text()
              : "levels " + i + SPACE + levels[i].text());
    }
    for (int pair = 0; pair < tables.length; pair++) {
      lines.add("table " + pair + SPACE + tables[pair].text());
    }
    return lines;
  }

  /** Adds what another machine, or another part of the rows, has summed. */
  public void add(List<String> lines) {
    for (String line : lines) {
      String[] words = line.strip().split(SPACE, -1);
      int from = words[0].equals("rows") || words[0].equals("contents") ? 1 : 2;
      String[] sums = Arrays.copyOfRange(words, from, words.length);
      int at = from == 2 ? Integer.parseInt(words[1]) : 0;
      switch (words[0]) {
        case "rows" -> rows += Long.parseLong(sums[0]);
        case "contents" -> contents.add(sums);
        case "numbers" -> numbers[at].add(sums);
        case "levels" -> levels[at].add(sums);
        case "table" -> tables[at].add(sums);
        default -> throw new IllegalArgumentException(words[0]);
      }
    }
  }
}
