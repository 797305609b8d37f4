package dev.synth.internal.report.paper;

import dev.synth.compare.ArmSummary;
import dev.synth.compare.Comparison;
import dev.synth.compare.PairedDifference;
import dev.synth.compare.PartSizes;
import dev.synth.compare.PrimaryContrast;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.Troubles;
import dev.synth.internal.report.wording.RepeatWords;
import dev.synth.internal.report.wording.TestWords;
import dev.synth.internal.report.wording.metric.UnmeasuredWords;
import dev.synth.split.RareRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a comparison that a paper shows: every arm with every classifier, on one number of
 * real rare rows. How it is written is left to the formats.
 *
 * @param rareRows how many real rare training rows were kept
 * @param blocks one a classifier, the first-listed first
 * @param notes what the numbers are, in sentences
 */
record PaperTable(RareRows rareRows, List<Block> blocks, List<String> notes) {
  /** The rows of one classifier. */
  record Block(String classifier, List<Row> rows) {
    Block {
      rows = List.copyOf(rows);
    }
  }

  /**
   * One arm with one classifier.
   *
   * @param averagePrecision over the repeats
   * @param difference its difference to {@code none}, or null in the row of {@code none}
   * @param contrast what was judged of it, or null where nothing was
   * @param recall recall at 1 % false positives, over the repeats
   */
  record Row(
      Arm arm,
      ArmSummary.Spread averagePrecision,
      @Nullable PairedDifference difference,
      @Nullable PrimaryContrast contrast,
      ArmSummary.Spread recall) {}

  PaperTable {
    blocks = List.copyOf(blocks);
    notes = List.copyOf(notes);
  }

  /** Returns a table for each number of real rare rows, in the comparison's order. */
  static List<PaperTable> of(Comparison comparison) {
    List<PaperTable> tables = new ArrayList<>();
    comparison.summaries().stream()
        .map(summary -> summary.arm().rareRows())
        .distinct()
        .forEach(
            trainingSize -> {
              List<Block> blocks = blocks(comparison, trainingSize);
              List<String> notes = notes(comparison, blocks);
              notes.addAll(Troubles.failures(comparison, trainingSize));
              tables.add(new PaperTable(trainingSize, blocks, notes));
            });
    return List.copyOf(tables);
  }

  /** Returns the words for the rows that were learned from, such as {@code 16 rare rows}. */
  String trainingSize() {
    return rareRows.describe();
  }

  private static List<Block> blocks(Comparison comparison, RareRows trainingSize) {
    List<ArmSummary> own =
        comparison.summaries().stream()
            .filter(s -> s.arm().rareRows().equals(trainingSize))
            .toList();
    return own.stream()
        .map(ArmSummary::classifier)
        .distinct()
        .map(
            classifier ->
                new Block(
                    classifier,
                    own.stream()
                        .filter(summary -> summary.classifier().equals(classifier))
                        .map(summary -> row(comparison, summary))
                        .toList()))
        .toList();
  }

  private static Row row(Comparison comparison, ArmSummary summary) {
    return new Row(
        summary.arm(),
        summary.figure(EvaluationMetric.AVERAGE_PRECISION),
        comparison.againstNone().stream()
            .filter(row -> row.arm().equals(summary.arm()))
            .filter(row -> row.classifier().equals(summary.classifier()))
            .findFirst()
            .orElse(null),
        comparison.primary().stream()
            .filter(contrast -> contrast.estimate().arm().equals(summary.arm()))
            .filter(contrast -> contrast.estimate().classifier().equals(summary.classifier()))
            .findFirst()
            .orElse(null),
        summary.figure(EvaluationMetric.RECALL_AT_FPR_1_PERCENT));
  }

  private static List<String> notes(Comparison comparison, List<Block> blocks) {
    List<String> notes = new ArrayList<>();
    notes.add(measured(comparison));
    notes.add(judged(comparison));
    blocks.stream()
        .flatMap(block -> block.rows().stream())
        .map(row -> row.recall().skipped())
        .filter(Objects::nonNull)
        .map(UnmeasuredWords::of)
        .distinct()
        .forEach(
            why -> notes.add("Recall at 1 % false positives is not always there: " + why + "."));
    return notes;
  }

  private static String measured(Comparison comparison) {
    int repeats = comparison.repeats().size();
    String start =
        PlainText.of(
            "Measured on real test rows alone, %s rows of which %s are rare, in %s",
            ReportNumbers.count(RepeatWords.mean(comparison, PartSizes::testRows)),
            ReportNumbers.count(RepeatWords.mean(comparison, PartSizes::testRare)),
            repeats == 1 ? "one repeat" : "each of " + RepeatWords.all(comparison));
    return start
        + (repeats == 1 ? "." : "; ± is the standard deviation between repeats.")
        + " Δ is the difference to none on the same rows"
        + (hasIntervals(comparison) ? ", with its 95 % interval." : ".");
  }

  private static String judged(Comparison comparison) {
    if (!hasIntervals(comparison)) {
      return "Descriptive only: nothing was tested.";
    }
    int family = comparison.primary().size();
    return (comparison.protocol().split().isFixed()
            ? ""
            : PlainText.of("Intervals and p-values follow %s. ", TestWords.of(comparison)))
        + (family == 1
            ? "There is one contrast, so nothing is corrected for. "
            : PlainText.of("p-values are corrected by Holm's method for %d contrasts. ", family))
        + PlainText.of(
            "Verdicts are for %s, at 0.05, and in this table for average precision.",
            comparison.protocol().classifier());
  }

  private static boolean hasIntervals(Comparison comparison) {
    return comparison.againstNone().stream().anyMatch(row -> row.low() != null);
  }
}
