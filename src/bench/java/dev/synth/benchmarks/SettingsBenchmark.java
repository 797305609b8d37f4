package dev.synth.benchmarks;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.classify.ClassifierOptions;
import dev.synth.evaluate.Curves;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.evaluate.ScoredRows;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.classify.feature.SharedFeatures;
import dev.synth.internal.classify.kinds.Classifiers;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.split.Training;
import dev.synth.table.LabelledTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The settings of a classifier that find most with few rare rows and nothing added: the choice of
 * XGBoost's preset {@code regularised}. Average precision, the first settings as they are, the
 * others as a difference to them.
 *
 * <p>Of each set some rare rows and 3,000 others are learned from, and all the rest is scored.
 */
public final class SettingsBenchmark {
  private static final int OTHERS = 3000;

  private SettingsBenchmark() {}

  /**
   * Runs the benchmark.
   *
   * @param args {@code key=value}: the folder of the sets (data); sets, and settings such as {@code
   *     {kind: xgboost, preset: stock}}, separated by semicolons; the numbers of rare rows (rare),
   *     separated by commas; the number of splits
   */
  public static void main(String[] args) {
    Map<String, String> options = Arguments.of(args);
    Path data = Path.of(options.getOrDefault("data", "../shared/data"));
    if (!Files.isDirectory(data)) {
      System.out.println("skipped: there is no folder " + data);
      return;
    }
    List<ClassifierOptions> settings = new ArrayList<>();
    String asked =
        options.getOrDefault(
            "settings",
            "{kind: xgboost};{kind: xgboost, preset: stock};{kind: xgboost, preset: regularised}");
    for (String each : asked.split(";", -1)) {
      settings.add(settings(each));
    }
    String sets = options.get("sets");
    int splits = Integer.parseInt(options.getOrDefault("splits", "4"));
    for (String rare : options.getOrDefault("rare", "16,64").split(",", -1)) {
      SettingsTable table = new SettingsTable(settings.size());
      for (BenchmarkSet set : BenchmarkSet.values()) {
        if (sets == null || List.of(sets.split(";", -1)).contains(set.title())) {
          LabelledTable rows = set.read(data);
          table.add(set.title(), precisions(rows, Integer.parseInt(rare), splits, settings));
        }
      }
      table.end(rare);
    }
  }

  private static ClassifierOptions settings(String block) {
    String config =
        PlainText.of(
            "data: {source: demo, label: fraud, positive: 1}\naugmentation: {}\nevaluation:"
                + " {classifiers: [%s]}",
            block);
    EvaluationOptions parsed = ConfigLoader.parse(config, block, List.of()).evaluation();
    return Objects.requireNonNull(parsed).classifiers().getFirst();
  }

  /** Returns the mean average precision over splits, one a setting; empty with too few rows. */
  private static double[] precisions(
      LabelledTable rows, int rare, int splits, List<ClassifierOptions> settings) {
    double[] means = new double[settings.size()];
    if (rows.rareCount() < 2 * rare) {
      return new double[0];
    }
    for (int split = 0; split < splits; split++) {
      boolean[] isLearned = learned(rows, rare, new Seeds(split).stream("settings"));
      Training training = Training.whole(rows.rows(rows(isLearned, true)));
      LabelledTable test = rows.rows(rows(isLearned, false));
      SharedFeatures features = SharedFeatures.of(training);
      for (int each = 0; each < means.length; each++) {
        Classifier fitted =
            Classifiers.trainer(settings.get(each))
                .fit(training.unaugmented(), ClassWeighting.NONE, features, Context.quiet(split));
        means[each] += Curves.averagePrecision(ScoredRows.of(fitted, test)) / splits;
      }
    }
    return means;
  }

  private static boolean[] learned(LabelledTable rows, int rare, RandomStream stream) {
    boolean[] learned = new boolean[rows.rowCount()];
    int others = Math.min(OTHERS, (rows.rowCount() - rows.rareCount()) / 2);
    int rareLeft = rare;
    for (int row : stream.permutation(rows.rowCount())) {
      if (rows.isRare(row) ? rareLeft-- > 0 : others-- > 0) {
        learned[row] = true;
      }
    }
    return learned;
  }

  private static int[] rows(boolean[] learned, boolean wanted) {
    return IntStream.range(0, learned.length).filter(row -> learned[row] == wanted).toArray();
  }

  /** Prints a line a set, and means over sets below. */
  private static final class SettingsTable {
    private final double[] sums;
    private final double[] squares;
    private final int[] ahead;
    private int sets;

    SettingsTable(int settings) {
      sums = new double[settings];
      squares = new double[settings];
      ahead = new int[settings];
    }

    void add(String title, double[] precisions) {
      if (precisions.length == 0) {
        return;
      }
      sets++;
      StringBuilder line = new StringBuilder(PlainText.of("| %s | %.3f |", title, precisions[0]));
      sums[0] += precisions[0];
      for (int each = 1; each < precisions.length; each++) {
        double gain = precisions[each] - precisions[0];
        sums[each] += gain;
        squares[each] += gain * gain;
        ahead[each] += gain > 0 ? 1 : 0;
        line.append(PlainText.of(" %+.3f |", gain));
      }
      System.out.println(line);
    }

    /** Of each setting the mean difference, its standard error over sets, and sets ahead. */
    void end(String rare) {
      StringBuilder line =
          new StringBuilder(PlainText.of("| %s rare rows | %.3f |", rare, sums[0] / sets));
      for (int each = 1; each < sums.length; each++) {
        double mean = sums[each] / sets;
        double variance = (squares[each] - sets * mean * mean) / Math.max(1, sets - 1);
        line.append(
            PlainText.of(
                " %+.3f (%.3f; %d of %d) |",
                mean, Math.sqrt(Math.max(0, variance) / sets), ahead[each], sets));
      }
      System.out.println(line);
    }
  }
}
