package dev.synth.internal.generate.gan;

import dev.synth.base.RandomStream;
import dev.synth.internal.neural.gan.LevelConditions;
import java.util.List;

/**
 * The batches that a GAN's training steps see: conditions, and real rows that meet them. All rows
 * of a pack are of one class; where both classes are learned, packs take turns.
 */
final class GanBatches {
  private final TrainingBySampling rare;
  private final List<TrainingBySampling> classes;
  private final int pack;
  private final RandomStream stream;
  private final double[][] rows;
  private final LevelConditions conditions;

  /**
   * Batches of rows.
   *
   * @param classes the rare rows, and after them the others where both are learned
   * @param packs packs a batch
   * @param pack rows a pack
   */
  GanBatches(List<TrainingBySampling> classes, int packs, int pack, RandomStream stream) {
    this.classes = List.copyOf(classes);
    this.rare = classes.getFirst();
    this.pack = pack;
    this.stream = stream;
    rows = new double[packs * pack][];
    conditions = new LevelConditions(new int[packs * pack], new boolean[packs * pack]);
  }

  /** Draws the next batch. */
  void advance() {
    for (int i = 0; i < rows.length; i++) {
      TrainingBySampling from = classes.get((i / pack) % classes.size());
      conditions.rare()[i] = from == rare;
      conditions.cases()[i] = from.drawCase(stream);
      rows[i] = from.drawRow(conditions.cases()[i], stream);
    }
  }

  /** Returns the batch's real rows, in an array that the next batch reuses. */
  double[][] rows() {
    return rows;
  }

  /** Returns the batch's conditions, in arrays that the next batch reuses. */
  LevelConditions conditions() {
    return conditions;
  }
}
