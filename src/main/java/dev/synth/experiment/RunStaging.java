package dev.synth.experiment;

import dev.synth.base.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A run in the making: its files grow in hidden folders beside the final ones and are moved into
 * place when all is there. Until then nothing under the run's name changes; closed before {@link
 * #commit}, it leaves nothing behind.
 *
 * <p>A lock, which dies with its process, keeps two processes from making the same run.
 */
final class RunStaging implements AutoCloseable {
  private final RunFolders folders;
  private final String identity;
  private final Path synthesis;
  private final Path evaluation;
  private final Path lockFile;
  private final FileChannel lockChannel;

  private RunStaging(RunFolders folders, String identity, Path lockFile, FileChannel lockChannel) {
    this.folders = folders;
    this.identity = identity;
    this.synthesis = hidden(folders.synthesis(), "partial");
    this.evaluation = hidden(folders.evaluation(), "partial");
    this.lockFile = lockFile;
    this.lockChannel = lockChannel;
  }

  /**
   * Claims a run, and clears what a killed process left of it.
   *
   * @throws Problem (environment) if another process is making the run, or the folder cannot be
   *     written
   */
  static RunStaging claim(RunFolders folders, String identity) {
    Path lockFile = hidden(folders.synthesis(), "lock");
    OutputFiles.folder(folderOf(folders.synthesis()));
    FileChannel channel = lock(lockFile, folders.name());
    RunStaging staging = new RunStaging(folders, identity, lockFile, channel);
    try {
      staging.removePartial();
      OutputFiles.folder(staging.synthesis);
      return staging;
    } catch (RuntimeException e) {
      staging.close();
      throw e;
    }
  }

  /** Returns the folder in which the synthesis grows. */
  Path synthesis() {
    return synthesis;
  }

  /** Returns the folder in which the evaluation grows, making it if need be. */
  Path evaluation() {
    OutputFiles.folder(evaluation);
    return evaluation;
  }

  /** Moves everything into place. The synthesis comes last, since its {@code DONE} is asked for. */
  void commit() {
    for (Path folder : new Path[] {evaluation, synthesis}) {
      if (Files.exists(folder)) {
        OutputFiles.text(folder.resolve(RunFolders.DONE), identity + "\n");
      }
    }
    replace(folders.evaluation(), evaluation);
    replace(folders.synthesis(), synthesis);
  }

  /** Gives the run up: removes what is not in place, and the lock. */
  @Override
  public void close() {
    try {
      removePartial();
    } finally {
      release();
    }
  }

  private void removePartial() {
    for (Path folder : new Path[] {folders.evaluation(), folders.synthesis()}) {
      OutputFiles.remove(hidden(folder, "partial"));
      OutputFiles.remove(hidden(folder, "old"));
    }
  }

  /** Puts a folder in another's place; where the new one does not exist, the place is emptied. */
  private static void replace(Path place, Path folder) {
    Path old = hidden(place, "old");
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

  private static FileChannel lock(Path lockFile, String run) {
    String token = ProcessHandle.current().pid() + "\n";
    while (true) {
      try {
        FileChannel channel =
            FileChannel.open(
                lockFile,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
          channel.close();
          throw Problem.environment(
              "another process is working on run '%s' (lock %s); wait for it, or give this run a"
                  + " name of its own with --run-name",
              run, lockFile);
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(token.getBytes(StandardCharsets.UTF_8)));
        if (Files.exists(lockFile) && Files.readString(lockFile).equals(token)) {
          return channel;
        }
        channel.close(); // the previous holder removed the file between our open and our lock
      } catch (IOException e) {
        throw Problem.environment("cannot write %s: %s", lockFile, OutputFiles.reason(e))
            .causedBy(e);
      }
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private void release() {
    try {
      Files.deleteIfExists(lockFile);
      lockChannel.close();
    } catch (IOException e) {
      throw Problem.environment("cannot remove %s: %s", lockFile, OutputFiles.reason(e))
          .causedBy(e);
    }
  }

  private static Path hidden(Path folder, String what) {
    return folderOf(folder).resolve(".%s.%s".formatted(folder.getFileName(), what));
  }

  private static Path folderOf(Path folder) {
    Path parent = folder.toAbsolutePath().getParent();
    return parent == null ? folder : parent;
  }
}
