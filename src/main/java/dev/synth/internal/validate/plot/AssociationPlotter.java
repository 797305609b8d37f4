package dev.synth.internal.validate.plot;

import dev.synth.internal.validate.fidelity.Associations;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lays out how columns go together on either side. */
final class AssociationPlotter {
  /** The most columns; with more, cells are too small to read. */
  private static final int MOST_COLUMNS = 40;

  private static final double TWO_SIDED = 1.96;

  private AssociationPlotter() {}

  /**
   * Returns the associations of up to 40 columns: of more, those of the pairs that differ most,
   * then those that differ most themselves.
   *
   * @param worstPairs both names with a slash between, the worst first
   * @param panels columns, those that differ most first
   */
  static @Nullable AssociationPlot plot(
      Sample real, Sample synthetic, List<String> worstPairs, List<ColumnPlot> panels) {
    int[] chosen = chosen(real, worstPairs, panels);
    if (chosen.length < 2) {
      return null;
    }
    Associations ofReal = new Associations(real);
    Associations ofSynthetic = new Associations(synthetic);
    List<List<@Nullable Double>> one = new ArrayList<>();
    List<List<@Nullable Double>> other = new ArrayList<>();
    List<List<@Nullable Double>> difference = new ArrayList<>();
    for (int a : chosen) {
      one.add(new ArrayList<>());
      other.add(new ArrayList<>());
      difference.add(new ArrayList<>());
      for (int b : chosen) {
        // Of an earlier pair: the value is the same, and its bytes should be.
        double first = a == b ? 1 : ofReal.between(Math.min(a, b), Math.max(a, b));
        double second = a == b ? 1 : ofSynthetic.between(Math.min(a, b), Math.max(a, b));
        one.getLast().add(shortened(first));
        other.getLast().add(shortened(second));
        difference.getLast().add(shortened(second - first));
      }
    }
    List<SampleColumn> columns = real.columns();
    return new AssociationPlot(
        Arrays.stream(chosen).mapToObj(i -> columns.get(i).name()).toList(),
        columns.size() - chosen.length,
        ChartNumbers.share(
            Math.min(
                1,
                TWO_SIDED
                    * Math.sqrt(1.0 / real.rowCount() + 1.0 / Math.max(1, synthetic.rowCount())))),
        one,
        other,
        difference);
  }

  /** Two decimals are more than a colour shows. */
  private static @Nullable Double shortened(double value) {
    return Double.isFinite(value) ? ChartNumbers.decimals(value, 2) : null;
  }

  private static int[] chosen(Sample real, List<String> worstPairs, List<ColumnPlot> panels) {
    List<String> names = real.columns().stream().map(SampleColumn::name).toList();
    Set<String> chosen = new LinkedHashSet<>();
    if (names.size() > MOST_COLUMNS) {
      for (String pair : worstPairs) {
        for (int i = 0; i < real.pairs().count() && chosen.size() < MOST_COLUMNS / 2; i++) {
          if (real.pairs().name(i).equals(pair)) {
            chosen.add(names.get(real.pairs().first(i)));
            chosen.add(names.get(real.pairs().second(i)));
          }
        }
      }
    }
    for (ColumnPlot panel : panels) {
      if (chosen.size() < MOST_COLUMNS) {
        chosen.add(panel.name());
      }
    }
    return IntStream.range(0, names.size()).filter(i -> chosen.contains(names.get(i))).toArray();
  }
}
