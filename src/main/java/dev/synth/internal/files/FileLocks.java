package dev.synth.internal.files;

import dev.synth.base.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Locks that belong to this process and die with it, however it dies: what a killed process held is
 * free again at once.
 */
public final class FileLocks {
  /**
   * The files that this process has locked. Where POSIX rules, a lock belongs to the whole process,
   * and closing any channel to its file gives it away; so what knows of locks must be as wide.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private FileLocks() {}

  /** A held lock. */
  public interface Held extends AutoCloseable {
    /**
     * Returns whether the file that was locked is still the one under its name: its previous holder
     * may have removed it between our opening and our locking it.
     */
    boolean isInPlace() throws IOException;

    @Override
    void close();
  }

  /**
   * Takes a lock that no process holds, this one included.
   *
   * @param file made if it is not there; it stays there
   * @return the lock, or empty if it is held
   */
  public static Optional<Held> tryExclusive(Path file) {
    return tryLock(file, false);
  }

  /**
   * Takes a lock that other processes may share.
   *
   * @return the lock, or empty if a process holds it alone
   */
  public static Optional<Held> tryShared(Path file) {
    return tryLock(file, true);
  }

  /**
   * Takes a lock that no process holds, this one included, and removes its file in the end.
   *
   * @param file made if it is not there
   * @return the lock, or empty if it is held
   */
  public static Optional<Held> tryTemporary(Path file) {
    while (true) {
      Optional<Held> held = tryExclusive(file);
      if (held.isEmpty() || isInPlace(held.get(), file)) {
        return held.map(lock -> new Temporary(file, lock));
      }
      held.get().close(); // its previous holder has removed it since we opened it
    }
  }

  private static boolean isInPlace(Held held, Path file) {
    try {
      return held.isInPlace();
    } catch (IOException e) {
      held.close();
      throw Problem.environment("cannot read %s: %s", file, OutputFiles.reason(e)).causedBy(e);
    }
  }

  private static Optional<Held> tryLock(Path file, boolean shared) {
    Path place = file.toAbsolutePath().normalize();
    if (!HELD.add(place)) {
      return Optional.empty(); // a second channel to the file, once closed, would free the lock
    }
    Optional<Held> held = Optional.empty();
    try {
      held = lock(place, shared);
      return held;
    } catch (IOException e) {
      throw Problem.environment("cannot lock %s: %s", file, OutputFiles.reason(e)).causedBy(e);
    } finally {
      if (held.isEmpty()) {
        HELD.remove(place);
      }
    }
  }

  private static Optional<Held> lock(Path place, boolean shared) throws IOException {
    FileChannel channel =
        FileChannel.open(
            place, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    Object opened = key(place);
    FileLock lock = null;
    try {
      lock = channel.tryLock(0, Long.MAX_VALUE, shared);
    } catch (OverlappingFileLockException e) {
      // this process has it already, by another name of the file
    }
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new OwnLock(place, channel, opened));
  }

  /**
   * Returns what tells the file from another of its name; null where it is gone, or nothing tells.
   */
  private static @Nullable Object key(Path place) throws IOException {
    try {
      return Files.readAttributes(place, BasicFileAttributes.class).fileKey();
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** A lock whose file goes before the lock does, so that nobody locks a file that is removed. */
  private record Temporary(Path file, Held lock) implements Held {
    @Override
    public boolean isInPlace() throws IOException {
      return lock.isInPlace();
    }

    @Override
    public void close() {
      try {
        OutputFiles.writing(file, () -> Files.deleteIfExists(file));
      } finally {
        lock.close();
      }
    }
  }

  private record OwnLock(Path place, FileChannel channel, @Nullable Object opened) implements Held {
    @Override
    public boolean isInPlace() throws IOException {
      return Files.exists(place) && Objects.equals(opened, key(place));
    }

    @Override
    public void close() {
      try {
        OutputFiles.writing(place, channel::close);
      } finally {
        HELD.remove(place);
      }
    }
  }
}
