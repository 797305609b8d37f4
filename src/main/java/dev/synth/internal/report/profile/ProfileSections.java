package dev.synth.internal.report.profile;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.YamlText;
import dev.synth.internal.profile.ColumnProfile;
import dev.synth.internal.profile.ColumnProfile.NumberFacts;
import dev.synth.internal.profile.DataProfile;
import dev.synth.internal.profile.DriftProfile;
import dev.synth.internal.profile.DriftProfile.ColumnDrift;
import dev.synth.internal.profile.Foreseen;
import dev.synth.internal.profile.Guesses;
import dev.synth.internal.profile.RareProfile;
import dev.synth.internal.profile.RareProfile.LabelSuspect;
import dev.synth.internal.profile.SplitAdvice;
import dev.synth.internal.report.chart.Figures;
import dev.synth.internal.report.format.Numbers;
import dev.synth.internal.report.format.Section;
import dev.synth.internal.report.format.Section.Grid;
import dev.synth.internal.report.format.TextGrid.Side;
import dev.synth.internal.report.format.Texts;
import dev.synth.internal.report.wording.SuspectSentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The description of a table, in words and tables. */
final class ProfileSections {
  private static final int LONGEST_NAME = 26;

  /** A date such as 2024-01-31 is so long. */
  private static final int DAY = 10;

  private static final int LONGEST_TEXT = 24;
  private static final int NAMED_SUSPECTS = 10;
  private static final int NAMED_COLUMNS = 8;
  private static final double SKEWED = 3;
  private static final double NEARLY_CONSTANT = 0.999;
  private static final int MANY_LEVELS = 100;
  private static final double OFTEN_MISSING = 0.3;

  private final DataProfile profile;

  ProfileSections(DataProfile profile) {
    this.profile = profile;
  }

  List<Section> all() {
    List<Section> sections = new ArrayList<>();
    sections.add(columns());
    sections.add(findings());
    RareProfile label = profile.label();
    if (label == null) {
      sections.add(new Section("Label", List.of(noLabel())));
    } else {
      sections.add(label(label));
    }
    DriftProfile drift = profile.drift();
    if (drift != null) {
      sections.add(drift(drift));
    }
    SplitAdvice split = profile.split();
    if (split != null) {
      sections.add(new Section("Advisable split", split(split)));
    }
    if (label != null) {
      sections.add(foreseen(label));
    }
    return sections;
  }

  private static String percent(double part, double all) {
    if (all == 0 || part == 0) {
      return "0 %";
    }
    double percent = 100 * part / all;
    return String.format(
            Locale.ROOT, percent < 0.1 ? "%.3f" : percent < 10 ? "%.1f" : "%.0f", percent)
        + " %";
  }

  private static String shortened(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
  }

  // ---- Columns ---------------------------------------------------------------------------------

  private Section columns() {
    List<String> headers =
        new ArrayList<>(List.of("column", "type", "missing", "different", "values"));
    List<Side> sides =
        new ArrayList<>(List.of(Side.LEFT, Side.LEFT, Side.RIGHT, Side.RIGHT, Side.LEFT));
    boolean hasLabel = profile.label() != null;
    if (hasLabel) {
      headers.add(4, "alone");
      sides.add(4, Side.RIGHT);
    }
    List<List<String>> rows = new ArrayList<>();
    for (ColumnProfile column : profile.columns()) {
      List<String> cells =
          new ArrayList<>(
              List.of(
                  shortened(column.name(), LONGEST_NAME),
                  column.type() + (column.isModelled() || isIdentifier(column) ? "" : ", left out"),
                  column.missing() == 0 ? "" : percent(column.missing(), profile.rows()),
                  Numbers.count(column.distinct()),
                  values(column)));
      if (hasLabel) {
        Double alone = column.alone();
        cells.add(4, alone == null ? "" : String.format(Locale.ROOT, "%.2f", alone));
      }
      rows.add(cells);
    }
    int all = profile.columns().size() + (hasLabel ? 1 : 0);
    Section section =
        new Section(
            PlainText.of(
                "%s: %s %s, %d %s",
                profile.source(),
                Numbers.count(profile.rows()),
                profile.rows() == 1 ? "row" : "rows",
                all,
                all == 1 ? "column" : "columns"),
            List.of(),
            new Grid(headers, sides, rows));
    List<String> after = new ArrayList<>();
    if (hasLabel) {
      after.add(
          PlainText.of(
              "alone: the average precision that a column reaches by itself; guessing has %s.",
              share()));
    }
    profile.columns().stream()
        .filter(column -> !reasons(column).isEmpty())
        .forEach(
            column ->
                after.add(
                    PlainText.of(
                        "'%s' is read as %s: %s.", column.name(), column.type(), reasons(column))));
    return section.followedBy(after);
  }

