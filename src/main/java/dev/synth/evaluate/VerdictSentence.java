package dev.synth.evaluate;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says a verdict in words that need no statistics. */
final class VerdictSentence {
  private VerdictSentence() {}

  static String of(PrimaryContrast contrast) {
    return switch (contrast.verdict()) {
      case Verdict.Uplift uplift -> "Uplift: " + change(contrast) + certainty(contrast);
      case Verdict.Harm harm -> "Harm: " + change(contrast) + certainty(contrast);
      case Verdict.NoEvidence nothing ->
          contrast.detectable() == null
              ? "No evidence of uplift: %s; %s.".formatted(change(contrast), nothing.why())
              : "No evidence of uplift: "
                  + change(contrast)
                  + blindness(contrast.detectable(), contrast);
    };
  }

  /** Such as: the vae arm changed average precision by +0.004 (95 % interval …) with …. */
  private static String change(PrimaryContrast contrast) {
    PairedDifference estimate = contrast.estimate();
    if (estimate.mean() == null) {
      return "%s could not be compared with %s"
          .formatted(name(estimate.arm()), estimate.reference().name());
    }
    int repeats = estimate.differences().size();
    return "%s changed %s by %s%s with %s over %s"
        .formatted(
            name(estimate.arm()),
            estimate.measure().title(),
            signed(estimate.mean()),
            interval(estimate.low(), estimate.high()),
            estimate.classifier(),
            repeats == 1 ? "one repeat" : repeats + " repeats");
  }

  private static String name(Arm arm) {
    return "the %s arm%s"
        .formatted(arm.name(), arm.plan().isEmpty() ? "" : " (" + arm.plan() + ")");
  }

  private static String interval(@Nullable Double low, @Nullable Double high) {
    return low == null || high == null
        ? ""
        : " (95 %% interval %s to %s)".formatted(signed(low), signed(high));
  }

  private static String certainty(PrimaryContrast contrast) {
    Double p = contrast.correctedP();
    Double mean = contrast.estimate().mean();
    Detectable detectable = contrast.detectable();
    String small =
        mean != null && detectable != null && Math.abs(mean) < detectable.effect()
            ? ", though less than the %s that was asked for".formatted(plain(detectable.effect()))
            : "";
    return "%s; if it changed nothing, so large a difference would come up in %s of such experiments."
        .formatted(small, p == null || p < 0.001 ? "fewer than 0.1 %" : percent(p));
  }

  private static String blindness(Detectable detectable, PrimaryContrast contrast) {
    String blind =
        "; an effect below %s could not have been seen".formatted(plain(detectable.minimum()));
    if (detectable.reached()) {
      return blind + ".";
    }
    if (detectable.repeatsNeeded() != null) {
      return "%s, and %s takes about %d repeats."
          .formatted(blind, plain(detectable.effect()), detectable.repeatsNeeded());
    }
    return "%s, and %s is not reachable by repeats; it needs about %s rare test rows (here %d)."
        .formatted(
            blind,
            plain(detectable.effect()),
            String.format(Locale.ROOT, "%,d", detectable.testRareNeeded()),
            Math.round(contrast.testRare()));
  }

  private static String signed(double value) {
    String text = String.format(Locale.ROOT, "%+.3f", value);
    return text.equals("-0.000") ? "+0.000" : text.replace('-', '−');
  }

  private static String plain(double value) {
    return String.format(Locale.ROOT, value < 0.0095 ? "%.4f" : "%.3f", value);
  }

  private static String percent(double p) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * p);
  }
}
