package dev.synth.internal.report.wording;

import dev.synth.compare.Untested;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.wording.metric.UnmeasuredWords;
import dev.synth.split.TestBlocks;
import java.util.Locale;

/** A few words on why a figure of a comparison has no interval, or is not known. */
public final class UntestedWords {
  private UntestedWords() {}

  /** Returns the words, without a capital letter and a full stop. */
  public static String of(Untested why) {
    return switch (why) {
      case Untested.NotMeasured figure -> UnmeasuredWords.of(figure.skipped());
      case Untested.OneRepeat one ->
          "one repeat is descriptive only: what chance does shows from two repeats on";
      case Untested.NoVariation none ->
          PlainText.of(
              "no variation between %s: the difference is the same in all of them, so that there"
                  + " is nothing to test",
              parts(none.between()));
      case Untested.UnknownBlocks unknown -> "test rows of unknown blocks are descriptive only";
      case Untested.FewBlocks few ->
          PlainText.of(
              "%d %s are descriptive only, a verdict takes %d",
              few.blocks(), blocks(few.unit()), few.fewest());
      case Untested.FewRareRows few ->
          PlainText.of(
              "%d rare rows in a test window are descriptive only, a verdict takes %d",
              few.rareRows(), few.fewest());
      case Untested.OtherMeasure other ->
          "splits by time or column are tested in average precision alone";
      case Untested.FlatCurve curve -> "not identifiable: " + flat(curve);
      case Untested.UntestedCurve curve ->
          "not identifiable: " + (curve.rise() == null ? "nothing to test" : of(curve.rise()));
      case Untested.NoIntervalByTime none -> "splits by time or column have no interval of it";
      case Untested.OldSentence told -> told.text();
    };
  }

  /** Returns the word for several blocks, such as {@code test days}. */
  public static String blocks(TestBlocks.Unit unit) {
    return switch (unit) {
      case DAY -> "test days";
      case STRETCH -> "stretches of test rows";
      case GROUP -> "groups of test rows";
      case LOT -> "lots of test rows";
    };
  }

  private static String parts(Untested.NoVariation.Parts parts) {
    return switch (parts) {
      case REPEATS -> "repeats";
      case BLOCKS -> "blocks of test rows";
    };
  }

  private static String flat(Untested.FlatCurve curve) {
    return String.format(
            Locale.ROOT,
            "from %d to %d real rare rows average precision changes by %+.3f,"
                + " less than two standard errors (%.3f each)",
            curve.from(),
            curve.to(),
            curve.change(),
            curve.standardError())
        .replace('-', '−');
  }
}
