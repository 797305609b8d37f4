package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages of the documentation show behind a {@code $} is what the commands print. */
@Tag("slow")
class DocumentedCommandsTest {
  private static final String DATA = "cards.csv";

  @TempDir Path folder;

  private final Map<String, String> printed = new HashMap<>();

  @ParameterizedTest
  @ValueSource(strings = {"docs/patterns.md"})
  void everyLineIsPrinted(String page) throws IOException {
    List<String> missing = new ArrayList<>();
    String command = "";
    boolean isConsole = false;
    for (String line : Files.readAllLines(Path.of(page))) {
      if (line.startsWith("```")) {
        isConsole = line.equals("```console");
      } else if (isConsole && line.startsWith("$ synth ")) {
        command = line.substring("$ synth ".length());
        run(command);
      } else if (isConsole
          && !line.equals("…")
          && !printed.getOrDefault(command, "").contains(line + "\n")) {
        missing.add(command + " does not print: " + line);
      }
    }
    assertThat(printed).isNotEmpty();
    assertThat(missing).isEmpty();
  }

  /** Runs a command once, its data in a folder of its own. */
  private void run(String command) {
    if (printed.containsKey(command)) {
      return;
    }
    String place = folder.resolve(DATA).toString();
    String[] arguments = command.replace(DATA, place).split(" ");
    CommandLineRun run = CommandLineRun.of(arguments);
    assertThat(run.code()).as(command + "\n" + run.err()).isZero();
    printed.put(command, run.out().replace(place, DATA));
  }
}
