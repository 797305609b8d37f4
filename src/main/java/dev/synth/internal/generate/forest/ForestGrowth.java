package dev.synth.internal.generate.forest;

import dev.synth.internal.base.PlainText;

/**
 * The settings by which an adversarial forest grows.
 *
 * @param trees how many, at least 1
 * @param minimumLeafRows the fewest real rows in a leaf, at least 1
 * @param maximumRounds how many times a forest is grown against the last one's draws, at least 1
 * @param delta rounds end where a forest's out-of-bag accuracy is at most ½ + delta
 */
public record ForestGrowth(int trees, int minimumLeafRows, int maximumRounds, double delta) {
  public ForestGrowth {
    if (trees < 1 || minimumLeafRows < 1 || maximumRounds < 1 || !(delta >= 0 && delta < 0.5)) {
      throw new IllegalArgumentException(
          PlainText.of(
              "trees %d, minimumLeafRows %d, maximumRounds %d, delta %s",
              trees, minimumLeafRows, maximumRounds, delta));
    }
  }
}
