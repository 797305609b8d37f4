package dev.synth.table;

import java.util.regex.Pattern;

/** The rules for URLs of databases that configs hold. */
final class JdbcUrls {
  /** The beginning of each. */
  static final String BEGINNING = "jdbc:";

  /** The rule about users and passwords. */
  static final String NO_CREDENTIALS =
      "must hold no user and no password; user_env and password_env name the environment variables"
          + " that do";

  private static final Pattern CREDENTIALS =
      Pattern.compile(
          "(?i).*((user|username|uid|pass|passwd|password|passphrase|pwd|secret|token)\\w*\\s*="
              + "|//.*@|^jdbc:oracle:\\w+:[^@]+@).*",
          Pattern.DOTALL);

  private JdbcUrls() {}

  /** Returns whether a URL holds a user's name or a password. */
  static boolean holdCredentials(String url) {
    return CREDENTIALS.matcher(url).matches();
  }
}
