package dev.synth.internal.report.wording;

import dev.synth.internal.classify.ensemble.Taught;
import java.util.Locale;

/** The sentence about a teacher that labels synthetic rows. */
public final class TeacherSentence {
  private TeacherSentence() {}

  /** Returns how a teacher did, in one sentence. */
  public static String of(Taught taught) {
    Double own = taught.averagePrecision();
    Double student = taught.studentAveragePrecision();
    if (own == null || student == null) {
      return "too few rare training rows to judge a teacher by, so no synthetic row joins them";
    }
    String figures =
        String.format(
            Locale.ROOT,
            "average precision of the teacher in folds of the training rows %.3f, of %s %.3f",
            own,
            taught.student(),
            student);
    if (!taught.used()) {
      return figures + ", so no synthetic row joins them";
    }
    return own > student ? figures : figures + ", no more than a standard error behind";
  }
}
