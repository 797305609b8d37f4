package dev.synth.internal.encode;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.stats.StandardNormal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * The levels of a categorical column that have no case of their own, on the standard normal scale:
 * each has an interval as likely as the level is frequent, so that normal draws give the levels
 * their shares.
 */
final class OtherLevels {
  private final List<String> levels;
  private final double[] weights;
  private final double[] ends;

  /**
   * Levels in the order of their intervals.
   *
   * @param levels different ones, at least one
   * @param weights as many, above 0 and finite: their shares, in proportion
   */
  OtherLevels(List<String> levels, double[] weights) {
    if (levels.isEmpty()
        || levels.size() != weights.length
        || new LinkedHashSet<>(levels).size() != levels.size()
        || !Arrays.stream(weights).allMatch(it -> it > 0 && it < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("the other levels are not different, or have no weights");
    }
    this.levels = List.copyOf(levels);
    this.weights = weights.clone();
    double total = Arrays.stream(weights).sum();
    ends = new double[weights.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      ends[i] = Math.min(1, sum / total);
    }
    ends[ends.length - 1] = 1;
  }

  List<String> levels() {
    return levels;
  }

  /** Returns the score in the middle of each level's interval, by probability. */
  Map<String, Double> scores() {
    Map<String, Double> scores = new HashMap<>();
    for (int i = 0; i < ends.length; i++) {
      double start = i == 0 ? 0 : ends[i - 1];
      scores.put(levels.get(i), StandardNormal.quantile((start + ends[i]) / 2));
    }
    return scores;
  }

  /** Returns the scores where the intervals of all levels but the last end. */
  double[] bounds() {
    return Arrays.stream(ends).limit(ends.length - 1).map(StandardNormal::quantile).toArray();
  }

  void write(ObjectNode json) {
    ArrayNode names = json.putArray("levels");
    levels.forEach(names::add);
    ArrayNode numbers = json.putArray("weights");
    Arrays.stream(weights).forEach(numbers::add);
  }
}
