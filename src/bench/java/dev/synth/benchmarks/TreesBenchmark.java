package dev.synth.benchmarks;

import dev.synth.base.Context;
import dev.synth.base.Seeds;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.classify.ExtraTreesOptions;
import dev.synth.classify.RandomForestOptions;
import dev.synth.classify.XgboostOptions;
import dev.synth.internal.classify.ClassifierTrainer;
import dev.synth.internal.classify.kinds.Classifiers;
import dev.synth.internal.demo.TransactionSimulator;
import dev.synth.split.Training;
import dev.synth.table.LabelledTable;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The processor time of fitting boosted trees, a random forest and extremely randomized trees to
 * 16,000 simulated transactions, and of scoring 136,000 others, as one repeat of the main job does.
 *
 * <p>The hash of the scores tells whether two builds give the same.
 */
public final class TreesBenchmark {
  private static final int LEARNED = 16_000;
  private static final int SCORED = 136_000;
  private static final int ROUNDS = 3;

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private TreesBenchmark() {}

  /** Prints a line a classifier and round. */
  public static void main(String[] args) {
    Training training = Training.whole(TransactionSimulator.labelled(new Seeds(1), LEARNED));
    LabelledTable fresh = TransactionSimulator.labelled(new Seeds(2), SCORED);
    List<ClassifierTrainer> trainers =
        List.of(
            Classifiers.trainer(XgboostOptions.defaults()),
            Classifiers.trainer(RandomForestOptions.defaults()),
            Classifiers.trainer(ExtraTreesOptions.defaults()));
    for (ClassifierTrainer trainer : trainers) {
      for (int round = 0; round < ROUNDS; round++) {
        long start = threadNanos();
        Classifier classifier =
            trainer.fit(training.unaugmented(), ClassWeighting.NONE, Context.quiet(1));
        long fitted = threadNanos();
        double[] scores = classifier.score(fresh.features());
        OUT.printf(
            Locale.ROOT,
            "%-14s fit %5d ms, score %5d ms, hash %d%n",
            trainer.name(),
            (fitted - start) / 1_000_000,
            (threadNanos() - fitted) / 1_000_000,
            Arrays.hashCode(scores));
      }
    }
  }

  private static long threadNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
