package dev.synth.internal.evaluate;

import dev.synth.split.RareRows;
import java.util.List;

/**
 * The settings of a classifier in one repeat, chosen by cross-validation inside its training rows.
 *
 * @param repeat which repeat, from 1
 * @param rareRows how many real rare rows the training rows kept
 * @param classifier the classifier's name
 * @param settings what all arms of the repeat have, or the rival {@code tuned} alone
 * @param tried what was tried, the default first; empty where there were too few rare rows to try
 * @param ofRival whether the rival alone has the settings
 */
public record Tuned(
    int repeat,
    RareRows rareRows,
    String classifier,
    String settings,
    List<Tried> tried,
    boolean ofRival) {
  public Tuned {
    tried = List.copyOf(tried);
  }

  /** Settings that all arms of the repeat have. */
  public Tuned(
      int repeat, RareRows rareRows, String classifier, String settings, List<Tried> tried) {
    this(repeat, rareRows, classifier, settings, tried, false);
  }

  /**
   * One candidate.
   *
   * @param settings in a few words
   * @param averagePrecision mean over the folds
   */
  public record Tried(String settings, double averagePrecision) {}
}
