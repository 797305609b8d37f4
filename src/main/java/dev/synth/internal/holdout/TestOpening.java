package dev.synth.internal.holdout;

import dev.synth.classify.Classifier;
import dev.synth.evaluate.BlockRanks;
import dev.synth.evaluate.CostAndAlertMetrics;
import dev.synth.evaluate.Evaluation;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.evaluate.ScoredRows;
import dev.synth.evaluate.TestRanks;
import dev.synth.evaluate.Threshold;
import dev.synth.internal.base.BitPacking;
import dev.synth.internal.evaluate.ArmCurve;
import dev.synth.internal.evaluate.PrecisionCurve;
import dev.synth.internal.evaluate.ReferenceLine;
import dev.synth.internal.evaluate.RepeatDiagnostics;
import dev.synth.split.HeldOut;
import dev.synth.split.OpeningLog;
import dev.synth.split.Split;
import dev.synth.split.TestBlocks;
import dev.synth.table.LabelledTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one place that opens test rows. */
public final class TestOpening {
  /** A run keeps the ranks of further classifiers up to so many bytes, 64 MiB. */
  private static final long MOST_RANKS = 64L << 20;

  private final CostAndAlertMeasurer asked;
  private final long mostRanks;

  /**
   * Measures every {@link EvaluationMetric}, and more figures, in a single repeat.
   *
   * @param asked what is measured besides
   */
  public TestOpening(CostAndAlertMetrics asked) {
    this(asked, 1);
  }

  /**
   * Measures every {@link EvaluationMetric}, and more figures.
   *
   * @param asked what is measured besides
   * @param repeats how many repeats the run may have at most, which share the space for ranks
   */
  public TestOpening(CostAndAlertMetrics asked, int repeats) {
    this.asked = new CostAndAlertMeasurer(asked);
    this.mostRanks = MOST_RANKS / repeats;
  }

  /** Scores test rows by their features; their classes stay closed. */
  public static TestScores score(HeldOut<HeldOut.Test> test, Classifier classifier) {
    return new TestScores(classifier.score(HeldOut.testFeatures(test)));
  }

  /**
   * Opens the test rows, once, and measures all scores on them. Whatever was to be chosen has been
   * chosen by then.
   *
   * @param split whose test rows, real ones alone
   * @param log where the opening is recorded, as {@code repeat 3}
   * @param repeat which repeat this is, from 1
   * @param cells what is measured, in this order
   */
  public List<Evaluation> judge(Split split, OpeningLog log, int repeat, List<ScoredArm> cells) {
    return judge(split, log, repeat, new ClosedScores(cells, List.of())).evaluations();
  }

  /** Does the same, and measures detectors and curves in the same opening. */
  public OpenedRepeat judge(Split split, OpeningLog log, int repeat, ClosedScores closed) {
    List<ScoredArm> cells = closed.cells();
    LabelledTable rows = HeldOut.openTest(split.test(), log, "repeat " + repeat);
    TestBlocks blocks = split.testBlocks();
    List<Evaluation> evaluations = new ArrayList<>();
    for (ScoredArm cell : cells) {
      double[] scores = cell.testScores().scores();
      ScoredRows scored = ScoredRows.of(scores, rows);
      Evaluation evaluation =
          cell.measuredOn(repeat, scored).asking(asked.measure(cell, rows, scored));
      evaluations.add(
          blocks == null
              ? evaluation
              : evaluation.with(
                  BlockRanks.of(blocks, rows.rareRows(), scores),
                  asked.savedByBlock(cell, rows, blocks.blockOf())));
    }
    return new OpenedRepeat(
        evaluations,
        describe(closed, rows),
        blocks == null && !cells.isEmpty() ? ranks(split, rows, cells) : null);
  }

  /**
   * Returns how classifiers rank the test rows: the first-listed one, and of the others as many, in
   * their order, as there is space for.
   */
  private TestRanks ranks(Split split, LabelledTable rows, List<ScoredArm> cells) {
    String first = cells.getFirst().classifier();
    Map<String, List<ScoredArm>> own = new LinkedHashMap<>();
    for (ScoredArm cell : cells) {
      own.computeIfAbsent(cell.classifier(), key -> new ArrayList<>()).add(cell);
    }
    long ofArm = BitPacking.size(rows.rowCount(), rows.rowCount() - 1);
    long left = mostRanks;
    List<TestRanks.OfArm> arms = new ArrayList<>();
    for (Map.Entry<String, List<ScoredArm>> entry : own.entrySet()) {
      boolean isFirst = entry.getKey().equals(first);
      left -= isFirst ? 0 : ofArm * entry.getValue().size();
      if (isFirst || left >= 0) {
        entry.getValue().forEach(cell -> arms.add(ranks(cell, isFirst)));
      }
    }
    return new TestRanks(
        HeldOut.units(split.test()), rows.rareRows(), first, arms, rareLosses(rows));
  }

  private static TestRanks.OfArm ranks(ScoredArm cell, boolean isFirst) {
    Threshold cheapest = cell.cheapest();
    return TestRanks.OfArm.of(
        cell.arm(),
        isFirst ? null : cell.classifier(),
        cell.testScores().scores(),
        cell.threshold().value(),
        cheapest == null ? null : (Double) cheapest.value());
  }

  private static @Nullable List<Double> rareLosses(LabelledTable rows) {
    double[] losses = rows.facts().losses();
    return losses == null ? null : rows.rareRows().stream().mapToObj(row -> losses[row]).toList();
  }

  private static RepeatDiagnostics describe(ClosedScores closed, LabelledTable rows) {
    List<ReferenceLine> lines = new ArrayList<>();
    for (DetectorScores detector : closed.detectors()) {
      lines.add(
          ReferenceLine.of(
              detector.detector(), ScoredRows.of(detector.testScores().scores(), rows)));
    }
    List<ArmCurve> curves = new ArrayList<>();
    for (ScoredArm cell : closed.cells()) {
      if (cell.classifier().equals(closed.cells().getFirst().classifier())) {
        ScoredRows scored = ScoredRows.of(cell.testScores().scores(), rows);
        curves.add(new ArmCurve(cell.arm(), cell.classifier(), PrecisionCurve.of(scored)));
      }
    }
    return new RepeatDiagnostics(lines, curves, List.of(), List.of(), List.of(), List.of());
  }

  /**
   * Scores of test rows whose classes are still closed.
   *
   * @param cells the arms', the first-listed classifier first
   * @param detectors what learned without labels
   */
  public record ClosedScores(List<ScoredArm> cells, List<DetectorScores> detectors) {
    public ClosedScores {
      cells = List.copyOf(cells);
      detectors = List.copyOf(detectors);
    }
  }

  /**
   * The result of one opening.
   *
   * @param evaluations one a cell, in order
   * @param description what stands beside them
   * @param ranks how the classifiers rank the rows; null for splits by time
   */
  public record OpenedRepeat(
      List<Evaluation> evaluations, RepeatDiagnostics description, @Nullable TestRanks ranks) {
    public OpenedRepeat {
      evaluations = List.copyOf(evaluations);
    }
  }
}
