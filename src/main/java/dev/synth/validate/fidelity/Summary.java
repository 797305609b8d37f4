package dev.synth.validate.fidelity;

import dev.synth.validate.Outcome;
import java.util.List;

/** How the values of many columns, or pairs of columns, become one. */
public enum Summary {
  /** Their arithmetic mean. */
  MEAN,
  /** The largest, which is the worst. */
  WORST;

  /** How many parts a report of a mean lists; of a worst value it lists that one. */
  private static final int PARTS_SHOWN = 100;

  Outcome of(List<Outcome.Part> parts, String whyNone) {
    if (parts.isEmpty()) {
      return new Outcome.Skipped(whyNone);
    }
    double total = 0;
    double worst = Double.NEGATIVE_INFINITY;
    for (Outcome.Part part : parts) {
      total += part.value();
      worst = Math.max(worst, part.value());
    }
    return new Outcome.Value(
        switch (this) {
          case MEAN -> total / parts.size();
          case WORST -> worst;
        },
        parts);
  }

  int partsShown() {
    return this == MEAN ? PARTS_SHOWN : 1;
  }

  /** Returns a title such as {@code mean distance of columns}. */
  String title(String what) {
    return (this == MEAN ? "mean " : "worst ") + what;
  }

  /** Returns an id such as {@code mean_ks}. */
  String id(String what) {
    return (this == MEAN ? "mean_" : "worst_") + what;
  }
}
