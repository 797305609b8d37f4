package dev.synth.internal.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files below a folder by their paths in it, with a character for each byte. */
final class WrittenFiles {
  private WrittenFiles() {}

  /** Returns the names of what is in a folder, in order. */
  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Returns all. */
  static Map<String, String> all(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        files.put(
            folder.relativize(file).toString(),
            Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  /** Returns those that must not differ between two computations: without times and machine. */
  static Map<String, String> lasting(Path folder) throws IOException {
    Map<String, String> files = all(folder);
    files.keySet().removeIf(name -> name.endsWith("provenance.json") || name.endsWith("log.txt"));
    return files;
  }
}
