package dev.synth.internal.report.profile;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.profile.ColumnProfile;
import dev.synth.internal.profile.ColumnProfile.NumberFacts;
import dev.synth.internal.profile.DataProfile;
import dev.synth.internal.profile.RareProfile;
import dev.synth.internal.report.format.Percent;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.Section;
import dev.synth.internal.report.format.Section.SectionTable;
import dev.synth.internal.report.format.TextGrid.Alignment;
import dev.synth.internal.report.wording.SuspectSentence;
import dev.synth.internal.report.wording.reading.ColumnPhrase;
import dev.synth.internal.report.wording.reading.ReadingSentence;
import dev.synth.table.reading.ColumnFact;
import dev.synth.table.reading.SourceNote;
import dev.synth.table.reading.TypeNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of a table, a line each, and what is odd about them. */
final class ColumnSections {
  private static final int LONGEST_NAME = 26;

  /** A date such as 2024-01-31 is so long. */
  private static final int DAY = 10;

  private static final int LONGEST_TEXT = 24;
  private static final int NAMED_COLUMNS = 8;
  private static final double SKEWED = 3;
  private static final double NEARLY_CONSTANT = 0.999;
  private static final int MANY_LEVELS = 100;
  private static final double OFTEN_MISSING = 0.3;

  private final DataProfile profile;

  ColumnSections(DataProfile profile) {
    this.profile = profile;
  }

  Section columns() {
    List<String> headers =
        new ArrayList<>(List.of("column", "type", "missing", "different", "values"));
    List<Alignment> sides =
        new ArrayList<>(
            List.of(
                Alignment.LEFT, Alignment.LEFT, Alignment.RIGHT, Alignment.RIGHT, Alignment.LEFT));
    boolean hasLabel = profile.label() != null;
    if (hasLabel) {
      headers.add(4, "alone");
      sides.add(4, Alignment.RIGHT);
    }
    List<List<String>> rows = new ArrayList<>();
    for (ColumnProfile column : profile.columns()) {
      List<String> cells =
          new ArrayList<>(
              List.of(
                  shortened(column.name(), LONGEST_NAME),
                  column.type() + (column.isModelled() || isIdentifier(column) ? "" : ", left out"),
                  column.missing() == 0 ? "" : Percent.of(column.missing(), profile.rows()),
                  ReportNumbers.count(column.distinct()),
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
                ReportNumbers.count(profile.rows()),
                profile.rows() == 1 ? "row" : "rows",
                all,
                all == 1 ? "column" : "columns"),
            List.of(),
            new SectionTable(headers, sides, rows));
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
        : ReportNumbers.significant((double) label.rare() / label.rows());
  }

  /** Returns why a column was read as it was, less what the table says. */
  private static String reasons(ColumnProfile column) {
    return column.reasons().stream()
        .filter(reason -> !isInTheTable(reason))
        .map(ColumnPhrase::of)
        .collect(Collectors.joining("; "));
  }

  private static boolean isInTheTable(ColumnFact fact) {
    return fact instanceof ColumnFact.Levels
        || fact instanceof ColumnFact.Missing
        || fact instanceof ColumnFact.OneValue
        || fact instanceof ColumnFact.WithoutValue
        || fact instanceof ColumnFact.PlainNumbers;
  }

  private static String values(ColumnProfile column) {
    NumberFacts numbers = column.numbers();
    if (numbers != null) {
      return PlainText.of(
          "%s … %s … %s",
          ReportNumbers.significant(numbers.minimum()),
          ReportNumbers.significant(numbers.median()),
          ReportNumbers.significant(numbers.maximum()));
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
        .map(level -> shortened(level.level(), LONGEST_TEXT) + " " + Percent.of(level.rows(), all))
        .collect(Collectors.joining(", "));
  }

  /** Two times, without their time of day where they are of different days. */
  private static String times(String from, String to) {
    boolean areDays =
        from.length() > DAY && to.length() > DAY && !from.regionMatches(0, to, 0, DAY);
    return areDays ? from.substring(0, DAY) + " … " + to.substring(0, DAY) : from + " … " + to;
  }

  Section findings() {
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
    named("Skewed by more than 3 (a long tail)", ColumnSections::isSkewed).forEach(found::add);
    named(
            "More than 100 levels",
            column -> column.type().equals("categorical") && column.distinct() > MANY_LEVELS)
        .forEach(found::add);
    profile.notes().stream()
        .filter(note -> note instanceof TypeNote.Footnotes || note instanceof SourceNote)
        .forEach(note -> found.add(ReadingSentence.of(note) + "."));
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
                : ReportNumbers.count(profile.copies()) + " rows equal",
            Percent.of(profile.copies(), profile.rows()));
    return profile.isDiscrete()
        ? many + "; every column has few values, so that is their nature."
        : many + "; a split keeps equal rows on one side.";
  }

  private static String shortened(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
  }
}
