package dev.synth.evaluate;

import dev.synth.split.SplitOptions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Comparison} of the repeats' results. */
final class Comparer {
  private final Protocol protocol;
  private final List<RepeatResult> repeats;
  private final List<Arm> arms;
  private final List<String> classifiers;

  Comparer(Protocol protocol, List<RepeatResult> repeats) {
    this.protocol = protocol;
    this.repeats = List.copyOf(repeats);
    if (repeats.isEmpty()) {
      throw new IllegalArgumentException("no repeat is finished");
    }
    LinkedHashSet<Arm> seenArms = new LinkedHashSet<>();
    LinkedHashSet<String> seenClassifiers = new LinkedHashSet<>();
    for (Evaluation evaluation : repeats.getFirst().evaluations()) {
      seenArms.add(evaluation.arm());
      seenClassifiers.add(evaluation.classifier());
    }
    this.arms = List.copyOf(seenArms);
    this.classifiers = List.copyOf(seenClassifiers);
    check();
  }

  Comparison compare() {
    List<PrimaryContrast> primary = primary();
    return new Comparison(
        Comparison.SCHEMA_VERSION,
        primary.stream().map(PrimaryContrast::sentence).collect(Collectors.joining("\n")),
        protocol,
        repeats.stream().map(RepeatResult::sizes).toList(),
        primary,
        secondary(),
        againstBaselines(),
        againstNone(),
        summaries());
  }

  private void check() {
    if (!arms.contains(Arm.NONE) || !classifiers.contains(protocol.classifier())) {
      throw new IllegalArgumentException(
          "arms %s and classifiers %s lack 'none' or '%s'"
              .formatted(arms, classifiers, protocol.classifier()));
    }
    for (RepeatResult repeat : repeats) {
      if (repeat.evaluations().size() != arms.size() * classifiers.size()) {
        throw new IllegalArgumentException(
            "repeat %d has %d evaluations of %d arms × %d classifiers"
                .formatted(
                    repeat.repeat(), repeat.evaluations().size(), arms.size(), classifiers.size()));
      }
    }
  }

  private List<PrimaryContrast> primary() {
    List<PairedDifference> estimates = new ArrayList<>();
    for (Arm arm : arms(Arm.Role.GENERATOR)) {
      estimates.add(difference(Measure.AVERAGE_PRECISION, arm, Arm.NONE, protocol.classifier()));
    }
    List<Double> pValues = new ArrayList<>();
    for (PairedDifference estimate : estimates) {
      pValues.add(estimate.p() == null ? 1.0 : estimate.p());
    }
    double[] corrected = Holm.correct(pValues);
    List<PrimaryContrast> contrasts = new ArrayList<>();
    for (int i = 0; i < corrected.length; i++) {
      contrasts.add(contrast(estimates.get(i), corrected[i], corrected.length));
    }
    return contrasts;
  }

  private PrimaryContrast contrast(PairedDifference estimate, double correctedP, int family) {
    double testRare = repeats.stream().mapToInt(r -> r.sizes().testRare()).average().orElse(0);
    if (estimate.p() == null) {
      return new PrimaryContrast(estimate, null, null, testRare);
    }
    NadeauBengio test = NadeauBengio.of(estimate.differences(), testToTraining());
    Detectable detectable = Detectable.of(test, family, protocol.effect(), testRare);
    return new PrimaryContrast(estimate, correctedP, detectable, testRare);
  }

  private List<PairedDifference> secondary() {
    return arms(Arm.Role.GENERATOR).stream()
        .map(
            arm ->
                difference(Measure.RECALL_AT_FPR_1_PERCENT, arm, Arm.NONE, protocol.classifier()))
        .toList();
  }

  private List<PairedDifference> againstBaselines() {
    List<PairedDifference> differences = new ArrayList<>();
    for (Arm arm : arms(Arm.Role.GENERATOR)) {
      for (Arm baseline : arms(Arm.Role.BASELINE)) {
        differences.add(
            difference(Measure.AVERAGE_PRECISION, arm, baseline, protocol.classifier()));
      }
    }
    return differences;
  }

