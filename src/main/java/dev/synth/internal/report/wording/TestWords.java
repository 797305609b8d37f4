package dev.synth.internal.report.wording;

import dev.synth.compare.Comparison;

/** The test that a comparison's verdicts rest on, in words. */
public final class TestWords {
  private TestWords() {}

  /** Such as: a paired bootstrap over blocks of test rows. */
  public static String of(Comparison comparison) {
    if (comparison.protocol().split().isFixed()) {
      return "a paired bootstrap over blocks of test rows";
    }
    boolean byRows =
        comparison.primary().stream().anyMatch(contrast -> contrast.estimate().spread() != null);
    return byRows
        ? "Student's t test with the variance that other rows and other fits would bring"
        : "Nadeau and Bengio's corrected resampled t test";
  }
}
