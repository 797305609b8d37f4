package dev.synth.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The verdict of a whole comparison in one sentence for somebody who must decide. */
final class Headline {
  private Headline() {}

  /** Returns the sentence; of a single contrast, the contrast's own; and which arms failed. */
  static String of(List<PrimaryContrast> contrasts, List<TroubledArm> troubles) {
    List<TroubledArm> failed =
        troubles.stream().filter(each -> each.failed() && each.arm().judged()).toList();
    if (contrasts.isEmpty() && !failed.isEmpty()) {
      return "No evidence of uplift: no arm could be judged; %s"
          .formatted(ended(failed.getFirst().text()));
    }
    return failed.isEmpty()
        ? of(contrasts)
        : "%s Not judged, since it could not be made in every repeat: %s."
            .formatted(
                of(contrasts),
                failed.stream().map(each -> each.arm().title()).collect(Collectors.joining("; ")));
  }

  private static String ended(String sentence) {
    return sentence.endsWith(".") ? sentence : sentence + ".";
  }

  private static String of(List<PrimaryContrast> contrasts) {
    if (contrasts.size() == 1) {
      return contrasts.getFirst().sentence();
    }
    List<PrimaryContrast> better = with(contrasts, "uplift");
    List<PrimaryContrast> worse = with(contrasts, "harm");
    if (!better.isEmpty()) {
      return uplift(contrasts.size(), better) + alsoHarm(worse);
    }
    if (!worse.isEmpty()) {
      return "Harm: %d of %d arms lowered average precision beyond chance (%s), and none raised it."
          .formatted(worse.size(), contrasts.size(), titles(worse));
    }
    return noEvidence(contrasts);
  }

  private static String uplift(int family, List<PrimaryContrast> better) {
    PrimaryContrast best = largest(better);
    return "Uplift: %d of %d arms raised average precision beyond chance; the largest gain is %s%s"
        .formatted(better.size(), family, change(best), VerdictSentence.free(best));
  }

  private static String alsoHarm(List<PrimaryContrast> worse) {
    return worse.isEmpty()
        ? ""
        : " Harm was done by %d: %s.".formatted(worse.size(), titles(worse));
  }

  private static String noEvidence(List<PrimaryContrast> contrasts) {
    String start = "No evidence of uplift: none of %d arms changed average precision beyond chance";
    List<PrimaryContrast> measured =
        contrasts.stream().filter(contrast -> contrast.estimate().mean() != null).toList();
    if (measured.isEmpty()) {
      return start.formatted(contrasts.size()) + ".";
    }
    PrimaryContrast best = largest(measured);
    Detectable detectable = best.detectable();
    String end = detectable == null ? noteOf(best) : VerdictSentence.blindness(best, detectable);
    return "%s; %s is %s%s"
        .formatted(
            start.formatted(contrasts.size()),
            mean(best) > 0 ? "the largest gain" : "the best change",
            change(best),
            end);
  }

  private static String noteOf(PrimaryContrast contrast) {
    return contrast.verdict() instanceof Verdict.NoEvidence nothing
        ? "; %s.".formatted(nothing.why())
        : ".";
  }

  /** Such as: +0.004 (95 % interval …) by vae, ratio 0.1 with random-forest over 10 repeats. */
  private static String change(PrimaryContrast contrast) {
    PairedDifference estimate = contrast.estimate();
    return "%s by the %s with %s over %s"
        .formatted(
            VerdictSentence.amount(estimate),
            VerdictSentence.name(estimate.arm()),
            estimate.classifier(),
            VerdictSentence.repeats(estimate));
  }

  private static PrimaryContrast largest(List<PrimaryContrast> contrasts) {
    return contrasts.stream().max(Comparator.comparingDouble(Headline::mean)).orElseThrow();
  }

  private static double mean(PrimaryContrast contrast) {
    Double mean = contrast.estimate().mean();
    return mean == null ? Double.NEGATIVE_INFINITY : mean;
  }

  private static List<PrimaryContrast> with(List<PrimaryContrast> contrasts, String word) {
    return contrasts.stream().filter(contrast -> contrast.word().equals(word)).toList();
  }

  private static String titles(List<PrimaryContrast> contrasts) {
    return contrasts.stream()
        .map(contrast -> contrast.estimate().arm().title())
        .collect(Collectors.joining("; "));
  }
}
