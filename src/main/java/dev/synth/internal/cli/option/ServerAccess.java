package dev.synth.internal.cli.option;

import dev.synth.base.InvalidValue;
import dev.synth.base.Problem;
import dev.synth.config.TrackingOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of an MLflow server beside its address. */
public final class ServerAccess {
  @Option(
      names = "--experiment",
      paramLabel = "NAME",
      description =
          "The experiment on the server; it is made where there is none (default: synth).")
  private String experiment = TrackingOptions.defaults().experiment();

  @Option(
      names = "--token-env",
      paramLabel = "NAME",
      description =
          "The environment variable that holds an access token (default: "
              + "MLFLOW_TRACKING_TOKEN, else MLFLOW_TRACKING_USERNAME and "
              + "MLFLOW_TRACKING_PASSWORD, where they are set).")
  private @Nullable String tokenEnv;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "How many seconds it may take in all (default: 60).")
  private int seconds = TrackingOptions.defaults().seconds();

  /**
   * Returns the server at an address.
   *
   * @throws InvalidValue if a value is wrong
   */
  public TrackingOptions at(String address) {
    return new TrackingOptions(address, experiment, tokenEnv, null, null, seconds);
  }

  /**
   * Returns the server at an address that an option has named.
   *
   * @throws Problem (usage) if a value is wrong
   */
  public TrackingOptions named(String address) {
    try {
      return at(address);
    } catch (InvalidValue e) {
      throw Problem.invalid(e.component(), "%s", e.complaint());
    }
  }
}
