package dev.synth.spark;

import dev.synth.base.Problem;
import java.util.Map;

/** Problems of copies, told in the names of the files that were copied. */
final class CopyNames {
  private CopyNames() {}

  /**
   * Returns a problem in the user's names.
   *
   * @param names what the user calls a file, by the path of its copy
   */
  static Problem told(Problem problem, Map<String, String> names) {
    return problem.retold(text -> told(text, names));
  }

  private static String told(String text, Map<String, String> names) {
    String told = text;
    for (Map.Entry<String, String> copy : names.entrySet()) {
      told = told.replace(copy.getKey(), copy.getValue());
    }
    return told;
  }
}
