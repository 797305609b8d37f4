package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk of docs/monitoring.md, from an alarm to a new model, as its script has it. */
class MonitoringPageTest {
  private static final Path EXAMPLES = Path.of("docs", "examples");
  private static final Pattern WORD = Pattern.compile("'[^']*'|\\S+");

  @TempDir Path folder;

  @Test
  void thePageShowsTheScriptAndItsConfig() throws IOException {
    String page = Files.readString(Path.of("docs", "monitoring.md"));

    assertThat(example("moving-fraud")).endsWith("synth demo" + block(page, "```bash\nsynth demo"));
    assertThat(example("moving-fraud.yaml"))
        .endsWith(block(page, "(examples/moving-fraud.yaml):\n\n```yaml\n"));
    assertThat(EXAMPLES.resolve("moving-fraud")).isExecutable();
  }

  @Test
  @Tag("slow")
  void theScriptEndsInAPromotion() throws IOException, InterruptedException {
    assumeThat(Path.of("/usr/bin/awk")).as("the walk cuts files with awk").exists();
    Files.writeString(
        folder.resolve("moving-fraud.yaml"),
        example("moving-fraud.yaml")
            .replace("fitted.csv", folder.resolve("fitted.csv").toString()));
    List<CommandLineRun> runs = new ArrayList<>();
    String script = example("moving-fraud");
    for (String line : script.substring(script.indexOf("\nsynth demo")).strip().lines().toList()) {
      if (line.startsWith("awk")) {
        Process awk = new ProcessBuilder("sh", "-c", line).directory(folder.toFile()).start();
        assertThat(awk.waitFor()).as(line).isZero();
      } else {
        CommandLineRun run = run(line);
        assertThat(run.code()).as(line + run.err()).isZero();
        runs.add(run);
      }
    }
    assertThat(runs.get(2).out()).contains("No alarm.");
    assertThat(runs.get(3).out()).contains("recall and F1 are degraded");
    assertThat(runs.get(4).out()).contains("Uplift: ", "Promoted: ");
  }

  private CommandLineRun run(String line) {
    List<String> args = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      String arg = word.group().replace("'", "");
      boolean isFile = arg.matches("moving-fraud.yaml|model|.*[.](csv|html)");
      args.add(isFile ? folder.resolve(arg).toString() : arg);
    }
    args.removeFirst();
    return CommandLineRun.of(args.toArray(String[]::new));
  }

  private static String example(String name) throws IOException {
    return Files.readString(EXAMPLES.resolve(name));
  }

  private static String block(String page, String opening) {
    int start = page.indexOf(opening) + opening.length();
    return page.substring(start, page.indexOf("```", start));
  }
}
