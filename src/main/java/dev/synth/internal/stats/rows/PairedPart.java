package dev.synth.internal.stats.rows;

import dev.synth.internal.base.PlainText;

/**
 * One test part as two arms rank it.
 *
 * @param rows its rows
 * @param arm the arm's order of them
 * @param reference that of what it is compared with
 */
public record PairedPart(TestRows rows, Ranking arm, Ranking reference) {
  public PairedPart {
    if (arm.size() != rows.size() || reference.size() != rows.size()) {
      throw new IllegalArgumentException(
          PlainText.of("%d and %d ranks of %d rows", arm.size(), reference.size(), rows.size()));
    }
  }

  /** Returns the difference where each row counts as given. */
  double difference(WeightedFigure endpoint, double[] weights) {
    return endpoint.value(rows, arm, weights) - endpoint.value(rows, reference, weights);
  }
}
