package dev.synth.internal.cli.tracking;

import dev.synth.base.InvalidValue;
import dev.synth.base.Problem;
import dev.synth.config.TrackingOptions;
import dev.synth.internal.cli.option.ServerAccess;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name an MLflow server. */
final class ServerOptions {
  private static final String ADDRESS = "MLFLOW_TRACKING_URI";

  @Option(
      names = "--mlflow",
      paramLabel = "URL",
      description = "The MLflow server (default: the environment variable MLFLOW_TRACKING_URI).")
  private @Nullable String mlflow;

  @Mixin private ServerAccess access = new ServerAccess();

  /**
   * Returns the server.
   *
   * @throws Problem (usage) if none is named, or a value is wrong
   */
  TrackingOptions read(Map<String, String> environment) {
    if (mlflow != null) {
      return access.named(mlflow);
    }
    String address = environment.get(ADDRESS);
    if (address == null) {
      throw Problem.usage("which server? For example: --mlflow http://localhost:5000");
    }
    try {
      return access.at(address);
    } catch (InvalidValue e) {
      throw e.component().equals("mlflow")
          ? Problem.usage("the environment variable %s %s", ADDRESS, e.complaint())
          : Problem.invalid(e.component(), "%s", e.complaint());
    }
  }
}
