package dev.synth.internal.compare;

import dev.synth.compare.Protocol;
import dev.synth.internal.stats.PairedTest;
import dev.synth.internal.stats.sequential.SequentialTest;
import dev.synth.internal.stats.sequential.Spending;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One contrast as all looks until now saw it.
 *
 * <p>How much information there is, each look says by its own variances alone.
 *
 * @param most the most repeats that there may be
 * @param tests one a look, in order, at least one
 */
record AllLooks(int most, List<PairedTest.OfRepeats> tests) {
  private static final SequentialTest TEST = new SequentialTest(Spending.LATE);

  AllLooks {
    tests = List.copyOf(tests);
  }

  /** The two-sided p-value of a difference. */
  double p() {
    return TEST.twoSided(looks(test -> test.above(0)));
  }

  /** The p-value of two one-sided tests against a margin. */
  double equivalenceP(double margin) {
    double low = TEST.oneSided(looks(test -> test.above(-margin)));
    return low == 1 ? 1 : Math.max(low, TEST.oneSided(looks(test -> test.below(margin))));
  }

  /** The share of the information that is there. */
  double information() {
    return looks(test -> 1).getLast().share();
  }

  /** Returns how much of the level of a two-sided test is spent. */
  double spent() {
    return 2 * Spending.LATE.spent(Protocol.ALPHA / 2, information());
  }

  /** Returns whether no later look can add enough to test anything. */
  boolean isExhausted() {
    return 1 - information() < SequentialTest.LEAST_GAIN;
  }

  private List<SequentialTest.Look> looks(ToDoubleFunction<PairedTest.OfRepeats> p) {
    List<SequentialTest.Look> looks = new ArrayList<>();
    double share = 0;
    for (PairedTest.OfRepeats test : tests) {
      share = Math.max(share, test.informationShare(most));
      looks.add(new SequentialTest.Look(share, p.applyAsDouble(test)));
    }
    return looks;
  }
}
