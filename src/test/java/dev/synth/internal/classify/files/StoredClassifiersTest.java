package dev.synth.internal.classify.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.classify.ExtraTreesOptions;
import dev.synth.classify.GradientBoostingOptions;
import dev.synth.classify.LogisticRegressionOptions;
import dev.synth.classify.MlpOptions;
import dev.synth.classify.RandomForestOptions;
import dev.synth.classify.XgboostOptions;
import dev.synth.internal.classify.ClassifierTrainer;
import dev.synth.internal.classify.ConstantClassifier;
import dev.synth.internal.classify.StoredClassifier;
import dev.synth.internal.classify.ensemble.BagTrainer;
import dev.synth.internal.classify.ensemble.MeanTrainer;
import dev.synth.internal.classify.explain.Contributions;
import dev.synth.internal.classify.feature.SharedFeatures;
import dev.synth.internal.classify.kinds.Classifiers;
import dev.synth.internal.classify.stored.ClassifierOutput;
import dev.synth.split.Augmented;
import dev.synth.split.SoftLabels;
import dev.synth.split.Synthetic;
import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A classifier that is read back scores every row as the fitted one did, bit by bit. */
class StoredClassifiersTest {
  private static final Context CONTEXT = Context.quiet(7);

  static List<ClassifierTrainer> trainers() {
    List<ClassifierTrainer> all = new ArrayList<>();
    all.add(Classifiers.trainer(RandomForestOptions.defaults().withTrees(5)));
    all.add(Classifiers.trainer(ExtraTreesOptions.defaults().withTrees(5)));
    all.add(Classifiers.trainer(XgboostOptions.defaults().withTrees(9)));
    all.add(Classifiers.trainer(LogisticRegressionOptions.defaults()));
    all.add(Classifiers.trainer(GradientBoostingOptions.defaults().withTrees(9)));
    all.add(Classifiers.trainer(MlpOptions.defaults().withHidden(List.of(5, 3)).withSteps(9)));
    all.add(new BagTrainer(all.get(0)));
    all.add(new BagTrainer(all.get(2)));
    all.add(new MeanTrainer(List.copyOf(all.subList(0, 5))));
    return all;
  }

