package dev.synth.internal.cli.shell;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Picocli's knowledge of the commands, as plain text for completion scripts and man pages. */
final class HelpTexts {
  private HelpTexts() {}

  /** Returns the commands of a command, in the order of its help. */
  static Collection<CommandSpec> commands(CommandSpec spec) {
    return spec.subcommands().values().stream().map(CommandLine::getCommandSpec).toList();
  }

  /** Returns the line that a list of commands has for this one, without its full stop. */
  static String header(CommandSpec spec) {
    return joined(spec.usageMessage().header()).replaceFirst("\\.$", "");
  }

  /** Returns the description of an option or parameter, in one line. */
  static String description(ArgSpec argument) {
    return joined(argument.description());
  }

  /** Returns the first sentence of a description, without its full stop. */
  static String firstSentence(ArgSpec argument) {
    String text = description(argument);
    int end = text.indexOf(". ");
    return (end < 0 ? text : text.substring(0, end)).replaceFirst("\\.$", "");
  }

  /** Returns the options that are shown. */
  static List<OptionSpec> options(CommandSpec spec) {
    return spec.options().stream().filter(option -> !option.hidden()).toList();
  }

  /** Returns whether an option takes no value. */
  static boolean isFlag(OptionSpec option) {
    return option.arity().max() == 0;
  }

  /** Returns whether the value is a file or a folder, by the word that the help has for it. */
  static boolean isFile(ArgSpec argument) {
    return argument.paramLabel().matches("FILE|DIR|RUN|DIR\\|FILE");
  }

  /** Returns lines with picocli's format codes resolved, such as {@code %%}. */
  static List<String> lines(String... lines) {
    return Arrays.stream(lines)
        .flatMap(line -> Arrays.stream(String.format(Locale.ROOT, line).split("\\R", -1)))
        .toList();
  }

  private static String joined(String... lines) {
    return lines(lines).stream().map(String::strip).collect(Collectors.joining(" ")).strip();
  }
}
