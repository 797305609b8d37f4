package dev.synth.internal.generate.vae;

import static dev.synth.generate.GeneratorContractTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Cancellation;
import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.base.Seeds;
import dev.synth.generate.Generator;
import dev.synth.generate.SavedModel;
import dev.synth.generate.SavedModel.Damage;
import dev.synth.generate.Scope;
import dev.synth.generate.ToyOptions;
import dev.synth.generate.ToyTables;
import dev.synth.generate.TrainingLog;
import dev.synth.generate.TrainingNote;
import dev.synth.generate.TrainingWarning;
import dev.synth.generate.VaeOptions;
import dev.synth.internal.generate.kinds.Generators;
import dev.synth.split.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VaeTest {
  private static final Training TRAINING = ToyTables.training(60, 100, 1);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"RARE, POSTERIOR", "RARE, PRIOR", "ALL, POSTERIOR", "ALL, PRIOR"})
  void drawsTheSameRowsAfterBeingSavedAndLoaded(Scope scope, VaeOptions.Sampling sampling)
      throws IOException {
    Generator vae = fit(ToyOptions.vae(scope, 100, sampling), TRAINING);
    vae.save(folder);
    Generator loaded = Generators.load(folder);
    assertThat(text(loaded.sample(1100, Context.quiet(5))))
        .isEqualTo(text(vae.sample(1100, Context.quiet(5))));
    Path again = Files.createDirectory(folder.resolve("again"));
    loaded.save(again);
    for (String file : List.of("model.json", "tensors.bin")) {
      assertThat(again.resolve(file)).hasSameBinaryContentAs(folder.resolve(file));
    }
  }

  @Test
  void refusesAModelThatIsDamagedOrOfAnotherKind() throws IOException {
    new SavedModel(folder).assertRefused("model.json is missing");
    fit(ToyOptions.vae(10), TRAINING).save(folder);
    new SavedModel(folder)
        .assertRefuses(
            new Damage("\"kind\": \"vae\"", "\"kind\": \"vea\"", "did you mean 'vae'?"),
            new Damage("\"version\": 2,\n  \"options\"", "\"version\": 9,\n  \"options\"", "newer"),
            new Damage("\"codes\": 60", "\"codes\": 61", "tensor 'code_means'"),
            new Damage("\"codes\": 60", "\"codes\": 0", "'codes' is not in [1,"),
            new Damage("\"codes\": 60", "\"codes\": 1073741824", "'codes' is not in [1,"),
            new Damage("\"latent_dimension\": 4", "\"latent_dimension\": 0", "cannot be read"),
            new Damage("\"latent_dimension\": 4", "\"latent_dimension\": 5", "tensor 'encoder'"),
            new Damage("\"options\": {", "\"option\": {", "'options' is left out"),
            new Damage("{", "", "cannot be read"));
  }

  @Test
  void trainsForAllStepsWithFewRows() {
    TrainingLog log = fit(ToyOptions.vae(120), ToyTables.training(39, 100, 1)).trainingLog();
    assertThat(log.steps()).isEqualTo(120);
    assertThat(log.notes()).containsExactly(new TrainingNote.NothingHeldBack(39, 120));
    assertThat(log.curves())
        .extracting(TrainingLog.Curve::name)
        .containsExactly("reconstruction", "divergence");
    assertThat(log.curves().getFirst().points())
        .hasSize(12)
        .last()
        .extracting(TrainingLog.Point::step)
        .isEqualTo(120);
  }

  @Test
  void letsHeldBackRowsChooseTheNumberOfSteps() {
    TrainingLog log = fit(ToyOptions.vae(200), ToyTables.training(40, 100, 1)).trainingLog();
    assertThat(log.steps()).isBetween(10, 200).matches(steps -> steps % 10 == 0);
    assertThat(log.notes())
        .singleElement(InstanceOfAssertFactories.type(TrainingNote.ChosenSteps.class))
        .satisfies(
            note ->
                assertThat(note)
                    .isEqualTo(
                        new TrainingNote.ChosenSteps(
                            8, 40, log.steps(), 200, note.areaUnderCurve())));
    TrainingLog.Curve score = log.curves().getLast();
    assertThat(score.name()).isEqualTo("two-sample score of held-back rows");
    assertThat(score.points()).hasSizeBetween(1, 20).allMatch(point -> point.value() >= 0.5);
  }

  @Test
  void trainsForAsManyStepsAsSuitTheRareRows() {
    VaeOptions silent =
        new VaeOptions(
            Scope.ALL, null, 64, List.of(16), 4, 0.005, 1, VaeOptions.Sampling.PRIOR, 1, false);
    assertThat(silent.steps(8)).isEqualTo(500);
    assertThat(silent.steps(62)).isEqualTo(62 * 32);
    assertThat(silent.steps(5000)).isEqualTo(3000);
    assertThat(ToyOptions.vae(300).steps(5000)).isEqualTo(300);
  }

  @Test
  void warnsWhereTheCodesSayNothing() {
    VaeOptions strict =
        new VaeOptions(
            Scope.RARE, 300, 64, List.of(16), 4, 0.005, 100, VaeOptions.Sampling.PRIOR, 1, false);
    assertThat(fit(strict, TRAINING).trainingLog().warnings())
        .filteredOn(TrainingWarning.EmptyCodes.class::isInstance)
        .singleElement(InstanceOfAssertFactories.type(TrainingWarning.EmptyCodes.class))
        .satisfies(codes -> assertThat(codes.nats()).isBetween(0.0, 0.1));
    assertThat(fit(ToyOptions.vae(300), TRAINING).trainingLog().warnings())
        .noneMatch(TrainingWarning.EmptyCodes.class::isInstance);
  }

  @Test
  void saysWhatHelpsWhenTrainingDiverges() {
    VaeOptions wild =
        new VaeOptions(
            Scope.RARE, 500, 64, List.of(16), 4, 1, 1e300, VaeOptions.Sampling.PRIOR, 1, false);
    assertThatThrownBy(() -> fit(wild, TRAINING))
        .isInstanceOf(Problem.class)
        .hasMessageMatching(
            "the VAE's training diverged at step \\d+: a learning_rate below 1.0 may help");
  }

  @Test
  void stopsOnRequest() {
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    Context context = new Context(new Seeds(1), Progress.NONE, cancellation);
    assertThatThrownBy(() -> new VaeTrainer(ToyOptions.vae(100)).fit(TRAINING, context))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void learns() {
    List<TrainingLog.Curve> curves =
        fit(ToyOptions.vae(400), ToyTables.training(200, 100, 1)).trainingLog().curves();
    List<TrainingLog.Point> loss = curves.getFirst().points();
    assertThat(loss.getLast().value()).isLessThan(loss.getFirst().value() - 1);
  }

  private static Generator fit(VaeOptions options, Training training) {
    return new VaeTrainer(options).fit(training, Context.quiet(1));
  }
}
