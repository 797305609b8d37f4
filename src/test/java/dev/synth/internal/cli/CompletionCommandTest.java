package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {
  @TempDir Path folder;

  @Test
  void bashOffersCommandsAndOptions() throws Exception {
    Path script = script("bash");

    assertThat(bash(script, "synth", "au")).containsExactlyInAnyOrder("augment", "audit");
    assertThat(bash(script, "synth", "generate", "--fr")).containsExactly("--from");
  }

  @Test
  void zshReadsTheScriptOfBashWhichSetsItUp() {
    CommandLineRun zsh = CommandLineRun.of("completion", "zsh");

    assertThat(zsh.out())
        .contains("autoload -U +X bashcompinit && bashcompinit")
        .isEqualTo(CommandLineRun.of("completion", "bash").out());
  }

  @Test
  void fishOffersCommandsOptionsAndWords() throws Exception {
    Path script = script("fish");

    assertThat(fish(script, "synth au"))
        .containsExactly(
            "audit\tLook for leaks in a finished run",
            "augment\tWrite a training file with the augmentation that helps, if any");
    assertThat(fish(script, "synth generate --fr"))
        .singleElement()
        .asString()
        .startsWith("--from\tDraws more rows from a finished run");
    assertThat(fish(script, "synth completion ")).containsExactly("bash", "fish", "zsh");
    assertThat(fish(script, "synth help rep")).containsExactly("report");
  }

  @Test
  void fishCompletesFilesWhereAFileIsAskedForAndQuotesWhatItMust() {
    assertThat(CommandLineRun.of("completion", "fish").out().lines())
        .contains(
            "complete -c synth -n '__fish_seen_subcommand_from generate' -s c -l config -r -F -d"
                + " 'The config file; docs/config.md lists its keys'",
            "complete -c synth -n '__fish_seen_subcommand_from generate' -l jobs -x -d 'Parts"
                + " computed at once (default: the number of cores); same bytes for any N'",
            "complete -c synth -n __fish_use_subcommand -a evaluate -d 'Measure whether a"
                + " config\\'s generator helps, against baselines'",
            "complete -c synth -n '__fish_seen_subcommand_from demo' -F");
  }

  @Test
  void asksWhichShell() {
    CommandLineRun none = CommandLineRun.of("completion");
    CommandLineRun unknown = CommandLineRun.of("completion", "powershell");

    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("bash, zsh or fish");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("powershell").containsIgnoringCase("fish");
  }

  @Test
  void writesAllScriptsAndAManPageForEachCommand() throws IOException {
    CommandLineRun run = CommandLineRun.of("completion", "--all", folder.toString());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(folder.resolve("completions/synth.fish"))
        .hasContent(CommandLineRun.of("completion", "fish").out());
    assertThat(folder.resolve("completions/synth.bash")).exists();
    assertThat(folder.resolve("man/man1").toFile().list())
        .hasSize(HelpTest.COMMANDS.size() + 2) // and those of synth and help
        .contains("synth.1", "synth-help.1");
  }

  @Test
  void saysThatTheFolderCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    CommandLineRun run = CommandLineRun.of("completion", "--all", file.toString());

    assertThat(run.code()).isEqualTo(6);
    assertThat(run.err()).contains(file.toString()).doesNotContain("\tat ");
  }

  private Path script(String shell) throws IOException {
    CommandLineRun run = CommandLineRun.of("completion", shell);
    assertThat(run.code()).as(run.err()).isZero();
    return Files.writeString(folder.resolve("synth." + shell), run.out());
  }

  /** Returns what bash would offer for the last word. */
  private static List<String> bash(Path script, String... words) throws Exception {
    String program =
        "source \"$1\"; shift; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); COMP_LINE=\"$*\";"
            + " _complete_synth 2>/dev/null; printf '%s\\n' \"${COMPREPLY[@]}\"";
    return run(
        Stream.concat(Stream.of("bash", "-c", program, "bash", script.toString()), Stream.of(words))
            .toList());
  }

  /** Returns what fish would offer at the end of a line; skipped where there is no fish. */
  private static List<String> fish(Path script, String line) throws Exception {
    return run(
        List.of(
            "fish",
            "--no-config",
            "-c",
            "source $argv[1]; complete -C $argv[2]",
            script.toString(),
            line));
  }

  private static List<String> run(List<String> command) throws Exception {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      assumeTrue(false, command.getFirst() + " is not installed");
      throw e;
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out.lines().toList();
  }
}
