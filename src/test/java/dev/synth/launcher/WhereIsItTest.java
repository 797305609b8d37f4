package dev.synth.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The forty questions of {@code CONTRIBUTING.md}: what is named there is there. */
class WhereIsItTest {
  private static final Path SOURCE = Path.of("src/main/java/dev/synth");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| .+ \\| `([a-z/]+)` \\| `([A-Za-z]+)` \\|$");

  @Test
  void everyAnswerIsWhereThePageSays() throws IOException {
    List<MatchResult> rows =
        ROW.matcher(Files.readString(Path.of("CONTRIBUTING.md"))).results().toList();
    assertThat(rows).hasSize(40);
    for (MatchResult row : rows) {
      assertThat(SOURCE.resolve(row.group(1)).resolve(row.group(2) + ".java")).exists();
    }
  }
}
