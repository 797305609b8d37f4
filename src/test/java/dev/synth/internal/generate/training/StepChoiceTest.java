package dev.synth.internal.generate.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Context;
import dev.synth.base.Progress;
import dev.synth.base.Seeds;
import dev.synth.generate.GeneratorContractTest;
import dev.synth.generate.ToyTables;
import dev.synth.generate.TrainingNote;
import dev.synth.split.Training;
import dev.synth.table.Table;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The rows held back, their scores, and the number of steps that they choose. */
final class StepChoiceTest {
  private static final Training TRAINING = ToyTables.training(200, 100, 1);
  private static final EarlyStopSplit HELD_BACK = heldBack(TRAINING);

  /** Rows of the held-back rows' own law, and rows of another: none of them are rare. */
  private static final Table LIKE = ToyTables.training(300, 10, 2).rare();

  private static final Table UNLIKE = ToyTables.training(10, 300, 3).rows().features();

  @Test
  void holdsAFifthOfTheRareRowsBack() {
    assertThat(HELD_BACK.rows().rowCount()).isEqualTo(40);
    assertThat(HELD_BACK.rest().rareCount()).isEqualTo(160);
    assertThat(HELD_BACK.rest().rowCount()).isEqualTo(260);
    String rest = GeneratorContractTest.text(HELD_BACK.rest().rare());
    GeneratorContractTest.text(HELD_BACK.rows())
        .lines()
        .forEach(row -> assertThat(rest).doesNotContain(row));
    assertThat(EarlyStopSplit.of(ToyTables.training(39, 100, 1), new Seeds(1).stream("held-back")))
        .isEmpty();
  }

  @Test
  void scoresRowsByHowWellAForestTellsThem() {
    // Four standard errors above a half: .5 + 4 · √((40 + 50 + 1) / (12 · 40 · 50)) = .75.
    assertThat(HELD_BACK.standardError()).isCloseTo(0.0616, within(1e-4));
    assertThat(HELD_BACK.score(LIKE, Context.quiet(1))).isBetween(0.5, 0.75);
    assertThat(HELD_BACK.score(UNLIKE, Context.quiet(1))).isGreaterThan(0.85);
  }

  @Test
  void takesAllStepsWhereTheScoreNeverRises() {
    FakeTrial trial = new FakeTrial(Integer.MAX_VALUE);
    StepChoice choice = StepChoice.of(HELD_BACK, 205, trial, Context.quiet(1));
    assertThat(choice.steps()).isEqualTo(205);
    assertThat(trial.steps).isEqualTo(205);
    assertThat(choice.score().points()).hasSize(21); // every 10 steps, and the last 5
  }

  @Test
  void stopsWhereTheScoreRose() {
    FakeTrial trial = new FakeTrial(80);
    StepChoice choice = StepChoice.of(HELD_BACK, 400, trial, Context.quiet(1));
    assertThat(choice.steps()).isEqualTo(80);
    assertThat(trial.steps).isEqualTo(180); // five looks, 20 steps apart
    double score =
        choice.score().points().stream()
            .filter(p -> p.step() == 80)
            .findFirst()
            .orElseThrow()
            .value();
    assertThat(choice.note()).isEqualTo(new TrainingNote.ChosenSteps(40, 200, 80, 400, score));
  }

  private static EarlyStopSplit heldBack(Training training) {
    return EarlyStopSplit.of(training, new Seeds(1).stream("held-back")).orElseThrow();
  }

  /** Draws good rows up to a step, and bad ones after it. */
  private static final class FakeTrial implements Trial {
    private final int goodUntil;
    private int steps;

    FakeTrial(int goodUntil) {
      this.goodUntil = goodUntil;
    }

    @Override
    public void train(int more, Progress.Stage stage) {
      steps += more;
    }

    @Override
    public Table sample(int rows, Context context) {
      int[] first = new Seeds(1).stream("first").permutation(200);
      Table all = steps <= goodUntil ? LIKE : UNLIKE;
      return all.rows(Arrays.copyOf(first, rows));
    }
  }
}
