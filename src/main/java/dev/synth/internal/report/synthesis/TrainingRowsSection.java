package dev.synth.internal.report.synthesis;

import dev.synth.internal.cluster.Segmentation;
import dev.synth.internal.profile.DriftProfile;
import dev.synth.internal.profile.SplitAdvice;
import dev.synth.internal.profile.TrainingProfile;
import dev.synth.internal.report.cluster.SegmentSections;
import dev.synth.internal.report.format.Html;
import dev.synth.internal.report.format.Section;
import dev.synth.internal.report.format.Sections;
import dev.synth.internal.report.profile.LabelSection;
import dev.synth.internal.report.profile.SplitSection;
import dev.synth.internal.report.profile.TimeSection;
import java.util.stream.Collectors;

/**
 * The sentences of a page on the rows that a generator learned from, beside the counts of cells.
 */
final class TrainingRowsSection {
  /** The reason why a page has no patterns. */
  static final String NO_PATTERNS =
      "No patterns: clusters take at least twenty rare training rows, and a column that tells them"
          + " apart.";

  private TrainingRowsSection() {}

  /**
   * Returns labels in doubt, the advisable split and what changes over time.
   *
   * @param isDriftShown whether charts of the page show what changes over time already
   */
  static String of(TrainingProfile profile, boolean isDriftShown) {
    DriftProfile drift = profile.drift();
    return "<h3>Labels in doubt</h3>\n"
        + LabelSection.doubts(profile.label()).stream()
            .map(Html::paragraph)
            .collect(Collectors.joining())
        + "<h3>Advisable split</h3>\n"
        + split(profile)
        + (drift == null || isDriftShown ? "" : time(drift));
  }

  private static String split(TrainingProfile profile) {
    SplitAdvice split = profile.split();
    if (split != null) {
      return Html.list(SplitSection.sentences(split))
          + Html.note("By the training rows alone; synth profile looks at all rows.");
    }
    return Html.paragraph(
        profile.label().rare() == profile.label().rows()
            ? "Which split is advisable shows in rows of both classes alone."
            : "The column that orders the rows is not modelled, so that the training rows lack it;"
                + " synth profile says what changes over it.");
  }

  private static String time(DriftProfile drift) {
    Section section = TimeSection.of(drift, true);
    return "<h3>" + Html.escape(section.title()) + "</h3>\n" + Sections.body(section);
  }

  /** Returns the patterns of the rare rows, and how synthetic rows cover them. */
  static String patterns(Segmentation segments) {
    return new SegmentSections(segments, "").html();
  }
}
