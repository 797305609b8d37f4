package dev.synth.internal.report.look;

import dev.synth.internal.cluster.Segmentation;
import dev.synth.internal.profile.SplitAdvice;
import dev.synth.internal.profile.TrainingProfile;
import dev.synth.internal.report.format.Html;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sentences of a run's page on its training rows, beside the counts of their cells. */
public final class TrainingLook {
  private TrainingLook() {}

  /** Returns the labels in doubt and the advisable split. */
  public static String of(TrainingProfile profile) {
    return "<h3>Labels in doubt</h3>\n"
        + LabelSection.doubts(profile.label()).stream()
            .map(Html::paragraph)
            .collect(Collectors.joining())
        + "<h3>Advisable split</h3>\n"
        + split(profile.split());
  }

  private static String split(@Nullable SplitAdvice split) {
    return split == null
        ? Html.paragraph(
            "The column that orders the rows is not modelled, so that the training rows lack it;"
                + " synth profile says what changes over it.")
        : Html.list(SplitSection.sentences(split))
            + Html.note("By the training rows alone; synth profile looks at all rows.");
  }

  /** Returns the patterns of the rare rows, and how synthetic rows cover them. */
  public static String patterns(Segmentation segments) {
    return new SegmentSections(segments, "").html();
  }
}
