package dev.synth.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The benchmark's one file of results: a line a figure. A cell's lines are appended together and
 * end in a line that says so; lines of a cell that a killed run did not end are dropped.
 */
final class ResultsFile {
  static final String COMPLETE = "complete";
  private static final String HEADER = "set,split,rare_rows,arm,plan,classifier,measure,value\n";

  private final Path file;
  private final Set<String> finished = new HashSet<>();

  /** Opens the file, or begins it. */
  ResultsFile(Path file) throws IOException {
    this.file = file;
    if (!Files.exists(file)) {
      Files.writeString(file, HEADER);
      return;
    }
    List<String> whole = new ArrayList<>();
    List<String> pending = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("set,")) {
        continue;
      }
      pending.add(line + "\n");
      if (line.contains("," + COMPLETE + ",")) {
        whole.addAll(pending);
        pending.clear();
        finished.add(line.substring(0, line.indexOf(",-,-," + COMPLETE)));
      }
    }
    Files.writeString(file, HEADER + String.join("", whole));
  }

  boolean has(GeneratorCell.Key key) {
    return finished.contains(key.text());
  }

  synchronized void append(String lines) throws IOException {
    Files.write(file, lines.getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
  }
}
