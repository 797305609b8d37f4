package dev.synth.internal.table.stage;

import dev.synth.internal.table.cell.NumberText;
import dev.synth.table.Cells;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A column of texts, each different text once. The arrays are shared, not copied. */
public final class Dictionary {
  private final List<String> values;
  private final int[] codes;

  /**
   * A column of texts.
   *
   * @param values the different texts
   * @param codes for each row the index of its text, or −1 where it is missing
   */
  public Dictionary(List<String> values, int[] codes) {
    this.values = values;
    this.codes = codes;
  }

  /** Returns the different texts. */
  public List<String> values() {
    return values;
  }

  /** Returns for each row the index of its text, or −1 where it is missing. */
  public int[] codes() {
    return codes;
  }

  /** Returns the dictionary of numbers written as short as can be; NaN is missing. */
  public static Dictionary of(double[] numbers) {
    TreeMap<Double, Integer> seen = new TreeMap<>();
    for (double number : numbers) {
      if (!Double.isNaN(number)) {
        seen.put(number + 0.0, 0); // −0 + 0 is 0
      }
    }
    List<String> values = new ArrayList<>();
    for (Map.Entry<Double, Integer> entry : seen.entrySet()) {
      entry.setValue(values.size());
      values.add(NumberText.of(entry.getKey()));
    }
    int[] codes = new int[numbers.length];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = Double.isNaN(numbers[row]) ? -1 : seen.getOrDefault(numbers[row] + 0.0, -1);
    }
    return new Dictionary(values, codes);
  }

  /**
   * Returns the same column with blanks cut off at both ends, and some texts read as missing.
   *
   * @param missing which texts, without the blanks
   */
  public Dictionary cleaned(Predicate<String> missing) {
    List<String> sorted =
        values.stream()
            .map(String::strip)
            .filter(bare -> !bare.isEmpty() && !missing.test(bare))
            .distinct()
            .sorted()
            .toList();
    Map<String, Integer> order = new HashMap<>();
    for (int i = 0; i < sorted.size(); i++) {
      order.put(sorted.get(i), i);
    }
    int[] renamed = new int[values.size()];
    for (int i = 0; i < renamed.length; i++) {
      renamed[i] = order.getOrDefault(values.get(i).strip(), -1);
    }
    int[] cleaned = new int[codes.length];
    for (int row = 0; row < cleaned.length; row++) {
      cleaned[row] = codes[row] < 0 ? -1 : renamed[codes[row]];
    }
    return new Dictionary(sorted, cleaned);
  }

  /** Returns how many rows each text has. */
  public int[] counts() {
    int[] counts = new int[values.size()];
    for (int code : codes) {
      if (code >= 0) {
        counts[code]++;
      }
    }
    return counts;
  }

  /** Returns how many rows are not missing. */
  public int present() {
    int present = 0;
    for (int code : codes) {
      present += code >= 0 ? 1 : 0;
    }
    return present;
  }

  /**
   * Returns the first rows whose text is one of some.
   *
   * @param values which texts, by their index
   * @param most how many rows are enough
   */
  public int[] rowsOf(IntPredicate values, int most) {
    return IntStream.range(0, codes.length)
        .filter(row -> codes[row] >= 0 && values.test(codes[row]))
        .limit(most)
        .toArray();
  }

  /** Returns which rows are missing. */
  public BitSet missing() {
    BitSet missing = new BitSet();
    for (int row = 0; row < codes.length; row++) {
      if (codes[row] < 0) {
        missing.set(row);
      }
    }
    return missing;
  }

  /** Returns the column as levels. */
  public Cells.Levels levels() {
    return new Cells.Levels(codes, missing(), values);
  }

  /** Returns the column as texts. */
  public Cells.Texts texts() {
    List<String> texts = new ArrayList<>(codes.length);
    for (int code : codes) {
      texts.add(code < 0 ? "" : values.get(code));
    }
    return new Cells.Texts(texts, missing());
  }

  /** Returns for each row the number that stands for its text; NaN where missing. */
  public double[] mapped(double[] numbers) {
    double[] cells = new double[codes.length];
    for (int row = 0; row < cells.length; row++) {
      cells[row] = codes[row] < 0 ? Double.NaN : numbers[codes[row]];
    }
    return cells;
  }
}
