package dev.synth.internal.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.report.format.Section.SectionTable;
import dev.synth.internal.report.format.TextGrid.Alignment;
import java.util.List;
import org.junit.jupiter.api.Test;

class SectionsTest {
  private static final Section TABLE =
      new Section(
              "Table <1>",
              List.of("Above & before."),
              new SectionTable(
                  List.of("name", "count", "word"),
                  List.of(Alignment.LEFT, Alignment.RIGHT, Alignment.LEFT),
                  List.of(List.of("<a>", "7", "x"), List.of("bb", "1,234", "y"))))
          .followedBy(List.of("Below."))
          .followedBy(List.of("And last."))
          .charted("<svg></svg>");

  @Test
  void textHasTitlesAtTheMarginAndAllElseIndented() {
    assertThat(Sections.text(List.of(new Section("One", List.of("Says.")), TABLE)).lines())
        .startsWith("One", "  Says.", "", "Table <1>", "  Above & before.")
        .endsWith("  Below.", "  And last.")
        .anyMatch(line -> line.matches(" {2}<a> +7 +x *"))
        .anyMatch(line -> line.matches(" {2}bb +1,234 +y *"));
  }

  @Test
  void htmlEscapesAllButTheDrawing() {
    assertThat(Sections.html(List.of(TABLE)))
        .startsWith("<section id=\"table-1-\">\n<h2>Table &lt;1&gt;</h2>\n<p>Above &amp; before.")
        .contains("</p>\n<svg></svg><div class=\"scroll\"><table>")
        .contains(
            "<tr><th scope=\"row\" class=\"name\">&lt;a&gt;</th><td class=\"number\">7</td>"
                + "<td class=\"name\">x</td></tr>")
        .endsWith("<p class=\"note\">Below.</p>\n<p class=\"note\">And last.</p>\n</section>\n");
  }

  @Test
  void longSentencesAreWrapped() {
    String text = Sections.text(List.of(new Section("T", List.of("word ".repeat(60).strip()))));
    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    assertThat(text.lines().skip(1)).hasSizeGreaterThan(2).allMatch(l -> l.startsWith("  word"));
  }

  @Test
  void noSectionIsAnEmptyPage() {
    assertThat(Sections.html(List.of())).isEmpty();
    assertThat(Sections.text(List.of())).isEqualTo("\n");
  }
}
