package dev.synth.spark;

import dev.synth.base.Problem;
import dev.synth.internal.files.OutputFiles;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The files of a run's model, on their way to executors, which need not see the run's folder. */
final class StoredModel implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String FOLDER = "model";

  private final TreeMap<String, byte[]> files;

  private StoredModel(TreeMap<String, byte[]> files) {
    this.files = files;
  }

  /** Reads the model of a run's folder. */
  static StoredModel read(Path run) {
    Path folder = run.resolve(FOLDER);
    TreeMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(folder)) {
      List<Path> all = tree.filter(Files::isRegularFile).toList();
      for (Path file : all) {
        files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw Problem.environment("cannot read %s: %s", folder, OutputFiles.reason(e)).causedBy(e);
    }
    return new StoredModel(files);
  }

  /** Lays the files out as a run's folder for as long as a function reads it. */
  <T> T unpacked(Function<Path, T> reader) {
    Path run = LocalSpace.make("synth-model");
    try {
      Path folder = run.resolve(FOLDER);
      files.forEach(
          (name, bytes) -> {
            Path file = folder.resolve(name);
            OutputFiles.folder(file.resolveSibling("."));
            OutputFiles.writing(file, () -> Files.write(file, bytes));
          });
      return reader.apply(run);
    } finally {
      OutputFiles.remove(run);
    }
  }
}
