package dev.synth.internal.experiment.run;

import dev.synth.config.ExperimentConfig;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.files.OutputFiles;
import dev.synth.run.RunFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A run's config, kept with the run: as it was given, and with every default.
 *
 * @param config the config
 * @param file the file that the user wrote, or null
 */
public record ConfigFiles(ExperimentConfig config, @Nullable Path file) {
  public void write(Path folder) {
    String resolved = ConfigLoader.resolved(config.untracked());
    OutputFiles.text(RunFile.RESOLVED.in(folder), resolved);
    OutputFiles.writing(
        RunFile.CONFIG.in(folder),
        () -> {
          String given = file == null ? ConfigLoader.resolved(config) : Files.readString(file);
          Files.writeString(RunFile.CONFIG.in(folder), given);
        });
  }
}
