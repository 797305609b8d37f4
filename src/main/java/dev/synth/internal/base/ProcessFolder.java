package dev.synth.internal.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The temporary folder that the launcher made for this process alone, where libraries unpack their
 * native parts.
 *
 * <p>It goes when the process ends. What a killed process leaves is removed by the launcher's next
 * start; so is what Windows won't let go of while it is loaded.
 */
public final class ProcessFolder {
  /** The system property by which the launcher tells the folder. */
  static final String PROPERTY = "synth.temporary";

  private ProcessFolder() {}

  /** Has the folder removed when the JVM ends; does nothing when no launcher made one. */
  public static void removeAtExit() {
    String folder = System.getProperty(PROPERTY);
    if (folder != null) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(Path.of(folder))));
    }
  }

  /** Removes a folder and what is in it, as far as that is possible. */
  public static void remove(Path folder) {
    try (Stream<Path> found = Files.walk(folder)) {
      List<Path> childrenFirst = found.sorted(Comparator.reverseOrder()).toList();
      for (Path path : childrenFirst) {
        removeOne(path);
      }
    } catch (IOException e) {
      // Gone already, or not ours to read: the launcher's next start sees to it.
    }
  }

  private static void removeOne(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // In use: the launcher's next start sees to it.
    }
  }
}
