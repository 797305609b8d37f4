package dev.synth.spark;

import dev.synth.base.Problem;
import dev.synth.internal.files.OutputFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Temporary folders of an executor. */
final class LocalSpace {
  private LocalSpace() {}

  /** Makes a new folder, which the caller removes. */
  static Path make(String name) {
    try {
      return Files.createTempDirectory(name);
    } catch (IOException e) {
      throw Problem.environment("cannot make a temporary folder: %s", OutputFiles.reason(e))
          .causedBy(e);
    }
  }
}
