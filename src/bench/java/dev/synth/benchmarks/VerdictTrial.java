package dev.synth.benchmarks;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.classify.Classifier;
import dev.synth.compare.PartSizes;
import dev.synth.compare.RepeatResult;
import dev.synth.evaluate.Addition;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.CostAndAlertMetrics;
import dev.synth.evaluate.PriorShift;
import dev.synth.evaluate.Threshold;
import dev.synth.internal.base.Micros;
import dev.synth.internal.holdout.ScoredArm;
import dev.synth.internal.holdout.TestOpening;
import dev.synth.internal.holdout.TestScores;
import dev.synth.split.OpeningLog;
import dev.synth.split.RareRows;
import dev.synth.split.Split;
import dev.synth.split.SplitOptions;
import dev.synth.split.Splitter;
import dev.synth.split.Synthetic;
import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The trials of the verdict. Each experiment draws a data set of its own. */
enum VerdictTrial {
  /**
   * Nothing to find, split at random: two arms see the same rows with errors of their own, which
   * stay the same in all repeats.
   */
  NOTHING("nothing") {
    @Override
    List<VerdictLine> run(int number, Seeds seeds) {
      double[][] rows = SMALL.draw(RARE, ROWS - RARE, seeds.stream("rows"));
      List<LabelledTable> views = new ArrayList<>();
      for (String view : List.of("a", "b")) {
        views.add(TwoClasses.table(TwoClasses.seen(rows, ERROR, seeds.stream(view)), RARE));
      }
      List<RepeatResult> repeats = new ArrayList<>();
      for (int repeat = 1; repeat <= REPEATS; repeat++) {
        Seeds own = seeds.below("repeat/" + repeat);
        List<Split> splits = new ArrayList<>();
        views.forEach(view -> splits.add(Splitter.split(view, AT_RANDOM, null, null, own)));
        repeats.add(twoViews(repeat, splits));
      }
      return List.of(VerdictLine.judged(title(), number, SplitOptions.Method.RANDOM, repeats));
    }
  },

  /** The same for windows of time, where an arm's errors of a day have a part in common. */
  NOTHING_BY_TIME("nothing by time") {
    @Override
    List<VerdictLine> run(int number, Seeds seeds) {
      double[][] rows =
          SMALL.draw(RARE_A_DAY * DAYS, (ROWS_A_DAY - RARE_A_DAY) * DAYS, seeds.stream("rows"));
      List<LabelledTable> views = new ArrayList<>();
      for (String view : List.of("a", "b")) {
        views.add(
            timed(TwoClasses.seen(rows, ERROR, seeds.stream(view)), seeds.stream("days " + view)));
      }
      List<RepeatResult> repeats = new ArrayList<>();
      for (int origin = WINDOWS; origin >= 1; origin--) {
        List<Split> splits = new ArrayList<>();
        for (LabelledTable view : views) {
          splits.add(Splitter.splitAt(view, BY_TIME, TIME, null, origin));
        }
        // the discriminant has no seed, so that each of the three refits would find the same
        for (int refit = 0; refit < REFITS; refit++) {
          repeats.add(twoViews(repeats.size() + 1, splits));
        }
      }
      return List.of(VerdictLine.judged(title(), number, SplitOptions.Method.TIME, repeats));
    }
  },

  /** Something to find: the arms add so many real rare rows, fresh ones in each repeat. */
  PLANTED("planted") {
    @Override
    List<VerdictLine> run(int number, Seeds seeds) {
      LabelledTable rows =
          TwoClasses.table(WIDE.draw(RARE, ROWS - RARE, seeds.stream("rows")), RARE);
      List<List<RepeatResult>> results = new ArrayList<>();
      PLANTED_ROWS.forEach(planted -> results.add(new ArrayList<>()));
      for (int repeat = 1; repeat <= REPEATS; repeat++) {
        Seeds own = seeds.below("repeat/" + repeat);
        Split split = Splitter.split(rows, AT_RANDOM, null, null, own);
        List<LinearDiscriminant> fitted = fitted(split.training(), own.stream("planted"));
        ScoredArm none = scored(Arm.NONE, split, fitted.getFirst());
        for (int i = 0; i < PLANTED_ROWS.size(); i++) {
          ScoredArm planted = scored(ARM, split, fitted.get(i + 1));
          results.get(i).add(judged(repeat, split, List.of(none, planted)));
        }
      }
      List<VerdictLine> lines = new ArrayList<>();
      for (int i = 0; i < PLANTED_ROWS.size(); i++) {
        lines.add(
            VerdictLine.judged(planted(i), number, SplitOptions.Method.RANDOM, results.get(i)));
      }
      return lines;
    }
  },

  /** The true effects of what is planted: one fresh training set, and a million rows. */
  EFFECT("effect") {
    @Override
    List<VerdictLine> run(int number, Seeds seeds) {
      int rare = (int) (TRAINING_SHARE * RARE);
      int others = (int) (TRAINING_SHARE * (ROWS - RARE));
      double[][] rows = WIDE.draw(rare, others, seeds.stream("rows"));
      Training training = Training.whole(TwoClasses.table(rows, rare));
      List<LinearDiscriminant> fitted = fitted(training, seeds.stream("planted"));
      List<VerdictLine> lines = new ArrayList<>();
      double none = Unseen.ROWS.averagePrecision(fitted.getFirst());
      for (int i = 0; i < PLANTED_ROWS.size(); i++) {
        double with = Unseen.ROWS.averagePrecision(fitted.get(i + 1));
        lines.add(VerdictLine.effect(effect(i), number, with - none));
      }
      return lines;
    }
  };

