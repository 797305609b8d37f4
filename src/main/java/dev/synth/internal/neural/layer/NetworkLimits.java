package dev.synth.internal.neural.layer;

import dev.synth.base.InvalidValue;
import dev.synth.internal.base.PlainText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The limits of every network's options, whatever the network is for. */
public final class NetworkLimits {
  private static final int WIDEST = 4096;
  private static final int MOST_DIMENSIONS = 1024;

  private NetworkLimits() {}

  /**
   * Checks the option {@code hidden}.
   *
   * @throws InvalidValue unless there are one or more widths, all of them in [1, 4096]
   */
  public static void checkHidden(List<Integer> widths) {
    InvalidValue.unless(
        !widths.isEmpty() && widths.stream().allMatch(width -> width >= 1 && width <= WIDEST),
        "hidden",
        PlainText.of("must be one or more widths in [1, %d]", WIDEST),
        widths);
  }

  /**
   * Checks the option {@code steps}.
   *
   * @param steps how many, or null where the network's kind chooses
   * @throws InvalidValue unless there is at least one
   */
  public static void checkSteps(@Nullable Integer steps) {
    InvalidValue.unless(steps == null || steps >= 1, "steps", "must be at least 1", steps);
  }

  /**
   * Checks the option {@code batch_size}.
   *
   * @throws InvalidValue unless there is at least one row in a batch
   */
  public static void checkBatchSize(int rows) {
    InvalidValue.unless(rows >= 1, "batchSize", "must be at least 1", rows);
  }

  /**
   * Checks the option {@code latent_dimension}.
   *
   * @throws InvalidValue unless it is in [1, 1024]
   */
  public static void checkLatentDimension(int dimension) {
    InvalidValue.unless(
        dimension >= 1 && dimension <= MOST_DIMENSIONS,
        "latentDimension",
        PlainText.of("must be in [1, %d]", MOST_DIMENSIONS),
        dimension);
  }

  /**
   * Checks the option {@code learning_rate}.
   *
   * @throws InvalidValue unless it is in (0, 1]
   */
  public static void checkLearningRate(double rate) {
    InvalidValue.unless(rate > 0 && rate <= 1, "learningRate", "must be in (0, 1]", rate);
  }
}
