package dev.synth.internal.report.profile;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.profile.DataProfile;
import dev.synth.internal.profile.Guesses;
import dev.synth.internal.profile.RareProfile;
import dev.synth.internal.profile.RareProfile.LabelSuspect;
import dev.synth.internal.report.format.Percent;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The label: how many rare rows there are, whether they are enough, and labels in doubt. */
public final class LabelSection {
  private static final int NAMED_SUSPECTS = 10;

  private static final String NO_SUSPECT =
      "No normal row lies among rare ones as if its label were wrong.";

  private final Guesses guesses;

  private LabelSection(Guesses guesses) {
    this.guesses = guesses;
  }

  /** Returns the section; where no label is known, what that means. */
  public static Section of(DataProfile profile) {
    LabelSection section = new LabelSection(profile.guesses());
    RareProfile label = profile.label();
    return label == null ? section.without() : section.with(label);
  }

  private Section without() {
    Guesses.LabelGuess guess = guesses.label();
    String words =
        guess == null
            ? "No column was named as the label, and none looks like one. With a label the profile"
                + " also says whether there are enough rare rows, what may leak, and what could"
                + " be shown."
            : PlainText.of("'%s' looks like a label.", guess.column());
    return new Section("Label", List.of(words));
  }

  private Section with(RareProfile label) {
    List<String> says = new ArrayList<>();
    says.add(
        PlainText.of(
            "%s of %s rows %s '%s' in '%s': %s, one in %s. The other class is '%s'.",
            ReportNumbers.count(label.rare()),
            ReportNumbers.count(label.rows()),
            label.rare() == 1 ? "has" : "have",
            label.positive(),
            label.column(),
            Percent.of(label.rare(), label.rows()),
            label.rare() == 0
                ? ReportNumbers.NONE
                : ReportNumbers.count((double) label.rows() / label.rare()),
            label.negative()));
    guessed().forEach(says::add);
    says.add(enough(label));
    if (label.contradictions() > 0) {
      says.add(contradictions(label));
    }
    if (label.lookedAt() > 0) {
      says.add(alone(label));
      says.add(suspects(label.suspects()));
    }
    return new Section("Label", says);
  }

  private static String contradictions(RareProfile label) {
    return PlainText.of(
        "%s a row of the other class in all that is modelled: one of the two labels is wrong, or a"
            + " column that tells them apart is missing.",
        label.contradictions() == 1
            ? "One row equals"
            : ReportNumbers.count(label.contradictions()) + " rows equal");
  }

  private static String alone(RareProfile label) {
    return PlainText.of(
        "%s of %s rare rows that were looked at have no other rare row among their ten nearest"
            + " neighbours; the more, the harder it is to learn from them.",
        ReportNumbers.count(label.alone()), ReportNumbers.count(label.lookedAt()));
  }

  /** Returns what is in doubt about the labels of training rows, whose places tell nobody much. */
  public static List<String> doubts(RareProfile label) {
    List<String> says = new ArrayList<>();
    if (label.contradictions() > 0) {
      says.add(contradictions(label));
    }
    if (label.rare() == label.rows()) {
      says.add("All of these rows are rare; a label is in doubt beside the other class alone.");
      return says;
    }
    if (label.lookedAt() == 0) {
      says.add("Rare rows are too few to look for labels in doubt among their neighbours.");
      return says;
    }
    says.add(alone(label));
    int suspects = label.suspects().size();
    says.add(
        suspects == 0
            ? NO_SUSPECT
            : PlainText.of(
                "Label suspects: %s of which at least eight of ten nearest neighbours are rare;"
                    + " synth profile on the data names such rows.",
                suspects == 1 ? "one normal row" : suspects + " normal rows"));
    return says;
  }

  private Stream<String> guessed() {
    Guesses.LabelGuess guess = guesses.label();
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
            ? label.rare() == 1
                ? "1 rare row"
                : PlainText.of("%s rare rows", ReportNumbers.count(label.rare()))
            : PlainText.of(
                "%s rare rows, which count as %s (equal rows, or rows of one group, count once)",
                ReportNumbers.count(label.rare()), ReportNumbers.count(label.rareUnits()));
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
      return NO_SUSPECT;
    }
    String rows =
        suspects.stream()
            .limit(NAMED_SUSPECTS)
            .map(suspect -> ReportNumbers.count(suspect.row()))
            .collect(Collectors.joining("; "));
    return PlainText.of(
        "Label suspects: %s of which at least eight of ten nearest neighbours are rare. Look at %s"
            + " %s%s (counted from 1 below the header).",
        suspects.size() == 1 ? "one normal row" : suspects.size() + " normal rows",
        suspects.size() == 1 ? "row" : "rows",
        rows,
        suspects.size() > NAMED_SUSPECTS ? " and others" : "");
  }
}
