package dev.synth.internal.experiment.selection;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.internal.experiment.engine.EngineProvider;
import dev.synth.internal.experiment.engine.Engines;
import dev.synth.internal.table.stage.SourceFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The machinery that works on files: the threads of this process, or the machines of a cluster. No
 * byte depends on which.
 */
public interface SelectionEngine extends AutoCloseable {
  /**
   * Returns what starts the engine of a name, given how many parts are computed at once.
   *
   * @throws dev.synth.base.Problem if there is none
   */
  static IntFunction<SelectionEngine> named(String name) {
    return name.equals(Engines.LOCAL)
        ? LocalSelectionEngine::new
        : Engines.named(Provider.class, name)::start;
  }

  /** A way to start one. */
  interface Provider extends EngineProvider<SelectionEngine> {}

  /**
   * Returns the files of a source, on a disk that every answering machine sees.
   *
   * @param source as the config names it
   * @param folder a folder that is not there, for copies of files that are elsewhere
   * @throws dev.synth.base.Problem if there are none, or they cannot be had
   */
  default SourceFiles files(String source, Path folder, Context context) {
    return SourceFiles.resolve(source);
  }

  /** Returns what the user calls a file of {@link #files}, which may be a copy. */
  default String named(Path file) {
    return file.toString();
  }

  /** Returns a problem that names files as the user does, where it names copies of them. */
  default Problem told(Problem problem) {
    return problem;
  }

  /**
   * Looks for what another machine wrote: one without shared storage writes to a disk of its own.
   *
   * @throws dev.synth.base.Problem if it is not there
   */
  static void requireThere(Path file) {
    if (!Files.exists(file)) {
      throw Problem.environment(
          "%s was written, but is not in the folder that this machine sees; the folder must be on"
              + " storage that all machines share",
          file.getFileName());
    }
  }

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
