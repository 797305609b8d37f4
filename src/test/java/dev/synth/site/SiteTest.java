package dev.synth.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.site.Navigation.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The site of this project's own pages. */
class SiteTest {
  private static final Path ROOT = Path.of("");
  private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"([^\"]*)\"");
  private static final Pattern FILE_AS_TEXT =
      Pattern.compile("<a [^>]*href=\"[^\"]*\\.html[^\"]*\">([^<]*\\.md)</a>");
  private static final Pattern SOURCE =
      Pattern.compile("(?:<link [^>]*href|<script src|<img [^>]*src|url\\()=?\"?([^\"> ]*)");
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");

  private static Site site;
  private static final Map<String, String> PAGES = new TreeMap<>();

  @BeforeAll
  static void build() throws IOException {
    site = Site.of(ROOT);
    site.files().forEach(SiteTest::keep);
  }

  private static void keep(String path, byte[] content) {
    if (path.endsWith(".html")) {
      PAGES.put(path, new String(content, StandardCharsets.UTF_8));
    }
  }

  @Test
  void everyLinkLeadsToAFileAndAnAnchor() {
    List<String> dead = new ArrayList<>();
    PAGES.forEach(
        (path, html) -> {
          for (String link : found(LINK, html)) {
            if (!link.startsWith("http") && !link.startsWith("mailto:") && !isThere(path, link)) {
              dead.add(path + ": " + link);
            }
          }
        });
    assertThat(dead).isEmpty();
  }

  private static boolean isThere(String page, String link) {
    int mark = link.indexOf('#');
    String file = target(page, mark < 0 ? link : link.substring(0, mark));
    if (!site.files().containsKey(file)) {
      return false;
    }
    return mark < 0 || found(ID, PAGES.getOrDefault(file, "")).contains(link.substring(mark + 1));
  }

  private static String target(String page, String path) {
    return path.isEmpty()
        ? page
        : Path.of(page).resolveSibling(path).normalize().toString().replace('\\', '/');
  }

  /** Files are not what a reader of the site sees. */
  @Test
  void aLinkToAPageHasItsTitle() {
    List<String> named = new ArrayList<>();
    PAGES.forEach(
        (path, html) -> found(FILE_AS_TEXT, html).forEach(text -> named.add(path + ": " + text)));
    assertThat(named).isEmpty();
    assertThat(PAGES.get("docs/commands.html")).contains(">Looking at a table first</a>");
  }

  @Test
  void allThatAPageLoadsIsInTheSite() {
    PAGES.forEach(
        (path, html) ->
            assertThat(found(SOURCE, html))
                .as(path)
                .isNotEmpty()
                .allSatisfy(
                    source -> {
                      if (!source.startsWith("data:")) {
                        assertThat(site.files()).containsKey(target(path, source));
                      }
                    }));
    String style = new String(file("site.css"), StandardCharsets.UTF_8);
    assertThat(style).doesNotContain("url(").doesNotContain("@import");
  }

  private static byte[] file(String path) {
    byte[] content = site.files().get(path);
    if (content == null) {
      throw new IllegalStateException(path);
    }
    return content;
  }

  @Test
  void everyPageHasOneHeadingAndNoIdTwice() {
    PAGES.forEach(
        (path, html) -> {
          assertThat(html.split("<h1", -1).length - 1).as(path).isEqualTo(1);
          assertThat(found(ID, html)).as(path).doesNotHaveDuplicates();
        });
  }

  @Test
  void theNavigationHasEveryPageAndDecisionsAreReached() throws IOException {
    List<String> listed = site.navigation().entries().stream().map(Entry::file).toList();
    assertThat(listed).doesNotHaveDuplicates();
    assertThat(site.navigation().groups())
        .extracting(Navigation.Group::title)
        .containsExactly("Start", "Use", "Understand", "Reference", "Decisions");
    for (Path file : pages("docs")) {
      assertThat(listed.contains(slashes(file)) || slashes(file).equals(Navigation.INDEX))
          .as(file.toString())
          .isTrue();
    }
    assertThat(pages("docs/adr"))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(site.articles()).containsKey(slashes(file)));
  }

  private static List<Path> pages(String folder) throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }

  @Test
  void theFirstGroupTakesTenMinutes() {
    int words =
        site.navigation().groups().getFirst().entries().stream()
            .mapToInt(entry -> article(entry).words())
            .sum();
    assertThat(words).isLessThanOrEqualTo(10 * Article.WORDS_A_MINUTE);
  }

  private static Article article(Entry entry) {
    Article article = site.articles().get(entry.file());
    if (article == null) {
      throw new IllegalStateException(entry.file());
    }
    return article;
  }

  @Test
  void commentsAreLeftOutAndCodeIsNoMarkup() {
    assertThat(PAGES.values()).noneMatch(html -> html.contains("<!--"));
    assertThat(PAGES.get("docs/java.html")).contains("&lt;dependency&gt;");
  }

  @Test
  void anchorsAreThoseOfForges() {
    Anchors anchors = new Anchors();
    assertThat(anchors.next("Does `auto` do harm? The \"auto\" benchmark"))
        .isEqualTo("does-auto-do-harm-the-auto-benchmark");
    assertThat(anchors.next("Price")).isEqualTo("price");
    assertThat(anchors.next("Price")).isEqualTo("price-1");
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }
}
