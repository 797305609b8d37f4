package dev.synth.internal.compare;

import dev.synth.compare.ArmSummary;
import dev.synth.compare.Comparison;
import dev.synth.compare.Detectable;
import dev.synth.compare.FreeBaselines;
import dev.synth.compare.Looks;
import dev.synth.compare.PairedDifference;
import dev.synth.compare.PrimaryContrast;
import dev.synth.compare.Protocol;
import dev.synth.compare.RepeatResult;
import dev.synth.compare.RepeatTable;
import dev.synth.compare.Saving;
import dev.synth.compare.TroubledArm;
import dev.synth.compare.Verdict;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.stats.Holm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Comparison} of the repeats' results. */
public final class Comparer {
  private final Protocol protocol;
  private final RepeatTable table;
  private final Pairing pairing;

  private Comparer(Protocol protocol, List<RepeatResult> repeats) {
    this.protocol = protocol;
    this.table = new RepeatTable(repeats);
    this.pairing = new Pairing(protocol, table);
    if (!table.classifiers().contains(protocol.classifier())) {
      throw new IllegalArgumentException(
          PlainText.of("classifiers %s lack '%s'", table.classifiers(), protocol.classifier()));
    }
  }

  /**
   * Compares.
   *
   * @param protocol what was decided beforehand
   * @param repeats the finished repeats, all with the same arms and classifiers; among the arms is
   *     {@code none}, for each number of real rare rows
   * @throws IllegalArgumentException if the repeats don't fit each other
   */
  public static Comparison compare(Protocol protocol, List<RepeatResult> repeats) {
    return new Comparer(protocol, repeats).comparison();
  }

  /**
   * Looks at the repeats that are there, to decide whether more are added.
   *
   * @param protocol what was decided beforehand; it has looks
   * @param repeats the finished repeats, as many as a look has
   */
  public static Looks look(Protocol protocol, List<RepeatResult> repeats) {
    int most = protocol.looks().getLast();
    List<Looks.Look> taken = new ArrayList<>();
    for (int look : protocol.looks()) {
      if (look <= repeats.size()) {
        taken.add(new Comparer(protocol, repeats.subList(0, look)).look());
      }
    }
    return new Looks(most, taken);
  }

  private Looks.Look look() {
    List<Looks.Standing> arms = new ArrayList<>();
    for (PrimaryContrast contrast : tested()) {
      boolean isTested = contrast.estimate().p() != null;
      AllLooks looks = isTested ? pairing.allLooks(contrast.estimate()) : null;
      PrimaryContrast.Equivalence equivalence = contrast.equivalence();
      arms.add(
          new Looks.Standing(
              contrast.estimate().arm(),
              looks == null ? null : (Double) looks.information(),
              looks == null ? null : (Double) looks.spent(),
              contrast.correctedP(),
              equivalence == null ? null : (Double) equivalence.correctedP(),
              state(contrast, looks)));
    }
    return new Looks.Look(table.repeats().size(), arms);
  }

  private static Looks.State state(PrimaryContrast contrast, @Nullable AllLooks looks) {
    Detectable detectable = contrast.detectable();
    return switch (contrast.verdict()) {
      case Verdict.Uplift uplift -> Looks.State.UPLIFT;
      case Verdict.Harm harm -> Looks.State.HARM;
      case Verdict.Equivalent equivalent -> Looks.State.EQUIVALENT;
      case Verdict.Undecided undecided -> {
        if (looks == null || detectable == null || detectable.limit() > detectable.effect()) {
          yield Looks.State.OUT_OF_REACH;
        }
        yield looks.isExhausted() ? Looks.State.EXHAUSTED : Looks.State.OPEN;
      }
    };
  }

  private Comparison comparison() {
    List<Saving> savings = Savings.all(protocol, table);
    List<PrimaryContrast> primary = primary(savings);
    List<TroubledArm> troubles = TroubledArm.of(table.repeats());
    return new Comparison(
        Comparison.SCHEMA_VERSION,
        protocol,
        table.repeats().stream().map(RepeatResult::sizes).toList(),
        primary,
        SecondaryEndpoints.of(protocol, table, pairing, primary),
        againstNone(),
        savings,
        table.repeats().stream().flatMap(repeat -> repeat.choices().stream()).toList(),
        summaries(),
        protocol.looks().isEmpty() ? null : look(protocol, table.repeats()),
        DoseResponder.of(protocol, table, pairing).orElse(null),
        troubles);
  }

