package dev.synth.internal.report.profile;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.profile.DataProfile;
import dev.synth.internal.profile.DriftProfile;
import dev.synth.internal.profile.Foreseen;
import dev.synth.internal.profile.RareProfile;
import dev.synth.internal.profile.SplitAdvice;
import dev.synth.internal.report.chart.ChartHtml;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.Section;
import dev.synth.internal.report.format.Section.SectionTable;
import dev.synth.internal.report.format.TextGrid.Alignment;
import java.util.ArrayList;
import java.util.List;

/** The description of a table, in words and tables. */
final class ProfileSections {
  private final DataProfile profile;

  ProfileSections(DataProfile profile) {
    this.profile = profile;
  }

  List<Section> all() {
    List<Section> sections = new ArrayList<>();
    ColumnSections columns = new ColumnSections(profile);
    sections.add(columns.columns());
    sections.add(columns.findings());
    sections.add(LabelSection.of(profile));
    RareProfile label = profile.label();
    DriftProfile drift = profile.drift();
    if (drift != null) {
      sections.add(TimeSection.of(drift, label != null));
    }
    SplitAdvice split = profile.split();
    if (split != null) {
      sections.add(SplitSection.of(split));
    }
    if (label != null) {
      sections.add(foreseen(label));
    }
    return sections;
  }

  /** Returns the sections of a page, whose top says what the table is called and how large. */
  List<Section> ofPage() {
    List<Section> sections = new ArrayList<>(all());
    Section columns = sections.getFirst();
    sections.set(
        0,
        new Section(
            "Columns", columns.sentences(), columns.grid(), columns.after(), columns.chartHtml()));
    return sections;
  }

  private Section foreseen(RareProfile label) {
    if (profile.foreseen().isEmpty()) {
      return new Section(
          "What effect these data could show at all",
          List.of(
              PlainText.of(
                  "With %s no honest interval can be foreseen.",
                  label.rareUnits() == 1
                      ? "one rare row"
                      : label.rareUnits() + " different rare rows")));
    }
    List<List<String>> rows = new ArrayList<>();
    for (Foreseen foreseen : profile.foreseen()) {
      rows.add(
          List.of(
              PlainText.of("%.1f", foreseen.test()),
              ReportNumbers.count(foreseen.testRare()),
              ReportNumbers.count(foreseen.repeats()),
              ReportNumbers.plain(foreseen.low()),
              ReportNumbers.plain(foreseen.high())));
    }
    return new Section(
            "What effect these data could show at all",
            List.of(
                "The smallest change in average precision that is found in four of five"
                    + " experiments, of one arm against none, in random splits:"),
            new SectionTable(
                List.of("test share", "rare test rows", "repeats", "at best", "as a rule"),
                List.of(
                    Alignment.LEFT,
                    Alignment.RIGHT,
                    Alignment.RIGHT,
                    Alignment.RIGHT,
                    Alignment.RIGHT),
                rows))
        .followedBy(
            List.of(
                "More repeats test rows that were not tested before, and then help no more."
                    + " Assumed: what one rare row (or group) adds to the difference has a"
                    + " deviation of 0.1 (at best) or 0.2 (as a rule), and refits spread as in"
                    + " synth's own first run; a run measures both. docs/verdict.md has the test."
                    + " Several arms need a somewhat larger effect."))
        .charted(ChartHtml.of(ProfileCharts.foreseen(profile.foreseen())));
  }
}
