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
  public List<List<String>> answers(List<FileQuery> scans, String doing, Context context) {
    List<List<String>> rows = new ArrayList<>();
    try (Progress.Stage stage = context.progress().stage(doing, scans.size(), "files")) {
      for (FileQuery scan : scans) {
        context.cancellation().check();
        rows.addAll(scan.answer(threads));
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
