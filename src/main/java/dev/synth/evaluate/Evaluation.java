package dev.synth.evaluate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one classifier of one arm achieved on the test rows of one repeat.
 *
 * @param arm how the training rows were prepared
 * @param classifier the classifier's name
 * @param repeat which repeat, from 1
 * @param threshold the threshold chosen on validation rows
 * @param confusion the counts on test rows at that threshold
 * @param figures every {@link Measure} on test rows
 * @param ranks how the test rows of a time split are ranked; null for splits at random
 */
public record Evaluation(
    Arm arm,
    String classifier,
    int repeat,
    Threshold threshold,
    Confusion confusion,
    Map<Measure, Figure> figures,
    @Nullable BlockRanks ranks) {
  public Evaluation {
    if (repeat < 1) {
      throw new IllegalArgumentException("repeats count from 1, but this is " + repeat);
    }
    if (figures.size() != Measure.values().length) {
      throw new IllegalArgumentException("figures are missing: there are " + figures.keySet());
    }
    figures = Collections.unmodifiableMap(new EnumMap<>(figures));
  }

  /** Measures scores; the only way in which figures are computed. */
  public static Evaluation of(
      Arm arm, String classifier, int repeat, Threshold threshold, ScoredRows test) {
    Confusion confusion = test.at(threshold.value());
    Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      figures.put(measure, measure.of(test, confusion));
    }
    return new Evaluation(arm, classifier, repeat, threshold, confusion, figures, null);
  }

  /** Returns the same evaluation with the ranks of a time split's test rows. */
  Evaluation with(BlockRanks blockRanks) {
    return new Evaluation(arm, classifier, repeat, threshold, confusion, figures, blockRanks);
  }

  /** Returns the same evaluation under another arm's name. */
  Evaluation under(Arm other) {
    return new Evaluation(other, classifier, repeat, threshold, confusion, figures, ranks);
  }

  /** Returns one figure. */
  public Figure figure(Measure measure) {
    Figure figure = figures.get(measure);
    if (figure == null) {
      throw new IllegalStateException("no figure " + measure);
    }
    return figure;
  }
}
