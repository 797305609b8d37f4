package dev.synth.generate;

import dev.synth.base.Context;
import dev.synth.rule.Conditions;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A fitted generator of rare rows: learned state, and nothing of the trainer's. Several threads may
 * draw from it at once.
 */
public interface Generator {
  /**
   * Draws rows. The same generator, count and seeds give the same rows.
   *
   * @param rows how many, at least 0
   * @param context where the random numbers come from, and whether to stop
   * @return rows with the training rows' columns, not yet reviewed by the row rules
   */
  Table sample(int rows, Context context);

  /**
   * Returns a generator that, as far as the kind can, draws only rows that satisfy conditions: from
   * the distribution that rejecting the others would leave. What it draws all the same is rejected
   * by the row rules; a kind that can do nothing about it returns itself.
   *
   * @param conditions what single columns must be
   * @param context where random numbers of trial draws come from, and whether to stop
   * @throws dev.synth.base.Problem a data problem if the kind knows that no such row can be drawn
   */
  default Generator given(Conditions conditions, Context context) {
    return this;
  }

  /** Returns what the training recorded. */
  TrainingLog trainingLog();

  /**
   * Writes the learned state: {@code model.json} and, where there are tensors, {@code tensors.bin}.
   * The same state gives the same bytes.
   *
   * @param folder an existing, empty folder
   */
  void save(Path folder) throws IOException;
}
