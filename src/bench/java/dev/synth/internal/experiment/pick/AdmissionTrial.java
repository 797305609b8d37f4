package dev.synth.internal.experiment.pick;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.Curves;
import dev.synth.evaluate.ScoredRows;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.experiment.arm.ArmFailures;
import dev.synth.internal.experiment.arm.ArmFit;
import dev.synth.internal.experiment.arm.ArmPlan;
import dev.synth.internal.experiment.arm.FitRows;
import dev.synth.internal.experiment.arm.FoldRows;
import dev.synth.internal.experiment.arm.Source;
import dev.synth.internal.table.read.TableReader;
import dev.synth.split.Training;
import dev.synth.table.LabelledTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One cell of the benchmark: some rare rows of a set and at most 3,000 others to learn from, and at
 * most 20,000 of the rest to measure on.
 *
 * @param set whose rows they are
 * @param rare how many rare rows are learned from
 * @param split which of its splits, from 1
 */
record AdmissionTrial(AdmissionSet set, int rare, int split) {
  private static final int MOST_OTHERS = 3000;
  private static final int MOST_TESTED = 20_000;
  private static final int FEWEST_TESTED = 20;
  private static final int SEED = 7;

  /** One figure: {@code test}, or a fold such as {@code fold 2}. */
  record Line(String part, String arm, double averagePrecision) {}

  /** Measures; nothing where too few rare rows are left to measure on. */
  List<Line> measure(Path folder) {
    ExperimentConfig config =
        ConfigLoader.parse(
            set.dataSection(folder)
                + "\naugmentation: {labels: soft}\nevaluation: {classifiers: [xgboost]}\n",
            set.title(),
            List.of());
    LabelledTable all = TableReader.read(config.data(), Context.quiet(0)).rows().modelled();
    RandomStream stream = new Seeds(SEED).stream(PlainText.of("trial/%s/%d", set.title(), split));
    int[] rareRows = all.rareRows().stream().toArray();
    stream.shuffle(rareRows);
    int[] others = IntStream.range(0, all.rowCount()).filter(row -> !all.isRare(row)).toArray();
    stream.shuffle(others);
    if (rareRows.length - rare < FEWEST_TESTED) {
      return List.of();
    }
    int kept = Math.min(MOST_OTHERS, others.length / 2);
    LabelledTable learned =
        all.rows(sorted(Arrays.stream(rareRows).limit(rare), Arrays.stream(others).limit(kept)));
    LabelledTable test =
        all.rows(
            sorted(
                Arrays.stream(rareRows).skip(rare),
                Arrays.stream(others).skip(kept).limit(MOST_TESTED)));
    Context context = Context.quiet(100 + split).below(set.title());
    FitRows rows = FitRows.of(Training.whole(learned), config, context);
    List<Line> lines = new ArrayList<>(lines("test", rows, test));
    int number = 0;
    for (FoldRows fold :
        FoldRows.inside(rows, AutoChoice.FOLDS, config, context.below("auto/round/1"), true)) {
      lines.addAll(lines(PlainText.of("fold %d", ++number), fold.rows(), fold.heldBack()));
    }
    return lines;
  }

  private static int[] sorted(IntStream some, IntStream others) {
    return IntStream.concat(some, others).sorted().toArray();
  }

  private static List<Line> lines(String part, FitRows rows, LabelledTable heldBack) {
    List<Line> lines = new ArrayList<>();
    ArmFit nothing = ArmFit.of(new Source("none", null, List.of(AutoCandidates.NONE)), rows);
    lines.add(line(part, AutoCandidates.NONE, nothing, heldBack));
    for (Source source : AutoCandidates.all()) {
      try {
        ArmFit fit = ArmFit.of(source, rows);
        source.arms().forEach(arm -> lines.add(line(part, arm, fit, heldBack)));
      } catch (Problem problem) {
        System.err.println(source.name() + ": " + ArmFailures.reason(problem));
      }
    }
    return lines;
  }

  private static Line line(String part, ArmPlan arm, ArmFit fit, LabelledTable heldBack) {
    ScoredRows scored = ScoredRows.of(fit.draw(arm).classifier("xgboost", arm), heldBack);
    return new Line(part, arm.arm().label(), Curves.averagePrecision(scored));
  }
}
