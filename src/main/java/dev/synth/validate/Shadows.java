package dev.synth.validate;

import dev.synth.base.Context;
import dev.synth.base.Progress;
import dev.synth.base.RandomStream;
import dev.synth.split.Synthetic;
import dev.synth.split.Training;
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
final class Shadows {
  /** How many pairs of a half and its rest. */
  private static final int PAIRS = 4;

  private final Training training;
  private final ShadowFit fit;
  private final Context context;

  Shadows(Training training, ShadowFit fit, Context context) {
    this.training = training;
    this.fit = fit;
    this.context = context;
  }

  /**
   * Fits all eight.
   *
   * @param space where the drawn rows become numbers
   * @param rows how many rows each draws
   */
  List<Shadow> fitAll(SampleSpace space, int rows) {
    List<Shadow> shadows = new ArrayList<>();
    try (Progress.Stage stage = context.progress().stage("attacking", 2L * PAIRS, "fits")) {
      for (int pair = 0; pair < PAIRS; pair++) {
        BitSet half = half(context.seeds().stream("half/" + pair));
        for (boolean in : new boolean[] {true, false}) {
          context.cancellation().check();
          int[] chosen =
              IntStream.range(0, training.rowCount()).filter(row -> half.get(row) == in).toArray();
          Context own = context.below("fit/%d/%s".formatted(pair, in)).silent();
          Synthetic drawn = fit.fit(training.subset(chosen), rows, own);
          shadows.add(new Shadow(rareMembers(half, in), space.sample(drawn.rows())));
          stage.advance(1);
        }
      }
    }
    return shadows;
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
}
