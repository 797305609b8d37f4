package dev.synth.internal.experiment.grid;

import dev.synth.base.Problem;
import dev.synth.base.Remedy;
import dev.synth.internal.base.Pause;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.files.FileLocks;
import dev.synth.internal.files.OutputFiles;
import dev.synth.run.RunFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The hidden folder in which a grid grows. It outlives the process, so that a killed run goes on
 * where it was, and may be used by several processes at once.
 *
 * <p>Who uses it shares the lock of the file {@code users}; who empties it has that lock alone.
 */
public final class GridFolder implements AutoCloseable {
  private static final int TRIES = 10;
  private static final long PAUSE_MILLIS = 200;

  private final Path folder;
  private final FileLocks.Held lock;

  private GridFolder(Path folder, FileLocks.Held lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Opens a run's grid, and empties it first if it is another run's.
   *
   * @param identity the run's
   * @param anew whether it is emptied in any case, and then used alone
   * @throws Problem (environment) if another process uses it and it would have to be emptied, or
   *     another process uses it alone
   */
  public static GridFolder open(RunFolders folders, String identity, boolean anew) {
    Path folder = place(folders);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      OutputFiles.folder(folder);
      boolean same = !anew && isOf(folder, identity);
      Optional<FileLocks.Held> lock =
          same ? FileLocks.tryShared(users(folder)) : FileLocks.tryExclusive(users(folder));
      if (lock.isPresent() && same && isOf(folder, identity)) {
        return new GridFolder(folder, lock.get());
      }
      if (lock.isPresent() && !same) {
        empty(folder, identity);
        if (anew) {
          return new GridFolder(folder, lock.get());
        }
      }
      if (lock.isPresent()) {
        lock.get().close();
      } else {
        Pause.of(PAUSE_MILLIS);
      }
    }
    throw Problem.environment("another process is working on run '%s' (%s)", folders.name(), folder)
        .remedy(Remedy.OWN_RUN_NAME);
  }

  /** Returns what is finished. */
  public GridStore store() {
    return new GridStore(folder);
  }

  /** Returns this process's file of what the run tells; it goes with the grid. */
  public Path log() {
    return folder.resolve(PlainText.of("log-%s.txt", ProcessHandle.current().pid()));
  }

  @Override
  public void close() {
    lock.close();
  }

  /**
   * Removes a run's grid, unless a process uses it. Two that finish together may both try: what one
   * finds gone, or cannot lock any more, the other one is removing.
   */
  public static void discard(RunFolders folders) {
    Path folder = place(folders);
    if (!Files.exists(folder)) {
      return;
    }
    try {
      FileLocks.tryExclusive(users(folder)).ifPresent(lock -> remove(folder, lock));
    } catch (Problem | UncheckedIOException e) {
      // another process removes it at this moment
    }
  }

  private static void remove(Path folder, FileLocks.Held lock) {
    try {
      OutputFiles.remove(folder);
    } finally {
      lock.close();
    }
  }

  private static void empty(Path folder, String identity) {
    for (String part : new String[] {"cells", "repeats", "locks"}) {
      OutputFiles.remove(folder.resolve(part));
    }
    OutputFiles.text(folder.resolve("identity"), identity);
  }

  private static boolean isOf(Path folder, String identity) {
    try {
      return Files.readString(folder.resolve("identity")).equals(identity);
    } catch (IOException e) {
      return false;
    }
  }

  private static Path users(Path folder) {
    return folder.resolve("users");
  }

  private static Path place(RunFolders folders) {
    return folders.evaluation().resolveSibling("." + folders.name() + ".grid");
  }
}
