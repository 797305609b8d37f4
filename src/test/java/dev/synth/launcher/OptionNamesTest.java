package dev.synth.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The names of options are in the command line alone: a Java program has none. */
class OptionNamesTest {
  private static final Path SOURCE = Path.of("src/main/java/dev/synth");
  private static final Path COMMANDS = SOURCE.resolve("internal/cli");

  /** The files with whole commands: of synth, for readers, and of other programs. */
  private static final Set<String> WHOLE_COMMANDS =
      Set.of(
          "ConfigReference",
          "FirstConfig",
          "OneMinute",
          "PagePrinter",
          "RunTracker",
          "SelectionText");

  private static final Pattern COMMENT_OR_TEXT =
      Pattern.compile(
          "/\\*.*?\\*/|//[^\\n"
              + "]*|\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\\n"
              + "])*)\"|'(?:\\\\.|[^'\\\\])'",
          Pattern.DOTALL);

  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z]");

  @Test
  void noTextBelowTheCommandLineNamesAnOption() throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCE)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        if (!file.startsWith(COMMANDS) && namesAnOption(Files.readString(file))) {
          found.add(String.valueOf(file.getFileName()).replace(".java", ""));
        }
      }
    }
    assertThat(found).isEqualTo(new TreeSet<>(WHOLE_COMMANDS));
  }

  private static boolean namesAnOption(String source) {
    Matcher matcher = COMMENT_OR_TEXT.matcher(source);
    while (matcher.find()) {
      String text = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      if (text != null && OPTION.matcher(text).find()) {
        return true;
      }
    }
    return false;
  }

  @Test
  void commentsAndArithmeticNameNone() {
    assertThat(namesAnOption("// the option --jobs\nint i = --n; /** {@code --jobs} */")).isFalse();
    assertThat(namesAnOption("\"a -- b\"; \"x--y\"; '\"'; \"two\"")).isFalse();
    assertThat(namesAnOption("f(\"--jobs must be at least 1\")")).isTrue();
    assertThat(namesAnOption("\"\"\"\n  synth runs --json\n  \"\"\"")).isTrue();
  }
}
