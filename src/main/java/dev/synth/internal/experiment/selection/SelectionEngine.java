package dev.synth.internal.experiment.selection;

import dev.synth.base.Context;
import dev.synth.internal.experiment.engine.EngineProvider;
import java.util.List;

/**
 * The machinery that works on files: the threads of this process, or the machines of a cluster. No
 * byte depends on which.
 */
public interface SelectionEngine extends AutoCloseable {
  /** A way to start one. */
  interface Provider extends EngineProvider<SelectionEngine> {}

  /**
   * Returns the rows of all answers, a text a cell.
   *
   * @param tasks what to do, such as a query a file
   * @param doing what is being done, for the user
   * @param context whom to tell, and whether to stop
   * @throws dev.synth.base.Problem if a file cannot be read
   */
  List<List<String>> answers(List<? extends FileTask> tasks, String doing, Context context);

  @Override
  void close();
}
