package dev.synth.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every table, chart and sentence has a test that calls it. A name is all that can be seen from
 * here; whether the test asserts anything is for whoever reads it.
 */
class ReportsAreTestedTest {
  private static final String ROOM = "java/dev/synth/internal/report";

  /** The parts of a source that call nothing: comments, texts and imports. */
  private static final Pattern SILENT =
      Pattern.compile(
          "/\\*.*?\\*/|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|//[^\\n]*|^import[^\\n]*",
          Pattern.DOTALL | Pattern.MULTILINE);

  private static final Pattern WORD = Pattern.compile("\\b[A-Z]\\w*");

  private static List<Path> sources(String root) {
    try (Stream<Path> files = Files.walk(Path.of(root, ROOM))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path source) {
    return String.valueOf(source.getFileName()).replace(".java", "");
  }

  private static Set<String> words(String source) {
    Set<String> words = new HashSet<>();
    Matcher matcher = WORD.matcher(SILENT.matcher(source).replaceAll(" "));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  @Test
  void everyClassIsCalledByATestOfReports() throws IOException {
    Set<String> called = new HashSet<>();
    for (Path test : sources("src/test")) {
      called.addAll(words(Files.readString(test)));
    }
    List<String> classes = new ArrayList<>();
    sources("src/main").forEach(source -> classes.add(name(source)));
    assertThat(classes).hasSizeGreaterThan(100);
    classes.removeAll(called);
    assertThat(classes)
        .as("classes of report that no test below src/test/%s calls", ROOM)
        .isEmpty();
  }

  @Test
  void aNameInATextOrACommentIsNoCall() {
    assertThat(
            words(
                """
                import a.Bars;
                /** See {@link Svg}. */
                class ATest { // of Html
                  String a = "Page \\" Axis"; Grid.of(a);
                }
                """))
        .containsExactlyInAnyOrder("ATest", "String", "Grid");
  }
}
