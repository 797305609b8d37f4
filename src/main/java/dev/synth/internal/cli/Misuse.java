package dev.synth.internal.cli;

import dev.synth.internal.base.PlainText;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and what would be right. */
final class Misuse {
  /** The words of picocli's command {@code help} about a command that there isn't. */
  private static final Pattern UNKNOWN_COMMAND = Pattern.compile("Unknown subcommand '(.*)'\\.");

  /** Picocli's words about a value that is none of an option's or argument's. */
  private static final Pattern NONE_OF =
      Pattern.compile(
          "Invalid value for (?:option '|positional.*\\()(--[a-z-]+|[A-Z]+)['\\)].*: expected one"
              + " of \\[(.*)] \\(case-.*\\) but was '(.*)'");

  private Misuse() {}

  /** Returns the message, in one line. */
  static String message(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      return unmatched(unmatched);
    }
    String message = String.valueOf(e.getMessage());
    Matcher unknown = UNKNOWN_COMMAND.matcher(message);
    if (unknown.matches()) {
      CommandLine root = e.getCommandLine().getCommandSpec().root().commandLine();
      return unmatched(new UnmatchedArgumentException(root, List.of(unknown.group(1))));
    }
    Matcher noneOf = NONE_OF.matcher(message);
    if (noneOf.matches()) {
      return PlainText.of(
          "%s must be one of %s, but is '%s'",
          noneOf.group(1),
          noneOf.group(2).toLowerCase(Locale.ROOT).replace('_', '-'),
          noneOf.group(3));
    }
    return message.replaceFirst(" is not an? (int|long)$", " is not a whole number");
  }

  private static String unmatched(UnmatchedArgumentException e) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    List<String> arguments = e.getUnmatched();
    String first = arguments.getFirst();
    if (first.startsWith("-")) {
      return PlainText.of("there is no option '%s'%s", first, meant(e));
    }
    if (!command.subcommands().isEmpty()) {
      return PlainText.of("there is no command '%s'%s", first, meant(e));
    }
    if (command.findOption("--synthetic") != null) {
      return "files are named by options: "
          + (arguments.size() < 2
              ? "--real FILE --synthetic " + first
              : PlainText.of("--real %s --synthetic %s", first, arguments.get(1)));
    }
    if (command.findOption("--config") != null) {
      return PlainText.of("a config is named by an option; did you mean '--config %s'?", first);
    }
    return PlainText.of("'%s' is one argument too many", first);
  }

  private static String meant(UnmatchedArgumentException e) {
    List<String> suggestions = e.getSuggestions();
    return suggestions.isEmpty()
        ? ""
        : PlainText.of("; did you mean '%s'?", suggestions.getFirst());
  }
}
