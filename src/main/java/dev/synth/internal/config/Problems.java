package dev.synth.internal.config;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.base.Problem.Complaint;
import dev.synth.internal.base.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that is wrong with one config, told at once. */
final class Problems {
  /** The values that a caller puts in place of the file's. */
  private static final String OVERRIDES = "overrides";

  private final List<Complaint> lines = new ArrayList<>();

  /** Paths of blocks that were written in another place, and these places. */
  private final Map<String, String> written = new HashMap<>();

  /** Tells of the keys of a block by the place in which they were written. */
  void tell(String block, String writtenAt) {
    written.put(block, writtenAt);
  }

  /** Notes what is wrong at a path; a path of an override is marked as such. */
  void add(String path, YamlNode.Origin origin, String complaint) {
    String component = origin.override() ? OVERRIDES : "";
    lines.add(new Complaint(component, path.isEmpty() ? "" : shown(path), complaint));
  }

  private String shown(String path) {
    int key = path.lastIndexOf('.');
    String place = key < 0 ? null : written.get(path.substring(0, key));
    return place == null ? path : place + path.substring(key);
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
