package dev.synth.spark;

import dev.synth.internal.base.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A step of the build: writes the fingerprint of synth's classes to a file, before names in them
 * are relocated. So a run has one name, whether {@code ./synth} or the Spark jar computes it.
 */
final class FingerprintFile {
  private FingerprintFile() {}

  /** Writes the file that the argument names. */
  public static void main(String... arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]), Version.ofBuild() + "\n");
  }
}
