package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  /** A terminal as it opens. */
  private static final int NARROW = 80;

  @Test
  void everyCommandHasOneLineThatStandsAlone() {
    List<String> commands = commands(CommandLineRun.of("--help").out());

    assertThat(commands)
        .hasSize(10)
        .allSatisfy(
            line ->
                assertThat(line).matches("  [a-z]+ +[A-Z].*[.]").hasSizeLessThanOrEqualTo(NARROW));
  }

  @Test
  void withoutACommandThereIsTheHelp() {
    CommandLineRun run = CommandLineRun.of();

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(CommandLineRun.of("--help").out());
  }

  @Test
  void theHelpFitsATerminal() {
    assertThat(CommandLineRun.of("--help").out().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(NARROW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "generate",
        "evaluate",
        "compare",
        "augment",
        "validate",
        "audit",
        "report",
        "demo",
        "completion"
      })
  void helpOfACommandIsItsOwnHelp(String command) {
    CommandLineRun run = CommandLineRun.of("help", command);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("Usage: synth " + command, "Examples:")
        .isEqualTo(CommandLineRun.of(command, "--help").out());
  }

  @Test
  void helpAloneIsTheHelp() {
    assertThat(CommandLineRun.of("help").out()).isEqualTo(CommandLineRun.of("--help").out());
  }

  private static List<String> commands(String help) {
    return help.lines()
        .dropWhile(line -> !line.equals("Commands:"))
        .skip(1)
        .takeWhile(line -> !line.isEmpty())
        .toList();
  }
}
