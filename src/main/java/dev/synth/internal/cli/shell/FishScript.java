package dev.synth.internal.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Writes the completion script for fish, which picocli has none for.
 *
 * <p>It has a line for each command, option and parameter of the command line, and nothing that
 * fish would have to run.
 */
final class FishScript {
  private final String program;
  private final StringBuilder out = new StringBuilder();

  private FishScript(String program) {
    this.program = program;
  }

  /** Returns the script of a program with commands, which have none of their own. */
  static String of(CommandSpec root) {
    FishScript script = new FishScript(root.name());
    script.line("-f");
    script.options("__fish_use_subcommand", root);
    for (CommandSpec command : HelpTexts.commands(root)) {
      script.command(command);
    }
    return script.out.toString();
  }

  private void command(CommandSpec command) {
    line(
        "-n __fish_use_subcommand -a " + command.name(), "-d " + quoted(HelpTexts.header(command)));
    String used = quoted("__fish_seen_subcommand_from " + command.name());
    options(used, command);
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      List<String> words = words(command, parameter);
      if (!words.isEmpty()) {
        line("-n " + used, "-a " + quoted(String.join(" ", words)));
      } else if (HelpTexts.isFile(parameter)) {
        line("-n " + used, "-F");
      }
    }
  }

  private void options(String condition, CommandSpec command) {
    for (OptionSpec option : HelpTexts.options(command)) {
      List<String> parts = new ArrayList<>(List.of("-n " + condition));
      for (String name : option.names()) {
        parts.add(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1));
      }
      if (!HelpTexts.isFlag(option)) {
        parts.add(HelpTexts.isFile(option) ? "-r -F" : "-x");
      }
      parts.add("-d " + quoted(HelpTexts.firstSentence(option)));
      line(parts.toArray(String[]::new));
    }
  }

  /** Returns what may stand for a parameter; of {@code help} it is the other commands. */
  private static List<String> words(CommandSpec command, ArgSpec parameter) {
    if (command.helpCommand()) {
      return HelpTexts.commands(command.root()).stream().map(CommandSpec::name).toList();
    }
    Iterable<String> candidates = parameter.completionCandidates();
    return candidates == null
        ? List.of()
        : StreamSupport.stream(candidates.spliterator(), false).collect(Collectors.toList());
  }

  private void line(String... parts) {
    out.append("complete -c ").append(program);
    for (String part : parts) {
      out.append(' ').append(part);
    }
    out.append('\n');
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
