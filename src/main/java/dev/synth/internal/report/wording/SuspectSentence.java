package dev.synth.internal.report.wording;

import dev.synth.internal.profile.Suspect;
import java.util.Locale;

/** The sentence that tells the user of a column that looks like the label. */
public final class SuspectSentence {
  private SuspectSentence() {}

  /** Returns a sentence that names the column, its figure and the remedy. */
  public static String of(Suspect suspect) {
    return String.format(
        Locale.ROOT,
        "'%s' looks like the label in disguise: alone it ranks the rare rows with an average"
            + " precision of %.3f; exclude it unless it is known before the label is",
        suspect.column(),
        suspect.averagePrecision());
  }
}
