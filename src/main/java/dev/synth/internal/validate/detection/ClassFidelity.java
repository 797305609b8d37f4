package dev.synth.internal.validate.detection;

import dev.synth.base.Context;
import dev.synth.internal.classify.discriminate.Discriminator;
import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.stats.Medians;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.validate.Finding;
import dev.synth.validate.Goal;
import dev.synth.validate.SkipReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Class fidelity: the share of synthetic rows that a classifier calls rare, which was trained on
 * real rows of both classes alone.
 *
 * <p>In [0, 1]. Boosted trees learn from the real rare rows and at most {@value #MAJORITY_ROWS}
 * training rows of the other class, both classes weighing the same. "Rare" is a score of at least
 * ½. In the floor it judges real rare rows that it did not learn. It never sees held-out rows of
 * the other class, nor any test row. Skipped without ten rows of the other class. Needs ten rare
 * rows a side. All columns constant: all scores are ½, and so 1.
 */
public final class ClassFidelity implements Metric {
  private static final int MINIMUM_ROWS = 10;

  /** 200 rare rows a draw give the share an error of 0.03 at most. */
  private static final int ROW_LIMIT = 200;

  /** Half of them train, half say where the majority's heartland is. */
  private static final int MAJORITY_ROWS = 2_000;

  /** Of more than 100 columns, fewer rows: a fit takes time in proportion to cells. */
  private static final int MAJORITY_CELLS = 200_000;

  /** But never fewer than these, however many columns there are. */
  private static final int FEWEST_MAJORITY_ROWS = 200;

  private static final int LEAST_MAJORITY = 10;
  private static final int ROWS_NAMED = 10;
  private static final double[] BANDS = {0, 0.1, 0.5, 0.9, 1};

  @Override
  public Description description() {
    return new Description(
        "class_fidelity",
        "synthetic rows that a classifier trained on real rows calls rare",
        Goal.HIGHER,
        0,
        1,
        "share of rows with P(rare) of at least 1/2, boosted trees, classes weighing the same",
        "train for more steps, or keep rows in by rules; generator.scope: rare learns from rare"
            + " rows alone");
  }

  @Override
  public Definition definition() {
    return new Definition(
        "The share of synthetic rows that boosted trees score at ½ or more. They learn from the"
            + " real rare rows against at most 1,000 training rows of the other class, both classes"
            + " weighing the same. Of more than 100 columns, fewer of those rows are taken, 200,000"
            + " cells in all. In the floor they score real rare rows that they did not learn from."
            + " Beside it the report says how many rows fall in which band of scores. It lists the"
            + " rows that score no higher than the median row of the other class (that was not"
            + " trained on): their number, and the cells in which the classes differ most.",
        "Skipped without ten training rows of the other class, as in a file of rare rows alone."
            + " Missing is its own branch. All columns constant: every score is ½, and the value"
            + " 1.");
  }

  @Override
  public MetricProtocol protocol() {
    return MetricProtocol.of(MetricRows.SAME_SIZE, MINIMUM_ROWS, ROW_LIMIT)
        .valuedOn(Integer.MAX_VALUE)
        .ofModels();
  }

  @Override
  public MetricOutcome compute(Sample real, Sample synthetic, Context context) {
    return compute(real, List.of(synthetic), context).getFirst();
  }

  @Override
  public List<MetricOutcome> compute(Sample real, List<Sample> others, Context context) {
    Sample majority = majority(real);
    if (majority == null) {
      MetricOutcome none = new MetricOutcome.Skipped(new SkipReason.TooFewOthers(LEAST_MAJORITY));
      return Collections.nCopies(others.size(), none);
    }
    Discriminator classifier = learn(real, majority, context);
    return others.stream().map(other -> calledRare(classifier, other)).toList();
  }

  private static MetricOutcome calledRare(Discriminator classifier, Sample rows) {
    double[] scores = classifier.score(PlainFeatures.columns(rows));
    return MetricOutcome.Value.of(
        Arrays.stream(scores).filter(score -> score >= 0.5).count() / (double) scores.length);
  }

  /**
   * Returns at most {@value #MAJORITY_ROWS} evenly spaced rows, or null where there are too few.
   */
  private static @Nullable Sample majority(Sample real) {
    Sample all = real.majority();
    if (all == null || all.rowCount() < LEAST_MAJORITY) {
      return null;
    }
    int affordable = MAJORITY_CELLS / Math.max(1, all.columnCount());
    int most = Math.clamp(affordable, FEWEST_MAJORITY_ROWS, MAJORITY_ROWS);
    int count = Math.min(all.rowCount(), most);
    return all.rows(
        IntStream.range(0, count).map(i -> (int) ((long) all.rowCount() * i / count)).toArray());
  }

  private static Sample everySecond(Sample sample, int first) {
    return sample.rows(
        IntStream.range(0, sample.rowCount()).filter(row -> row % 2 == first).toArray());
  }

  private static Discriminator learn(Sample real, Sample majority, Context context) {
    Sample others = everySecond(majority, 0);
    FeatureMatrix features = PlainFeatures.columns(others, real);
    BitSet rare = new BitSet();
    rare.set(others.rowCount(), features.rowCount());
    return Discriminator.boosting()
        .fit(features, rare, context.seeds().below("classes"), context.cancellation());
  }

  @Override
  public List<Finding> findings(Sample real, Sample synthetic, Context context) {
    Sample majority = majority(real);
    if (majority == null) {
      return List.of();
    }
    Discriminator classifier = learn(real, majority, context);
    double[] scores = classifier.score(PlainFeatures.columns(synthetic));
    double[] others = classifier.score(PlainFeatures.columns(everySecond(majority, 1)));
    double heartland = Medians.lowerMedian(others);
    List<Finding> found = new ArrayList<>(bands(scores));
    int[] inside =
        IntStream.range(0, scores.length)
            .filter(row -> scores[row] <= heartland && scores[row] < 0.5)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> scores[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    found.add(new Finding.Heartland(inside.length, scores.length, heartland));
    ClassTraits traits = new ClassTraits(real, majority);
    for (int i = 0; i < Math.min(inside.length, ROWS_NAMED); i++) {
      found.add(
          new Finding.HeartlandRow(
              inside[i] + 1, scores[inside[i]], traits.of(synthetic, inside[i])));
    }
    return found;
  }

  private static List<Finding> bands(double[] scores) {
    List<Finding> bands = new ArrayList<>();
    for (int band = BANDS.length - 2; band >= 0; band--) {
      double low = BANDS[band];
      double high = BANDS[band + 1];
      boolean last = band == BANDS.length - 2;
      long count =
          Arrays.stream(scores)
              .filter(score -> score >= low && (score < high || (last && score <= high)))
              .count();
      bands.add(new Finding.ScoreBand(low, high, (double) count / scores.length));
    }
    return bands;
  }
}