  private List<PairedDifference> againstNone() {
    List<PairedDifference> differences = new ArrayList<>();
    for (String classifier : classifiers) {
      for (Arm arm : arms) {
        if (arm.role() != Arm.Role.REFERENCE) {
          differences.add(difference(Measure.AVERAGE_PRECISION, arm, Arm.NONE, classifier));
        }
      }
    }
    return differences;
  }

  private PairedDifference difference(Measure measure, Arm arm, Arm reference, String classifier) {
    var subject = new PairedDifference.Subject(measure, arm, reference, classifier);
    List<Double> differences = new ArrayList<>();
    for (RepeatResult repeat : repeats) {
      Figure with = evaluation(repeat, arm, classifier).figure(measure);
      Figure without = evaluation(repeat, reference, classifier).figure(measure);
      String skipped = skipped(with) == null ? skipped(without) : skipped(with);
      if (skipped != null) {
        return subject.without(List.of(), skipped);
      }
      differences.add(with.number().getAsDouble() - without.number().getAsDouble());
    }
    return judge(subject, differences);
  }

  /** Nadeau and Bengio's test where it applies, and why not where it does not. */
  private PairedDifference judge(PairedDifference.Subject subject, List<Double> differences) {
    if (protocol.split() == SplitOptions.Method.TIME) {
      return subject.without(differences, "one split by time is descriptive only");
    }
    if (differences.size() == 1) {
      return subject.without(differences, "one repeat is descriptive only");
    }
    NadeauBengio test = NadeauBengio.of(differences, testToTraining());
    if (test.variance() == 0) {
      return subject.without(differences, "no variation between repeats");
    }
    return subject.with(differences, test);
  }

  private double testToTraining() {
    double test = repeats.stream().mapToLong(r -> r.sizes().testRows()).sum();
    double training = repeats.stream().mapToLong(r -> r.sizes().trainingRows()).sum();
    return test / training;
  }

  private List<ArmSummary> summaries() {
    List<ArmSummary> summaries = new ArrayList<>();
    for (String classifier : classifiers) {
      for (Arm arm : arms) {
        summaries.add(summary(arm, classifier));
      }
    }
    return summaries;
  }

  private ArmSummary summary(Arm arm, String classifier) {
    List<Evaluation> all =
        repeats.stream().map(repeat -> evaluation(repeat, arm, classifier)).toList();
    Confusion total = new Confusion(0, 0, 0, 0);
    for (Evaluation evaluation : all) {
      total = total.plus(evaluation.confusion());
    }
    Map<Measure, ArmSummary.Spread> spreads = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      spreads.put(measure, spread(all.stream().map(e -> e.figure(measure)).toList()));
    }
    List<String> fallbacks =
        all.stream()
            .map(evaluation -> evaluation.threshold().fallback())
            .filter(Objects::nonNull)
            .toList();
    return new ArmSummary(arm, classifier, total, fallbacks, spreads);
  }

  private static ArmSummary.Spread spread(List<Figure> figures) {
    List<Double> values = new ArrayList<>();
    String skipped = null;
    for (Figure figure : figures) {
      OptionalDouble number = figure.number();
      if (number.isPresent()) {
        values.add(number.getAsDouble());
      } else if (skipped == null) {
        skipped = skipped(figure);
      }
    }
    return new ArmSummary.Spread(
        values.size(),
        values.isEmpty() ? null : (Double) Samples.mean(values),
        values.size() < 2 ? null : (Double) Samples.standardDeviation(values),
        skipped);
  }

  private static @Nullable String skipped(Figure figure) {
    return switch (figure) {
      case Figure.Value value -> null;
      case Figure.Skipped skipped -> skipped.skipped();
    };
  }

  private static Evaluation evaluation(RepeatResult repeat, Arm arm, String classifier) {
    return repeat.evaluations().stream()
        .filter(e -> e.arm().equals(arm) && e.classifier().equals(classifier))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "repeat %d lacks arm '%s' with %s"
                        .formatted(repeat.repeat(), arm.title(), classifier)));
  }

  private List<Arm> arms(Arm.Role role) {
    return arms.stream().filter(arm -> arm.role() == role).toList();
  }
}
