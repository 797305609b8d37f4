package dev.synth.internal.cli.tracking;

import dev.synth.base.InvalidValue;
import dev.synth.base.Problem;
import dev.synth.config.TrackingOptions;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name an MLflow server. */
final class ServerOptions {
  private static final String ADDRESS = "MLFLOW_TRACKING_URI";

  @Option(
      names = "--mlflow",
      paramLabel = "URL",
      description = "The MLflow server (default: the environment variable MLFLOW_TRACKING_URI).")
  private @Nullable String mlflow;

  @Option(
      names = "--experiment",
      paramLabel = "NAME",
      description =
          "The experiment on the server; it is made where there is none (default: synth).")
  private String experiment = TrackingOptions.defaults().experiment();

  @Option(
      names = "--token-env",
      paramLabel = "NAME",
      description = {
        "The environment variable that holds an access token (default: MLFLOW_TRACKING_TOKEN, else",
        "MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, where they are set)."
      })
  private @Nullable String tokenEnv;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "How many seconds it may take in all (default: 60).")
  private int seconds = TrackingOptions.defaults().seconds();

  /**
   * Returns the server.
   *
   * @throws Problem (usage) if none is named, or a value is wrong
   */
  TrackingOptions read(Map<String, String> environment) {
    String address = mlflow == null ? environment.get(ADDRESS) : mlflow;
    if (address == null) {
      throw Problem.usage("which server? For example: --mlflow http://localhost:5000");
    }
    try {
      return new TrackingOptions(address, experiment, tokenEnv, null, null, seconds);
    } catch (InvalidValue e) {
      throw mlflow == null && e.component().equals("mlflow")
          ? Problem.usage("the environment variable %s %s", ADDRESS, e.complaint())
          : Problem.invalid(e.component(), "%s", e.complaint());
    }
  }
}
