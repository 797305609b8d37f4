package dev.synth.internal.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.report.chart.Bars;
import dev.synth.internal.report.chart.Chart;
import dev.synth.internal.report.chart.ChartHtml;
import dev.synth.internal.report.format.Html;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
  @Test
  void aPageHoldsItsStyleAndEscapesItsTitles() {
    String page = Page.of("<a>", "b & c", "<p>body</p>\n");
    assertThat(page)
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">\n")
        .contains("<title>&lt;a&gt; – b &amp; c</title>\n<style>\n", ".banner")
        .contains(
            "<p class=\"run\">b &amp; c</p>", "<h1>&lt;a&gt;</h1>\n</header>\n<p>body</p>\n</main>")
        .endsWith("</html>\n")
        .doesNotContain("<link", " src=", "http");
  }

  @Test
  void theContentsAreThoseOfItsSections() {
    String page = Page.of("a", "b", Html.section("How & why?", "") + Html.section("Figures", ""));
    assertThat(page)
        .contains(
            """
            <a href="#how-why-">How &amp; why?</a>
            <a href="#figures">Figures</a>
            </nav>\
            """)
        .contains("<section id=\"how-why-\">");
  }

  @Test
  void theChartLibraryStandsInAPageWithCharts() {
    Chart chart = new Bars("<b>", "x", "y", false, List.of("a"), List.of());
    String page = Page.of("a", "b", ChartHtml.of(chart));
    assertThat(page.contains("synthCharts = (function")).isTrue();
    assertThat(page.length()).isBetween(1_000_000, 1_150_000);
    assertThat(Page.of("a", "b", "").length()).isLessThan(30_000);
  }

  @Test
  void aBannerEscapesItsWordAndTakesHtmlBelowIt() {
    assertThat(Page.banner("good", "<Uplift>", "<p>x</p>\n"))
        .isEqualTo(
            "<div class=\"banner good\">\n<strong>&lt;Uplift&gt;</strong>\n<p>x</p>\n</div>\n");
  }
}
