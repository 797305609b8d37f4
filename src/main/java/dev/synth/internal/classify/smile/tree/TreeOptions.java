package dev.synth.internal.classify.smile.tree;

import dev.synth.base.InvalidValue;

/**
 * How a random forest grows.
 *
 * @param trees how many, at least 1
 * @param maximumDepth the deepest that a tree may be, at least 2
 * @param minimumLeafRows the fewest drawn rows in a leaf, at least 1
 * @param rareWeight what a rare row weighs against one of the others, above 0
 */
public record TreeOptions(int trees, int maximumDepth, int minimumLeafRows, double rareWeight) {
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
