package dev.synth.internal.generate.forest;

import dev.synth.base.Context;
import java.util.ArrayList;
import java.util.List;

/**
 * Grows an adversarial random forest (Watson, Blesch, Kapar and Wright, AISTATS 2023, algorithm 1).
 * The first forest tells real rows from rows whose columns were shuffled. Each further one tells
 * them from the last one's draws, until it no longer can.
 *
 * <p>Departure: each forest's out-of-bag accuracy judges the one whose draws it was given, and the
 * one that was told from real rows least is kept. The paper keeps the last; with few rows the last
 * one's cuts follow noise.
 *
 * @param forest the forest that is kept
 * @param accuracies the out-of-bag accuracy of each forest, the first one's first
 * @param kept the position of the kept forest, from 0; the accuracy behind it is the one with which
 *     its draws were told from real rows
 */
public record AdversarialRounds(LeafForest forest, List<Double> accuracies, int kept) {
  public AdversarialRounds {
    accuracies = List.copyOf(accuracies);
  }

  /**
   * Grows forests on real rows, at least one.
   *
   * @param context each round has seeds of its own
   */
  public static AdversarialRounds grow(SpanRows real, ForestGrowth growth, Context context) {
    Context first = context.below("round/0");
    SpanRows synthetic = real.permuted(first.seeds().stream("shuffled"));
    LeafForest.Grown candidate = LeafForest.grow(real, synthetic, growth, first);
    List<Double> accuracies = new ArrayList<>(List.of(candidate.accuracy()));
    LeafForest best = candidate.forest();
    int kept = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int round = 1; round <= growth.maximumRounds(); round++) {
      Context own = context.below("round/" + round);
      synthetic = candidate.forest().draw(real.rowCount(), own.seeds().stream("draws"));
      LeafForest.Grown next = LeafForest.grow(real, synthetic, growth, own);
      accuracies.add(next.accuracy());
      if (next.accuracy() < least) {
        least = next.accuracy();
        best = candidate.forest();
        kept = round - 1;
      }
      if (next.accuracy() <= 0.5 + growth.delta()) {
        break;
      }
      candidate = next;
    }
    return new AdversarialRounds(best, accuracies, kept);
  }
}
