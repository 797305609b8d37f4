package dev.synth.internal.experiment.selection;

import dev.synth.base.Context;
import dev.synth.base.Progress;
import java.util.ArrayList;
import java.util.List;

/** The threads of this process, which answer one file after the other. */
final class LocalSelectionEngine implements SelectionEngine {
  private final int threads;

  LocalSelectionEngine(int threads) {
    this.threads = threads;
  }

  @Override
  public List<List<String>> answers(List<? extends FileTask> tasks, String doing, Context context) {
    List<List<String>> rows = new ArrayList<>();
    try (Progress.Stage stage = context.progress().stage(doing, tasks.size(), "files")) {
      for (FileTask task : tasks) {
        context.cancellation().check();
        rows.addAll(task.answer(threads));
        stage.advance(1);
      }
    }
    return rows;
  }

  @Override
  public void close() {
    // nothing is held
  }
}
