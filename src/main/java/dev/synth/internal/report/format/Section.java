package dev.synth.internal.report.format;

import dev.synth.internal.report.format.TextGrid.Alignment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a report, for a terminal and for a page alike.
 *
 * @param title what it is about
 * @param sentences what it says, above its table
 * @param grid its table, or null
 * @param after what it says below the table
 * @param chartHtml a chart for the page, as HTML; or empty
 */
public record Section(
    String title,
    List<String> sentences,
    @Nullable SectionTable grid,
    List<String> after,
    String chartHtml) {
  /**
   * A table.
   *
   * @param headers one a column
   * @param sides which side cells stand at, one a column
   * @param rows one cell a column
   */
  public record SectionTable(List<String> headers, List<Alignment> sides, List<List<String>> rows) {
    public SectionTable {
      headers = List.copyOf(headers);
      sides = List.copyOf(sides);
      rows = List.copyOf(rows);
    }
  }

  public Section {
    sentences = List.copyOf(sentences);
    after = List.copyOf(after);
  }

  /** A part without a table. */
  public Section(String title, List<String> sentences) {
    this(title, sentences, null, List.of(), "");
  }

  /** A part with a table. */
  public Section(String title, List<String> sentences, SectionTable grid) {
    this(title, sentences, grid, List.of(), "");
  }

  /** Returns the same with more sentences below the table. */
  public Section followedBy(List<String> more) {
    List<String> all = new ArrayList<>(after);
    all.addAll(more);
    return new Section(title, sentences, grid, all, chartHtml);
  }

  /** Returns the same with a chart. */
  public Section charted(String html) {
    return new Section(title, sentences, grid, after, chartHtml + html);
  }
}
