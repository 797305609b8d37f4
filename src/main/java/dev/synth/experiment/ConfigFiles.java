package dev.synth.experiment;

import dev.synth.config.ConfigLoader;
import dev.synth.config.ExperimentConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A run's config, kept with the run: as it was given, and with every default.
 *
 * @param config the config
 * @param file the file that the user wrote, or null
 */
record ConfigFiles(ExperimentConfig config, @Nullable Path file) {
  void write(Path folder) {
    String resolved = ConfigLoader.resolved(config);
    OutputFiles.text(folder.resolve("resolved.yaml"), resolved);
    OutputFiles.writing(
        folder.resolve("config.yaml"),
        () -> {
          String given = file == null ? resolved : Files.readString(file);
          Files.writeString(folder.resolve("config.yaml"), given);
        });
  }
}
