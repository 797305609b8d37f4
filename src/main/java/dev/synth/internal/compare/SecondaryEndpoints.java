package dev.synth.internal.compare;

import dev.synth.compare.PairedDifference;
import dev.synth.compare.PrimaryContrast;
import dev.synth.compare.Protocol;
import dev.synth.compare.RepeatTable;
import dev.synth.compare.SecondaryContrast;
import dev.synth.compare.Verdict;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.stats.Holm;
import java.util.ArrayList;
import java.util.List;

/**
 * Tests the endpoints beside the primary one, each arm's only after its primary contrast found
 * something; what stays closed counts in the family with a p-value of 1.
 */
final class SecondaryEndpoints {
  private final Protocol protocol;
  private final Pairing pairing;
  private final List<PairedDifference> estimates = new ArrayList<>();
  private final List<Boolean> gates = new ArrayList<>();
  private final List<Double> pValues = new ArrayList<>();
  private final List<Double> equivalencePs = new ArrayList<>();

  private SecondaryEndpoints(Protocol protocol, Pairing pairing) {
    this.protocol = protocol;
    this.pairing = pairing;
  }

  /** Returns one contrast for each primary one and each endpoint but the first. */
  static List<SecondaryContrast> of(
      Protocol protocol, RepeatTable table, Pairing pairing, List<PrimaryContrast> primary) {
    SecondaryEndpoints tests = new SecondaryEndpoints(protocol, pairing);
    primary.forEach(tests::add);
    long failed = table.failed().stream().filter(Arm::judged).count();
    for (long i = 0; i < failed * protocol.secondaryEndpoints().size(); i++) {
      tests.pValues.add(1.0);
      tests.equivalencePs.add(1.0);
    }
    return tests.judge();
  }

  private void add(PrimaryContrast primary) {
    Verdict verdict = primary.verdict();
    boolean isOpen = verdict instanceof Verdict.Uplift || verdict instanceof Verdict.Harm;
    for (EvaluationMetric endpoint : protocol.secondaryEndpoints()) {
      PairedDifference estimate =
          pairing.toReference(endpoint, primary.estimate().arm(), protocol.classifier());
      Double p = estimate.p();
      estimates.add(estimate);
      gates.add(isOpen);
      pValues.add(isOpen && p != null ? p : 1.0);
      equivalencePs.add(isOpen ? pairing.equivalenceP(estimate) : 1.0);
    }
  }

  private List<SecondaryContrast> judge() {
    double[] corrected = Holm.correct(pValues);
    double[] equivalent = Holm.correct(equivalencePs);
    List<SecondaryContrast> contrasts = new ArrayList<>();
    for (int i = 0; i < estimates.size(); i++) {
      PairedDifference estimate = estimates.get(i);
      boolean isTested = gates.get(i) && estimate.p() != null;
      contrasts.add(
          new SecondaryContrast(
              estimate,
              gates.get(i),
              isTested ? (Double) corrected[i] : null,
              isTested
                  ? new PrimaryContrast.Equivalence(
                      protocol.effect(), equivalencePs.get(i), equivalent[i])
                  : null));
    }
    return contrasts;
  }
}