  /** The number of rare rows that the planted arms add. */
  static final List<Integer> PLANTED_ROWS = List.of(60, 250, 1000);

  static final int REPEATS = 10;
  static final int ROWS = 1000;
  static final int RARE = 100;

  private static final double ERROR = 1;
  private static final TwoClasses SMALL = new TwoClasses(10, 0.5);

  /** So many columns that a hundred rare rows are far too few to learn from. */
  private static final TwoClasses WIDE = new TwoClasses(120, 0.2);

  private static final double TRAINING_SHARE = 0.6;
  private static final SplitOptions AT_RANDOM =
      new SplitOptions(SplitOptions.Method.RANDOM, 0.2, 0.2, Duration.ZERO, 1);

  private static final int WINDOWS = 3;
  private static final int REFITS = 3;
  private static final int DAYS = 60;
  private static final int ROWS_A_DAY = 40;
  private static final int RARE_A_DAY = 4;
  private static final String TIME = "time";
  private static final SplitOptions BY_TIME =
      new SplitOptions(SplitOptions.Method.TIME, 0.1, 0.1, Duration.ZERO, WINDOWS);

  private static final Arm ARM =
      new Arm("other", Addition.NOTHING, RareRows.ALL, Arm.Role.GENERATOR);
  private static final Threshold ANY = new Threshold(0.5, "fixed 0.5", null);
  private static final PriorShift NO_SHIFT = new PriorShift(1, 1);
  private static final TestOpening HOLDOUT = new TestOpening(CostAndAlertMetrics.NONE);
  private static final String CLASSIFIER = "linear";

  private final String title;

  VerdictTrial(String title) {
    this.title = title;
  }

  /** Drawn when they are first asked for. */
  private static final class Unseen {
    static final MillionRows ROWS =
        new MillionRows(WIDE, (double) RARE / VerdictTrial.ROWS, new Seeds(0).stream("unseen"));
  }

  /** Runs one experiment. */
  abstract List<VerdictLine> run(int number, Seeds seeds);

  List<VerdictLine> run(int number) {
    return run(number, new Seeds(42).below(title).below("experiment/" + number));
  }

  String title() {
    return title;
  }

  /** Returns how many lines an experiment has. */
  int lines() {
    return this == PLANTED || this == EFFECT ? PLANTED_ROWS.size() : 1;
  }

  static String planted(int dose) {
    return "planted " + PLANTED_ROWS.get(dose);
  }

  static String effect(int dose) {
    return "effect " + PLANTED_ROWS.get(dose);
  }

  /** Returns what is learned from training rows alone, and with each number of planted rows. */
  private static List<LinearDiscriminant> fitted(Training training, RandomStream stream) {
    int most = PLANTED_ROWS.getLast();
    Synthetic planted = Synthetic.external(TwoClasses.features(WIDE.draw(most, 0, stream)));
    List<LinearDiscriminant> fitted = new ArrayList<>();
    fitted.add(LinearDiscriminant.fit(training.unaugmented()));
    for (int count : PLANTED_ROWS) {
      fitted.add(LinearDiscriminant.fit(training.plus(planted.first(count))));
    }
    return fitted;
  }

  private static RepeatResult twoViews(int repeat, List<Split> splits) {
    List<ScoredArm> cells = new ArrayList<>();
    for (int view = 0; view < 2; view++) {
      Split split = splits.get(view);
      Classifier classifier = LinearDiscriminant.fit(split.training().unaugmented());
      cells.add(scored(view == 0 ? Arm.NONE : ARM, split, classifier));
    }
    return judged(repeat, splits.getFirst(), cells);
  }

  private static ScoredArm scored(Arm arm, Split split, Classifier classifier) {
    TestScores scores = TestOpening.score(split.test(), classifier);
    return new ScoredArm(arm, CLASSIFIER, ANY, null, NO_SHIFT, 0, scores);
  }

  private static RepeatResult judged(int repeat, Split split, List<ScoredArm> cells) {
    TestOpening.OpenedRepeat judged =
        HOLDOUT.judge(
            split, new OpeningLog(), repeat, new TestOpening.ClosedScores(cells, List.of()));
    return new RepeatResult(
        repeat, PartSizes.of(split), List.of(), judged.evaluations(), List.of(), judged.ranks());
  }

  /** Spreads the rows over days, and gives the errors of each day and column a part in common. */
  private static LabelledTable timed(double[][] rows, RandomStream stream) {
    double[][] common = new double[DAYS][rows[0].length];
    for (double[] day : common) {
      Arrays.setAll(day, column -> stream.nextGaussian());
    }
    int rare = RARE_A_DAY * DAYS;
    long[] micros = new long[rows.length];
    for (int row = 0; row < rows.length; row++) {
      int day = row % DAYS;
      micros[row] = day * Micros.PER_DAY + row / DAYS * Micros.PER_SECOND;
      for (int column = 0; column < rows[row].length; column++) {
        // of rare rows alone: what all rows share moves no row past another
        rows[row][column] += row < rare ? common[day][column] : 0;
      }
    }
    LabelledTable table = TwoClasses.table(rows, rare);
    Column time = new Column(TIME, new ColumnType.Timestamp(false), false);
    Table features = table.features().with(0, time, new Cells.Instants(micros, new BitSet()));
    return new LabelledTable(features, table.rareRows(), TwoClasses.LABEL);
  }
}
