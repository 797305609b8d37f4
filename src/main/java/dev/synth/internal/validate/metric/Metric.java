package dev.synth.internal.validate.metric;

import dev.synth.base.Context;
import dev.synth.validate.Finding;
import dev.synth.validate.Goal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to compare synthetic rows with real ones.
 *
 * <p>A metric is a pure function of two samples. How it is drawn again and again for the noise
 * floor, and whether its value is good enough, are the business of others.
 */
public interface Metric {
  /** Returns what the metric is called, and what its values mean. */
  Description description();

  /** Returns what exactly is computed, for the reference of metrics. */
  Definition definition();

  /** Returns how the metric is measured. */
  MetricProtocol protocol();

  /**
   * Compares two samples of any sizes; neither is changed.
   *
   * @param real real rows
   * @param synthetic rows to judge, over the same columns
   * @param context seeds for metrics that need random numbers
   * @return a value; or {@link MetricOutcome.Skipped} where these rows have none
   */
  MetricOutcome compute(Sample real, Sample synthetic, Context context);

  /**
   * Compares a sample with several others, each as {@link #compute(Sample, Sample, Context)} does;
   * a metric that learns from the real rows alone learns once.
   *
   * @return one outcome for each, in their order
   */
  default List<MetricOutcome> compute(Sample real, List<Sample> others, Context context) {
    return others.stream().map(other -> compute(real, other, context)).toList();
  }

  /**
   * Tells what a single value can't: which columns, rows or patterns it comes from.
   *
   * <p>Asked once for each reference, with at most {@link MetricProtocol#valueRowLimit} rows a
   * side, and only where the metric has a value.
   *
   * @param real real rows
   * @param synthetic rows to judge, over the same columns
   * @param context seeds for metrics that need random numbers
   * @return the findings, in the order in which a report lists them; none for most metrics
   */
  default List<Finding> findings(Sample real, Sample synthetic, Context context) {
    return List.of();
  }

  /**
   * Returns the null distributions that this metric's parts follow where two large samples are from
   * one distribution, so that its floor need not be drawn at their size.
   *
   * @param real real rows
   * @param syntheticRows how many rows the other side has
   * @param context seeds for distributions that are drawn
   * @return one for each part; none where no such distribution is known
   */
  default List<NullDistribution> nullDistributions(
      Sample real, int syntheticRows, Context context) {
    return List.of();
  }

  /**
   * Returns the value over all rows of both sides and its null distributions, where the rows are so
   * many that samples of them alone are at hand; null for a metric that is no sum over rows.
   *
   * @param real sums over all real rows
   * @param synthetic sums over all rows to judge
   * @param sample a sample of the real rows
   * @param context seeds for distributions that are drawn
   */
  default @Nullable OverAll overAll(
      RowSums real, RowSums synthetic, Sample sample, Context context) {
    return null;
  }

  /**
   * Returns the stream id of the metric whose draws this one reads: its own, or that of another
   * metric with the same protocol, so that what both need is computed once.
   */
  default String readsDrawsOf() {
    return streamId();
  }

  /**
   * Returns the name of this metric's random streams: its id, or the one that it had first, since a
   * name in a report may change and a figure must not.
   */
  default String streamId() {
    return description().id();
  }

  /**
   * Returns this metric's value for one draw of the metric that {@link #readsDrawsOf} names.
   *
   * @param drawn what that metric's {@code compute} returned
   */
  default MetricOutcome read(MetricOutcome drawn) {
    return drawn;
  }

  /**
   * Returns whether there is anything in the rows that the metric is about; where there is not, a
   * report leaves it out.
   *
   * @param real all real rows
   * @param synthetic all rows to judge
   */
  default boolean applies(Sample real, Sample synthetic) {
    return true;
  }

  /**
   * Returns how many real rows a floor stands for that the metric brings itself.
   *
   * @param real real rows
   */
  default int floorRows(Sample real) {
    return real.rowCount();
  }

  /**
   * Returns on which side of the floor a value says what the metric's question fears: by the goal,
   * unless the far side of a floor speaks of another question.
   */
  default BadSide badSide() {
    return BadSide.of(description().goal());
  }

  /**
   * Returns whether a value below the floor of the training rows means that rows were copied. To a
   * classifier, a copy of a real row stands for the other side, so that it guesses worse than it
   * would for fresh rows.
   */
  default boolean lowMeansCopies() {
    return false;
  }

  /**
   * The names of a metric, and the meaning of its values.
   *
   * @param id the name in configs and reports, in snake_case
   * @param title the name in plain words
   * @param goal which way is better
   * @param minimum the smallest value there can be
   * @param maximum the largest value there can be; may be infinite
   * @param source where the definition comes from
   * @param remedy what most likely helps where the value is bad, as an imperative
   */
  record Description(
      String id,
      String title,
      Goal goal,
      double minimum,
      double maximum,
      String source,
      String remedy) {}

  /**
   * The exact definition of a metric, in Markdown.
   *
   * @param formula the formula, and what its extremes mean
   * @param edgeCases what comes of constant columns, one level, missing cells, few rows and ties
   */
  record Definition(String formula, String edgeCases) {}

  /**
   * The way in which a metric is measured.
   *
   * @param draws how many draws make its noise floor, at least 2
   * @param minimumRows the rows that it needs on each side, at least 1
   * @param rowLimit the rows that a draw has on each side at most
   * @param valueRowLimit the rows that a value over all rows takes on each side at most
   * @param band how quantiles come from the draws
   * @param scope which rows the value is computed on
   * @param partsShown how many of its parts a report lists at most, the worst ones
   */
  record MetricProtocol(
      int draws,
      int minimumRows,
      int rowLimit,
      int valueRowLimit,
      Band band,
      MetricRows scope,
      int partsShown) {
    /** The number of draws of a metric that is cheap to compute. */
    public static final int DRAWS = 200;

    /** The number of draws of a metric that fits models. */
    public static final int MODEL_DRAWS = 20;

    /**
     * A metric that is cheap to compute, whose values take as many rows as its draws, and that
     * shows no parts.
     */
    public static MetricProtocol of(MetricRows scope, int minimumRows, int rowLimit) {
      return new MetricProtocol(DRAWS, minimumRows, rowLimit, rowLimit, Band.EMPIRICAL, scope, 0);
    }

    /** Returns the same with another limit of rows for values over all rows. */
    public MetricProtocol valuedOn(int rows) {
      return new MetricProtocol(draws, minimumRows, rowLimit, rows, band, scope, partsShown);
    }

    /** Returns the same for a metric that fits models: few draws, and quantiles of Student's t. */
    public MetricProtocol ofModels() {
      return new MetricProtocol(
          MODEL_DRAWS, minimumRows, rowLimit, valueRowLimit, Band.STUDENT_T, scope, partsShown);
    }

    /** Returns the same with another number of parts shown. */
    public MetricProtocol showing(int parts) {
      return new MetricProtocol(draws, minimumRows, rowLimit, valueRowLimit, band, scope, parts);
    }
  }

  /** The way in which quantiles of the noise floor come from its draws. */
  enum Band {
    /** From the draws themselves. */
    EMPIRICAL,
    /** From Student's t distribution as a prediction interval, for few draws. */
    STUDENT_T
  }

  /** The rows on which a metric's value is computed. */
  enum MetricRows {
    /** Fidelity: the median over draws of the floor's size, so that it can be set beside it. */
    SAME_SIZE,
    /** Privacy: all synthetic rows against all training rows, never the held-out ones. */
    ALL_ROWS
  }
}
