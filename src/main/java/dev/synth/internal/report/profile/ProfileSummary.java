package dev.synth.internal.report.profile;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.profile.DataProfile;
import dev.synth.internal.profile.DriftProfile;
import dev.synth.internal.profile.Foreseen;
import dev.synth.internal.profile.RareProfile;
import dev.synth.internal.profile.RareProfile.Enough;
import dev.synth.internal.profile.SplitAdvice;
import dev.synth.internal.profile.Suspect;
import dev.synth.internal.report.format.Html;
import dev.synth.internal.report.format.Percent;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.Section;
import dev.synth.internal.report.page.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A profile for somebody who has a minute: whether the rare rows suffice, which effect they could
 * show, which columns to look at, and what to do. It is the top of the page and the end of the
 * text.
 */
final class ProfileSummary {
  private static final int NAMED_LEAKS = 3;
  private static final int NAMED_COLUMNS = 2;

  private final DataProfile profile;

  ProfileSummary(DataProfile profile) {
    this.profile = profile;
  }

  /** Returns the last section of the text, where a terminal shows it. */
  Section inShort() {
    List<String> says = new ArrayList<>(List.of(word() + "."));
    says.addAll(sentences());
    return new Section("In short", says);
  }

  /** Returns a banner and a tile for each answer. */
  String html() {
    return Page.banner(
            tone(), word(), sentences().stream().map(Html::paragraph).collect(Collectors.joining()))
        + "<div class=\"tiles\">\n"
        + tiles()
        + "</div>\n";
  }

  // ---- Words -----------------------------------------------------------------------------------

  private String word() {
    RareProfile label = profile.label();
    if (label == null) {
      return "No label is known";
    }
    if (label.enough() != Enough.TOO_FEW && !profile.leaks().isEmpty()) {
      return profile.leaks().size() == 1
          ? "Look at one column first"
          : PlainText.of("Look at %d columns first", profile.leaks().size());
    }
    return switch (label.enough()) {
      case TOO_FEW -> "Too few rare rows";
      case FEW -> "Few rare rows: large effects only";
      case SOME -> "Enough rare rows for middling effects";
      case PLENTY -> "Enough rare rows";
    };
  }

  private String tone() {
    RareProfile label = profile.label();
    if (label == null) {
      return "even";
    }
    if (label.enough() == Enough.TOO_FEW) {
      return "bad";
    }
    return label.enough() == Enough.FEW || !profile.leaks().isEmpty() ? "open" : "good";
  }

  private List<String> sentences() {
    RareProfile label = profile.label();
    if (label == null) {
      return List.of(
          "Without a label nothing can be said of rare rows, of leaks, or of what the data could"
              + " show.",
          "What to do: name the label, or look for patterns among all rows.");
    }
    List<String> says = new ArrayList<>();
    says.add(rarity(label));
    if (!profile.leaks().isEmpty()) {
      says.add(
          PlainText.of(
              "%s like the label in disguise: %s. What is known only after the label is must be"
                  + " excluded, or all figures are too good.",
              profile.leaks().size() == 1 ? "One column looks" : "Some columns look", leaks()));
    }
    says.add(
        label.enough() == Enough.TOO_FEW
            ? "What to do: get more real rare rows, which help more than any synthetic ones."
            : "What to do: let synth init write a config with these choices.");
    return says;
  }

  private String rarity(RareProfile label) {
    String rows =
        PlainText.of(
            "%s of %s rows %s rare%s",
            ReportNumbers.count(label.rare()),
            ReportNumbers.count(label.rows()),
            label.rare() == 1 ? "is" : "are",
            label.rareUnits() == label.rare()
                ? ""
                : PlainText.of(", and count as %s", ReportNumbers.count(label.rareUnits())));
    return smallest()
        .map(
            effect ->
                PlainText.of(
                    "%s; a change in average precision below %s, or %s at best, is missed more than"
                        + " one time in five, even by %s repeats that test %d %% of the rows.",
                    rows,
                    ReportNumbers.plain(effect.high()),
                    ReportNumbers.plain(effect.low()),
                    ReportNumbers.count(effect.repeats()),
                    Math.round(100 * effect.test())))
        .orElse(
            rows
                + (label.rare() == 1 ? "; what it" : "; what they")
                + " could show cannot be foreseen.");
  }

