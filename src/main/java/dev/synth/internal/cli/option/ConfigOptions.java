package dev.synth.internal.cli.option;

import dev.synth.base.Problem;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.config.ConfigLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of all commands that work by a config. */
public final class ConfigOptions {
  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "The config file; docs/config.md lists its keys.")
  private @Nullable Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Overrides a config key, such as evaluation.repeats=5; may be repeated.")
  private List<String> overrides = List.of();

  /** Returns the config file, or null where none is named. */
  public @Nullable Path file() {
    return config;
  }

  /**
   * Reads the config.
   *
   * @param example a call that works, for the message where no config is named
   * @param more further overrides, which other options stand for
   * @param notes is told of old keys
   */
  public ExperimentConfig load(String example, List<String> more, Consumer<String> notes) {
    if (config == null) {
      throw Problem.usage("which config? For example: %s", example);
    }
    List<String> all = new ArrayList<>(overrides);
    all.addAll(more);
    Path file = config;
    return OptionKeys.ofOverrides(() -> ConfigLoader.load(file, all, notes), overrides);
  }
}
