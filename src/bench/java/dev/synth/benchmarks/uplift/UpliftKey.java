package dev.synth.benchmarks.uplift;

/**
 * A cell of the benchmark.
 *
 * @param set the table
 * @param size how many rare rows serve training and validation
 * @param split the number of the split, from 1
 * @param classifier the classifier
 * @param arm the arm
 */
record UpliftKey(String set, String size, int split, String classifier, String arm) {
  /** Returns the first columns of the cell's line. */
  String text() {
    return String.join(",", set, size, String.valueOf(split), classifier, arm);
  }
}
