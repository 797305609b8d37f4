package dev.synth.internal.compare;

import dev.synth.compare.RepeatResult;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.evaluate.TestRanks;
import dev.synth.internal.stats.RowSampling;
import dev.synth.internal.stats.rows.AlertFigure;
import dev.synth.internal.stats.rows.PairedAlerts;
import dev.synth.internal.stats.rows.PairedPart;
import dev.synth.internal.stats.rows.PairedSavings;
import dev.synth.internal.stats.rows.Ranking;
import dev.synth.internal.stats.rows.RecallAtRate;
import dev.synth.internal.stats.rows.RowInfluence;
import dev.synth.internal.stats.rows.TestRows;
import dev.synth.internal.stats.rows.WeightedFigure;
import dev.synth.internal.stats.rows.WeightedPrecision;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Two arms as the test rows of all repeats show them. */
final class RankedPairs {
  private static final WeightedFigure PRECISION = new WeightedPrecision();

  /** One repeat: its rows' ranks, and the arm's rival there. */
  private record Pair(TestRanks ranks, String classifier, Arm arm, Arm rival) {
    TestRows rows() {
      return new TestRows(ranks.units(), ranks.rare());
    }

    /** Both arms' alerts; empty where one has none of this sort. */
    Optional<PairedAlerts> alerts(boolean isCheapest) {
      return alertsOf(arm, isCheapest)
          .flatMap(
              own ->
                  alertsOf(rival, isCheapest).map(other -> new PairedAlerts(rows(), own, other)));
    }

    private Optional<BitSet> alertsOf(Arm either, boolean isCheapest) {
      return isCheapest
          ? ranks.cheapestAlerts(either, classifier)
          : ranks.alerts(either, classifier);
    }

    Ranking ranking(Arm either) {
      return Ranking.ofRanks(ranks.ranks(either, classifier).orElseThrow());
    }
  }

  private final List<Pair> pairs;

  private RankedPairs(List<Pair> pairs) {
    this.pairs = List.copyOf(pairs);
  }

  /**
   * Puts two arms together.
   *
   * @param classifier whose ranks
   * @param rival the arm's rival in a repeat
   * @return empty where a repeat lacks the ranks of one of them
   */
  static Optional<RankedPairs> of(
      List<RepeatResult> repeats, Arm arm, String classifier, Function<RepeatResult, Arm> rival) {
    List<Pair> pairs = new ArrayList<>();
    for (RepeatResult repeat : repeats) {
      TestRanks ranks = repeat.ranks();
      Arm other = rival.apply(repeat);
      if (ranks == null || !ranks.knows(arm, classifier) || !ranks.knows(other, classifier)) {
        return Optional.empty();
      }
      pairs.add(new Pair(ranks, classifier, arm, other));
    }
    return Optional.of(new RankedPairs(pairs));
  }

  /** Returns what rows say of a figure; empty where it is not a figure of ranks or alerts. */
  Optional<RowSampling.RowEvidence> rows(EvaluationMetric measure) {
    return switch (measure) {
      case AVERAGE_PRECISION -> Optional.of(RowInfluence.jackknife(parts(), PRECISION));
      case RECALL -> Optional.of(rows(AlertFigure.RECALL));
      case F1 -> Optional.of(rows(AlertFigure.F1));
      case RECALL_AT_FPR_0_1_PERCENT -> Optional.of(rowsAtRate(0.001));
      case RECALL_AT_FPR_1_PERCENT -> Optional.of(rowsAtRate(0.01));
      default -> Optional.empty();
    };
  }

  private RowSampling.RowEvidence rowsAtRate(double rate) {
    return RowInfluence.infinitesimal(parts(), new RecallAtRate(rate));
  }

  /** Returns what rows say of a figure of alerts. */
  RowSampling.RowEvidence rows(AlertFigure figure) {
    return RowInfluence.jackknife(
        pairs.stream().map(pair -> pair.alerts(false).orElseThrow()).toList(), figure);
  }

  /**
   * Returns the alerts of both arms and the losses of rows; empty where losses are not known.
   *
   * @param isCheapest whether at the threshold that costs least on validation rows, not at the
   *     run's own
   * @param alertCost what an alert costs
   */
  Optional<List<PairedSavings>> saved(boolean isCheapest, double alertCost) {
    List<PairedSavings> savings = new ArrayList<>();
    for (Pair pair : pairs) {
      Optional<double[]> losses = pair.ranks.savedByAlerts(0);
      Optional<PairedAlerts> alerts = pair.alerts(isCheapest);
      if (losses.isEmpty() || alerts.isEmpty()) {
        return Optional.empty();
      }
      savings.add(new PairedSavings(alerts.get(), losses.get(), alertCost));
    }
    return Optional.of(savings);
  }

  private List<PairedPart> parts() {
    return pairs.stream()
        .map(pair -> new PairedPart(pair.rows(), pair.ranking(pair.arm), pair.ranking(pair.rival)))
        .toList();
  }
}
