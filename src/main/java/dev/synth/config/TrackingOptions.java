package dev.synth.config;

import dev.synth.base.InvalidValue;
import dev.synth.base.Records;
import dev.synth.base.Setting;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Options of the server that runs and models are logged to. No result depends on them. */
public record TrackingOptions(
    @Setting(
            value =
                "The MLflow server, such as `http://localhost:5000`; without user, password or"
                    + " token.",
            required = true)
        String mlflow,
    @Setting("The experiment on the server; it is made where there is none.") String experiment,
    @Setting(
            "The environment variable that holds an access token; left out,"
                + " `MLFLOW_TRACKING_TOKEN` where that is set.")
        @Nullable String tokenEnv,
    @Setting(
            "The environment variable that holds the user's name; left out,"
                + " `MLFLOW_TRACKING_USERNAME` where that is set.")
        @Nullable String userEnv,
    @Setting(
            "The environment variable that holds the password; left out,"
                + " `MLFLOW_TRACKING_PASSWORD` where that is set.")
        @Nullable String passwordEnv,
    @Setting("How many seconds logging a run may take in all, in [1, 3600].") int seconds) {
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final int MOST_SECONDS = 3600;
  private static final int MOST_CHARACTERS = 250;

  public TrackingOptions {
    // a value that breaks the rule is not repeated: it may hold a password
    InvalidValue.unless(
        isServer(mlflow),
        "mlflow",
        "must be an address such as http://localhost:5000, without user, password, '?' or '#'",
        "none");
    InvalidValue.unless(
        !experiment.isBlank() && experiment.length() <= MOST_CHARACTERS,
        "experiment",
        "must be 1 to 250 characters",
        "'" + experiment + "'");
    variable("tokenEnv", tokenEnv);
    variable("userEnv", userEnv);
    variable("passwordEnv", passwordEnv);
    InvalidValue.unless(
        seconds >= 1 && seconds <= MOST_SECONDS, "seconds", "must be from 1 to 3600", seconds);
  }

  private static void variable(String component, @Nullable String name) {
    InvalidValue.unless(
        name == null || VARIABLE.matcher(name).matches(),
        component,
        "must be the name of an environment variable",
        "none");
  }

  private static boolean isServer(String address) {
    try {
      URI uri = new URI(address);
      boolean isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return isWeb
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Returns the defaults, on a server of this machine; a config must name its own. */
  public static TrackingOptions defaults() {
    return new TrackingOptions("http://localhost:5000", "synth", null, null, null, 60);
  }

  /** Returns the same with {@code mlflow} changed. */
  public TrackingOptions withMlflow(String mlflow) {
    return Records.with(this, "mlflow", mlflow);
  }

  /** Returns the same with {@code experiment} changed. */
  public TrackingOptions withExperiment(String experiment) {
    return Records.with(this, "experiment", experiment);
  }

  /** Returns the same with {@code tokenEnv} changed. */
  public TrackingOptions withTokenEnv(@Nullable String tokenEnv) {
    return Records.with(this, "tokenEnv", tokenEnv);
  }

  /** Returns the same with {@code userEnv} changed. */
  public TrackingOptions withUserEnv(@Nullable String userEnv) {
    return Records.with(this, "userEnv", userEnv);
  }

  /** Returns the same with {@code passwordEnv} changed. */
  public TrackingOptions withPasswordEnv(@Nullable String passwordEnv) {
    return Records.with(this, "passwordEnv", passwordEnv);
  }

  /** Returns the same with {@code seconds} changed. */
  public TrackingOptions withSeconds(int seconds) {
    return Records.with(this, "seconds", seconds);
  }
}
