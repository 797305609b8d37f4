package dev.synth.internal.report.format;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines. */
public final class LineBreaks {
  private LineBreaks() {}

  /** Returns the text with a capital letter first. */
  public static String sentenceCase(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** Breaks at blanks, so that lines are at most {@code width} long where words allow it. */
  public static List<String> wrapped(String text, int width) {
    return hanging(text, width, 0);
  }

  /** Breaks at blanks, and indents all lines but the first. Runs of blanks inside are kept. */
  public static List<String> hanging(String text, int width, int indent) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    String start = "";
    while (start.length() + rest.length() > width) {
      int space = rest.lastIndexOf(' ', width - start.length());
      int cut = space > 0 ? space : rest.indexOf(' ', 1);
      if (cut < 0) {
        break;
      }
      lines.add(start + rest.substring(0, cut).stripTrailing());
      rest = rest.substring(cut).stripLeading();
      start = " ".repeat(indent);
    }
    lines.add(start + rest);
    return lines;
  }
}
