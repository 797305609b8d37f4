package dev.synth.internal.cli;

import dev.synth.internal.experiment.profile.ProfileRequest;
import dev.synth.internal.report.profile.FirstConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The columns of a table that are named on the line; what is not named is guessed. */
final class NamedColumns {
  @Option(names = "--label", paramLabel = "COLUMN", description = "The label column.")
  private @Nullable String label;

  @Option(
      names = "--positive",
      paramLabel = "VALUE",
      description = "The label of the rare class (default: the rarest); may be repeated.")
  private List<String> positive = List.of();

  @Option(names = "--time", paramLabel = "COLUMN", description = "The column that orders the rows.")
  private @Nullable String time;

  @Option(
      names = "--group",
      paramLabel = "COLUMN",
      description = "The column whose equal values belong together, such as a card.")
  private @Nullable String group;

  /**
   * Returns a look at a table with these columns.
   *
   * @param isPlain whether no label is wanted
   */
  ProfileRequest of(String data, boolean isPlain) {
    return ProfileRequest.of(data, label, positive, time, group, isPlain);
  }

  /** Returns the options as they are written on a line, a blank before each. */
  String options() {
    StringBuilder line = new StringBuilder();
    add("--label", label, line);
    positive.forEach(value -> add("--positive", value, line));
    add("--time", time, line);
    add("--group", group, line);
    return line.toString();
  }

  private static void add(String option, @Nullable String value, StringBuilder line) {
    if (value != null) {
      boolean isPlain = value.matches("[A-Za-z0-9._-]+");
      line.append(' ').append(option).append(' ');
      line.append(isPlain ? value : "'" + value.replace("'", "'\\''") + "'");
    }
  }

  /** Returns which of them are named. */
  FirstConfig.NamedChoices named() {
    return new FirstConfig.NamedChoices(!positive.isEmpty(), time != null, group != null);
  }
}
