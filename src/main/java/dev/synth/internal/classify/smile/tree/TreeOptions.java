package dev.synth.internal.classify.smile.tree;

import dev.synth.base.InvalidValue;

/**
 * The settings by which a random forest grows.
 *
 * @param trees how many, at least 1
 * @param maximumDepth the deepest that a tree may be, at least 2
 * @param minimumLeafRows the fewest drawn rows in a leaf, at least 1
 * @param rareWeight what a rare row weighs against one of the others, above 0
 * @param cuts how a node is cut
 */
public record TreeOptions(
    int trees, int maximumDepth, int minimumLeafRows, double rareWeight, Cuts cuts) {
  /** The way a node is cut, and the rows on which a tree grows. */
  public enum Cuts {
    /** At the best cut of each feature that is drawn, on bootstrap rows (Breiman 2001). */
    BEST,
    /**
     * At the best of random cuts, one a feature that is drawn, on all rows (Geurts et al. 2006).
     */
    RANDOM
  }

  /** Options of a random forest. */
  public TreeOptions(int trees, int maximumDepth, int minimumLeafRows, double rareWeight) {
    this(trees, maximumDepth, minimumLeafRows, rareWeight, Cuts.BEST);
  }

  public TreeOptions {
    InvalidValue.unless(trees >= 1, "trees", "must be at least 1", trees);
    InvalidValue.unless(maximumDepth >= 2, "maximumDepth", "must be at least 2", maximumDepth);
    InvalidValue.unless(
        minimumLeafRows >= 1, "minimumLeafRows", "must be at least 1", minimumLeafRows);
    InvalidValue.unless(
        rareWeight > 0 && Double.isFinite(rareWeight),
        "rareWeight",
        "must be above 0 and finite",
        rareWeight);
  }
}
