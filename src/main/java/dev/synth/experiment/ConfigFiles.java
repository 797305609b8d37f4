package dev.synth.experiment;

import dev.synth.config.ConfigLoader;
import dev.synth.config.ExperimentConfig;
import dev.synth.report.RunFile;
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
    OutputFiles.text(RunFile.RESOLVED.in(folder), resolved);
    OutputFiles.writing(
        RunFile.CONFIG.in(folder),
        () -> {
          String given = file == null ? resolved : Files.readString(file);
          Files.writeString(RunFile.CONFIG.in(folder), given);
        });
  }
}
