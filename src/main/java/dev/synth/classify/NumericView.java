package dev.synth.classify;

import dev.synth.table.Table;
import java.util.Arrays;
import java.util.List;

/**
 * Two tables as one matrix of finite numbers, to ask whether they can be told apart.
 *
 * <p>Levels, medians and constant features come from both tables together, so that neither is
 * favoured. Not for features of classifiers, which learn from real rows alone.
 *
 * @see ClassifierFeatures
 */
public final class NumericView {
  private final FeatureMatrix features;
  private final int firstCount;

  private NumericView(FeatureMatrix features, int firstCount) {
    this.features = features;
    this.firstCount = firstCount;
  }

  /**
   * Encodes two tables.
   *
   * @param first a table
   * @param second a table with the same schema
   * @throws IllegalArgumentException if the schemas differ
   */
  public static NumericView of(Table first, Table second) {
    Table both = first.followedBy(second);
    ClassifierFeatures pooled = ClassifierFeatures.fit(both, MissingNumbers.IMPUTED);
    return new NumericView(pooled.encode(both), first.rowCount());
  }

  /** Returns the names of the features. */
  public List<String> names() {
    return features.names();
  }

  /** Returns the rows of the first table followed by those of the second, in new arrays. */
  public double[][] rows() {
    return features.rows();
  }

  /** Returns for each row whether it comes from the second table. */
  public boolean[] secondSample() {
    boolean[] second = new boolean[features.rowCount()];
    Arrays.fill(second, firstCount, second.length, true);
    return second;
  }
}
