package dev.synth.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds Javadoc to nouns and verbs: a first sentence is no question. */
class FirstSentencesTest {
  private static final Pattern QUESTION =
      Pattern.compile("/\\*\\*\\s+(?:\\* )?(?:What|How|Which|Whether|Where|When|Who|Whose|Why)\\b");

  @ParameterizedTest
  @ValueSource(strings = {"src/main/java", "src/bench/java", "src/test/java"})
  void noFirstSentenceBeginsAsAQuestion(String root) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(root))) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources).isNotEmpty().noneMatch(FirstSentencesTest::asks);
    }
  }

  private static boolean asks(Path source) {
    try {
      return QUESTION.matcher(Files.readString(source)).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
