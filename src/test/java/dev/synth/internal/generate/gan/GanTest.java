package dev.synth.internal.generate.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Cancellation;
import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.base.Seeds;
import dev.synth.generate.GanOptions;
import dev.synth.generate.Generator;
import dev.synth.generate.GeneratorContractTest;
import dev.synth.generate.SavedModel;
import dev.synth.generate.SavedModel.Damage;
import dev.synth.generate.Scope;
import dev.synth.generate.ToyOptions;
import dev.synth.generate.ToyTables;
import dev.synth.generate.TrainingLog;
import dev.synth.generate.TrainingNote;
import dev.synth.generate.TrainingWarning;
import dev.synth.internal.generate.kinds.Generators;
import dev.synth.internal.generate.training.StepChoice;
import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GanTest {
  private static final Training TRAINING = ToyTables.training(30, 60, 1);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Scope.class)
  void drawsTheSameRowsAfterBeingSavedAndLoaded(Scope scope) throws IOException {
    Generator gan = fit(ToyOptions.gan(scope, 40), TRAINING);
    gan.save(folder);
    Generator loaded = Generators.load(folder);
    assertThat(text(loaded, 1100)).isEqualTo(text(gan, 1100));
    Path again = Files.createDirectory(folder.resolve("again"));
    loaded.save(again);
    for (String file : List.of("model.json", "tensors.bin")) {
      assertThat(again.resolve(file)).hasSameBinaryContentAs(folder.resolve(file));
    }
  }

  @Test
  void refusesAModelThatIsDamaged() throws IOException {
    fit(ToyOptions.gan(5), TRAINING).save(folder);
    new SavedModel(folder)
        .assertRefuses(
            new Damage("\"version\": 1,\n  \"options\"", "\"version\": 9,\n  \"options\"", "newer"),
            new Damage("\"case_counts\": [", "\"case_counts\": [1, ", "case counts for"),
            new Damage("\"latent_dimension\": 8", "\"latent_dimension\": 9", "tensor 'generator'"),
            new Damage("\"scope\": \"rare\"", "\"scope\": \"all\"", "tensor 'generator'"),
            new Damage("\"pack\": 2", "\"pack\": 200", "must be in [1, batch_size]"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 64})
  void trainsOnFewerRowsThanABatchHas(int pack) {
    GanOptions options =
        new GanOptions(Scope.ALL, 20, 2, 64, pack, List.of(16), 4, 0.005, 1, true, 0.9, false);
    for (int rare : new int[] {1, 8}) {
      Generator gan = fit(options, ToyTables.training(rare, 5, 3));
      assertThat(gan.sample(10, Context.quiet(1)).rowCount()).isEqualTo(10);
      assertThat(gan.trainingLog().curves())
          .extracting(TrainingLog.Curve::name)
          .containsExactly("critic distance", "gradient penalty", "missed conditions");
    }
  }

  @Test
  void worksWhereNoColumnHasCases() {
    LabelledTable all = TRAINING.rows();
    Schema score = new Schema(List.of(new Column("score", ColumnType.Numeric.UNBOUNDED)));
    Table features = all.features().select(score);
    Training numbers = Training.whole(new LabelledTable(features, all.rareRows(), all.label()));
    Generator gan = fit(ToyOptions.gan(100), numbers);
    Cells.Numbers scores = (Cells.Numbers) gan.sample(200, Context.quiet(1)).cells("score");
    assertThat(IntStream.range(0, 200).mapToDouble(scores::value).distinct().count())
        .isGreaterThan(100);
  }

  @Test
  void meetsTheConditionsThatItIsAskedFor() {
    TrainingLog log = fit(ToyOptions.gan(300), TRAINING).trainingLog();
    List<TrainingLog.Point> missed = log.curves().get(2).points();
    assertThat(missed.getFirst().value()).isGreaterThan(0.5); // ln 2 and more, at first
    assertThat(missed.getLast().value()).isLessThan(0.1);
    assertThat(log.notes()).containsExactly(new TrainingNote.NothingHeldBack(30, 300));
  }

  @Test
  void letsHeldBackRowsChooseTheNumberOfSteps() {
    TrainingLog log = fit(ToyOptions.gan(100), ToyTables.training(60, 60, 1)).trainingLog();
    assertThat(log.steps()).isBetween(5, 100);
    assertThat(log.curves().getLast().name()).isEqualTo(StepChoice.CURVE);
    assertThat(log.notes())
        .singleElement(InstanceOfAssertFactories.type(TrainingNote.ChosenSteps.class))
        .matches(note -> note.heldBack() == 12 && note.rareRows() == 60);
  }

  /** One step of a network that begins near 0: all its rows are nearly one row. */
  @Test
  void warnsOfCollapse() {
    GanOptions untrained =
        new GanOptions(Scope.RARE, 1, 1, 64, 1, List.of(16), 4, 1e-9, 1, false, 0.9, false);
    assertThat(fit(untrained, TRAINING).trainingLog().warnings())
        .anyMatch(
            warning ->
                warning instanceof TrainingWarning.Collapse
                    || warning instanceof TrainingWarning.FlatColumns);
  }

  @Test
  void saysWhatHelpsWhenTrainingDiverges() {
    GanOptions wild =
        new GanOptions(Scope.RARE, 50, 1, 64, 1, List.of(16), 4, 1, 1e300, true, 0.9, false);
    assertThatThrownBy(() -> fit(wild, TRAINING))
        .isInstanceOf(Problem.class)
        .hasMessageMatching(
            "the GAN's training diverged at step \\d+: a learning_rate below 1.0 may help");
  }

  @Test
  void stopsOnRequest() {
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    Context context = new Context(new Seeds(1), Progress.NONE, cancellation);
    assertThatThrownBy(() -> new GanTrainer(ToyOptions.gan(100)).fit(TRAINING, context))
        .isInstanceOf(CancellationException.class);
  }

  private static Generator fit(GanOptions options, Training training) {
    return new GanTrainer(options).fit(training, Context.quiet(1));
  }

  private static String text(Generator generator, int rows) {
    return GeneratorContractTest.text(generator.sample(rows, Context.quiet(5)));
  }
}
