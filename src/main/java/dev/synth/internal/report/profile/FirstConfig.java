package dev.synth.internal.report.profile;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.YamlText;
import dev.synth.internal.profile.DataProfile;
import dev.synth.internal.profile.Guesses;
import dev.synth.internal.profile.Guesses.LabelGuess;
import dev.synth.internal.profile.RareProfile;
import dev.synth.internal.profile.SplitAdvice;
import dev.synth.internal.profile.Suspect;
import dev.synth.internal.report.format.ReportNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A first config for a table, with the reason of each choice beside it. */
public final class FirstConfig {
  private static final int KEYS = 34;
  private static final int LINE = 100;
  private static final int FEW_UNITS = 100;
  private static final int MANY_UNITS = 1_000;

  private final DataProfile profile;
  private final RareProfile label;
  private final @Nullable String time;
  private final @Nullable String group;
  private final boolean byTime;
  private final NamedChoices named;

  /**
   * A config for a profiled table.
   *
   * @param profile the profile, with a label
   * @param named what the user named: those guesses are not called guesses
   */
  public FirstConfig(DataProfile profile, NamedChoices named) {
    RareProfile own = profile.label();
    SplitAdvice split = profile.split();
    if (own == null || split == null) {
      throw new IllegalArgumentException("a config needs a label");
    }
    this.profile = profile;
    this.label = own;
    this.time = profile.guesses().time();
    this.group = profile.guesses().group();
    this.byTime = split.byTime();
    this.named = named;
  }

  /**
   * The choices that the user named.
   *
   * @param positive whether the rare class
   * @param time whether the column that orders the rows
   * @param group whether the column whose equal values belong together
   */
  public record NamedChoices(boolean positive, boolean time, boolean group) {}

  /** Returns how many repeats are advisable: more where rare rows are few. */
  private int repeats() {
    return label.rareUnits() < FEW_UNITS ? 20 : label.rareUnits() < MANY_UNITS ? 10 : 5;
  }

  /**
   * Returns the config as YAML with comments.
   *
   * @param name the run's name
   * @param file the config's file, for the command in it
   */
  public String yaml(String name, String file) {
    List<String> lines = new ArrayList<>();
    lines.add(
        PlainText.of(
            "# A first config for %s: %s rows, %s of them rare. Run it from the same folder:",
            commented(profile.source()),
            ReportNumbers.count(profile.rows()),
            ReportNumbers.count(label.rare())));
    lines.add("#   synth generate --config " + commented(file) + " --dry-run");
    lines.add("#   synth generate --config " + commented(file));
    lines.add("# What was guessed says so. All keys and their defaults: docs/config.md");
    lines.add("name: " + scalar(name));
    lines.add("seed: 42");
    lines.add("");
    lines.add("data:");
    line(lines, "  source: " + scalar(profile.source()), "csv, csv.gz, parquet, json, or a glob");
    line(lines, "  label: " + scalar(label.column()), labelReason());
    line(lines, "  positive: " + scalar(label.positive()), positiveReason());
    roles(lines);
    excluded(lines);
    lines.add("");
    lines.add(splitReason());
    lines.add(
        PlainText.of(
            "split: {method: %s, validation: 0.2, test: 0.2}", byTime ? "time" : "random"));
    lines.add("");
    lines.add("generator:");
    line(lines, "  kind: vae", "or another: docs/generators.md");
    lines.add("");
    line(
        lines, "# rules: [\"amount > 0\"]", "what every synthetic row must satisfy: docs/rules.md");
    lines.add("");
    line(lines, "validation: {preset: standard}", "lenient, standard or strict");
    lines.add("");
    lines.add(
        "# a teacher says how rare each synthetic row is (docs/soft-labels.md); or ratio: 0.1");
    lines.add("augmentation: {labels: soft}");
    lines.add("");
    lines.add("evaluation:");
    line(lines, "  classifiers: [xgboost]", "of several, the first one carries the verdict");
    if (!byTime) { // one window and its refits are what a split by time has
      line(lines, "  repeats: " + repeats(), repeatsReason());
    }
    line(lines, "  effect: 0.01", effectReason());
    return String.join("\n", lines) + "\n";
  }

  /** Returns how far the rare rows carry. */
  public RareProfile.Enough enough() {
    return label.enough();
  }

