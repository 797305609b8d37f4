package dev.synth.internal.experiment.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.classify.ClassifierOptions;
import dev.synth.classify.MlpOptions;
import dev.synth.internal.classify.ClassifierTrainer;
import dev.synth.internal.classify.TuningCandidate;
import dev.synth.internal.classify.feature.SharedFeatures;
import dev.synth.internal.classify.kinds.Classifiers;
import dev.synth.internal.demo.TransactionSimulator;
import dev.synth.internal.evaluate.Tuned;
import dev.synth.split.Augmented;
import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TuningTest {
  private static final LabelledTable ROWS = rows();

  /** 600 amounts, of which every tenth is rare and two deviations larger. */
  private static LabelledTable rows() {
    RandomStream stream = new Seeds(3).stream("rows");
    double[] amount = new double[600];
    BitSet rare = new BitSet();
    for (int row = 0; row < amount.length; row++) {
      rare.set(row, row % 10 == 0);
      amount[row] = stream.nextGaussian() + (rare.get(row) ? 2 : 0);
    }
    Column column = new Column("amount", ColumnType.Numeric.UNBOUNDED);
    return new LabelledTable(
        new Table(new Schema(List.of(column)), List.of(new Cells.Numbers(amount))),
        rare,
        new Label("fraud", "1", "0", 1));
  }

  /** Scores rows by their amount, or by its opposite, or all the same; learns nothing. */
  private record ByAmount(double sign) implements ClassifierTrainer {
    @Override
    public String name() {
      return "by-amount";
    }

    @Override
    public Classifier fit(
        Augmented rows, ClassWeighting weighting, SharedFeatures shared, Context context) {
      assertThat(rows.synthetic().rowCount()).isZero();
      return features -> {
        Cells.Numbers amount = (Cells.Numbers) features.cells("amount");
        double[] scores = new double[features.rowCount()];
        Arrays.setAll(scores, row -> 1 / (1 + Math.exp(-sign * amount.value(row))));
        return scores;
      };
    }
  }

  private static TuningCandidate byAmount(String settings, double sign) {
    return new TuningCandidate(settings, new ByAmount(sign));
  }

  private static Tuning.TunedSettings choose(LabelledTable rows, TuningCandidate... candidates) {
    return Tuning.choose(List.of(candidates), Training.whole(rows), Context.quiet(1));
  }

  @Test
  void takesWhatIsClearlyBetterThanTheDefault() {
    Tuning.TunedSettings choice =
        choose(ROWS, byAmount("small", -1), byAmount("same", 0), byAmount("large", 1));

    assertThat(choice.candidate().settings()).isEqualTo("large");
    assertThat(choice.tried())
        .extracting(Tuned.Tried::settings)
        .containsExactly("small", "same", "large");
    double share = (double) ROWS.rareCount() / ROWS.rowCount();
    assertThat(choice.tried().get(1).averagePrecision()).isBetween(0.8 * share, 1.2 * share);
  }

  @Test
  void keepsTheDefaultWhereNothingIsClearlyBetter() {
    assertThat(choose(ROWS, byAmount("large", 1), byAmount("too", 1)).candidate().settings())
        .isEqualTo("large");
    assertThat(choose(ROWS, byAmount("large", 1), byAmount("small", -1)).candidate().settings())
        .isEqualTo("large");
  }

  @Test
  void keepsTheDefaultWhereFewRowsAreRare() {
    BitSet few = new BitSet();
    ROWS.rareRows().stream().limit(9).forEach(few::set); // six in two of three folds
    LabelledTable rows = new LabelledTable(ROWS.features(), few, ROWS.label());
    Tuning.TunedSettings choice = choose(rows, byAmount("small", -1), byAmount("large", 1));
    assertThat(choice.candidate().settings()).isEqualTo("small");
    assertThat(choice.tried()).isEmpty();
  }

  @Test
  void everyClassifierHasSettingsToTryAndTheDefaultComesFirst() {
    LabelledTable rows = TransactionSimulator.labelled(new Seeds(5), 1_500);
    Training training = Training.whole(rows);
    for (String name : Classifiers.NAMES) {
      ClassifierOptions options =
          name.equals("mlp")
              ? new MlpOptions(List.of(8), 50, 64, 0.01, 1, 2, 0.5)
              : Classifiers.defaults(name);
      List<TuningCandidate> candidates = Classifiers.candidates(options);
      Set<String> settings = new HashSet<>();
      for (TuningCandidate candidate : candidates) {
        assertThat(candidate.trainer().name()).isEqualTo(name);
        settings.add(candidate.settings());
      }
      assertThat(settings).as(name).hasSameSizeAs(candidates).hasSizeGreaterThan(2);
      double[] plain = scores(Classifiers.trainer(options), training);
      assertThat(scores(candidates.getFirst().trainer(), training)).as(name).isEqualTo(plain);
      assertThat(scores(candidates.get(1).trainer(), training)).as(name).isNotEqualTo(plain);
    }
  }

  private static double[] scores(ClassifierTrainer trainer, Training training) {
    return trainer
        .fit(training.unaugmented(), ClassWeighting.NONE, Context.quiet(2))
        .score(training.rows().features());
  }
}
