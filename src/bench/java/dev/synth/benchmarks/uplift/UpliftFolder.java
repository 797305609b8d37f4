package dev.synth.benchmarks.uplift;

import dev.synth.internal.base.PlainText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The benchmark's results: a folder with a file for each shard, a line a cell.
 *
 * <p>A shard appends to its own file and reads the others, so that no finished cell is computed
 * again, whichever shard finished it.
 */
final class UpliftFolder {
  private static final String ENDING = ".csv";

  private final Path file;
  private final Set<UpliftKey> finished = new HashSet<>();

  /** Opens a shard's file, or begins it; a line that a killed run did not end is dropped. */
  UpliftFolder(Path folder, Shard shard) throws IOException {
    Files.createDirectories(folder);
    file = folder.resolve(PlainText.of("cells-%d-of-%d%s", shard.number(), shard.count(), ENDING));
    List<String> own = new ArrayList<>(List.of(UpliftLine.HEADER));
    if (Files.exists(file)) {
      wholeLines(file).forEach(line -> own.add(line.text()));
    }
    Files.writeString(file, String.join("\n", own) + "\n");
    lines(folder).forEach(line -> finished.add(line.key()));
  }

  /** Returns the lines of all shards in the order of their text, each cell once. */
  static List<UpliftLine> lines(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.filter(each -> each.toString().endsWith(ENDING)).sorted().toList();
    }
    Map<UpliftKey, UpliftLine> lines = new LinkedHashMap<>();
    for (Path each : files) {
      wholeLines(each).forEach(line -> lines.putIfAbsent(line.key(), line));
    }
    return lines.values().stream().sorted(Comparator.comparing(UpliftLine::text)).toList();
  }

  private static List<UpliftLine> wholeLines(Path file) throws IOException {
    String text = Files.readString(file);
    return text.substring(0, text.lastIndexOf('\n') + 1)
        .lines()
        .filter(line -> !line.equals(UpliftLine.HEADER))
        .map(UpliftLine::of)
        .toList();
  }

  boolean has(UpliftKey key) {
    return finished.contains(key);
  }

  void append(UpliftLine line) throws IOException {
    Files.write(
        file, (line.text() + "\n").getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
    finished.add(line.key());
  }
}
