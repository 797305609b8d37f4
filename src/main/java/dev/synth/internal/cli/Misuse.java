package dev.synth.internal.cli;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  /** Picocli's words about arguments that are not there; the names stand in quotes. */
  private static final Pattern MISSING =
      Pattern.compile("Missing required (?:parameters?|options?(?: and parameters?)?): (.*)");

  /** Picocli's words about an option at the end of the line whose value is not there. */
  private static final Pattern VALUELESS =
      Pattern.compile(
          "Missing required parameter for option '(--[a-z-]+)' \\(<?([A-Za-z=,]+)>?\\)");

  /** Picocli's words about an option's value that is no number. */
  private static final Pattern NO_NUMBER =
      Pattern.compile(
          "Invalid value for option '(--[a-z-]+)': '(.*)' is not an? (int|long|double)");

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
    Matcher valueless = VALUELESS.matcher(message);
    if (valueless.matches()) {
      return PlainText.of("%s needs a value, its %s", valueless.group(1), valueless.group(2));
    }
    Matcher missing = MISSING.matcher(message);
    if (missing.matches()) {
      return missing(e, missing.group(1));
    }
    Matcher noNumber = NO_NUMBER.matcher(message);
    return noNumber.matches()
        ? PlainText.of(
            "%s must be %s, but is '%s'",
            noNumber.group(1),
            noNumber.group(3).equals("double") ? "a number" : "a whole number",
            noNumber.group(2))
        : message;
  }

  /** Such as: 'synth score' needs ROWS and --to=FILE too. */
  private static String missing(ParameterException e, String names) {
    List<String> missing =
        Arrays.stream(names.split(", ", -1)).map(name -> name.replace("'", "")).sorted().toList();
    boolean isAlone = e.getCommandLine().getParseResult().matchedArgs().isEmpty();
    return PlainText.of(
        "'%s' needs %s%s",
        e.getCommandLine().getCommandSpec().qualifiedName(),
        String.join(" and ", missing),
        isAlone ? "" : " too");
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
    String first = e.getUnmatched().getFirst();
    Optional<String> near =
        Spelling.nearest(first, e.getCommandLine().getCommandSpec().optionsMap().keySet());
    if (near.isPresent() && first.startsWith("--")) {
      return PlainText.of("; did you mean '%s'?", near.get());
    }
    List<String> suggestions = e.getSuggestions();
    return suggestions.isEmpty()
        ? ""
        : PlainText.of("; did you mean '%s'?", suggestions.getFirst());
  }
}
