package dev.synth.internal.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTest {
  private static final String HOSTILE = "<script>\"a\" & 'b'</script>";
  private static final String SAFE = "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;";

  @Test
  void everyPieceEscapesItsText() {
    assertThat(Html.paragraph(HOSTILE)).isEqualTo("<p>" + SAFE + "</p>\n");
    assertThat(Html.note(HOSTILE)).isEqualTo("<p class=\"note\">" + SAFE + "</p>\n");
    assertThat(Html.section(HOSTILE, "<p></p>\n"))
        .isEqualTo(
            "<section id=\"-script-a-b-script-\">\n<h2>" + SAFE + "</h2>\n<p></p>\n</section>\n");
    assertThat(Html.details(HOSTILE, ""))
        .isEqualTo("<details>\n<summary>" + SAFE + "</summary>\n</details>\n");
    assertThat(Html.list(List.of(HOSTILE))).isEqualTo("<ul>\n<li>" + SAFE + "</li>\n</ul>\n");
    for (String cell :
        List.of(
            Html.head(HOSTILE),
            Html.name(HOSTILE),
            Html.word(HOSTILE),
            Html.cell(HOSTILE),
            Html.prose(HOSTILE),
            Html.number(HOSTILE))) {
      assertThat(cell).contains(">" + SAFE + "</t").doesNotContain("<script");
    }
  }

  @Test
  void aPercentSignStaysBesideItsNumberAndControlCharactersAreReplaced() {
    assertThat(Html.escape("95 % of 3\n\t\u0007")).isEqualTo("95\u00A0% of 3\n\t\uFFFD");
  }

  @Test
  void aTableHasHeadersAndRows() {
    assertThat(
            Html.table(
                List.of("Arm", "<n>"),
                List.of(
                    Html.row("", List.of(Html.name("a"), Html.number("1"))),
                    Html.row("chosen", List.of(Html.htmlCell("<b>2</b>"))))))
        .isEqualTo(
            """
            <div class="scroll"><table>
            <thead><tr><th scope="col">Arm</th><th scope="col" class="number">&lt;n&gt;</th></tr></thead>
            <tbody>
            <tr><th scope="row" class="name">a</th><td class="number">1</td></tr>
            <tr class="chosen"><td><b>2</b></td></tr>
            </tbody>
            </table></div>
            """);
    assertThat(Html.table(List.of("Arm"), List.of())).contains("<tbody>\n</tbody>");
  }

  @Test
  void noTextsAreNoList() {
    assertThat(Html.list(List.of())).isEmpty();
  }
}
