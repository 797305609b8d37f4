package dev.synth.internal.report.text;

import dev.synth.compare.ArmSummary;
import dev.synth.compare.Comparison;
import dev.synth.compare.Looks;
import dev.synth.compare.PairedDifference;
import dev.synth.evaluate.Arm;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.format.LineBreaks;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.TextGrid;
import dev.synth.internal.report.wording.LookSentence;
import dev.synth.internal.report.wording.RivalSentences;
import java.util.List;
import java.util.stream.Stream;

/** The cells and sentences that the tables of a comparison have in common, as text. */
final class ComparisonCells {
  /** Stands before an arm that a verdict is given on. */
  static final String MARK = "▸ ";

  /** Stands before any other arm. */
  static final String NO_MARK = "  ";

  private ComparisonCells() {}

  /** Returns a mean with the deviation between repeats, where there are several. */
  static String spread(ArmSummary.Spread spread) {
    return spread.standardDeviation() == null
        ? ReportNumbers.plain(spread.mean())
        : ReportNumbers.plain(spread.mean())
            + " ± "
            + ReportNumbers.plain(spread.standardDeviation());
  }

  /** Returns the change that an arm made with a classifier, with its interval; empty for none. */
  static String difference(Comparison comparison, Arm arm, String classifier) {
    PairedDifference difference =
        comparison.againstNone().stream()
            .filter(row -> row.arm().equals(arm) && row.classifier().equals(classifier))
            .findFirst()
            .orElse(null);
    if (difference == null) {
      return "";
    }
    String interval =
        difference.low() == null
            ? ""
            : PlainText.of(
                " [%s, %s]",
                ReportNumbers.signed(difference.low()), ReportNumbers.signed(difference.high()));
    return ReportNumbers.signed(difference.mean()) + interval;
  }

  /** Returns the sentence on looks at the results so far, where there were several. */
  static List<String> looks(Comparison comparison) {
    Looks looks = comparison.looks();
    return looks == null ? List.of() : LineBreaks.wrapped(LookSentence.of(looks), TextGrid.WIDTH);
  }

  /**
   * Returns the sentences on the free rivals of each arm that a verdict is given on; where there is
   * only one, also how it stands beside the best of them.
   */
  static List<String> rivals(Comparison comparison) {
    boolean isSingle = comparison.primary().size() == 1;
    return comparison.primary().stream()
        .flatMap(
            contrast ->
                Stream.concat(
                    isSingle ? RivalSentences.besideFree(contrast).stream() : Stream.empty(),
                    RivalSentences.of(contrast).stream()))
        .flatMap(sentence -> LineBreaks.wrapped(sentence, TextGrid.WIDTH).stream())
        .toList();
  }
}