  /** Returns what was guessed, a sentence each. */
  public List<String> guesses() {
    List<String> says = new ArrayList<>();
    says.add(PlainText.of("label: '%s', %s", label.column(), labelReason()));
    says.add(PlainText.of("positive: '%s', %s", label.positive(), positiveReason()));
    says.add(
        time == null
            ? "time: no column orders the rows"
            : PlainText.of("time: '%s', %s", time, timeReason()));
    says.add(
        group == null
            ? "group: no column names what rows belong to"
            : PlainText.of("group: '%s', %s", group, groupReason()));
    if (group != null) {
      says.add(
          PlainText.of(
              "exclude: '%s', a name and no feature: new ones come that no fitted row had", group));
    }
    says.add("split: " + (byTime ? "by time, since things change over it" : "random"));
    if (!byTime) {
      says.add(PlainText.of("repeats: %d, %s", repeats(), repeatsReason()));
    }
    profile
        .leaks()
        .forEach(
            leak ->
                says.add(
                    PlainText.of(
                        "exclude: '%s' looks like the label in disguise (alone %.2f)",
                        leak.column(), leak.averagePrecision())));
    if (label.enough() == RareProfile.Enough.TOO_FEW) {
      says.add(
          PlainText.of(
              "too few: %s rare rows count, which is too few to show anything by",
              ReportNumbers.count(label.rareUnits())));
    }
    return says;
  }

  private String labelReason() {
    LabelGuess guess = profile.guesses().label();
    return switch (guess == null ? Guesses.Why.NAMED : guess.why()) {
      case NAMED -> "as you said";
      case NAME -> "guessed: its name";
      case LAST -> "guessed: the last column, and the only one with two values";
    };
  }

  private String positiveReason() {
    String count =
        PlainText.of(
            "%s of %s rows", ReportNumbers.count(label.rare()), ReportNumbers.count(label.rows()));
    return (named.positive() ? "as you said: " : "guessed: the rarer value, ") + count;
  }

  private String timeReason() {
    return named.time() ? "as you said" : "guessed: it orders the rows";
  }

  private String groupReason() {
    return named.group() ? "as you said" : "guessed: named like a thing, and its values repeat";
  }

  private void roles(List<String> lines) {
    if (time == null) {
      line(lines, "  # time: COLUMN", "a column that orders the rows, if there is one");
    } else {
      line(lines, "  time: " + scalar(time), timeReason());
    }
    if (group == null) {
      line(
          lines, "  # group: COLUMN", "a card, a customer: its rows stay on one side of the split");
    } else {
      line(lines, "  group: " + scalar(group), groupReason());
    }
  }

  private void excluded(List<String> lines) {
    List<String> names = new ArrayList<>();
    if (group != null) {
      lines.add("  # a name is no feature: new ones come that no fitted row had");
      names.add(group);
    }
    profile.leaks().stream()
        .map(Suspect::column)
        .filter(name -> !name.equals(group))
        .forEach(names::add);
    if (names.isEmpty()) {
      line(lines, "  # exclude: [COLUMN]", "columns that are never modelled and never written");
      return;
    }
    if (names.size() > (group == null ? 0 : 1)) {
      lines.add(
          "  # "
              + (group == null ? "each" : "each further one")
              + " looks like the label in disguise; take it out of the list if it is known");
      lines.add("  # before the label is");
    }
    lines.add(
        names.stream()
            .map(FirstConfig::scalar)
            .collect(Collectors.joining(", ", "  exclude: [", "]")));
  }

  private String splitReason() {
    SplitAdvice split = profile.split();
    if (byTime) {
      return "# by time: things change over it, and the last fifth has "
          + (split == null ? "enough" : ReportNumbers.count(split.lateRare()))
          + " rare rows; random is the other choice";
    }
    return time == null
        ? "# or by time, with data.time: {method: time}"
        : "# by time would be {method: time}; synth profile says what speaks for either";
  }

  private String repeatsReason() {
    return label.rareUnits() < FEW_UNITS
        ? "more than usual, since rare rows are few"
        : label.rareUnits() < MANY_UNITS
            ? "everything is split, refitted and measured anew each time"
            : "fewer than usual, since rare rows are many";
  }

  private String effectReason() {
    int repeats = repeats();
    return profile.foreseen().stream()
        .filter(each -> each.test() == 0.2 && each.repeats() == repeats)
        .findFirst()
        .map(
            each ->
                PlainText.of(
                    "worth having; what can be shown here begins at about %.2f", each.low()))
        .orElse("worth having; what can be shown here cannot be foreseen");
  }

  /** Adds a line with its comment beside it or, where that is too long, above it. */
  private static void line(List<String> lines, String text, String comment) {
    String beside = text + " ".repeat(Math.max(1, KEYS - text.length())) + "# " + comment;
    if (beside.length() <= LINE) {
      lines.add(beside);
    } else {
      String indent = " ".repeat(text.length() - text.stripLeading().length());
      lines.add(indent + "# " + comment);
      lines.add(text);
    }
  }

  /** A text on one line. */
  private static String commented(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  /** Returns a text as YAML reads it back; a whole number stays bare, as people write it. */
  static String scalar(String text) {
    return text.matches("[1-9][0-9]{0,14}|0") ? text : YamlText.of(text);
  }
}
