package dev.synth.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.site.Anchors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links between the project's pages lead somewhere, and the index of docs has every page. */
class DocumentLinksTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  @Test
  void everyLinkLeadsToAPageAndAHeading() throws IOException {
    List<String> dead = new ArrayList<>();
    for (Path page : pages()) {
      for (String link : found(LINK, Files.readString(page))) {
        if (!link.startsWith("http") && !isThere(page, link)) {
          dead.add(page + ": " + link);
        }
      }
    }
    assertThat(dead).isEmpty();
  }

  @Test
  void theIndexNamesEveryPageOfDocs() throws IOException {
    List<String> named = found(LINK, Files.readString(Path.of("docs/README.md")));
    try (Stream<Path> files = Files.list(Path.of("docs"))) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted())
          .filteredOn(name -> name.endsWith(".md") && !name.equals("README.md"))
          .isNotEmpty()
          .allSatisfy(name -> assertThat(named).contains(name));
    }
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String folder : List.of("", "docs", "docs/adr")) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
      }
    }
    assertThat(pages).hasSizeGreaterThan(50);
    return pages;
  }

  private static boolean isThere(Path page, String link) throws IOException {
    int mark = link.indexOf('#');
    String path = mark < 0 ? link : link.substring(0, mark);
    Path target = path.isEmpty() ? page : page.toAbsolutePath().resolveSibling(path).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    return mark < 0
        || !target.toString().endsWith(".md")
        || anchors(Files.readString(target)).contains(link.substring(mark + 1));
  }

  /** Headings as anchors, the way GitHub makes them. */
  private static Set<String> anchors(String text) {
    Set<String> anchors = new HashSet<>();
    for (String heading : found(HEADING, text)) {
      anchors.add(Anchors.of(heading));
    }
    return anchors;
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }
}
