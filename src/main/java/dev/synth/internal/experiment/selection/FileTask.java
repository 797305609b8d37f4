package dev.synth.internal.experiment.selection;

import java.io.Serializable;
import java.util.List;

/** Work on files that any machine can do that sees them. */
public interface FileTask extends Serializable {
  /**
   * Does the work and returns what it tells: rows, a text a cell.
   *
   * @param threads how many work on it
   */
  List<List<String>> answer(int threads);
}
