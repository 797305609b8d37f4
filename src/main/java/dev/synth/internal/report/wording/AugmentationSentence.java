package dev.synth.internal.report.wording;

import dev.synth.augment.Labels;
import dev.synth.compare.AugmentationSummary;
import dev.synth.compare.AugmentationSummary.Performance;
import dev.synth.compare.CandidateScore;
import dev.synth.evaluate.Addition;
import dev.synth.evaluate.Arm;
import dev.synth.internal.base.PlainText;
import java.util.Locale;

/** Sentences on what {@code synth augment} did, and on what its figures are worth. */
public final class AugmentationSentence {
  private AugmentationSentence() {}

  /** Returns what was done. */
  public static String of(AugmentationSummary summary) {
    AugmentationSummary.Rows rows = summary.rows();
    String unchanged = "the file holds the %,d real rows alone, unchanged";
    Double rareWeight = summary.rareWeight();
    if (rareWeight != null) {
      return String.format(
          Locale.ROOT,
          "No row is added: a rare row weighs %.4g times one of the others (class-weight); "
              + unchanged
              + ".",
          rareWeight,
          rows.real());
    }
    if (rows.synthetic() == 0) {
      return String.format(
          Locale.ROOT,
          "Nothing is added (%s)%s; " + unchanged + ".",
          summary.arm().label(),
          why(summary),
          rows.real());
    }
    return String.format(
        Locale.ROOT,
        "%,d synthetic %srows of %s follow the %,d real rows, of which %,d are rare.",
        rows.synthetic(),
        isSoft(summary) ? "" : "rare ",
        summary.arm().label(),
        rows.real(),
        rows.realRare());
  }

  private static boolean isSoft(AugmentationSummary summary) {
    return summary.arm().plan() instanceof Addition.Planned planned
        && planned.labels() instanceof Labels.Soft;
  }

  private static String why(AugmentationSummary summary) {
    if (!summary.arm().name().equals(Arm.NONE.name())) {
      return ": the teacher was worse than its student, so no synthetic row joins";
    }
    if (summary.named()) {
      return "";
    }
    Arm favoured = summary.favoured();
    return favoured != null && isBehind(summary, favoured)
        ? PlainText.of(": %s was clearly behind none in the folds", favoured.label())
        : ": no candidate's gain in the folds was clear";
  }

  private static boolean isBehind(AugmentationSummary summary, Arm arm) {
    return summary.candidates().stream()
        .filter(score -> score.arm().equals(arm))
        .map(CandidateScore::gain)
        .anyMatch(gain -> gain != null && gain < 0);
  }

  /** Returns what the figures on test rows are worth, or why there are none. */
  public static String performance(AugmentationSummary summary) {
    Performance performance = summary.performance();
    boolean named = summary.named();
    if (performance != null) {
      return String.format(
          Locale.ROOT,
          "Measured on %,d real test rows, %,d of them rare, of one split: neither the choice"
              + " nor any fit has seen them. One split has no interval and is no verdict; 'synth"
              + " evaluate' gives one.",
          performance.testRows(),
          performance.testRare());
    }
    return "There is no performance figure: all rows were learned from"
        + (named ? "" : ", and the candidates' figures, which chose, are too good to be one")
        + ". A hold-out measures on test rows that nothing has seen; 'synth evaluate'"
        + (named ? "" : " with evaluation.auto")
        + " gives a verdict.";
  }
}
