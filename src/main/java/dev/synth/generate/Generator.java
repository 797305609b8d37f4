package dev.synth.generate;

import dev.synth.base.Context;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Path;

/** A fitted generator of rare rows: learned state, and nothing of the trainer's. */
public interface Generator {
  /**
   * Draws rows. The same generator, count and seeds give the same rows.
   *
   * @param rows how many, at least 0
   * @param context where the random numbers come from, and whether to stop
   * @return rows with the training rows' columns, not yet reviewed by the row rules
   */
  Table sample(int rows, Context context);

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
