package dev.synth.internal.generate.smote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Context;
import dev.synth.generate.AdasynOptions;
import dev.synth.generate.BorderlineSmoteOptions;
import dev.synth.generate.Generator;
import dev.synth.generate.TrainingNote;
import dev.synth.internal.generate.mixed.MixedRows;
import dev.synth.internal.generate.mixed.RowDistance;
import dev.synth.split.Training;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BaseRowsTest {
  private static final double FINE = Math.sqrt(2);

  /**
   * Rare rows at 0, 1, 4, 10 and 30, others at 3, 5, 9.5, 10.5, 11.5, 28 and 33. The nearest two of
   * each rare row (o: other): 0: 1, 3o; 1: 0, 3o; 4: 3o, 5o; 10: 9.5o, 10.5o; 30: 28o, 33o.
   */
  private static final Training LINE =
      Rows.training(line(0, 1, 4, 10, 30, 3, 5, 9.5, 10.5, 11.5, 28, 33), 5);

  private static Table line(double... values) {
    double[][] rows = new double[values.length][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = new double[] {FINE * values[row]};
    }
    return Rows.numbers(rows);
  }

  @Test
  void findsTheRowsInDanger() {
    List<TrainingNote> notes = new ArrayList<>();
    assertThat(weights(new BaseRows.InDanger(2), LINE, notes)).containsExactly(1, 1, 0, 0, 0);
    assertThat(notes).containsExactly(new TrainingNote.RowsInDanger(2, 5));
  }

  /** With three nearest: 0: 1, 3o, 4; 1: 0, 3o, 4; 4: 3o, 5o, 1; 10: 3 others; 30: 3 others. */
  @Test
  void takesHalfForDangerAndAllForNoise() {
    assertThat(weights(new BaseRows.InDanger(3), LINE, new ArrayList<>()))
        .containsExactly(0, 0, 1, 0, 0);
  }

  @Test
  void weighsRowsByTheShareOfOthersAmongTheirNearest() {
    double[] weights = weights(new BaseRows.ByDifficulty(3), LINE, new ArrayList<>());
    assertThat(weights).containsExactly(1 / 3.0, 1 / 3.0, 2 / 3.0, 1, 1);
  }

  @Test
  void drawsFromAllRowsWhereNoneStandsOut() {
    Training apart = Rows.training(line(0, 1, 2, 3, 100, 101, 102, 103), 4);
    List<TrainingNote> notes = new ArrayList<>();
    assertThat(weights(new BaseRows.InDanger(3), apart, notes)).containsExactly(1, 1, 1, 1);
    assertThat(weights(new BaseRows.ByDifficulty(3), apart, notes)).containsExactly(1, 1, 1, 1);
    assertThat(notes)
        .containsExactly(new TrainingNote.NoRowInDanger(), new TrainingNote.NoOtherClassNear());
  }

  private static double[] weights(BaseRows rows, Training training, List<TrainingNote> notes) {
    RowDistance distance = RowDistance.fit(MixedRows.of(training.rare()), false);
    BaseRows.Near near = new BaseRows.Near(distance, Context.quiet(1).cancellation());
    return rows.weights(training, near, notes);
  }

  /** The rows in danger are 0 and 1, each other's nearest rare row: all draws are between them. */
  @Test
  void borderlineSmoteStartsFromRowsInDanger() {
    Generator generator =
        new SmoteTrainer(SmoteSettings.of(new BorderlineSmoteOptions(1, 2, false)))
            .fit(LINE, Context.quiet(1));
    Table drawn = generator.sample(500, Context.quiet(1));
    for (int row = 0; row < 500; row++) {
      assertThat(Rows.number(drawn, row, 0)).isBetween(0.0, FINE);
    }
    assertThat(generator.trainingLog().notes())
        .containsExactly(new TrainingNote.RowsInDanger(2, 5));
  }

  /**
   * The weights 1, 1, 2, 3 and 3 of 10. The nearest rare row of 0 is 1, of 1 is 0, of 4 is 1, of 10
   * is 4 and of 30 is 10, so that the segments don't overlap but for the first two.
   */
  @Test
  void adasynDrawsInProportionToDifficulty() {
    Generator generator =
        new SmoteTrainer(SmoteSettings.of(new AdasynOptions(3, false))).fit(LINE, Context.quiet(1));
    int[] counts = new int[2];
    Table drawn = generator.sample(5000, Context.quiet(1));
    for (int row = 0; row < 5000; row++) {
      counts[Rows.number(drawn, row, 0) > 10 * FINE ? 1 : 0]++;
    }
    // Beyond 10: the draws from 30 (3/10) that go less than 20 of the 20, 26 or 29 to 10, 4 or 1,
    // and none from the others, whose three nearest rare rows are at most 10: .3 (1 + 20/26 +
    // 20/29) / 3 = .246. A standard error is .0061.
    assertThat(counts[1] / 5000.0).isCloseTo(.3 * (1 + 20 / 26.0 + 20 / 29.0) / 3, within(.03));
    assertThat(counts[0] + counts[1]).isEqualTo(5000);
  }
}
