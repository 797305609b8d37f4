package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTest {
  /** A terminal as it opens. */
  private static final int NARROW = 80;

  /** Every command but help, in the order of the help. */
  static final List<String> COMMANDS =
      List.of(
          "generate",
          "evaluate",
          "compare",
          "augment",
          "validate",
          "audit",
          "fit",
          "score",
          "serve",
          "monitor",
          "retrain",
          "report",
          "demo",
          "profile",
          "init",
          "select",
          "runs",
          "track",
          "register",
          "doctor",
          "completion");

  @Test
  void everyCommandHasOneLineThatStandsAlone() {
    List<String> lines = lines(CommandLineRun.of("--help").out());

    assertThat(lines)
        .hasSize(COMMANDS.size() + 1) // and help itself
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

  static List<String> commands() {
    return COMMANDS;
  }

  @ParameterizedTest
  @MethodSource("commands")
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

  private static List<String> lines(String help) {
    return help.lines()
        .dropWhile(line -> !line.equals("Commands:"))
        .skip(1)
        .takeWhile(line -> !line.isEmpty())
        .toList();
  }
}
