package dev.synth.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the launcher for Windows to what the other one tells the JVM. */
class LauncherParityTest {
  private static final Path SHELL = Path.of("synth");
  private static final Path WINDOWS = Path.of("synth.cmd");

  @Test
  void bothHoldTheSecondCompilerBack() throws IOException {
    assertThat(all("-XX:Tier4[A-Za-z]+=\\d+", WINDOWS))
        .hasSize(4)
        .isEqualTo(all("-XX:Tier4[A-Za-z]+=\\d+", SHELL));
  }

  @Test
  void bothLetTheSameCommandsWriteTheArchiveOfClasses() throws IOException {
    String shell = all("generate \\| [a-z| ]+(?=\\) return 0)", SHELL).getFirst();
    String windows = all("(?<=\\()generate [a-z ]+(?=\\) do)", WINDOWS).getFirst();
    assertThat(windows.split(" ", -1)).containsExactly(shell.split(" \\| ", -1));
  }

  @Test
  void bothHaveTheSmallestArchiveOfEightMegabytes() throws IOException {
    // find counts blocks of 512 bytes
    assertThat(all("(?<=-size \\+)\\d+", SHELL)).containsExactly(String.valueOf(8_388_608 / 512));
    assertThat(all("(?<=LSS )\\d{7}", WINDOWS)).containsExactly("8388608");
  }

  @Test
  void bothHaveTheSameHeapsForServers() throws IOException {
    String flags = "-XX:NewSize=\\S+ -XX:MaxNewSize=\\S+ -XX:MaxTenuringThreshold=\\d+";
    assertThat(all(flags, WINDOWS)).isNotEmpty().isEqualTo(all(flags, SHELL));
  }

  @Test
  void theOneForWindowsHasItsLineEnds() throws IOException {
    String text = Files.readString(WINDOWS);
    assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
  }

  @Test
  void theOneForWindowsGoesToPlacesThatAreThere() throws IOException {
    List<String> labels = all("(?m)(?<=^:)[a-z_]+", WINDOWS);
    assertThat(all("(?<=goto :|call :)[a-z_]+", WINDOWS)).isSubsetOf(labels);
    assertThat(labels).doesNotHaveDuplicates();
  }

  private static List<String> all(String pattern, Path file) throws IOException {
    Matcher found = Pattern.compile(pattern).matcher(Files.readString(file));
    return found.results().map(result -> result.group()).toList();
  }
}
