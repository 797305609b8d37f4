package dev.synth.internal.cli.option;

import dev.synth.base.Problem;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** The options that stand on a command line, to refuse those that could change nothing. */
public final class GivenOptions {
  private final CommandSpec command;

  /** The options of a command that is being run. */
  public GivenOptions(CommandSpec command) {
    this.command = command;
  }

  /** Returns the first of some options that is given. */
  public Optional<String> first(List<String> names) {
    return names.stream()
        .filter(name -> command.commandLine().getParseResult().hasMatchedOption(name))
        .findFirst();
  }

  /**
   * Refuses options that would be ignored.
   *
   * @param names the options
   * @param why what follows the option's name in the message
   * @throws Problem (usage) if one of them is given
   */
  public void refuse(List<String> names, String why) {
    first(names)
        .ifPresent(
            name -> {
              throw Problem.usage("%s %s", name, why);
            });
  }
}
