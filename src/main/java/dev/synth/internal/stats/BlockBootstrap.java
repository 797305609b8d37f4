package dev.synth.internal.stats;

import dev.synth.base.RandomStream;
import dev.synth.internal.base.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The paired bootstrap over blocks of time, for splits by time. It tells how much a mean
 * difference, of average precision or of money saved, would vary had other days been tested
 * (Künsch, Annals of Statistics 17, 1989, with blocks that do not overlap).
 *
 * <p>Within each window as many blocks are drawn as it has, with replacement, the same for both
 * arms; a draw's value is the mean over windows of the mean over refits of the difference. The
 * deviation of {@value #DRAWS} draws, widened by √(B / (B − K)) for the B blocks of K windows, is
 * the standard error. The reference distribution is Student's t with B − K degrees of freedom. The
 * plain percentile interval is too short for the number of blocks that there usually are.
 *
 * @param mean the observed mean difference
 * @param standardError of the mean, 0 where the draws don't vary
 * @param blocks B, at least {@value #FEWEST_BLOCKS}
 * @param windows K, at least 1
 */
public record BlockBootstrap(double mean, double standardError, int blocks, int windows)
    implements PairedTest {
  /** With fewer blocks a result by time is descriptive only. */
  public static final int FEWEST_BLOCKS = 8;

  private static final int DRAWS = 2_000;

  /**
   * Blocks whose differences spread by less than this share of the largest are equal but for
   * rounding: they are sums of up to about 10⁵ amounts, each exact to 10⁻¹⁶.
   */
  private static final double ROUNDING = 1e-9;

  /** A stretch of time in which blocks are drawn: one test part. */
  public interface TestPart {
    /** Returns the number of blocks, at least 1. */
    int blocks();

    /** Returns whether rows of both classes are left where each block counts as given. */
    boolean hasBothClasses(int[] counts);

    /** Returns the difference, each block counted as given. */
    double difference(int[] counts);
  }

  public BlockBootstrap {
    if (windows < 1 || blocks < FEWEST_BLOCKS || blocks <= windows || !(standardError >= 0)) {
      throw new IllegalArgumentException(
          PlainText.of(
              "%d blocks in %d windows, standard error %s", blocks, windows, standardError));
    }
  }

  /**
   * Resamples.
   *
   * @param windows one a test part, at least 8 blocks together
   */
  public static BlockBootstrap of(List<? extends TestPart> windows, RandomStream stream) {
    int blocks = windows.stream().mapToInt(TestPart::blocks).sum();
    double observed =
        windows.stream().mapToDouble(w -> w.difference(everyBlockOnce(w))).average().orElseThrow();
    List<Double> draws = new ArrayList<>();
    for (int draw = 0; draw < DRAWS; draw++) {
      double sum = 0;
      for (TestPart window : windows) {
        sum += window.difference(drawBlocks(window, stream));
      }
      draws.add(sum / windows.size());
    }
    double error = Moments.standardDeviation(draws) * widening(blocks, windows.size());
    return new BlockBootstrap(observed, error, blocks, windows.size());
  }

  /**
   * The same of a difference that is a sum over blocks, whose limit over endless draws is known
   * without a draw. As many blocks as a window has, drawn with replacement, have a sum whose
   * variance is Σ(dᵢ − d̄)², where dᵢ is what block i adds.
   *
   * @param windows for each window what each of its blocks adds to the difference, at least 8
   *     blocks together
   */
  public static BlockBootstrap ofSums(List<List<Double>> windows) {
    int blocks = 0;
    double sum = 0;
    double squares = 0;
    double largest = 0;
    for (List<Double> window : windows) {
      double mean = Moments.mean(window);
      for (double added : window) {
        sum += added;
        squares += (added - mean) * (added - mean);
        largest = Math.max(largest, Math.abs(added));
      }
      blocks += window.size();
    }
    double deviation = Math.sqrt(squares);
    double error =
        deviation <= ROUNDING * largest
            ? 0
            : deviation / windows.size() * widening(blocks, windows.size());
    return new BlockBootstrap(sum / windows.size(), error, blocks, windows.size());
  }

  private static int[] everyBlockOnce(TestPart window) {
    int[] counts = new int[window.blocks()];
    Arrays.fill(counts, 1);
    return counts;
  }

  private static double widening(int blocks, int windows) {
    return Math.sqrt((double) blocks / (blocks - windows));
  }

  /** Returns how often each block is drawn; drawn anew where only one class would be left. */
  private static int[] drawBlocks(TestPart window, RandomStream stream) {
    while (true) {
      int[] counts = new int[window.blocks()];
      for (int i = 0; i < counts.length; i++) {
        counts[stream.nextInt(counts.length)]++;
      }
      if (window.hasBothClasses(counts)) {
        return counts;
      }
    }
  }

  /** Student's t with B − K degrees of freedom. */
  @Override
  public StudentT distribution() {
    return new StudentT(blocks - windows);
  }
}
