package dev.synth.internal.config;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.base.Problem.Complaint;
import dev.synth.internal.base.PlainText;
import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with one config, told at once. */
final class Problems {
  private final List<Complaint> lines = new ArrayList<>();

  /** Notes what is wrong at a path; a path of an override is marked as such. */
  void add(String path, YamlNode.Origin origin, String complaint) {
    String where = path.isEmpty() ? "" : path + ": ";
    lines.add(new Complaint(origin.override() ? "set" : "", where + complaint));
  }

  /** Returns how many problems were noted. */
  int count() {
    return lines.size();
  }

  /**
   * Ends the loading if anything was noted.
   *
   * @throws Problem with all of it
   */
  void throwIfAny(String name) {
    if (!lines.isEmpty()) {
      String heading =
          PlainText.of(
              "%d %s in %s:", lines.size(), lines.size() == 1 ? "problem" : "problems", name);
      throw Problem.several(ExitCode.USAGE, heading, lines.stream());
    }
  }

  /** Returns the path of a key below a path. */
  static String below(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
