package dev.synth.internal.files;

import dev.synth.base.Problem;
import dev.synth.base.Remedy;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Writing and removing a run's files, with failures told as problems of the environment. */
public final class OutputFiles {
  private OutputFiles() {}

  /** Something that may fail to be written. */
  public interface Write {
    void run() throws IOException;
  }

  /** Runs a write; where the machine refuses it, says which path and why. */
  public static void writing(Path path, Write write) {
    try {
      write.run();
    } catch (IOException | ReadOnlyFileSystemException e) {
      throw Problem.environment("cannot write %s: %s", path, reason(e))
          .remedy(Remedy.OTHER_FOLDER)
          .causedBy(e);
    }
  }

  /** Writes a text file. */
  public static void text(Path file, String text) {
    writing(file, () -> Files.writeString(file, text));
  }

  /** Writes a text file, whole or not at all; what is there is replaced. */
  public static void wholeText(Path file, String text) {
    Path target = file.toAbsolutePath();
    Path beside = target.resolveSibling("." + target.getFileName() + ".partial");
    folder(target.resolveSibling("."));
    whole(file, beside, () -> Files.writeString(beside, text));
  }

  /**
   * Writes a file under another name and moves it into place; where that fails, as on a full disk,
   * nothing of it stays.
   *
   * @param file where it goes, as messages call it
   * @param beside the name that it is written under, in the same folder
   */
  public static void whole(Path file, Path beside, Write write) {
    writing(
        file,
        () -> {
          try {
            write.run();
            Files.move(
                beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
          } finally {
            Files.deleteIfExists(beside);
          }
        });
  }

  /** Copies a file, whole or not at all; what is there is replaced. */
  public static void copy(Path from, Path to) {
    Path target = to.toAbsolutePath();
    Path beside = target.resolveSibling("." + target.getFileName() + ".partial");
    folder(target.resolveSibling("."));
    whole(to, beside, () -> Files.copy(from, beside, StandardCopyOption.REPLACE_EXISTING));
  }

  /** Makes a folder and its parents. */
  public static void folder(Path folder) {
    writing(folder, () -> Files.createDirectories(folder));
  }

  /**
   * Checks that a folder can be made and written to, and leaves nothing new behind.
   *
   * @throws Problem of the environment if it cannot
   */
  public static void check(Path folder) {
    Path made = null;
    for (Path each = folder.toAbsolutePath();
        each != null && !Files.exists(each);
        each = each.getParent()) {
      made = each;
    }
    try {
      writing(
          folder,
          () -> {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".check", null));
          });
    } finally {
      if (made != null) {
        remove(made);
      }
    }
  }

  /** Removes a folder with all that is in it; nothing happens if there is none. */
  public static void remove(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    writing(
        folder,
        () -> {
          List<Path> paths;
          try (Stream<Path> tree = Files.walk(folder)) {
            paths = tree.sorted(Comparator.reverseOrder()).toList();
          }
          for (Path path : paths) {
            Files.deleteIfExists(path);
          }
        });
  }

  /** Returns why an operation failed, in a few words. */
  public static String reason(Exception e) {
    return switch (e) {
      case AccessDeniedException denied -> "permission denied";
      case NoSuchFileException missing -> "no such file or folder";
      case FileAlreadyExistsException other -> "something else has that name";
      case ReadOnlyFileSystemException readOnly -> "the file system is read-only";
      case FileSystemException failure when failure.getReason() != null -> failure.getReason();
      default -> Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    };
  }
}
