package dev.synth.internal.generate.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Context;
import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.generate.Generator;
import dev.synth.generate.Scope;
import dev.synth.generate.ToyTables;
import dev.synth.generate.TrainingLog;
import dev.synth.internal.encode.FeatureEncoder;
import dev.synth.internal.generate.oversample.Oversample;
import dev.synth.split.Training;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By a model that repeats rows, whose loss halves at each step. */
final class SteppedTrainingTest {
  private static final Training TRAINING = ToyTables.training(10, 20, 1);

  private double loss = 1;
  private boolean isClosed;

  @Test
  void saysWhatHelpsWhenTrainingDiverges() {
    loss = Double.POSITIVE_INFINITY;
    assertThatThrownBy(() -> fit(3))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessage("the toy's training diverged at step 1: a learning_rate below 0.5 may help");
    assertThat(isClosed).isTrue();
  }

  @Test
  void trainsForAllStepsAndGivesTheMemoryBack() {
    fit(20);
    assertThat(loss).isEqualTo(Math.pow(0.5, 20));
    assertThat(isClosed).isTrue();
  }

  private Generator fit(int steps) {
    return new SteppedTraining("toy", Scope.RARE, steps, false)
        .fit(
            TRAINING,
            (encoder, training, most, context) -> new Halving(encoder, context),
            Context.quiet(1));
  }

  private final class Halving extends ModelInTraining {
    Halving(FeatureEncoder encoder, Context context) {
      super(
          encoder,
          EncodedRows.of(encoder, TRAINING, Scope.RARE, context.seeds()),
          context,
          List.of("loss"));
    }

    @Override
    public void step() {
      loss /= 2;
      requireFinite("the toy's training", loss, 0.5);
      addLosses(loss);
    }

    @Override
    public Generator generator(TrainingLog log) {
      return new Oversample(TRAINING.rare());
    }

    @Override
    public void close() {
      isClosed = true;
    }
  }
}
