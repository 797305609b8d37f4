package dev.synth.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.synth.browser.Browser;
import dev.synth.browser.OpenPage;
import dev.synth.site.Navigation.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site in a real browser, from files. Screenshots go to {@code target/browser}. */
@Tag("slow")
class SiteInBrowserTest {
  private static final Path PICTURES = Path.of("target/browser");
  private static final int WIDE = 1280;
  private static final int NARROW = 400;
  private static final List<String> LOOKED_AT =
      List.of("index.html", "docs/index.html", "docs/verdict.html");

  @TempDir static Path folder;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    Optional<Path> program = Browser.program();
    assumeTrue(program.isPresent(), "no Chromium is on the PATH: the site is not looked at");
    Site.of(Path.of("")).write(folder.resolve("site"));
    browser =
        Browser.start(program.orElseThrow(), Files.createDirectory(folder.resolve("profile")));
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  private static OpenPage open(String path, int width) {
    return new OpenPage(browser, folder.resolve("site").resolve(path), width);
  }

  @Test
  void nothingIsTooWideAndNobodyIsKeptOut() throws IOException {
    for (String path : LOOKED_AT) {
      for (int width : new int[] {WIDE, NARROW}) {
        for (boolean dark : new boolean[] {false, true}) {
          browser.dark(dark);
          OpenPage page = open(path, width);
          String picture =
              "site-" + path.replaceAll("\\W", "-") + "-" + width + (dark ? "-dark" : "") + ".png";
          browser.screenshot(PICTURES.resolve(picture), false);
          assertThat(page.number("document.documentElement.scrollWidth"))
              .as(picture)
              .isLessThanOrEqualTo(width);
          assertThat(page.complaints()).as(picture).isEmpty();
          assertThat(page.barriers()).as(picture).isEmpty();
        }
      }
    }
    browser.dark(false);
  }

  @Test
  void everyPageOfTheNavigationOpensWithoutAComplaint() throws IOException {
    for (Entry entry : Site.of(Path.of("")).navigation().entries()) {
      OpenPage page = open(SitePaths.inSite(entry.file()), NARROW);
      assertThat(page.complaints()).as(entry.file()).isEmpty();
      assertThat(page.number("document.documentElement.scrollWidth"))
          .as(entry.file())
          .isLessThanOrEqualTo(NARROW);
    }
  }

  @Test
  void theSearchFindsByKeyboardAndLeadsThere() {
    OpenPage page = open("docs/adr/0079-the-pages-are-a-site.html", WIDE);
    page.press("/", 191);
    browser.await("document.activeElement.id === 'search'");
    page.text(
        "(() => { const box = document.activeElement; box.value = 'minimum detectable';"
            + " box.dispatchEvent(new Event('input', {bubbles: true})); return ''; })()");
    browser.await("document.querySelectorAll('#found a').length > 3");
    assertThat(page.text("document.querySelector('#found p').textContent")).contains("places");
    page.press("ArrowDown", 40);
    page.press("ArrowDown", 40);
    page.press("ArrowUp", 38);
    assertThat(page.text("document.activeElement.textContent"))
        .contains("Minimum detectable effect");
    page.press("Enter", 13);
    browser.await("location.hash === '#minimum-detectable-effect'");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void anEmptySearchSaysSoAndEscapeClosesIt() throws IOException {
    OpenPage page = open("index.html", WIDE);
    page.text(
        "(() => { const box = document.getElementById('search'); box.focus();"
            + " box.value = 'xylophone zebra'; box.dispatchEvent(new Event('input'));"
            + " return ''; })()");
    browser.await("document.querySelector('#found p').textContent.startsWith('Nothing')");
    assertThat(page.barriers()).isEmpty();
    page.press("Escape", 27);
    assertThat(page.is("document.getElementById('found').hidden")).isTrue();
  }

  @Test
  void theThemeIsKeptFromPageToPage() {
    browser.dark(false);
    OpenPage page = open("index.html", WIDE);
    String paper = "getComputedStyle(document.body).backgroundColor";
    String light = page.text(paper);
    assertThat(page.tabTo("#theme")).isTrue();
    page.press("Enter", 13);
    page.press("Enter", 13);
    assertThat(page.text("document.getElementById('theme').textContent")).isEqualTo("Theme: dark");
    assertThat(page.text(paper)).isNotEqualTo(light);
    page = open("docs/verdict.html", WIDE);
    assertThat(page.text("document.documentElement.dataset.theme")).isEqualTo("dark");
    page.text("(() => { localStorage.removeItem('theme'); return ''; })()");
  }

  @Test
  void theMenuOpensOnANarrowScreen() {
    OpenPage page = open("docs/verdict.html", NARROW);
    assertThat(page.is("document.getElementById('nav').offsetHeight > 0")).isFalse();
    assertThat(page.tabTo("#menu")).isTrue();
    page.press("Enter", 13);
    assertThat(page.is("document.getElementById('nav').offsetHeight > 0")).isTrue();
    assertThat(page.text("document.querySelector('#nav [aria-current]').textContent"))
        .isEqualTo("The verdict");
  }
}
