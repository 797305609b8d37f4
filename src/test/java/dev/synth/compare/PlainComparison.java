package dev.synth.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison of the parts that a test names; the others are empty. */
public final class PlainComparison {
  private final Protocol protocol;
  private List<PartSizes> repeats = List.of();
  private List<PrimaryContrast> primary = List.of();
  private List<SecondaryContrast> endpoints = List.of();
  private List<PairedDifference> againstNone = List.of();
  private List<Saving> savings = List.of();
  private List<Choice> choices = List.of();
  private List<ArmSummary> summaries = List.of();
  private @Nullable DoseResponse doseResponse;
  private List<TroubledArm> troubles = List.of();

  private PlainComparison(Protocol protocol) {
    this.protocol = protocol;
  }

  public static PlainComparison of(Protocol protocol) {
    return new PlainComparison(protocol);
  }

  public PlainComparison repeats(List<PartSizes> sizes) {
    repeats = sizes;
    return this;
  }

  public PlainComparison primary(List<PrimaryContrast> contrasts) {
    primary = contrasts;
    return this;
  }

  public PlainComparison endpoints(SecondaryContrast... contrasts) {
    endpoints = List.of(contrasts);
    return this;
  }

  public PlainComparison againstNone(List<PairedDifference> differences) {
    againstNone = differences;
    return this;
  }

  public PlainComparison savings(Saving... saved) {
    savings = List.of(saved);
    return this;
  }

  public PlainComparison choices(List<Choice> chosen) {
    choices = chosen;
    return this;
  }

  public PlainComparison summaries(List<ArmSummary> figures) {
    summaries = figures;
    return this;
  }

  public PlainComparison doseResponse(@Nullable DoseResponse response) {
    doseResponse = response;
    return this;
  }

  public PlainComparison troubles(TroubledArm... arms) {
    troubles = List.of(arms);
    return this;
  }

  public Comparison build() {
    return new Comparison(
        Comparison.SCHEMA_VERSION,
        protocol,
        repeats,
        primary,
        endpoints,
        againstNone,
        savings,
        choices,
        summaries,
        null,
        doseResponse,
        troubles);
  }
}
