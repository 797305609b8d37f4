package dev.synth.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The names that the glossary gives to terms are those of configs and metrics. */
class GlossaryTest {
  private static final Path DOCS = Path.of("docs");

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** Returns the names behind a word, up to the end of its sentence. */
  private static List<String> named(String what) throws IOException {
    String page = Files.readString(DOCS.resolve("glossary.md")).replaceAll("\\s+", " ");
    String terms = page.substring(0, page.indexOf("## Renamed"));
    Matcher sentences = Pattern.compile("\\b" + what + "s?:? ((?:`[^`]+`|[^`.;])+)").matcher(terms);
    List<String> names = new ArrayList<>();
    while (sentences.find()) {
      Matcher codes = CODE.matcher(sentences.group(1));
      while (codes.find()) {
        names.add(codes.group(1));
      }
    }
    assertThat(names).as(what).hasSizeGreaterThan(10);
    return names;
  }

  @Test
  void everyKeyIsOneOfTheReference() throws IOException {
    String reference = Files.readString(DOCS.resolve("config.md"));
    for (String key : named("Key")) {
      for (String part : key.split("[^a-z_]+", -1)) {
        if (part.length() > 1) {
          assertThat(reference).as("%s of %s", part, key).containsPattern("\\b" + part + "\\b");
        }
      }
    }
  }

  @Test
  void everyMetricIsOneOfTheReference() throws IOException {
    List<String> headings =
        Files.readAllLines(DOCS.resolve("metrics.md")).stream()
            .filter(line -> line.startsWith("## "))
            .toList();
    for (String metric : named("Metric")) {
      assertThat(headings).as(metric).anyMatch(heading -> heading.contains("`" + metric + "`"));
    }
  }
}
