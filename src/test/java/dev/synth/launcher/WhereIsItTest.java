package dev.synth.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The folders on the pages for contributors: what is named is there, and no room is left out. */
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

  @Test
  void everyRoomIsOnThePageOfTheArchitecture() throws IOException {
    Set<String> told =
        Pattern.compile("`([a-z0-9]+)`")
            .matcher(Files.readString(Path.of("ARCHITECTURE.md")))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    try (Stream<Path> folders = Files.walk(SOURCE)) {
      assertThat(folders.filter(room -> Files.exists(room.resolve("package-info.java"))))
          .filteredOn(room -> !room.equals(SOURCE))
          .isNotEmpty()
          .allSatisfy(room -> assertThat(told).contains(String.valueOf(room.getFileName())));
    }
  }
}
