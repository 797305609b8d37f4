package dev.synth.internal.validate;

import dev.synth.base.Context;
import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.base.RandomStream;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.validate.metric.SampleSpace;
import dev.synth.internal.validate.metric.Shadow;
import dev.synth.internal.validate.metric.ShadowSet;
import dev.synth.split.Synthetic;
import dev.synth.split.Training;
import dev.synth.validate.SkipReason;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Shadow generators: fits to eight halves of the training rows.
 *
 * <p>The halves are four random ones, stratified by class, and what each leaves: so each row is in
 * four and out of four.
 */
public final class Shadows {
  /** The number of pairs of a half and its rest. */
  private static final int PAIRS = 4;

  /** The number of times that the generator is fitted. */
  static final int FITS = 2 * PAIRS;

  private final Training training;
  private final ShadowFit fit;
  private final Context context;

  public Shadows(Training training, ShadowFit fit, Context context) {
    this.training = training;
    this.fit = fit;
    this.context = context;
  }

  /**
   * Fits all eight; where one half is too little for the generator, there are none.
   *
   * @param space where the drawn rows become numbers
   * @param rows how many rows each draws
   * @param others the training rows of the other class whose membership is kept, in this order
   */
  public ShadowSet fitAll(SampleSpace space, int rows, int[] others) {
    List<Shadow> shadows = new ArrayList<>();
    try (Progress.Stage stage = context.progress().stage("attacking", 2L * PAIRS, "fits")) {
      for (int pair = 0; pair < PAIRS; pair++) {
        BitSet half = half(context.seeds().stream("half/" + pair));
        for (boolean in : new boolean[] {true, false}) {
          context.cancellation().check();
          Synthetic drawn =
              draw(half, in, rows, context.below(PlainText.of("fit/%d/%s", pair, in)));
          if (drawn.rows().rowCount() == 0) {
            return new ShadowSet.None(new SkipReason.Plain(SkipReason.Cause.NO_ROW_FROM_HALF));
          }
          shadows.add(
              new Shadow(
                  rareMembers(half, in), members(half, in, others), space.sample(drawn.rows())));
          stage.advance(1);
        }
      }
    } catch (Problem e) {
      if (e.exitCode() == ExitCode.ENVIRONMENT) { // the run's own problem, whatever is fitted
        throw e;
      }
      return new ShadowSet.None(new SkipReason.NotFitted(String.valueOf(e.getMessage())));
    }
    return new ShadowSet.Fitted(shadows);
  }

  private Synthetic draw(BitSet half, boolean in, int rows, Context own) {
    int[] chosen =
        IntStream.range(0, training.rowCount()).filter(row -> half.get(row) == in).toArray();
    return fit.fit(training.subset(chosen), rows, own.silent());
  }

  private BitSet half(RandomStream stream) {
    BitSet half = new BitSet();
    add(half, training.rows()::isRare, stream);
    add(half, row -> !training.rows().isRare(row), stream);
    return half;
  }

  private void add(BitSet half, IntPredicate which, RandomStream stream) {
    int[] rows = IntStream.range(0, training.rowCount()).filter(which).toArray();
    int[] order = stream.permutation(rows.length);
    for (int i = 0; i < rows.length / 2; i++) {
      half.set(rows[order[i]]);
    }
  }

  /** Returns the members as indices of the rare rows. */
  private BitSet rareMembers(BitSet half, boolean in) {
    BitSet members = new BitSet();
    int rare = 0;
    for (int row = 0; row < training.rowCount(); row++) {
      if (training.rows().isRare(row)) {
        members.set(rare++, half.get(row) == in);
      }
    }
    return members;
  }

  /** Returns which of some rows are members. */
  private static BitSet members(BitSet half, boolean in, int[] rows) {
    BitSet members = new BitSet();
    for (int i = 0; i < rows.length; i++) {
      members.set(i, half.get(rows[i]) == in);
    }
    return members;
  }
}