  private static boolean isIdentifier(ColumnProfile column) {
    return column.type().equals("identifier");
  }

  private String share() {
    RareProfile label = profile.label();
    return label == null || label.rows() == 0
        ? "0"
        : Numbers.significant((double) label.rare() / label.rows());
  }

  /** Returns why a column was read as it was, less what the table says. */
  private static String reasons(ColumnProfile column) {
    return column.reasons().stream()
        .filter(
            reason ->
                !reason.matches(
                    "[\\d,]+ levels?|\\d+ missing|one value only|without any value|plain numbers"))
        .collect(Collectors.joining("; "));
  }

  private static String values(ColumnProfile column) {
    NumberFacts numbers = column.numbers();
    if (numbers != null) {
      return PlainText.of(
          "%s … %s … %s",
          Numbers.significant(numbers.minimum()),
          Numbers.significant(numbers.median()),
          Numbers.significant(numbers.maximum()));
    }
    if (column.from() != null) {
      return times(column.from(), String.valueOf(column.to()));
    }
    int present = column.levels().stream().mapToInt(ColumnProfile.LevelShare::rows).sum();
    double all =
        column.mostFrequent() == 0 || present == 0
            ? 1
            : column.levels().getFirst().rows() / column.mostFrequent();
    return column.levels().stream()
        .limit(2)
        .map(level -> shortened(level.level(), LONGEST_TEXT) + " " + percent(level.rows(), all))
        .collect(Collectors.joining(", "));
  }

  /** Two times, without their time of day where they are of different days. */
  private static String times(String from, String to) {
    boolean areDays =
        from.length() > DAY && to.length() > DAY && !from.regionMatches(0, to, 0, DAY);
    return areDays ? from.substring(0, DAY) + " … " + to.substring(0, DAY) : from + " … " + to;
  }

  // ---- Findings --------------------------------------------------------------------------------

  private Section findings() {
    List<String> found = new ArrayList<>();
    found.add(copies());
    named("Without any value", column -> column.hasNoValue()).forEach(found::add);
    named("With one value only", column -> column.hasOneValue()).forEach(found::add);
    named(
            "With one value in at least 99.9 % of the rows",
            column -> column.distinct() > 1 && column.mostFrequent() >= NEARLY_CONSTANT)
        .forEach(found::add);
    named(
            "More than 30 % missing",
            column ->
                !column.hasNoValue()
                    && column.missing() > OFTEN_MISSING * Math.max(1, profile.rows()))
        .forEach(found::add);
    named("Skewed by more than 3 (a long tail)", ProfileSections::isSkewed).forEach(found::add);
    named(
            "More than 100 levels",
            column -> column.type().equals("categorical") && column.distinct() > MANY_LEVELS)
        .forEach(found::add);
    profile.leaks().forEach(leak -> found.add("Leak? " + SuspectSentence.of(leak) + "."));
    if (profile.label() != null && profile.leaks().isEmpty()) {
      found.add("No column looks like the label in disguise.");
    }
    return new Section("Findings", found);
  }

  private static boolean isSkewed(ColumnProfile column) {
    NumberFacts numbers = column.numbers();
    Double skew = numbers == null ? null : numbers.skew();
    return skew != null && Math.abs(skew) > SKEWED;
  }

  private Stream<String> named(String what, Predicate<ColumnProfile> which) {
    List<String> names =
        profile.columns().stream()
            .filter(column -> column.isModelled() && which.test(column))
            .map(column -> "'" + column.name() + "'")
            .toList();
    if (names.isEmpty()) {
      return Stream.of();
    }
    int more = names.size() - NAMED_COLUMNS;
    String listed = String.join(", ", names.subList(0, Math.min(NAMED_COLUMNS, names.size())));
    return Stream.of(what + ": " + listed + (more > 0 ? " and " + more + " more." : "."));
  }

  private String copies() {
    if (profile.copies() == 0) {
      return "No two rows are equal.";
    }
    String many =
        PlainText.of(
            "%s an earlier one (%s), identifiers left aside",
            profile.copies() == 1
                ? "One row equals"
                : Numbers.count(profile.copies()) + " rows equal",
            percent(profile.copies(), profile.rows()));
    return profile.isDiscrete()
        ? many + "; every column has few values, so that is their nature."
        : many + "; a split keeps equal rows on one side.";
  }

  // ---- Label -----------------------------------------------------------------------------------

  private String noLabel() {
    Guesses.LabelGuess guess = profile.guesses().label();
    return guess == null
        ? "No column was named as the label, and none looks like one. With a label the profile also"
            + " says whether there are enough rare rows, what may leak, and what could be shown."
        : PlainText.of("'%s' looks like a label.", guess.column());
  }

