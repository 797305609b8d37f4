package dev.synth.internal.classify.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Context;
import dev.synth.base.InvalidValue;
import dev.synth.base.Problem;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.MlpOptions;
import dev.synth.evaluate.Curves;
import dev.synth.evaluate.ScoredRows;
import dev.synth.internal.classify.feature.Targets;
import dev.synth.internal.demo.TransactionSimulator;
import dev.synth.split.Training;
import dev.synth.table.LabelledTable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The promises of the network alone; those of all classifiers are in {@code ClassifiersTest}. */
final class MlpTrainerTest {
  private static final MlpOptions SHORT = options(0.003, 2, 0.5);

  private static MlpOptions options(double learningRate, double gamma, double alpha) {
    return new MlpOptions(List.of(16), 600, 128, learningRate, 1, gamma, alpha);
  }

  @Test
  @Tag("slow")
  void scoresStayProbabilitiesWhateverTheLossFocusesOn() {
    for (MlpOptions options :
        List.of(options(.003, 0, .5), options(.003, 2, .5), options(.003, 2, .25))) {
      double ratio = 0;
      for (int seed = 1; seed <= 2; seed++) {
        LabelledTable rows = TransactionSimulator.labelled(new Seeds(seed), 20_000);
        LabelledTable fresh = TransactionSimulator.labelled(new Seeds(50 + seed), 20_000);
        double scored = Arrays.stream(scores(options, rows, fresh)).average().orElseThrow();
        ratio += scored / fresh.rareCount() * fresh.rowCount() / 2;
      }
      // A row whose share is .001 has its minimum at about .07 where γ = 2, seventy times as much.
      // Two samples of about 120 frauds: a standard error of .1; .93 to 1.03 was seen at 30,000.
      assertThat(ratio).as("%s", options).isBetween(0.7, 1.3);
    }
  }

  @Test
  void findsSimulatedFrauds() {
    double sum = 0;
    for (int seed = 1; seed <= 3; seed++) {
      LabelledTable rows = TransactionSimulator.labelled(new Seeds(10 + seed), 6_000);
      LabelledTable fresh = TransactionSimulator.labelled(new Seeds(20 + seed), 6_000);
      ScoredRows scored = new ScoredRows(scores(SHORT, rows, fresh), fresh.rareRows());
      sum += Curves.averagePrecision(scored) / ((double) fresh.rareCount() / fresh.rowCount());
    }
    assertThat(sum / 3).isGreaterThan(15); // guessing: 1
  }

  private static double[] scores(MlpOptions options, LabelledTable rows, LabelledTable fresh) {
    return new MlpTrainer(options)
        .fit(Training.whole(rows).unaugmented(), ClassWeighting.NONE, Context.quiet(3))
        .score(fresh.features());
  }

  @Test
  void tellsWhatToDoWhereItDiverges() {
    LabelledTable rows = TransactionSimulator.labelled(new Seeds(1), 2_000);
    // a step size of 1 times a decay of 10 turns every weight into -9 times itself
    MlpOptions wild = new MlpOptions(List.of(16), 2000, 64, 1, 10, 0, 0.5);
    assertThatThrownBy(() -> scores(wild, rows, rows))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("lower its learning_rate, which is 1.0");
  }

  @Test
  void batchesGoThroughEachClassInTurn() {
    BitSet rare = new BitSet();
    rare.set(7, 10);
    RandomStream stream = new Seeds(1).stream("batches");
    ClassBatches batches = new ClassBatches(Targets.of(rare, 10), 6, 2, stream);
    int[] seen = new int[10];
    for (int batch = 0; batch < 21; batch++) {
      int[] rows = batches.next();
      assertThat(rows).hasSize(6);
      assertThat(Arrays.stream(rows).limit(2)).allMatch(rare::get);
      assertThat(Arrays.stream(rows).skip(2)).noneMatch(rare::get);
      Arrays.stream(rows).forEach(row -> seen[row]++);
    }
    // 42 rare draws of 3 rows, 84 others of 7: each exactly as often as the others of its class
    assertThat(seen).containsExactly(12, 12, 12, 12, 12, 12, 12, 14, 14, 14);
  }

  @Test
  void refusesOptionsThatMakeNoNetwork() {
    assertThatThrownBy(() -> options(0, 2, 0.5))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("(0, 1]");
    assertThatThrownBy(() -> options(0.1, Double.NaN, 0.5)).hasMessageContaining("[0, 10]");
    assertThatThrownBy(() -> options(0.1, 2, 0)).hasMessageContaining("(0, 1)");
    assertThatThrownBy(() -> new MlpOptions(List.of(), 1, 2, 0.1, 0, 2, 0.5))
        .hasMessageContaining("widths");
  }
}
