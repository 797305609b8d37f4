package dev.synth.internal.report.wording;

import dev.synth.augment.Labels;
import dev.synth.compare.FreeBaselines;
import dev.synth.compare.PairedDifference;
import dev.synth.compare.PrimaryContrast;
import dev.synth.compare.Protocol;
import dev.synth.compare.Verdict;
import dev.synth.evaluate.Addition;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Baseline;
import dev.synth.internal.base.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The cause of an arm's gain: its generator, its teacher, regularisation or an ensemble. */
public final class RivalSentences {
  private RivalSentences() {}

  /** Returns the sentences about an arm; none where nothing can be said. */
  public static List<String> of(PrimaryContrast contrast) {
    List<String> sentences = new ArrayList<>();
    Arm arm = contrast.estimate().arm();
    shuffled(contrast)
        .ifPresent(
            rival ->
                sentences.add(
                    PlainText.of(
                        "Over rows with permuted columns and the same soft labels (%s), the %s has"
                            + " %s: %s.",
                        isBestFree(contrast, rival)
                            ? "shuffle, the best of what is free"
                            : "shuffle",
                        VerdictSentence.name(arm),
                        difference(rival),
                        own(rival))));
    List<PairedDifference> without = withoutRows(contrast);
    if (contrast.verdict() instanceof Verdict.Uplift && !without.isEmpty()) {
      sentences.add(
          PlainText.of(
              "The gain of the %s may be had without a synthetic row: it is not shown to be more"
                  + " than that of %s.",
              VerdictSentence.name(arm),
              without.stream()
                  .map(
                      rival ->
                          FreeWords.name(rival) + " (" + models(rival) + difference(rival) + ")")
                  .collect(Collectors.joining(" or "))));
    }
    return List.copyOf(sentences);
  }

  /**
   * Returns how an arm without uplift stands beside the best of what is free and leaves one model
   * to serve; empty where nothing can be said, or where the verdict's own sentence does.
   */
  public static Optional<String> besideFree(PrimaryContrast contrast) {
    if (contrast.verdict() instanceof Verdict.Uplift) {
      return Optional.empty();
    }
    return bestFree(contrast)
        .filter(rival -> shuffled(contrast).filter(rival::equals).isEmpty())
        .map(
            rival ->
                PlainText.of(
                    "Against %s, the best of what is free, the %s has %s in %s.",
                    FreeWords.name(rival),
                    VerdictSentence.name(contrast.estimate().arm()),
                    VerdictSentence.amount(rival),
                    rival.measure().title()));
  }

  /**
   * Returns beside how many arms something free with one model to serve has the higher mean, and by
   * how much beside the best of those; empty where there is none.
   *
   * @param contrasts all arms that were judged, none of which is an uplift
   */
  static Optional<String> freeAhead(List<PrimaryContrast> contrasts) {
    List<PrimaryContrast> behind =
        contrasts.stream()
            .filter(contrast -> bestFree(contrast).filter(rival -> mean(rival) < 0).isPresent())
            .toList();
    return behind.stream()
        .max(Comparator.comparingDouble(contrast -> mean(contrast.estimate())))
        .flatMap(
            best ->
                bestFree(best)
                    .map(
                        rival ->
                            PlainText.of(
                                "Something free has the higher mean beside %d of %d arms:"
                                    + " the %s has %s against %s.",
                                behind.size(),
                                contrasts.size(),
                                VerdictSentence.name(best.estimate().arm()),
                                VerdictSentence.amount(rival),
                                FreeWords.name(rival))));
  }

  private static double mean(PairedDifference difference) {
    Double mean = difference.mean();
    return mean == null ? Double.NEGATIVE_INFINITY : mean;
  }

  private static Optional<PairedDifference> bestFree(PrimaryContrast contrast) {
    return PrimaryContrast.rivals(contrast.rivals(), false).stream()
        .filter(rival -> rival.mean() != null)
        .min(Comparator.comparingDouble(RivalSentences::mean));
  }

  private static boolean isBestFree(PrimaryContrast contrast, PairedDifference rival) {
    return !(contrast.verdict() instanceof Verdict.Uplift)
        && bestFree(contrast).filter(rival::equals).isPresent();
  }

  /** The rival that differs from an arm with soft labels in nothing but the rows; empty else. */
  private static Optional<PairedDifference> shuffled(PrimaryContrast contrast) {
    return contrast.estimate().arm().plan() instanceof Addition.Planned planned
            && planned.labels() instanceof Labels.Soft
        ? contrast.rivals().stream()
            .filter(rival -> rival.reference().name().equals(Baseline.SHUFFLE.id()))
            .filter(rival -> rival.mean() != null)
            .findFirst()
        : Optional.empty();
  }

  /** The part of a gain that its generator may be thanked for, as far as its interval shows. */
  private static String own(PairedDifference rival) {
    Double low = rival.low();
    Double high = rival.high();
    if (low != null && low > 0) {
      return "this much is the generator's own";
    }
    return high != null && high < 0
        ? "its generator's rows do worse"
        : "no part of it is shown to be the generator's own";
  }

  /**
   * The rivals that add no rows and that the arm is not shown to beat, each by itself. {@code
   * best-free} is none of them: it may have picked permuted rows or SMOTE.
   */
  private static List<PairedDifference> withoutRows(PrimaryContrast contrast) {
    return contrast.rivals().stream()
        .filter(rival -> rival.reference().plan().equals(Addition.NOTHING))
        .filter(rival -> !rival.reference().name().equals(Baseline.BEST_FREE.id()))
        .filter(rival -> rival.mean() != null)
        .filter(rival -> !(FreeBaselines.largestP(List.of(rival)) < Protocol.ALPHA))
        .toList();
  }

  /** The price of an ensemble, which a user has to know before it is taken for free. */
  private static String models(PairedDifference rival) {
    int models = rival.reference().models();
    return models == 1 ? "" : PlainText.of("%d models to serve; ", models);
  }

  /** Such as: +0.010, 95 % interval −0.002 to +0.022. */
  private static String difference(PairedDifference rival) {
    String mean = rival.mean() == null ? "" : VerdictSentence.signed(rival.mean());
    return rival.low() == null || rival.high() == null
        ? mean
        : PlainText.of(
            "%s, 95 %% interval %s to %s",
            mean, VerdictSentence.signed(rival.low()), VerdictSentence.signed(rival.high()));
  }
}