  private Section label(RareProfile label) {
    List<String> says = new ArrayList<>();
    says.add(
        PlainText.of(
            "%s of %s rows have '%s' in '%s': %s, one in %s. The other class is '%s'.",
            Numbers.count(label.rare()),
            Numbers.count(label.rows()),
            label.positive(),
            label.column(),
            percent(label.rare(), label.rows()),
            label.rare() == 0 ? Numbers.NONE : Numbers.count((double) label.rows() / label.rare()),
            label.negative()));
    guessed().forEach(says::add);
    says.add(enough(label));
    if (label.contradictions() > 0) {
      says.add(
          PlainText.of(
              "%s a row of the other class in all that is modelled: one of the two labels is wrong,"
                  + " or a column that tells them apart is missing.",
              label.contradictions() == 1
                  ? "One row equals"
                  : Numbers.count(label.contradictions()) + " rows equal"));
    }
    if (label.lookedAt() > 0) {
      says.add(
          PlainText.of(
              "%s of %s rare rows that were looked at have no other rare row among their ten"
                  + " nearest neighbours; the more, the harder it is to learn from them.",
              Numbers.count(label.alone()), Numbers.count(label.lookedAt())));
      says.add(suspects(label.suspects()));
    }
    return new Section("Label", says);
  }

  private Stream<String> guessed() {
    Guesses.LabelGuess guess = profile.guesses().label();
    if (guess == null) {
      return Stream.of();
    }
    return switch (guess.why()) {
      case NAMED -> Stream.of();
      case NAME ->
          Stream.of(
              PlainText.of(
                  "Nobody named the label: '%s' was taken for its name, and '%s' as the rarer"
                      + " value.",
                  guess.column(), guess.positive()));
      case LAST ->
          Stream.of(
              PlainText.of(
                  "Nobody named the label: '%s' is the last column and the only one with two"
                      + " values, and '%s' the rarer one.",
                  guess.column(), guess.positive()));
    };
  }

  private static String enough(RareProfile label) {
    String units =
        label.rareUnits() == label.rare()
            ? PlainText.of("%s rare rows", Numbers.count(label.rare()))
            : PlainText.of(
                "%s rare rows, which count as %s (equal rows, or rows of one group, count once)",
                Numbers.count(label.rare()), Numbers.count(label.rareUnits()));
    return switch (label.enough()) {
      case TOO_FEW ->
          "Enough? No: "
              + units
              + ". A test part would have a handful; more real rare rows help more than any"
              + " synthetic ones.";
      case FEW ->
          "Enough? Hardly: "
              + units
              + ". A generator can learn from them, but only large effects can be shown.";
      case SOME -> "Enough? Yes, for middling effects: " + units + ".";
      case PLENTY ->
          "Enough? Yes: "
              + units
              + ". With so many, a strong booster gains little from synthetic rows as a rule.";
    };
  }

  private static String suspects(List<LabelSuspect> suspects) {
    if (suspects.isEmpty()) {
      return "No normal row lies among rare ones as if its label were wrong.";
    }
    String rows =
        suspects.stream()
            .limit(NAMED_SUSPECTS)
            .map(suspect -> Numbers.count(suspect.row()))
            .collect(Collectors.joining("; "));
    return PlainText.of(
        "Label suspects: %s of which at least eight of ten nearest neighbours are rare. Look at %s"
            + " %s%s (counted from 1 below the header).",
        suspects.size() == 1 ? "one normal row" : suspects.size() + " normal rows",
        suspects.size() == 1 ? "row" : "rows",
        rows,
        suspects.size() > NAMED_SUSPECTS ? " and others" : "");
  }

  // ---- Time and split --------------------------------------------------------------------------

  private Section drift(DriftProfile drift) {
    boolean hasLabel = profile.label() != null;
    List<String> headers = new ArrayList<>(List.of("from", "rows"));
    List<Side> sides = new ArrayList<>(List.of(Side.LEFT, Side.RIGHT));
    if (hasLabel) {
      headers.addAll(List.of("rare", "share"));
      sides.addAll(List.of(Side.RIGHT, Side.RIGHT));
    }
    List<List<String>> rows = new ArrayList<>();
    for (DriftProfile.Stretch stretch : drift.stretches()) {
      List<String> cells = new ArrayList<>(List.of(stretch.from(), Numbers.count(stretch.rows())));
      if (hasLabel) {
        cells.add(Numbers.count(stretch.rare()));
        cells.add(percent(stretch.rare(), stretch.rows()));
      }
      rows.add(cells);
    }
    List<String> changes = new ArrayList<>();
    Double change = drift.rateChange();
    if (change != null) {
      changes.add(
          drift.rateChanges()
              ? PlainText.of(
                  "The share of rare rows %s: the halves differ by %.1f standard errors.",
                  change > 0 ? "rises" : "falls", Math.abs(change))
              : "The share of rare rows of the halves differs by no more than chance.");
    }
    if (drift.columns().isEmpty()) {
      changes.add("No column's later half differs from the earlier one by 0.1 or more.");
    } else {
      drift.columns().forEach(column -> changes.add(change(column)));
    }
    return new Section(
            PlainText.of("Over time: '%s' from %s to %s", drift.column(), drift.from(), drift.to()),
            List.of(),
            new Grid(headers, sides, rows))
        .followedBy(changes)
        .drawn(hasLabel ? Figures.of(ProfileCharts.rareShares(drift)) : "");
  }