  /** The judged arms' contrasts without what stands beside them. */
  private List<PrimaryContrast> tested() {
    List<PairedDifference> estimates = new ArrayList<>();
    List<Double> pValues = new ArrayList<>();
    List<Double> equivalencePs = new ArrayList<>();
    for (Arm arm : table.judged()) {
      PairedDifference estimate =
          pairing.toReference(EvaluationMetric.AVERAGE_PRECISION, arm, protocol.classifier());
      estimates.add(estimate);
      pValues.add(estimate.p() == null ? 1.0 : estimate.p());
      equivalencePs.add(pairing.equivalenceP(estimate));
    }
    // an arm that failed was to be judged all the same: it stays in the family
    for (Arm arm : table.failed()) {
      if (arm.judged()) {
        pValues.add(1.0);
        equivalencePs.add(1.0);
      }
    }
    double[] corrected = Holm.correct(pValues);
    double[] equivalent = Holm.correct(equivalencePs);
    List<PrimaryContrast> contrasts = new ArrayList<>();
    for (int i = 0; i < estimates.size(); i++) {
      PairedDifference estimate = estimates.get(i);
      contrasts.add(
          new PrimaryContrast(
              estimate,
              estimate.p() == null ? null : (Double) corrected[i],
              estimate.p() == null
                  ? null
                  : new PrimaryContrast.Equivalence(
                      protocol.effect(), equivalencePs.get(i), equivalent[i]),
              pairing.detectable(estimate, corrected.length),
              table.testRare(),
              List.of(),
              null,
              null));
    }
    return contrasts;
  }

  private List<PrimaryContrast> primary(List<Saving> savings) {
    List<PrimaryContrast> tested = tested();
    List<List<PairedDifference>> rivals =
        tested.stream().map(contrast -> rivals(contrast.estimate().arm())).toList();
    int family = tested.size() + (int) table.failed().stream().filter(Arm::judged).count();
    double[] oneModel = free(rivals, family, false);
    double[] ensembles = free(rivals, family, true);
    List<PrimaryContrast> contrasts = new ArrayList<>();
    for (int i = 0; i < tested.size(); i++) {
      PrimaryContrast contrast = tested.get(i);
      contrasts.add(
          new PrimaryContrast(
              contrast.estimate(),
              contrast.correctedP(),
              contrast.equivalence(),
              contrast.detectable(),
              contrast.testRare(),
              rivals.get(i),
              UseInNumbers.of(protocol, table, contrast.estimate().arm(), savings),
              new PrimaryContrast.Free(
                  oneModel[i],
                  PrimaryContrast.rivals(rivals.get(i), true).isEmpty()
                      ? null
                      : (Double) ensembles[i])));
    }
    return contrasts;
  }

  /** The largest p-value over each arm's rivals of one sort, corrected for all arms. */
  private static double[] free(List<List<PairedDifference>> rivals, int family, boolean ensembles) {
    List<Double> pValues = new ArrayList<>();
    for (List<PairedDifference> own : rivals) {
      pValues.add(FreeBaselines.largestP(PrimaryContrast.rivals(own, ensembles)));
    }
    while (pValues.size() < family) { // arms that failed stay in the family
      pValues.add(1.0);
    }
    return Holm.correct(pValues);
  }

  private List<PairedDifference> againstNone() {
    List<PairedDifference> differences = new ArrayList<>();
    for (String classifier : table.classifiers()) {
      for (Arm arm : table.arms()) {
        if (arm.role() != Arm.Role.REFERENCE) {
          differences.add(pairing.toReference(EvaluationMetric.AVERAGE_PRECISION, arm, classifier));
        }
      }
    }
    return differences;
  }

  /** The differences to the free baselines on the same real rows and at the same class ratio. */
  private List<PairedDifference> rivals(Arm arm) {
    List<PairedDifference> differences = new ArrayList<>();
    FreeRivals rivals = new FreeRivals(table);
    for (Arm baseline : rivals.of(arm)) {
      var subject =
          new PairedDifference.Subject(
              EvaluationMetric.AVERAGE_PRECISION, arm, baseline, protocol.classifier());
      differences.add(pairing.difference(subject, repeat -> rivals.in(repeat, baseline)));
    }
    return differences;
  }

  private List<ArmSummary> summaries() {
    List<ArmSummary> summaries = new ArrayList<>();
    for (String classifier : table.classifiers()) {
      for (Arm arm : table.arms()) {
        summaries.add(ArmSummary.of(arm, classifier, table.evaluations(arm, classifier)));
      }
    }
    return summaries;
  }
}
