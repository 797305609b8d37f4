package dev.synth.internal.report.wording.metric;

import dev.synth.internal.base.PlainText;
import dev.synth.validate.SkipReason;
import dev.synth.validate.ValidationReport.Reading;
import dev.synth.validate.ValidationReport.Reference;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The reason why a metric has no value, as a clause without a full stop. */
public final class SkipSentence {
  private SkipSentence() {}

  /** Returns why a reading has no value, or null where it has one. */
  public static @Nullable String of(Reading reading) {
    return reading.skipReason() == null ? reading.whyNone() : of(reading.skipReason());
  }

  /** Returns the clause. */
  public static String of(SkipReason reason) {
    return switch (reason) {
      case SkipReason.Plain plain -> of(plain.cause());
      case SkipReason.TooFewRows few ->
          PlainText.of(
              "needs at least %d %s; there are %d", few.needed(), of(few.side()), few.there());
      case SkipReason.TooFewUnseen few ->
          PlainText.of(
              "needs at least %d real rare rows that no generator saw (a file of reference rows)",
              few.needed());
      case SkipReason.TooFewOthers few ->
          PlainText.of("needs at least %d training rows of the other class", few.needed());
      case SkipReason.DistinctByDesign rows ->
          String.format(
              Locale.ROOT,
              "real rows repeat each other less than by chance (%.0f equal pairs, where independent"
                  + " columns would give %.1f), as where every combination stands once, so that"
                  + " equal rows are no sign of copying; %d real rare rows that no generator saw"
                  + " (a file of reference rows) could tell",
              rows.equalPairs(),
              rows.byChance(),
              rows.unseenNeeded());
      case SkipReason.NotFitted fit ->
          "the generator could not be fitted to half of the training rows: "
              + withoutFullStop(fit.problem().strip());
      case SkipReason.Broken broken ->
          PlainText.of("it broke, please report it: %s at %s", broken.exception(), broken.place());
    };
  }

  private static String withoutFullStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private static String of(SkipReason.Side side) {
    return switch (side) {
      case SYNTHETIC -> "synthetic rows";
      case TRAINING -> ReferenceWords.of(Reference.TRAINING);
      case VALIDATION -> ReferenceWords.of(Reference.VALIDATION);
    };
  }

  private static String of(SkipReason.Cause cause) {
    return switch (cause) {
      case NO_VALUE -> "there is no value";
      case NO_PART -> "no part has a value";
      case NOT_FINITE ->
          "its value is no finite number here, as where numbers are too large to be added up";
      case UNBOUNDED_FLOOR ->
          "real rows among themselves give it no finite value, as where many of them are equal";
      case NO_NUMBER_COLUMN -> "no column of numbers has three values on either side";
      case NO_VARYING_NUMBER_COLUMN ->
          "no column of numbers varies and has three values on either side";
      case NO_CATEGORICAL_COLUMN -> "there is no categorical column";
      case NO_LEVEL -> "there is no categorical column with a level";
      case NO_MISSING_CELL -> "no cell is missing";
      case NO_TWO_COLUMNS_WITH_MISSING_CELLS -> "there are not two columns with missing cells";
      case NO_TWO_COLUMNS_OF_LEVELS -> "there are not two columns of levels";
      case NO_TWO_COLUMNS -> "there are not two columns";
      case NO_TWO_VARYING_COLUMNS -> "no two columns vary together";
      case NOTHING_TO_GUESS -> "needs two columns, one of which varies";
      case NO_RELATION -> "the training rows have nothing of the kind";
      case NO_SCORED_COLUMN -> "no column has a score";
      case NO_STRONG_TREND -> "no pair of columns has a strong trend in the real rows";
      case NO_CONTINUOUS_COLUMN ->
          "no column is continuous, so that near rows are no sign of copying";
      case NO_SOFT_LABELS -> "the synthetic rows have no soft labels";
      case HALF_REPEAT -> "at least half of the real rows have an equal row";
      case TOO_MANY_EQUAL -> "too many rows are equal for a ratio of distances";
      case NO_GENERATOR ->
          "needs a generator to fit again: synth generate with validation.privacy: full";
      case NO_ROW_FROM_HALF -> "the generator, fitted to half of the training rows, gave no row";
    };
  }
}
