package dev.synth.internal.report.format;

import dev.synth.internal.report.format.Section.SectionTable;
import dev.synth.internal.report.format.TextGrid.Alignment;
import java.util.ArrayList;
import java.util.List;

/** Parts of a report as text for a terminal, and as HTML for a page. */
public final class Sections {
  private static final int INDENT = 2;
  private static final int LONGEST_LINE = 40;

  private Sections() {}

  /** Returns lines of at most 100 columns where words allow it. */
  public static String text(List<Section> sections) {
    List<String> lines = new ArrayList<>();
    for (Section section : sections) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add(section.title());
      section.sentences().forEach(sentence -> add(sentence, lines));
      SectionTable grid = section.grid();
      if (grid != null) {
        table(grid).forEach(line -> lines.add(" ".repeat(INDENT) + line));
      }
      section.after().forEach(sentence -> add(sentence, lines));
    }
    return String.join("\n", lines) + "\n";
  }

  private static void add(String sentence, List<String> lines) {
    LineBreaks.wrapped(sentence, TextGrid.WIDTH - INDENT)
        .forEach(line -> lines.add(" ".repeat(INDENT) + line));
  }

  private static List<String> table(SectionTable grid) {
    TextGrid text = new TextGrid(TextGrid.WIDTH - INDENT);
    for (int i = 0; i < grid.headers().size(); i++) {
      text.column(grid.headers().get(i), grid.sides().get(i), 0);
    }
    text.heading(grid.headers().getFirst());
    grid.rows().forEach(text::row);
    return text.lines();
  }

  /** Returns a section element for each. */
  public static String html(List<Section> sections) {
    StringBuilder html = new StringBuilder();
    for (Section section : sections) {
      html.append(Html.section(section.title(), body(section)));
    }
    return html.toString();
  }

  /** Returns what a section holds, without its title. */
  public static String body(Section section) {
    StringBuilder body = new StringBuilder();
    section.sentences().forEach(sentence -> body.append(Html.paragraph(sentence)));
    body.append(section.chartHtml());
    SectionTable grid = section.grid();
    if (grid != null) {
      body.append(
          Html.table(grid.headers(), grid.rows().stream().map(row -> row(grid, row)).toList()));
    }
    section.after().forEach(sentence -> body.append(Html.note(sentence)));
    return body.toString();
  }

  /** A cell on one line where that is short. */
  private static String words(String text) {
    return text.length() <= LONGEST_LINE ? Html.word(text) : Html.prose(text);
  }

  private static String row(SectionTable grid, List<String> cells) {
    List<String> html = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String text = cells.get(i);
      if (i == 0) {
        html.add(Html.name(text));
      } else {
        html.add(grid.sides().get(i) == Alignment.RIGHT ? Html.number(text) : words(text));
      }
    }
    return Html.row("", html);
  }
}
