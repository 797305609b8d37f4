package dev.synth.generate;

import dev.synth.base.Context;
import dev.synth.split.rule.Conditions;
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
   * Draws rows that satisfy conditions, as far as the kind can; the caller rejects the others. A
   * kind that can't draws whatever it draws.
   *
   * @param rows how many, at least 0
   * @param conditions what single columns must be
   * @param context as above
   * @return rows with the training rows' columns, not yet reviewed by the row rules
   * @throws dev.synth.base.Problem a data problem if the kind knows that no such row can be drawn
   */
  default Table sample(int rows, Conditions conditions, Context context) {
    return sample(rows, context);
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
