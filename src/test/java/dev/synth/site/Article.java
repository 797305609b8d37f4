package dev.synth.site;

import java.util.List;
import java.util.Set;

/**
 * A page without its frame.
 *
 * @param file its Markdown file, relative to the root
 * @param title its first heading, as text
 * @param html its content
 * @param passages what lies between two headings, in order; the first is what stands above the
 *     second heading
 * @param linked the project's files that it links to or shows
 * @param words how many words of prose it has, code left out
 */
record Article(
    String file, String title, String html, List<Passage> passages, Set<String> linked, int words) {
  /** The reading speed of somebody who wants to understand. */
  static final int WORDS_A_MINUTE = 220;

  Article {
    passages = List.copyOf(passages);
    linked = Set.copyOf(linked);
  }

  /**
   * The content under one heading.
   *
   * @param level the heading's, from 1
   * @param anchor the heading's; empty where the page has no heading yet
   * @param heading its text
   * @param text prose, cells and code below it, blanks in place of line ends
   */
  record Passage(int level, String anchor, String heading, String text) {}

  /** Returns the path of the page in the site. */
  String path() {
    return SitePaths.inSite(file);
  }

  /** Returns how many minutes it takes to read, at least one. */
  int minutes() {
    return Math.max(1, Math.round((float) words / WORDS_A_MINUTE));
  }
}