  @Test
  void everyKindIsAmongThem() {
    assertThat(trainers().stream().map(ClassifierTrainer::name)).containsAll(Classifiers.NAMES);
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void scoresAsFitted(ClassifierTrainer trainer) {
    for (Augmented rows : List.of(training().unaugmented(), softened())) {
      if (trainer instanceof BagTrainer && rows.synthetic().rowCount() > 0) {
        continue; // a bag is made of real rows alone
      }
      Classifier fitted = trainer.fit(rows, ClassWeighting.NONE, CONTEXT);
      Map<String, byte[]> files = StoredClassifiers.write(fitted);
      Classifier read = StoredClassifiers.read(files);
      for (Table table : List.of(table(3, 400, true), table(4, 1, true), table(5, 0, false))) {
        assertThat(read.score(table)).isEqualTo(fitted.score(table));
      }
      assertThat(StoredClassifiers.write(read)).containsExactlyEntriesOf(files);
    }
  }

  /**
   * Whatever the kind, the base and the contributions add up to the score or its log-odds. The
   * latter are of sums in single precision, and scores near 0 and 1 are bounded by blends.
   */
  @ParameterizedTest
  @MethodSource("trainers")
  void contributionsAddUp(ClassifierTrainer trainer) {
    Classifier fitted = trainer.fit(training().unaugmented(), ClassWeighting.NONE, CONTEXT);
    StoredClassifier read = StoredClassifiers.read(StoredClassifiers.write(fitted));
    Table table = table(3, 50, true);
    Contributions contributions = read.explain(table);
    assertThat(contributions.parts()).isSubsetOf(table.schema().names());
    double[] scores = read.score(table);
    for (int row = 0; row < scores.length; row++) {
      double margin = contributions.margin(row);
      double score =
          switch (contributions.scale()) {
            case PROBABILITY -> margin;
            case LOG_ODDS -> 1 / (1 + Math.exp(-margin));
          };
      assertThat(score).as(trainer.name()).isCloseTo(scores[row], within(1e-6));
    }
  }

  @Test
  void aClassifierWithoutFeaturesIsStoredToo() {
    StoredClassifier read =
        StoredClassifiers.read(StoredClassifiers.write(new ConstantClassifier(0.25)));
    assertThat(read.score(table(1, 2, false))).containsExactly(0.25, 0.25);
  }

  /** Members that share an encoder are stored with one. */
  @Test
  void writesASharedEncoderOnce() {
    Classifier fitted =
        new MeanTrainer(List.of(trainers().get(0), trainers().get(1), trainers().get(3)))
            .fit(
                training().unaugmented(),
                ClassWeighting.NONE,
                SharedFeatures.of(TRAINING),
                CONTEXT);
    String json =
        new String(
            StoredClassifiers.write(fitted).get(ClassifierOutput.DESCRIPTION),
            StandardCharsets.UTF_8);
    assertThat(json.split("\"scale\"", -1)).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void damageIsNoticedOrChangesNothingUnseen(ClassifierTrainer trainer) {
    Map<String, byte[]> files =
        StoredClassifiers.write(
            trainer.fit(training().unaugmented(), ClassWeighting.NONE, CONTEXT));
    for (String name : files.keySet()) {
      Map<String, byte[]> damaged = new TreeMap<>(files);
      byte[] whole = files.get(name);
      damaged.put(name, Arrays.copyOf(whole, whole.length / 2));
      if (whole.length > 1) {
        assertThatThrownBy(() -> StoredClassifiers.read(damaged))
            .as(name)
            .isInstanceOf(IllegalArgumentException.class);
      }
      damaged.remove(name);
      assertThatThrownBy(() -> StoredClassifiers.read(damaged))
          .as(name)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static final Training TRAINING = trainingOf(table(1, 400, false));

  private static Training training() {
    return TRAINING;
  }

  private static Training trainingOf(Table table) {
    BitSet rare = new BitSet();
    Cells.Numbers amounts = (Cells.Numbers) table.cells("amount");
    for (int row = 0; row < table.rowCount(); row++) {
      rare.set(row, !amounts.isMissing(row) && amounts.value(row) > 1);
    }
    return Training.whole(
        new LabelledTable(
            table, rare, new Label("fraud", "1", "0", table.schema().columns().size())));
  }

  private static Augmented softened() {
    Table drawn = table(2, 30, false);
    double[] labels = new double[30];
    for (int row = 0; row < labels.length; row++) {
      labels[row] = row / 29.0;
    }
    return TRAINING.plus(Synthetic.external(drawn), new SoftLabels(labels));
  }

  /** Numbers, times, few and many levels, each with holes; with levels of its own if asked. */
  private static Table table(int seed, int rows, boolean strange) {
    RandomStream stream = new Seeds(seed).stream("rows");
    double[] amounts = new double[rows];
    BitSet noAmount = new BitSet();
    long[] times = new long[rows];
    BitSet noTime = new BitSet();
    long[] hours = new long[rows];
    @Nullable String[] channels = new @Nullable String[rows];
    String[] merchants = new String[rows];
    for (int row = 0; row < rows; row++) {
      amounts[row] = stream.nextGaussian() * (strange ? 100 : 1);
      noAmount.set(row, stream.nextDouble() < 0.1);
      times[row] = 1_700_000_000_000_000L + stream.nextInt(1_000_000) * 1_000_000L;
      noTime.set(row, stream.nextDouble() < 0.1);
      hours[row] = stream.nextInt(86_400) * 1_000_000L;
      channels[row] =
          stream.nextDouble() < 0.1 ? null : "channel " + stream.nextInt(strange ? 4 : 3);
      merchants[row] = "merchant " + stream.nextInt(strange ? 60 : 45);
    }
    List<Column> columns =
        List.of(
            new Column("amount", ColumnType.Numeric.UNBOUNDED),
            new Column("time", new ColumnType.Timestamp(false)),
            new Column("hour", new ColumnType.TimeOfDay()),
            new Column("channel", new ColumnType.Categorical()),
            new Column("merchant", new ColumnType.Categorical()));
    return new Table(
        new Schema(columns),
        List.of(
            new Cells.Numbers(amounts, noAmount),
            new Cells.Instants(times, noTime),
            new Cells.Instants(hours, new BitSet()),
            Cells.Levels.of(Arrays.asList(channels)),
            Cells.Levels.of(Arrays.asList(merchants))));
  }
}
