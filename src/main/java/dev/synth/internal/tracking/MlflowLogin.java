package dev.synth.internal.tracking;

import dev.synth.base.Problem;
import dev.synth.config.TrackingOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The header that lets requests in, from environment variables alone.
 *
 * @param header the value of {@code Authorization}; null where no variable is set
 * @param secrets texts that no message may repeat
 */
record MlflowLogin(@Nullable String header, List<String> secrets) {
  /** The names that MLflow's own client reads. */
  private static final String TOKEN = "MLFLOW_TRACKING_TOKEN";

  private static final String USER = "MLFLOW_TRACKING_USERNAME";
  private static final String PASSWORD = "MLFLOW_TRACKING_PASSWORD";

  MlflowLogin {
    secrets = List.copyOf(secrets);
  }

  /**
   * Reads the variables; a token goes before user and password.
   *
   * @throws Problem (environment) if a variable that the options name is not set
   */
  static MlflowLogin of(TrackingOptions options, Map<String, String> environment) {
    String token = value("token", options.tokenEnv(), TOKEN, environment);
    if (token != null) {
      if (!token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
        throw Problem.environment("the token for MLflow holds characters that no header may have");
      }
      return new MlflowLogin("Bearer " + token, List.of(token));
    }
    String user = value("user", options.userEnv(), USER, environment);
    String password = value("password", options.passwordEnv(), PASSWORD, environment);
    if (user == null || password == null) {
      return new MlflowLogin(null, List.of());
    }
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    String encoded = Base64.getEncoder().encodeToString(both);
    return new MlflowLogin("Basic " + encoded, List.of(encoded, password));
  }

  private static @Nullable String value(
      String what, @Nullable String named, String usual, Map<String, String> environment) {
    String value = environment.get(named == null ? usual : named);
    if (value == null || value.isBlank()) {
      if (named != null) {
        throw Problem.environment(
            "the environment variable '%s', which is to hold MLflow's %s, is not set", named, what);
      }
      return null;
    }
    return value.strip();
  }

  /** Returns a text in which no secret stands. */
  String hidden(String text) {
    String hidden = text;
    for (String secret : bySize()) {
      hidden = hidden.replace(secret, "***");
    }
    return hidden;
  }

  private List<String> bySize() {
    List<String> longest = new ArrayList<>(secrets);
    longest.sort((a, b) -> Integer.compare(b.length(), a.length()));
    return longest;
  }

  @Override
  public String toString() {
    return header == null ? "no login" : "a login";
  }
}
