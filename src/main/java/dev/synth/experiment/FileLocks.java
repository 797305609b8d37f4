package dev.synth.experiment;

import dev.synth.base.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Locks that belong to this process and die with it, however it dies: what a killed process held is
 * free again at once.
 */
final class FileLocks {
  private FileLocks() {}

  /** A held lock. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Takes a lock if nobody has it, this process included.
   *
   * @param file made if it is not there; it stays there
   * @return the lock, or empty if it is held
   */
  static Optional<Held> tryExclusive(Path file) {
    return tryLock(file, false);
  }

  /**
   * Takes a lock that other processes may share.
   *
   * @return the lock, or empty if somebody has it alone
   */
  static Optional<Held> tryShared(Path file) {
    return tryLock(file, true);
  }

  private static Optional<Held> tryLock(Path file, boolean shared) {
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
        if (lock != null) {
          return Optional.of(() -> close(channel, file));
        }
      } catch (OverlappingFileLockException e) {
        // this process has it already
      }
      channel.close();
      return Optional.empty();
    } catch (IOException e) {
      throw Problem.environment("cannot lock %s: %s", file, OutputFiles.reason(e)).causedBy(e);
    }
  }

  private static void close(FileChannel channel, Path file) {
    OutputFiles.writing(file, channel::close);
  }
}
