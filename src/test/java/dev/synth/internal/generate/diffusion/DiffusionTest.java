package dev.synth.internal.generate.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Cancellation;
import dev.synth.base.Context;
import dev.synth.base.Progress;
import dev.synth.base.Seeds;
import dev.synth.generate.DiffusionOptions;
import dev.synth.generate.Generator;
import dev.synth.generate.SavedModel;
import dev.synth.generate.SavedModel.Damage;
import dev.synth.generate.Scope;
import dev.synth.generate.ToyOptions;
import dev.synth.generate.ToyTables;
import dev.synth.generate.TrainingLog;
import dev.synth.generate.TrainingNote;
import dev.synth.internal.generate.training.StepChoice;
import dev.synth.split.RowRules;
import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DiffusionTest {
  private static final Training TRAINING = ToyTables.training(60, 100, 1);

  @TempDir private Path folder;

  @Test
  void refusesAModelThatIsDamaged() throws IOException {
    fit(ToyOptions.diffusion(10), TRAINING).save(folder);
    new SavedModel(folder)
        .assertRefuses(
            new Damage("\"version\": 1,\n  \"options\"", "\"version\": 9,\n  \"options\"", "newer"),
            new Damage("\"averaging\": 0.9", "\"averaging\": 1.9", "cannot be read"),
            new Damage("\"draw_steps\": 8", "\"draw_steps\": 0", "cannot be read"),
            new Damage("\"scope\": \"rare\"", "\"scope\": \"all\"", "tensor 'network'"));
  }

  @Test
  void trainsForAllStepsWithFewRows() {
    TrainingLog log = fit(ToyOptions.diffusion(120), ToyTables.training(39, 100, 1)).trainingLog();
    assertThat(log.steps()).isEqualTo(120);
    assertThat(log.notes()).containsExactly(new TrainingNote.NothingHeldBack(39, 120));
    assertThat(log.curves())
        .extracting(TrainingLog.Curve::name)
        .containsExactly("velocity error (mean square)", "cross-entropy of a hidden case");
    assertThat(log.curves().getFirst().points()).hasSize(12);
  }

  @Test
  void letsHeldBackRowsChooseTheNumberOfSteps() {
    DiffusionOptions options = ToyOptions.diffusion(200);
    TrainingLog log = fit(options, ToyTables.training(40, 100, 1)).trainingLog();
    assertThat(log.steps()).isBetween(10, 200);
    assertThat(log.notes())
        .singleElement(InstanceOfAssertFactories.type(TrainingNote.ChosenSteps.class))
        .matches(note -> note.heldBack() == 8 && note.rareRows() == 40);
    assertThat(log.curves().getLast().name()).isEqualTo(StepChoice.CURVE);
  }

  @Test
  void stopsOnRequest() {
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    Context context = new Context(new Seeds(1), Progress.NONE, cancellation);
    assertThatThrownBy(() -> new DiffusionTrainer(ToyOptions.diffusion(100)).fit(TRAINING, context))
        .isInstanceOf(CancellationException.class);
  }

  @ParameterizedTest
  @Tag("slow")
  @EnumSource(Scope.class)
  void keepsMarginsAndDependencies(Scope scope) {
    DiffusionOptions options =
        new DiffusionOptions(scope, 900, 128, List.of(64, 64), 0.01, 0.01, 0.99, 15, false);
    double[] gaps = new double[4];
    int seeds = 2;
    for (int seed = 0; seed < seeds; seed++) {
      Training training = ToyTables.training(300, 300, 100 + seed);
      Table drawn = fit(options, training).sample(3000, Context.quiet(seed));
      // Nothing but amounts somewhat beyond the rare rows', now and then.
      assertThat(RowRules.fit(training, List.of()).review(drawn).rejections())
          .hasSizeLessThan(30)
          .allMatch(rejection -> rejection.column().equals("amount"));
      for (int i = 0; i < 4; i++) {
        gaps[i] += (measures(drawn)[i] - measures(training.rare())[i]) / seeds;
      }
    }
    // Twice the standard error of two fits on 300 rows each, and room for the model's own error.
    assertThat(gaps[0]).as("mean score; sd 1.4").isCloseTo(0, within(.25));
    assertThat(gaps[1]).as("share of app rows").isCloseTo(0, within(.08));
    assertThat(gaps[2]).as("score's shift in app rows; 2 in the law").isCloseTo(0, within(.5));
    assertThat(gaps[3]).as("share of zero balances").isCloseTo(0, within(.08));
  }

  /** Mean score; share of app rows; their scores' mean less the others'; share of balances of 0. */
  private static double[] measures(Table table) {
    Cells.Numbers score = (Cells.Numbers) table.cells("score");
    Cells.Levels channel = (Cells.Levels) table.cells("channel");
    Cells.Numbers balance = (Cells.Numbers) table.cells("balance");
    double[] sums = new double[2];
    double[] counts = new double[2];
    for (int row = 0; row < table.rowCount(); row++) {
      int app = channel.value(row).equals("app") ? 1 : 0;
      counts[app]++;
      sums[app] += score.value(row);
    }
    long zeros =
        IntStream.range(0, table.rowCount())
            .filter(row -> !balance.isMissing(row) && balance.value(row) == 0)
            .count();
    double rows = table.rowCount();
    return new double[] {
      (sums[0] + sums[1]) / rows,
      counts[1] / rows,
      sums[1] / counts[1] - sums[0] / counts[0],
      zeros / rows
    };
  }

  private static Generator fit(DiffusionOptions options, Training training) {
    return new DiffusionTrainer(options).fit(training, Context.quiet(1));
  }
}
