package dev.synth.internal.table.stage;

import dev.synth.base.Problem;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sources that are no files of this machine, and what is done about them. */
final class RemoteSource {
  private static final Pattern URL =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+)://.*", Pattern.DOTALL);

  private RemoteSource() {}

  static boolean isUrl(String source) {
    return URL.matcher(source).matches();
  }

  /** Throws, with the way to copy it first, if a source is not on this machine. */
  static void reject(String source) {
    if (source.startsWith("jdbc:")) {
      throw Problem.usage(
          "a database is read by a query: write `source: {jdbc: URL, query: SQL}` in a config");
    }
    Matcher url = URL.matcher(source);
    if (!url.matches()) {
      return;
    }
    String bare = source.replaceFirst("[?#].*", "").replaceFirst("//.*@", "//");
    switch (url.group(1).toLowerCase(Locale.ROOT)) {
      case "http", "https" ->
          throw copyFirst(bare, "curl -L -o " + name(bare) + " '" + bare + "'", name(bare));
      case "s3" -> throw copyFirst(bare, "aws s3 cp '" + bare + "' .", name(bare));
      default ->
          throw Problem.usage(
              "'%s' is not on this machine; copy it first, and name the copy", bare);
    }
  }

  private static Problem copyFirst(String source, String command, String copy) {
    return Problem.usage(
        "'%s' is not on this machine; copy it first, as in `%s`, and name the copy: '%s'",
        source, command, copy);
  }

  private static String name(String url) {
    String last = url.substring(url.lastIndexOf('/') + 1);
    return last.isEmpty() ? "data.csv" : last;
  }
}