  private Optional<Foreseen> smallest() {
    return profile.foreseen().stream().min(Comparator.comparingDouble(Foreseen::high));
  }

  private String leaks() {
    List<Suspect> leaks = profile.leaks();
    int more = leaks.size() - NAMED_LEAKS;
    return leaks.stream()
            .limit(NAMED_LEAKS)
            .map(leak -> "'" + leak.column() + "'")
            .collect(Collectors.joining(", "))
        + (more > 0 ? PlainText.of(" and %d more", more) : "");
  }

  // ---- Tiles -----------------------------------------------------------------------------------

  private String tiles() {
    RareProfile label = profile.label();
    return size() + (label == null ? "" : rare(label) + effect() + leakTile()) + time() + split();
  }

  private String size() {
    int columns = profile.columns().size() + (profile.label() == null ? 0 : 1);
    return Html.tile(
        "",
        "Rows",
        ReportNumbers.count(profile.rows()),
        PlainText.of(
            "%d %s; %s",
            columns,
            columns == 1 ? "column" : "columns",
            profile.copies() == 0
                ? "no two rows are equal"
                : PlainText.of("%s equal rows", Percent.of(profile.copies(), profile.rows()))));
  }

  private static String rare(RareProfile label) {
    return Html.tile(
        label.enough() == Enough.TOO_FEW ? "bad" : "",
        "Rare rows",
        ReportNumbers.count(label.rare()),
        Percent.of(label.rare(), label.rows())
            + (label.rareUnits() == label.rare()
                ? ""
                : PlainText.of("; they count as %s", ReportNumbers.count(label.rareUnits()))));
  }

  private String effect() {
    return smallest()
        .map(
            effect ->
                Html.tile(
                    "",
                    "Smallest effect",
                    ReportNumbers.plain(effect.high()),
                    PlainText.of(
                        "in average precision that %s repeats could show; %s at best",
                        ReportNumbers.count(effect.repeats()), ReportNumbers.plain(effect.low()))))
        .orElse("");
  }

  private String leakTile() {
    int leaks = profile.leaks().size();
    return Html.tile(
        leaks == 0 ? "" : "bad",
        "Leaks suspected",
        leaks == 0 ? "None" : String.valueOf(leaks),
        leaks == 0 ? "no column looks like the label" : leaks());
  }

  private String time() {
    DriftProfile drift = profile.drift();
    if (drift == null) {
      return Html.tile("", "Over time", "Not known", "no column orders the rows");
    }
    List<String> changes = new ArrayList<>();
    if (drift.rateChanges()) {
      changes.add("the share of rare rows");
    }
    drift.columns().stream()
        .limit(NAMED_COLUMNS)
        .forEach(column -> changes.add("'" + column.column() + "'"));
    int more = drift.columns().size() - NAMED_COLUMNS;
    return Html.tile(
        "",
        "Over time",
        drift.changes() ? "Changes" : "No change",
        drift.changes()
            ? String.join(", ", changes) + (more > 0 ? PlainText.of(" and %d more", more) : "")
            : "none beyond chance");
  }

  private String split() {
    SplitAdvice split = profile.split();
    if (split == null) {
      return "";
    }
    boolean grouped = split.reasons().contains(SplitAdvice.Reason.GROUPED);
    return Html.tile(
        "",
        "Advisable split",
        split.byTime() ? "By time" : "Random",
        grouped ? PlainText.of("rows of one '%s' together", split.group()) : "no groups to keep");
  }
}
