package dev.synth.internal.experiment.run;

import dev.synth.base.Problem;
import dev.synth.base.Remedy;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.files.FileLocks;
import dev.synth.internal.files.OutputFiles;
import dev.synth.run.RunFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A run in the making: its files grow in hidden folders beside the final ones and are moved into
 * place when all is there. Until then nothing under the run's name changes; closed before {@link
 * #commit}, it leaves nothing behind.
 *
 * <p>A lock, which dies with its process, keeps two processes from making the same run.
 */
public final class RunStaging implements AutoCloseable {
  private final RunFolders folders;
  private final String identity;
  private final Path synthesis;
  private final Path evaluation;
  private final FileLocks.Held lock;

  private RunStaging(RunFolders folders, String identity, FileLocks.Held lock) {
    this.folders = folders;
    this.identity = identity;
    this.synthesis = partial(folders.synthesis());
    this.evaluation = partial(folders.evaluation());
    this.lock = lock;
  }

  /**
   * Claims a run, and clears what a killed process left of it.
   *
   * @throws Problem (environment) if another process is making the run, or the folder cannot be
   *     written
   */
  public static RunStaging claim(RunFolders folders, String identity) {
    return tryClaim(folders, identity)
        .orElseThrow(
            () ->
                Problem.environment(
                        "another process is working on run '%s' (lock %s)",
                        folders.name(), hidden(folders.main(), "lock"))
                    .remedy(Remedy.OWN_RUN_NAME));
  }

  /** Claims a run as {@link #claim} does; empty if another process is making it. */
  public static Optional<RunStaging> tryClaim(RunFolders folders, String identity) {
    OutputFiles.folder(folderOf(folders.main()));
    Optional<FileLocks.Held> lock = FileLocks.tryTemporary(hidden(folders.main(), "lock"));
    if (lock.isEmpty()) {
      return Optional.empty();
    }
    RunStaging staging = new RunStaging(folders, identity, lock.get());
    try {
      staging.removePartial();
      OutputFiles.folder(staging.partial(folders.main()));
      return Optional.of(staging);
    } catch (RuntimeException e) {
      staging.close();
      throw e;
    }
  }

  /** Returns the folder in which the synthesis grows. */
  public Path synthesis() {
    return synthesis;
  }

  /** Returns the folder in which the evaluation grows, making it if need be. */
  public Path evaluation() {
    OutputFiles.folder(evaluation);
    return evaluation;
  }

  /** Moves everything into place. The synthesis comes last, since its {@code DONE} is asked for. */
  public void commit() {
    for (Path place : folders.places()) {
      if (Files.exists(partial(place))) {
        OutputFiles.text(partial(place).resolve(RunFolders.DONE), identity + "\n");
      }
    }
    folders.places().forEach(place -> replace(place, partial(place)));
  }

  /** Gives the run up: removes what is not in place, and the lock. */
  @Override
  public void close() {
    try {
      removePartial();
    } finally {
      lock.close();
    }
  }

  private void removePartial() {
    for (Path place : folders.places()) {
      OutputFiles.remove(partial(place));
      OutputFiles.remove(old(place));
    }
  }

  /** Puts a folder in another's place; where the new one does not exist, the place is emptied. */
  private void replace(Path place, Path folder) {
    Path old = old(place);
    if (Files.exists(place)) {
      move(place, old);
    }
    if (Files.exists(folder)) {
      move(folder, place);
    }
    OutputFiles.remove(old);
  }

  private static void move(Path from, Path to) {
    OutputFiles.writing(to, () -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE));
  }

  /** A run without synthetic rows uses names of its own, and so cannot meet one with them. */
  private Path partial(Path place) {
    return hidden(place, folders.evaluationOnly() ? "evaluation.partial" : "partial");
  }

  private Path old(Path place) {
    return hidden(place, folders.evaluationOnly() ? "evaluation.old" : "old");
  }

  private static Path hidden(Path folder, String what) {
    return folderOf(folder).resolve(PlainText.of(".%s.%s", folder.getFileName(), what));
  }

  private static Path folderOf(Path folder) {
    Path parent = folder.toAbsolutePath().getParent();
    return parent == null ? folder : parent;
  }
}
