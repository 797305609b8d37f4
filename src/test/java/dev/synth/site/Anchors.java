package dev.synth.site;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The anchors of one page's headings, the way forges make them; equal headings are numbered. */
public final class Anchors {
  private final Map<String, Integer> seen = new HashMap<>();

  /** Returns the anchor of the page's next heading. */
  public String next(String heading) {
    String anchor = of(heading);
    int before = seen.merge(anchor, 1, Integer::sum) - 1;
    return before == 0 ? anchor : anchor + "-" + before;
  }

  /**
   * Returns the anchor of a heading: lower-case words joined by hyphens, other marks dropped.
   *
   * @param heading its text, with or without the marks of Markdown
   */
  public static String of(String heading) {
    return heading
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
        .replace(' ', '-');
  }
}
