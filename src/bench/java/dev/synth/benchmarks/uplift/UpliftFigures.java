package dev.synth.benchmarks.uplift;

import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.stats.StudentT;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The figures of the results, and their means over splits and sets. */
final class UpliftFigures {
  private final Map<UpliftKey, UpliftLine> lines = new LinkedHashMap<>();

  UpliftFigures(List<UpliftLine> lines) {
    lines.forEach(line -> this.lines.put(line.key(), line));
  }

  /**
   * The cells that a mean is over, but for sets and splits.
   *
   * @param size how many rare rows serve training and validation
   */
  record Point(String size, String classifier, String arm) {
    UpliftKey of(String set, int split) {
      return new UpliftKey(set, size, split, classifier, arm);
    }

    Point with(String otherClassifier, String otherArm) {
      return new Point(size, otherClassifier, otherArm);
    }
  }

  /**
   * A mean over sets.
   *
   * @param values one a set, itself a mean over its splits
   */
  record Mean(List<Double> values) {
    Mean {
      values = List.copyOf(values);
    }

    double mean() {
      return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
    }

    /** Returns on how many sets the value is above 0. */
    long ahead() {
      return values.stream().filter(value -> value > 0).count();
    }

    /** Returns half the 95 % interval over sets, by Student's t; NaN with one set. */
    double halfWidth() {
      double mean = mean();
      double squares = 0;
      for (double value : values) {
        squares += (value - mean) * (value - mean);
      }
      int freedom = values.size() - 1;
      double error = StrictMath.sqrt(squares / freedom / values.size());
      return freedom == 0 ? Double.NaN : error * new StudentT(freedom).quantile(0.975);
    }
  }

  /** Returns the arms of a classifier, in the order of the results. */
  Set<String> arms(String classifier) {
    Set<String> arms = new LinkedHashSet<>();
    lines.values().stream()
        .filter(line -> line.key().classifier().equals(classifier) && !line.figures().isEmpty())
        .forEach(line -> arms.add(line.key().arm()));
    return arms;
  }

  /** Returns the sizes that a set was too small for. */
  Set<String> leftOut(String set, String note) {
    Set<String> sizes = new LinkedHashSet<>();
    lines.values().stream()
        .filter(line -> line.key().set().equals(set) && line.note().equals(note))
        .forEach(line -> sizes.add(line.key().size()));
    return sizes;
  }

  /** Returns the splits of a set that have a figure. */
  List<Integer> splits(String set, Point point, EvaluationMetric figure) {
    return lines.keySet().stream()
        .filter(key -> key.equals(point.of(set, key.split())))
        .filter(key -> value(key, figure).isPresent())
        .map(UpliftKey::split)
        .sorted()
        .toList();
  }

  private Optional<Double> value(UpliftKey key, EvaluationMetric figure) {
    return Optional.ofNullable(lines.get(key)).map(line -> line.figures().get(figure));
  }

  /** Returns the differences of two points on a set, one a split that has both. */
  List<Double> differences(String set, Point point, Point reference, EvaluationMetric figure) {
    List<Double> differences = new ArrayList<>();
    for (int split : splits(set, point, figure)) {
      double own = value(point.of(set, split), figure).orElseThrow();
      value(reference.of(set, split), figure).ifPresent(other -> differences.add(own - other));
    }
    return differences;
  }

  /** Returns the mean over sets of a figure; empty where no set has it. */
  Optional<Mean> mean(List<String> sets, Point point, EvaluationMetric figure) {
    List<Double> values = new ArrayList<>();
    for (String set : sets) {
      average(
              splits(set, point, figure).stream()
                  .map(split -> value(point.of(set, split), figure).orElseThrow())
                  .toList())
          .ifPresent(values::add);
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(new Mean(values));
  }

  /** Returns the mean over sets of a difference; empty where no set has both. */
  Optional<Mean> difference(
      List<String> sets, Point point, Point reference, EvaluationMetric figure) {
    List<Double> values = new ArrayList<>();
    for (String set : sets) {
      average(differences(set, point, reference, figure)).ifPresent(values::add);
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(new Mean(values));
  }

  private static Optional<Double> average(List<Double> values) {
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(values.stream().mapToDouble(Double::doubleValue).sum() / values.size());
  }
}
