package dev.synth.internal.report.wording;

import dev.synth.compare.Detectable;
import dev.synth.compare.FreeBaselines;
import dev.synth.compare.PairedDifference;
import dev.synth.compare.PrimaryContrast;
import dev.synth.compare.TimeBlocks;
import dev.synth.compare.Verdict;
import dev.synth.evaluate.Addition;
import dev.synth.evaluate.Arm;
import dev.synth.internal.base.PlainText;
import dev.synth.split.RareRows;
import dev.synth.split.TestBlocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The verdict of one contrast in words that need no statistics. */
public final class VerdictSentence {
  private VerdictSentence() {}

  /** Returns the verdict as a sentence that stands alone. */
  public static String of(PrimaryContrast contrast) {
    return title(contrast.verdict()) + ": " + clause(contrast);
  }

  /** Returns what a sentence about a verdict begins with, such as {@code Uplift}. */
  public static String title(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Uplift uplift -> "Uplift" + small(uplift.belowEffect());
      case Verdict.Harm harm -> "Harm" + small(harm.belowEffect());
      case Verdict.Equivalent equivalent -> "Equivalent";
      case Verdict.Undecided undecided -> "Undecided";
    };
  }

  private static String small(boolean isBelowEffect) {
    return isBelowEffect ? ", below the effect worth having" : "";
  }

  /** Returns why nothing is decided, in a few words. */
  static String why(Verdict.Undecided undecided) {
    return switch (undecided.why()) {
      case NOT_SIGNIFICANT -> "no corrected p-value is below 0.05";
      case NOT_TESTED ->
          undecided.note() == null ? "nothing to test" : UntestedWords.of(undecided.note());
      case NO_ARM -> "no arm could be judged";
    };
  }

  /** Returns the sentence without its title. */
  static String clause(PrimaryContrast contrast) {
    return switch (contrast.verdict()) {
      case Verdict.Uplift uplift -> change(contrast) + certainty(contrast) + free(contrast);
      case Verdict.Harm harm -> change(contrast) + certainty(contrast) + ".";
      case Verdict.Equivalent equivalent ->
          PlainText.of("%s;%s of such experiments.", change(contrast), ruledOut(contrast));
      case Verdict.Undecided undecided ->
          contrast.detectable() == null
              ? PlainText.of("%s; %s.", change(contrast), why(undecided))
              : change(contrast) + blindness(contrast, contrast.detectable());
    };
  }

  /** Such as: the vae arm changed average precision by +0.004 (95 % interval …) with …. */
  private static String change(PrimaryContrast contrast) {
    PairedDifference estimate = contrast.estimate();
    return estimate.mean() == null
        ? PlainText.of(
            "the %s could not be compared with %s",
            name(estimate.arm()), estimate.reference().name())
        : PlainText.of(
            "the %s changed %s by %s with %s over %s",
            name(estimate.arm()),
            estimate.measure().title(),
            amount(estimate),
            estimate.classifier(),
            repeats(estimate));
  }

  /** Such as: +0.004 (95 % interval −0.010 to +0.018). */
  static String amount(PairedDifference estimate) {
    double mean = estimate.mean() == null ? Double.NaN : estimate.mean();
    return signed(mean) + interval(estimate.low(), estimate.high());
  }

  /** Such as: 10 repeats; or: 28 test days in 2 windows, 3 refits each. */
  static String repeats(PairedDifference estimate) {
    if (estimate.blocks() != null) {
      return RepeatWords.blocks(estimate.blocks());
    }
    int repeats = estimate.differences().size();
    return repeats == 1 ? "one repeat" : repeats + " repeats";
  }

  /** Such as: vae arm (ratio 0.1, 16 rare rows). */
  static String name(Arm arm) {
    List<String> details = new ArrayList<>();
    if (!arm.plan().equals(Addition.NOTHING)) {
      details.add(arm.plan().text());
    }
    if (arm.rareRows() instanceof RareRows.AtMost some) {
      details.add(PlainText.of("on %d real rare rows", some.count()));
    }
    return PlainText.of(
        "%s arm%s", arm.name(), details.isEmpty() ? "" : " (" + String.join(", ", details) + ")");
  }

  /** The end of a sentence about an uplift: whether something free would have done as well. */
  static String free(PrimaryContrast contrast) {
    FreeBaselines free = contrast.freeBaselines();
    return free.beaten() == null
        ? "."
        : PlainText.of(
            "; beside what is free, it is %s%s.",
            FreeWords.of(free),
            contrast
                .freeEnsembles()
                .map(each -> "; beside ensembles, with more models to serve, " + FreeWords.of(each))
                .orElse(""));
  }

  private static String interval(@Nullable Double low, @Nullable Double high) {
    return low == null || high == null
        ? ""
        : PlainText.of(" (95 %% interval %s to %s)", signed(low), signed(high));
  }

  private static String certainty(PrimaryContrast contrast) {
    Double p = contrast.correctedP();
    Double mean = contrast.estimate().mean();
    Detectable detectable = contrast.detectable();
    boolean isSmall = contrast.equivalence() != null && contrast.equivalence().isShown();
    String small =
        !isSmall && mean != null && detectable != null && Math.abs(mean) < detectable.effect()
            ? PlainText.of(
                ", though less than the %s that was asked for", plain(detectable.effect()))
            : "";
    return PlainText.of(
        "%s; if it changed nothing, so large a difference would come up in %s of such"
            + " experiments%s",
        small, share(p), isSmall ? ", and" + ruledOut(contrast) : "");
  }

  /**
   * Such as: if it changed it by 0.010 or more …, so small a difference would come up in at most
   * 0.4 %.
   */
  private static String ruledOut(PrimaryContrast contrast) {
    PrimaryContrast.Equivalence equivalence = contrast.equivalence();
    return equivalence == null
        ? ""
        : PlainText.of(
            " if it changed it by %s or more, up or down, so small a difference would come up in"
                + " %s",
            plain(equivalence.effect()), atMost(equivalence.correctedP()));
  }

  private static String atMost(double p) {
    return (p < 0.001 ? "" : "at most ") + share(p);
  }

  private static String share(@Nullable Double p) {
    return p == null || p < 0.001 ? "fewer than 0.1 %" : percent(p);
  }

  /** The end of a sentence that leaves a question open: what would have been seen, what decides. */
  static String blindness(PrimaryContrast contrast, Detectable detectable) {
    if (detectable.minimum() >= 1) { // average precision itself is 1 at most
      return PlainText.of(
          "; with so few %s no effect, however large, could have been seen.", blocks(contrast));
    }
    String blind =
        PlainText.of("; an effect below %s could not have been seen", plain(detectable.minimum()));
    String asked = plain(detectable.effect());
    if (detectable.reached()) {
      return PlainText.of("%s, and one above %s is not ruled out.", blind, asked);
    }
    if (detectable.repeatsNeeded() != null) {
      return PlainText.of(
          "%s, and %s takes about %d repeats.", blind, asked, detectable.repeatsNeeded());
    }
    return PlainText.of(
        "%s, and %s is not reachable by repeats; it needs about %s.",
        blind, asked, needed(contrast, detectable));
  }

  private static String blocks(PrimaryContrast contrast) {
    TimeBlocks blocks = contrast.estimate().blocks();
    return blocks == null ? "repeats" : UntestedWords.blocks(blocks.unit());
  }

  /** Returns what it takes, such as: 240 rare test rows (here 98); or: 46 test days (here 14). */
  public static String needed(PrimaryContrast contrast, Detectable detectable) {
    TimeBlocks blocks = contrast.estimate().blocks();
    Integer wanted = detectable.blocksNeeded();
    if (blocks != null && wanted != null && blocks.unit() == TestBlocks.Unit.LOT) {
      // lots are no more than a limit; what they are made of may be
      return String.format(
          Locale.ROOT,
          "%,d rare test rows (here %,d)",
          (long) Math.ceil(contrast.testRare() * wanted / blocks.blocks()),
          Math.round(contrast.testRare()));
    }
    return blocks == null
        ? String.format(
            Locale.ROOT,
            "%,d rare test rows (here %,d)",
            detectable.testRareNeeded(),
            Math.round(contrast.testRare()))
        : String.format(
            Locale.ROOT,
            "%,d %s (here %,d)",
            detectable.blocksNeeded(),
            UntestedWords.blocks(blocks.unit()),
            blocks.blocks());
  }

  static String signed(double value) {
    String text = String.format(Locale.ROOT, "%+.3f", value);
    return text.equals("-0.000") ? "+0.000" : text.replace('-', '−');
  }

  static String plain(double value) {
    return String.format(Locale.ROOT, value < 0.0095 ? "%.4f" : "%.3f", value);
  }

  private static String percent(double p) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * p);
  }
}
