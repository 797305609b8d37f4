package dev.synth.internal.monitor;

import dev.synth.base.Cancellation;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.bundle.FittedReference;
import dev.synth.internal.classify.discriminate.ForestTwoSample;
import dev.synth.internal.classify.discriminate.JoinedSamples;
import dev.synth.internal.classify.feature.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The joint test: how well a random forest tells the window's rows from past ones (Lopez-Paz and
 * Oquab 2017). Rows of one card make samples easier to tell apart than independent rows would, so
 * the area is held against those of past windows and not against one half.
 */
final class JointTest {
  /** The area below which drift has no practical size. */
  static final double SIZE = 0.55;

  private static final int MOST_ROWS = 1_500;
  private static final int FEWEST_ROWS = 100;
  private static final Seeds SEEDS = new Seeds(0).below("monitor/joint");

  private JointTest() {}

  /**
   * Areas under the ROC curve.
   *
   * @param now of the window against all past ones
   * @param past of each past window against all others
   */
  record Areas(double now, List<Double> past) {
    Areas {
      past = List.copyOf(past);
    }

    DriftNull noChange() {
      return DriftNull.OfWindows.ofDistances(past);
    }
  }

  /**
   * Computes the areas.
   *
   * @param exempt columns that are not looked at
   * @return null where fewer than eight windows, or the one that is looked at, have rows enough
   */
  static @Nullable Areas of(
      FittedReference reference,
      List<WindowCounts> past,
      WindowCounts now,
      Set<String> exempt,
      Cancellation cancellation) {
    Areas none = ofPast(reference, past, exempt, cancellation);
    return none == null ? null : with(none, reference, past, now, exempt, cancellation);
  }

  /** The areas of the past windows alone, for several windows that have the same past. */
  static @Nullable Areas ofPast(
      FittedReference reference,
      List<WindowCounts> past,
      Set<String> exempt,
      Cancellation cancellation) {
    List<WindowCounts> known = known(past);
    if (known.size() < Past.FEWEST_WINDOWS) {
      return null;
    }
    List<Double> areas = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      List<WindowCounts> others = new ArrayList<>(known);
      WindowCounts own = others.remove(i);
      areas.add(area(reference, others, own, exempt, cancellation));
    }
    return new Areas(0.5, areas);
  }

  /** The same areas with that of a window; null where it has too few rows. */
  static @Nullable Areas with(
      Areas areas,
      FittedReference reference,
      List<WindowCounts> past,
      WindowCounts now,
      Set<String> exempt,
      Cancellation cancellation) {
    return now.sample().size() < FEWEST_ROWS
        ? null
        : new Areas(area(reference, known(past), now, exempt, cancellation), areas.past());
  }

  private static List<WindowCounts> known(List<WindowCounts> past) {
    return past.stream().filter(window -> window.sample().size() >= FEWEST_ROWS).toList();
  }

  private static double area(
      FittedReference reference,
      List<WindowCounts> others,
      WindowCounts own,
      Set<String> exempt,
      Cancellation cancellation) {
    List<double[]> second = drawn(own.sample(), "second");
    List<double[]> pooled = new ArrayList<>();
    others.forEach(window -> pooled.addAll(window.sample()));
    List<double[]> first = drawn(pooled, "first");
    List<String> names = new ArrayList<>();
    List<double[]> columns = new ArrayList<>();
    for (int column = 0; column < reference.columns().size(); column++) {
      String name = reference.columns().get(column).column();
      if (!exempt.contains(name)) {
        names.add(name);
        columns.add(column(column, first, second));
      }
    }
    if (names.isEmpty()) {
      return 0.5;
    }
    FeatureMatrix features = FeatureMatrix.ofColumns(names, columns.toArray(double[][]::new));
    return ForestTwoSample.area(
        new JoinedSamples(features, first.size()), SEEDS.below("forest"), cancellation);
  }

  private static double[] column(int column, List<double[]> first, List<double[]> second) {
    double[] values = new double[first.size() + second.size()];
    for (int row = 0; row < values.length; row++) {
      values[row] =
          row < first.size() ? first.get(row)[column] : second.get(row - first.size())[column];
    }
    return values;
  }

  private static List<double[]> drawn(List<double[]> rows, String stream) {
    if (rows.size() <= MOST_ROWS) {
      return rows;
    }
    RandomStream random = SEEDS.stream(stream);
    int[] chosen = Arrays.copyOf(random.permutation(rows.size()), MOST_ROWS);
    return IntStream.of(chosen).sorted().mapToObj(rows::get).toList();
  }
}