  private static String change(ColumnDrift drift) {
    return drift.level() == null
        ? PlainText.of(
            "'%s' drifts: median %s in the earlier half, %s in the later one (distance %.2f).",
            drift.column(),
            Numbers.significant(drift.early()),
            Numbers.significant(drift.late()),
            drift.distance())
        : PlainText.of(
            "'%s' drifts: '%s' in %s of the earlier half, %s of the later one (distance %.2f).",
            drift.column(),
            drift.level(),
            percent(drift.early(), 1),
            percent(drift.late(), 1),
            drift.distance());
  }

  private static List<String> split(SplitAdvice split) {
    List<String> says = new ArrayList<>();
    String grouped =
        split.group() == null ? "" : PlainText.of(", group: %s", YamlText.of(split.group()));
    boolean groups = split.reasons().contains(SplitAdvice.Reason.GROUPED);
    if (split.byTime()) {
      says.add(
          PlainText.of(
              "split: {method: time}, with data: {time: %s%s}",
              YamlText.of(Objects.requireNonNull(split.time())), groups ? grouped : ""));
    } else {
      says.add(
          groups
              ? PlainText.of(
                  "split: {method: random}, with data: {group: %s}",
                  YamlText.of(Objects.requireNonNull(split.group())))
              : "split: {method: random}, the default");
    }
    for (SplitAdvice.Reason reason : split.reasons()) {
      says.add(Texts.sentenceCase(why(reason, split)));
    }
    return says;
  }

  private static String why(SplitAdvice.Reason reason, SplitAdvice split) {
    return switch (reason) {
      case DRIFT ->
          "things change over time, so a random split looks better than the future will be.";
      case NO_DRIFT ->
          PlainText.of(
              "nothing changes over '%s' by more than chance; a split by time would cost test rows"
                  + " and show little more.",
              split.time());
      case FEW_LATE ->
          PlainText.of(
              "the last fifth of the time has %d rare rows, and a verdict by time takes %d: too"
                  + " few.",
              split.lateRare(), SplitAdvice.FEWEST_LATE);
      case NO_TIME -> "no column orders the rows in time; if one does, name it as the time.";
      case GROUPED ->
          PlainText.of(
              "rare rows come in %s groups of '%s': unless a group stays on one side, a random"
                  + " split has neighbours on both sides and looks too good.",
              Numbers.count(split.groups()), split.group());
      case UNGROUPED ->
          PlainText.of(
              "rare rows hardly share a '%s', so it need not be kept together.", split.group());
      case NO_GROUP ->
          "no column names what rows belong to (a card, a customer); if one does, name it as the"
              + " group.";
    };
  }

  // ---- What could be shown ---------------------------------------------------------------------

  private Section foreseen(RareProfile label) {
    if (profile.foreseen().isEmpty()) {
      return new Section(
          "What effect these data could show at all",
          List.of(
              PlainText.of(
                  "With %d different rare rows no honest interval can be foreseen.",
                  label.rareUnits())));
    }
    List<List<String>> rows = new ArrayList<>();
    for (Foreseen foreseen : profile.foreseen()) {
      rows.add(
          List.of(
              PlainText.of("%.1f", foreseen.test()),
              Numbers.count(foreseen.testRare()),
              Numbers.count(foreseen.repeats()),
              Numbers.plain(foreseen.low()),
              Numbers.plain(foreseen.high())));
    }
    return new Section(
            "What effect these data could show at all",
            List.of(
                "The smallest change in average precision that is found in four of five"
                    + " experiments, of one arm against none, in random splits:"),
            new Grid(
                List.of("test share", "rare test rows", "repeats", "at best", "as a rule"),
                List.of(Side.LEFT, Side.RIGHT, Side.RIGHT, Side.RIGHT, Side.RIGHT),
                rows))
        .followedBy(
            List.of(
                "More repeats test rows that were not tested before, and then help no more."
                    + " Assumed: what one rare row (or group) adds to the difference has a"
                    + " deviation of 0.1 (at best) or 0.2 (as a rule), and refits spread as in"
                    + " synth's own first run; a run measures both. docs/verdict.md has the test."
                    + " Several arms need a somewhat larger effect."))
        .drawn(Figures.of(ProfileCharts.foreseen(profile.foreseen())));
  }
}
