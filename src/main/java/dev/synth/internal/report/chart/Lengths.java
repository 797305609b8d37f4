package dev.synth.internal.report.chart;

import dev.synth.internal.base.PlainText;
import java.util.List;

/** Checks that lists belong together. */
final class Lengths {
  private Lengths() {}

  static void same(List<?> first, List<?> second) {
    if (first.size() != second.size()) {
      throw new IllegalArgumentException(
          PlainText.of("%d and %d entries belong together", first.size(), second.size()));
    }
  }

  static void sameOrNone(List<?> first, List<?> second) {
    if (!second.isEmpty()) {
      same(first, second);
    }
  }
}
