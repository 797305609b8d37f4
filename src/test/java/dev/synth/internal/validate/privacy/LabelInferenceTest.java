package dev.synth.internal.validate.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.validate.metric.LabelledDraws;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleSpace;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import dev.synth.validate.SkipReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The attack by soft labels, with teachers that have and have not learned from a row. */
class LabelInferenceTest {
  private static final int RARE = 60;
  private static final int OTHERS = 600;
  private static final int DRAWN = 600;
  private static final int COLUMNS = 4;

  /** The mean of a rare row's columns; that of the others is 0, both deviations are 1. */
  private static final double SHIFT = 0.8;

  private static final double LEAN = 0.3;

  /** So narrow that beside a row the kernel is the row's own. */
  private static final double BANDWIDTH = 0.25;

  private enum Planted {
    /** The teacher has seen the row beside which it labels. */
    IN_SAMPLE,
    /** A teacher of other rows labels, as in folds. */
    OUT_OF_FOLD
  }

  private static double[][] draw(int count, double mean, RandomStream stream) {
    double[][] rows = new double[count][COLUMNS];
    for (double[] row : rows) {
      for (int column = 0; column < COLUMNS; column++) {
        row[column] = mean + stream.nextGaussian();
      }
    }
    return rows;
  }

  /** Rows that lean on single training rows, whichever teacher labels them. */
  private static double[][] leaning(double[][] rare, RandomStream stream) {
    double[][] rows = new double[DRAWN][];
    for (int i = 0; i < DRAWN; i++) {
      rows[i] = rare[i % rare.length].clone();
      for (int column = 0; column < COLUMNS; column++) {
        rows[i][column] += LEAN * stream.nextGaussian();
      }
    }
    return rows;
  }

  /** The share of rare rows by a narrow kernel: a teacher that remembers what it learned from. */
  private static double label(double[] row, double[][] rare, double[][] others) {
    double ofRare = kernel(row, rare);
    double all = ofRare + kernel(row, others);
    return all == 0 ? 0 : ofRare / all;
  }

  private static double kernel(double[] row, double[][] rows) {
    double sum = 0;
    for (double[] each : rows) {
      double square = 0;
      for (int column = 0; column < COLUMNS; column++) {
        square += (row[column] - each[column]) * (row[column] - each[column]);
      }
      sum += StrictMath.exp(-square / (2 * BANDWIDTH * BANDWIDTH));
    }
    return sum;
  }

  private static Table table(double[][] rows) {
    List<Column> columns =
        IntStream.range(0, COLUMNS)
            .mapToObj(i -> new Column("x" + i, ColumnType.Numeric.UNBOUNDED))
            .toList();
    List<Cells> cells = new ArrayList<>();
    for (int column = 0; column < COLUMNS; column++) {
      double[] values = new double[rows.length];
      for (int row = 0; row < rows.length; row++) {
        values[row] = rows[row][column];
      }
      cells.add(new Cells.Numbers(values));
    }
    return new Table(new Schema(columns), cells);
  }

  private static Sample real(Planted planted, int seed) {
    RandomStream stream = new Seeds(seed).stream("rows");
    double[][] rare = draw(RARE, SHIFT, stream);
    double[][] others = draw(OTHERS, 0, stream);
    double[][] unseen = draw(RARE, SHIFT, stream);
    double[][] unseenOthers = draw(OTHERS, 0, stream);
    double[][] drawn = leaning(rare, stream);
    double[][] otherRare = draw(RARE, SHIFT, stream);
    double[][] otherOthers = draw(OTHERS, 0, stream);
    double[] labels = new double[DRAWN];
    for (int i = 0; i < DRAWN; i++) {
      labels[i] =
          switch (planted) {
            case IN_SAMPLE -> label(drawn[i], rare, others);
            case OUT_OF_FOLD -> label(drawn[i], otherRare, otherOthers);
          };
    }
    SampleSpace space =
        SampleSpace.of(table(rare), List.of(table(unseen), table(drawn)), new Seeds(seed));
    return space
        .sample(table(rare))
        .beside(space.sample(table(others)))
        .besideUnseen(space.sample(table(unseen)))
        .besideLabelled(
            new LabelledDraws(
                space.sample(table(drawn)), labels, space.sample(table(unseenOthers))));
  }

  private static MetricOutcome.Tested tested(LabelInference metric, Sample real, int seed) {
    return (MetricOutcome.Tested) metric.compute(real, real, Context.quiet(seed));
  }

  /** The number of data sets, of twenty, whose value is above 95 % of its floor. */
  private static int flagged(LabelInference metric, Planted planted) {
    int flagged = 0;
    for (int seed = 1; seed <= 20; seed++) {
      MetricOutcome.Tested outcome = tested(metric, real(planted, seed), seed);
      long below = outcome.floor().stream().filter(draw -> draw < outcome.value()).count();
      flagged += below >= 0.95 * outcome.floor().size() ? 1 : 0;
    }
    return flagged;
  }

  @Test
  void aTeacherThatRemembersRareRowsIsFlagged() {
    assertThat(flagged(LabelInference.ofRareRows(), Planted.IN_SAMPLE)).isGreaterThan(17);
  }

  /** The weaker attack: rows far from synthetic ones drown those that can be told. */
  @Test
  void aTeacherThatRemembersOtherRowsIsFlaggedInHalfOfTheDataSets() {
    assertThat(flagged(LabelInference.ofOtherRows(), Planted.IN_SAMPLE)).isBetween(7, 17);
  }

  /**
   * The synthetic rows lean on training rows here as there. One of twenty is flagged by chance;
   * more than four are so once in 400 times.
   */
  @Test
  void aTeacherOfOtherRowsIsNotFlagged() {
    assertThat(flagged(LabelInference.ofRareRows(), Planted.OUT_OF_FOLD)).isLessThan(5);
    assertThat(flagged(LabelInference.ofOtherRows(), Planted.OUT_OF_FOLD)).isLessThan(5);
  }

  @Test
  void rowsWithoutLabelsOrWithoutUnseenOnesHaveNoValue() {
    Sample real = real(Planted.IN_SAMPLE, 1);
    LabelInference metric = LabelInference.ofOtherRows();
    Sample without = real.besideLabelled(null);
    assertThat(metric.applies(real, real)).isTrue();
    assertThat(metric.applies(without, real)).isFalse();
    assertThat(metric.compute(without, real, Context.quiet(1)))
        .isEqualTo(MetricOutcome.Skipped.because(SkipReason.Cause.NO_SOFT_LABELS));
    LabelledDraws draws = Objects.requireNonNull(real.labelled());
    Sample unknown =
        real.besideLabelled(new LabelledDraws(draws.synthetic(), draws.labels(), null));
    assertThat(metric.compute(unknown, real, Context.quiet(1)))
        .isEqualTo(new MetricOutcome.Skipped(new SkipReason.TooFewUnseen(10)));
  }
}
