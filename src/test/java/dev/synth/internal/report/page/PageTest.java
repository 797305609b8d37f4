package dev.synth.internal.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTest {
  @Test
  void aPageHoldsItsStyleAndEscapesItsTitles() {
    String page = Page.of("<a>", "b & c", "<p>body</p>\n");
    assertThat(page)
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">\n")
        .contains("<title>&lt;a&gt; – b &amp; c</title>\n<style>\n")
        .contains(
            "<p class=\"run\">b &amp; c</p>\n<h1>&lt;a&gt;</h1>\n</header>\n<p>body</p>\n</main>")
        .endsWith("</html>\n")
        .doesNotContain("<script", "<link", "http");
    assertThat(page).contains(".banner");
  }

  @Test
  void aBannerEscapesItsWordAndTakesHtmlBelowIt() {
    assertThat(Page.banner("good", "<Uplift>", "<p>x</p>\n"))
        .isEqualTo(
            "<div class=\"banner good\">\n<strong>&lt;Uplift&gt;</strong>\n<p>x</p>\n</div>\n");
  }
}
