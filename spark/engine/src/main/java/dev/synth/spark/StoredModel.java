package dev.synth.spark;

import dev.synth.base.Problem;
import dev.synth.internal.bundle.Bundle;
import dev.synth.internal.bundle.BundleFiles;
import dev.synth.internal.files.OutputFiles;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a model, on their way to executors, which need not see the model's folder. */
final class StoredModel implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String FOLDER = "model";

  private final TreeMap<String, byte[]> files;

  private transient @Nullable Bundle bundle;

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

  /** Reads a bundle's folder. */
  static StoredModel ofBundle(Path folder) {
    TreeMap<String, byte[]> files = new TreeMap<>();
    for (String name : BundleFiles.names(folder)) {
      try {
        files.put(name, Files.readAllBytes(folder.resolve(name)));
      } catch (IOException e) {
        throw Problem.environment("cannot read %s: %s", folder, OutputFiles.reason(e)).causedBy(e);
      }
    }
    return new StoredModel(files);
  }

  /** Returns the bundle, which this executor reads once for all of its tasks. */
  synchronized Bundle bundle() {
    Bundle known = bundle;
    if (known == null) {
      known = unpacked(run -> BundleFiles.read(run.resolve(FOLDER)));
      bundle = known;
    }
    return known;
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
