package dev.synth.internal.report.wording;

import dev.synth.compare.Comparison;
import dev.synth.compare.Detectable;
import dev.synth.compare.PairedDifference;
import dev.synth.compare.PrimaryContrast;
import dev.synth.compare.TroubledArm;
import dev.synth.compare.Verdict;
import dev.synth.internal.base.PlainText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The verdict of a whole comparison in one sentence for somebody who must decide. */
public final class Headline {
  private Headline() {}

  /** Returns the sentence; of a single contrast, the contrast's own; and which arms failed. */
  public static String of(Comparison comparison) {
    return VerdictSentence.title(comparison.verdict()) + ": " + clause(comparison);
  }

  /** Returns the sentence without the verdict's title, for where that stands already. */
  public static String clause(Comparison comparison) {
    List<PrimaryContrast> contrasts = comparison.primary();
    List<TroubledArm> failed =
        comparison.troubles().stream()
            .filter(each -> each.failed() && each.arm().judged())
            .toList();
    if (contrasts.isEmpty() && !failed.isEmpty()) {
      return PlainText.of(
          "no arm could be judged; %s", ended(TroubleSentence.of(failed.getFirst())));
    }
    return failed.isEmpty()
        ? judged(comparison)
        : PlainText.of(
            "%s Not judged, since it could not be made in every repeat: %s.",
            judged(comparison),
            failed.stream().map(each -> ArmTitle.of(each.arm())).collect(Collectors.joining("; ")));
  }

  /**
   * Returns the arm that the sentence names first: of those that won the best, of those that lost
   * alone the worst, else the best of those that were measured; none where no arm was judged.
   */
  public static Optional<PrimaryContrast> named(Comparison comparison) {
    List<PrimaryContrast> contrasts = comparison.primary();
    if (contrasts.size() < 2) {
      return contrasts.stream().findFirst();
    }
    List<PrimaryContrast> better = with(contrasts, Verdict.Uplift.class);
    List<PrimaryContrast> worse = with(contrasts, Verdict.Harm.class);
    if (better.isEmpty() && !worse.isEmpty()) {
      return worse.stream().min(Comparator.comparingDouble(Headline::mean));
    }
    List<PrimaryContrast> undecided = with(contrasts, Verdict.Undecided.class);
    boolean isEquivalent = comparison.verdict() instanceof Verdict.Equivalent;
    return Optional.of(
        largest(
            !better.isEmpty()
                ? better
                : isEquivalent || undecided.isEmpty() ? contrasts : undecided));
  }

  private static String ended(String sentence) {
    return sentence.endsWith(".") ? sentence : sentence + ".";
  }

  private static String judged(Comparison comparison) {
    List<PrimaryContrast> contrasts = comparison.primary();
    if (contrasts.size() == 1) {
      return VerdictSentence.clause(contrasts.getFirst());
    }
    List<PrimaryContrast> better = with(contrasts, Verdict.Uplift.class);
    List<PrimaryContrast> worse = with(contrasts, Verdict.Harm.class);
    if (!better.isEmpty()) {
      return uplift(contrasts.size(), better) + alsoHarm(worse);
    }
    return withoutUplift(comparison, worse)
        + RivalSentences.freeAhead(contrasts).map(sentence -> " " + sentence).orElse("");
  }

  private static String withoutUplift(Comparison comparison, List<PrimaryContrast> worse) {
    List<PrimaryContrast> contrasts = comparison.primary();
    if (!worse.isEmpty()) {
      return PlainText.of(
          "%d of %d arms lowered average precision beyond chance (%s), and none raised it.",
          worse.size(), contrasts.size(), titles(worse));
    }
    return comparison.verdict() instanceof Verdict.Equivalent equivalent
        ? equivalent(contrasts, equivalent.effect())
        : undecided(contrasts, comparison.protocol().effect());
  }

  private static String uplift(int family, List<PrimaryContrast> better) {
    PrimaryContrast best = largest(better);
    return PlainText.of(
        "%d of %d arms raised average precision beyond chance; the largest gain is %s%s",
        better.size(), family, change(best), VerdictSentence.free(best));
  }

  private static String alsoHarm(List<PrimaryContrast> worse) {
    return worse.isEmpty()
        ? ""
        : PlainText.of(" Harm was done by %d: %s.", worse.size(), titles(worse));
  }

  private static String equivalent(List<PrimaryContrast> contrasts, double effect) {
    return PlainText.of(
        "each of %d arms changes average precision by less than %s, up or down; %s.",
        contrasts.size(), VerdictSentence.plain(effect), extreme(largest(contrasts)));
  }

  private static String undecided(List<PrimaryContrast> contrasts, double effect) {
    List<PrimaryContrast> same = with(contrasts, Verdict.Equivalent.class);
    String start =
        PlainText.of("none of %d arms changed average precision beyond chance", contrasts.size());
    if (!same.isEmpty()) {
      start +=
          PlainText.of(
              ", and %d of them change it by less than %s, up or down (%s)",
              same.size(), VerdictSentence.plain(effect), titles(same));
    }
    List<PrimaryContrast> measured =
        with(contrasts, Verdict.Undecided.class).stream()
            .filter(contrast -> contrast.estimate().mean() != null)
            .toList();
    if (measured.isEmpty()) {
      return start + ".";
    }
    PrimaryContrast best = largest(measured);
    Detectable detectable = best.detectable();
    String end = detectable == null ? noteOf(best) : VerdictSentence.blindness(best, detectable);
    return PlainText.of(
        "%s; %s%s%s", start, same.isEmpty() ? "" : "of the others, ", extreme(best), end);
  }

  /** Such as: the largest gain is +0.004 (95 % interval …) by vae, ratio 0.1 …. */
  private static String extreme(PrimaryContrast best) {
    return PlainText.of(
        "%s is %s", mean(best) > 0 ? "the largest gain" : "the best change", change(best));
  }

  private static String noteOf(PrimaryContrast contrast) {
    return contrast.verdict() instanceof Verdict.Undecided undecided
        ? PlainText.of("; %s.", VerdictSentence.why(undecided))
        : ".";
  }

  /** Such as: +0.004 (95 % interval …) by vae, ratio 0.1 with random-forest over 10 repeats. */
  private static String change(PrimaryContrast contrast) {
    PairedDifference estimate = contrast.estimate();
    return PlainText.of(
        "%s by the %s with %s over %s",
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

  private static List<PrimaryContrast> with(
      List<PrimaryContrast> contrasts, Class<? extends Verdict> kind) {
    return contrasts.stream().filter(contrast -> kind.isInstance(contrast.verdict())).toList();
  }

  private static String titles(List<PrimaryContrast> contrasts) {
    return contrasts.stream()
        .map(contrast -> ArmTitle.of(contrast.estimate().arm()))
        .collect(Collectors.joining("; "));
  }
}
