package dev.synth.internal.generate.draw;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.generate.Generator;
import dev.synth.generate.TrainingLog;
import dev.synth.rule.Conditions;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Draws around bases under conditions, from the distribution that rejection would leave, but not in
 * vain. Base i is chosen with a chance in proportion to how often a draw around it satisfies the
 * conditions, and drawn around until one does.
 *
 * <p>How often that is, is estimated once, by up to 32 trial draws a base; a base around which none
 * of them did is not used. A row that still fails after 100 draws is left to the row rules.
 */
public final class ConditionedSampling implements Generator {
  private static final int TRIALS_A_BASE = 32;

  /** The number of trial draws in all, unless there are more bases: a fraction of a second. */
  private static final int TRIALS = 10_000;

  private static final int ROUNDS = 100;

  private final Generator unconditioned;
  private final AroundBases draws;
  private final Conditions conditions;
  private final long[] ends;

  private ConditionedSampling(
      Generator unconditioned, AroundBases draws, Conditions conditions, long[] ends) {
    this.unconditioned = unconditioned;
    this.draws = draws;
    this.conditions = conditions;
    this.ends = ends;
  }

  /**
   * Tries the bases out.
   *
   * @param unconditioned the generator that draws from all bases alike
   * @param draws its draws
   * @return empty where no trial draw satisfies the conditions
   */
  public static Optional<Generator> of(
      Generator unconditioned, AroundBases draws, Conditions conditions, Context context) {
    int bases = draws.bases();
    int trials = Math.clamp(TRIALS / bases, 1, TRIALS_A_BASE);
    long[] ends = new long[bases];
    for (int trial = 0; trial < trials; trial++) {
      int[] all = IntStream.range(0, bases).toArray();
      Table drawn = draws.around(all, context.below("trial/" + trial));
      for (int row : conditions.rows(drawn)) {
        ends[row]++;
      }
    }
    Arrays.parallelPrefix(ends, Long::sum);
    return ends[bases - 1] == 0
        ? Optional.empty()
        : Optional.of(new ConditionedSampling(unconditioned, draws, conditions, ends));
  }

  @Override
  public Table sample(int rows, Context context) {
    RandomStream stream = context.seeds().stream("conditions/bases");
    int[] bases = new int[rows];
    for (int row = 0; row < rows; row++) {
      bases[row] = base(stream);
    }
    Table drawn = draws.around(bases, context.below("round/0"));
    int[] place = IntStream.range(0, rows).toArray();
    for (int round = 1; round < ROUNDS; round++) {
      int[] failed = failed(drawn, place);
      if (failed.length == 0) {
        break;
      }
      int[] again = Arrays.stream(failed).map(row -> bases[row]).toArray();
      int behind = drawn.rowCount();
      drawn = drawn.followedBy(draws.around(again, context.below("round/" + round)));
      for (int i = 0; i < failed.length; i++) {
        place[failed[i]] = behind + i;
      }
    }
    return drawn.rows(place);
  }

  private int base(RandomStream stream) {
    long point = 1 + (long) (stream.nextDouble() * ends[ends.length - 1]);
    int low = 0; // the first base whose end is not below the point
    int high = ends.length - 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (ends[middle] < point) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int[] failed(Table drawn, int[] place) {
    return IntStream.range(0, place.length)
        .filter(row -> !conditions.hold(drawn, place[row]))
        .toArray();
  }

  @Override
  public TrainingLog trainingLog() {
    return unconditioned.trainingLog();
  }

  @Override
  public void save(Path folder) throws IOException {
    unconditioned.save(folder);
  }
}
