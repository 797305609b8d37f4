package dev.synth.internal.cli.option;

import dev.synth.base.Problem;
import dev.synth.base.Problem.Complaint;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The config keys that options stand for: a mistake in an option is told by the option's name. */
public final class OptionKeys {
  /** The name that the loader of configs gives to values of the command line. */
  private static final String OVERRIDES = "overrides";

  /** The options of a command that looks at a table without a config, as messages call them. */
  private static final Map<String, String> OF_COLUMNS =
      Map.of("data.time", "time", "data.group", "group");

  /** The options that change a config. */
  private static final Map<String, String> OF_OVERRIDES =
      Map.ofEntries(
          Map.entry("data.source", "real"),
          Map.entry("data.label", "label"),
          Map.entry("data.positive", "positive"),
          Map.entry("validation.preset", "preset"),
          Map.entry("validation.privacy", "privacy"),
          Map.entry("evaluation.until", "until"),
          Map.entry("generate.labels", "labels"),
          Map.entry("to", "toTable"),
          Map.entry("to.table", "toTable"),
          Map.entry("to.jdbc", "toJdbc"),
          Map.entry("to.if_exists", "ifExists"),
          Map.entry("to.user_env", "toUserEnv"),
          Map.entry("to.password_env", "toPasswordEnv"));

  private OptionKeys() {}

  /** Returns the result of a look at a table whose columns are named by options. */
  public static <T> T ofColumns(Supplier<T> look) {
    return told(look, OF_COLUMNS, "");
  }

  /**
   * Returns the config that a loader reads.
   *
   * @param load reads the config, with what options say in it
   * @param set what {@code --set} says, {@code key=value} each: these keys keep their names
   */
  public static <T> T ofOverrides(Supplier<T> load, List<String> set) {
    List<String> own = set.stream().map(each -> each.replaceFirst("\\s*=.*", "").strip()).toList();
    Map<String, String> names =
        OF_OVERRIDES.entrySet().stream()
            .filter(entry -> !own.contains(entry.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return told(load, names, OVERRIDES);
  }

  /** Calls keys by their options in the complaints about one component. */
  private static <T> T told(Supplier<T> work, Map<String, String> names, String component) {
    try {
      return work.get();
    } catch (Problem problem) {
      throw problem.changed(
          complaint -> {
            String option = names.get(complaint.key());
            return option == null || !complaint.component().equals(component)
                ? complaint
                : new Complaint(option, complaint.text());
          });
    }
  }
}
