package dev.synth.internal.report.wording.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.base.Json;
import dev.synth.validate.SkipReason;
import dev.synth.validate.SkipReason.Cause;
import dev.synth.validate.SkipReason.Plain;
import dev.synth.validate.SkipReason.Side;
import dev.synth.validate.SkipReason.TooFewRows;
import dev.synth.validate.ValidationReport.Reading;
import dev.synth.validate.ValidationReport.Reference;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SkipSentenceTest {
  /** Every reason, and its clause. */
  private static final Map<SkipReason, String> CLAUSES =
      Map.ofEntries(
          plain(Cause.NO_SOFT_LABELS, "the synthetic rows have no soft labels"),
          plain(Cause.NO_VALUE, "there is no value"),
          plain(Cause.NO_PART, "no part has a value"),
          plain(
              Cause.NOT_FINITE,
              "its value is no finite number here, as where numbers are too large to be added up"),
          plain(
              Cause.UNBOUNDED_FLOOR,
              "real rows among themselves give it no finite value, as where many of them are"
                  + " equal"),
          plain(Cause.NO_NUMBER_COLUMN, "no column of numbers has three values on either side"),
          plain(
              Cause.NO_VARYING_NUMBER_COLUMN,
              "no column of numbers varies and has three values on either side"),
          plain(Cause.NO_CATEGORICAL_COLUMN, "there is no categorical column"),
          plain(Cause.NO_LEVEL, "there is no categorical column with a level"),
          plain(Cause.NO_MISSING_CELL, "no cell is missing"),
          plain(
              Cause.NO_TWO_COLUMNS_WITH_MISSING_CELLS,
              "there are not two columns with missing cells"),
          plain(Cause.NO_TWO_COLUMNS_OF_LEVELS, "there are not two columns of levels"),
          plain(Cause.NO_TWO_COLUMNS, "there are not two columns"),
          plain(Cause.NO_TWO_VARYING_COLUMNS, "no two columns vary together"),
          plain(Cause.NOTHING_TO_GUESS, "needs two columns, one of which varies"),
          plain(Cause.NO_RELATION, "the training rows have nothing of the kind"),
          plain(Cause.NO_SCORED_COLUMN, "no column has a score"),
          plain(Cause.NO_STRONG_TREND, "no pair of columns has a strong trend in the real rows"),
          plain(
              Cause.NO_CONTINUOUS_COLUMN,
              "no column is continuous, so that near rows are no sign of copying"),
          plain(Cause.HALF_REPEAT, "at least half of the real rows have an equal row"),
          plain(Cause.TOO_MANY_EQUAL, "too many rows are equal for a ratio of distances"),
          plain(
              Cause.NO_GENERATOR,
              "needs a generator to fit again: synth generate with validation.privacy: full"),
          plain(
              Cause.NO_ROW_FROM_HALF,
              "the generator, fitted to half of the training rows, gave no row"),
          Map.entry(
              new TooFewRows(Side.SYNTHETIC, 20, 3),
              "needs at least 20 synthetic rows; there are 3"),
          Map.entry(
              new TooFewRows(Side.TRAINING, 20, 3),
              "needs at least 20 rare training rows; there are 3"),
          Map.entry(
              new TooFewRows(Side.VALIDATION, 20, 3),
              "needs at least 20 rare held-out rows; there are 3"),
          Map.entry(
              new SkipReason.TooFewUnseen(10),
              "needs at least 10 real rare rows that no generator saw (a file of reference rows)"),
          Map.entry(
              new SkipReason.TooFewOthers(10),
              "needs at least 10 training rows of the other class"),
          Map.entry(
              new SkipReason.DistinctByDesign(0, 12.766, 10),
              "real rows repeat each other less than by chance (0 equal pairs, where independent"
                  + " columns would give 12.8), as where every combination stands once, so that"
                  + " equal rows are no sign of copying; 10 real rare rows that no generator saw"
                  + " (a file of reference rows) could tell"),
          Map.entry(
              new SkipReason.NotFitted("there are 9 rare rows, and it needs 100.\n"),
              "the generator could not be fitted to half of the training rows: there are 9 rare"
                  + " rows, and it needs 100"),
          Map.entry(
              new SkipReason.Broken("IllegalStateException: no axis", "Forest.java:12"),
              "it broke, please report it: IllegalStateException: no axis at Forest.java:12"));

  private static Map.Entry<SkipReason, String> plain(Cause cause, String clause) {
    return Map.entry(new Plain(cause), clause);
  }

  @Test
  void everyReasonHasItsClause() {
    CLAUSES.forEach((reason, clause) -> assertThat(SkipSentence.of(reason)).isEqualTo(clause));
    assertThat(CLAUSES.keySet().stream().map(SkipReason::getClass).distinct())
        .hasSize(SkipReason.class.getPermittedSubclasses().length);
    for (Cause cause : Cause.values()) {
      assertThat(CLAUSES).containsKey(new Plain(cause));
    }
  }

  @Test
  void everyReasonIsReadAsItWasWritten() throws IOException {
    for (SkipReason reason : CLAUSES.keySet()) {
      Reading reading = Reading.none(Reference.TRAINING, reason);
      assertThat(Json.mapper().readValue(Json.write(reading), Reading.class)).isEqualTo(reading);
      assertThat(reading.failed()).isEqualTo(reason instanceof SkipReason.Broken);
    }
  }

  @Test
  void aReadingOfAnOldRunHasItsWordsAlone() throws IOException {
    Reading old =
        Json.mapper()
            .readValue(
                """
                {"reference": "training", "value": null, "why_none": "needs 20 rows",
                 "failed": false, "at_floor_size": null, "floor": null, "part_count": 0,
                 "parts": [], "findings": []}
                """,
                Reading.class);
    assertThat(SkipSentence.of(old)).isEqualTo("needs 20 rows");
    assertThat(Json.write(old)).doesNotContain("skip_reason");
  }
}
