package dev.synth.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.internal.generate.draw.AcceptedRows;
import dev.synth.internal.generate.kinds.Generators;
import dev.synth.split.RowRules;
import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The promises of every kind of generator. */
public final class GeneratorContractTest {
  private static final Training TRAINING = ToyTables.training(60, 200, 1);

  /** Enough rows for shares. */
  private static final Training MORE = ToyTables.training(400, 400, 2);

  /**
   * The generator of each kind, fitted to {@link #TRAINING} from seed 1: a fit is the longest part
   * of a test.
   */
  private static final Map<GeneratorOptions, Generator> FITTED = new HashMap<>();

  /** The same, learned a second time, by a trainer that learned other rows in between. */
  private static final Map<GeneratorOptions, Generator> FITTED_AGAIN = new HashMap<>();

  /** The generator of each kind, fitted to {@link #MORE}. */
  private static final Map<GeneratorOptions, Generator> TRAINED_LONGER = new HashMap<>();

  @TempDir private Path folder;

  /** Every kind, with networks that are trained long enough to keep shares. */
  public static Stream<GeneratorOptions> kinds() {
    return kinds(1);
  }

  /** Every kind, with networks that have learned something, which is all that most tests need. */
  static Stream<GeneratorOptions> brieflyTrained() {
    return kinds(5);
  }

  /**
   * Every kind, with networks that are trained more briefly.
   *
   * @param part what the numbers of training steps are divided by
   */
  static Stream<GeneratorOptions> kinds(int part) {
    return Stream.of(
        ToyOptions.vae(300 / part),
        ToyOptions.gan(400 / part),
        ToyOptions.dl4jVae(200 / part),
        ToyOptions.vae(Scope.ALL, 300 / part, VaeOptions.Sampling.POSTERIOR),
        new OversampleOptions(),
        new ShuffleOptions(),
        new SmoteOptions(5, false),
        new SmoteNcOptions(5, true),
        new BorderlineSmoteOptions(5, 10, false),
        new AdasynOptions(5, false),
        new MgsOptions(null, 1),
        new CopulaOptions(null),
        new ForestOptions(10, 5, 5, 0),
        ToyOptions.diffusion(300 / part));
  }

  @ParameterizedTest
  @MethodSource("brieflyTrained")
  void drawsAsManyRowsAsAskedForWithTheTrainingColumns(GeneratorOptions kind) {
    Generator generator = fitted(kind);
    for (int rows : new int[] {0, 1, 2, 1500}) {
      Table drawn = generator.sample(rows, Context.quiet(1));
      assertThat(drawn.rowCount()).isEqualTo(rows);
      assertThat(drawn.schema()).isEqualTo(TRAINING.rows().features().schema());
    }
  }

  @ParameterizedTest
  @MethodSource("brieflyTrained")
  void drawsTheSameRowsFromTheSameSeeds(GeneratorOptions kind) {
    String first = text(fitted(kind).sample(100, Context.quiet(7)));
    Generator again = fittedAgain(kind);
    assertThat(text(again.sample(100, Context.quiet(7)))).isEqualTo(first);
    assertThat(text(again.sample(100, Context.quiet(8)))).isNotEqualTo(first);
  }

  @ParameterizedTest
  @MethodSource("brieflyTrained")
  void forgetsBetweenFits(GeneratorOptions kind) {
    String alone = text(fitted(kind).sample(50, Context.quiet(7)));
    assertThat(text(fittedAgain(kind).sample(50, Context.quiet(7)))).isEqualTo(alone);
  }

  @ParameterizedTest
  @MethodSource("brieflyTrained")
  void fitsSideBySideAsItFitsAlone(GeneratorOptions kind) throws Exception {
    List<String> alone =
        List.of(
            text(fit(kind, TRAINING, 0).sample(50, Context.quiet(0))),
            text(fitted(kind).sample(50, Context.quiet(1))));
    List<Future<String>> together = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < 2; i++) {
        int seed = i;
        together.add(
            threads.submit(() -> text(fit(kind, TRAINING, seed).sample(50, Context.quiet(seed)))));
      }
      for (int seed = 0; seed < 2; seed++) {
        assertThat(together.get(seed).get()).isEqualTo(alone.get(seed));
      }
    }
  }

  /** Those that draw from some rare rows more than from others keep the shares of those. */
  static Stream<GeneratorOptions> kindsWithoutFavourites() {
    return kinds()
        .filter(
            kind -> !(kind instanceof BorderlineSmoteOptions) && !(kind instanceof AdasynOptions));
  }

  @ParameterizedTest
  @MethodSource("kindsWithoutFavourites")
  void keepsTheShareOfMissingCells(GeneratorOptions kind) {
    double real = MORE.rare().cells("balance").missingCount() / 400.0;
    Table drawn = trainedLonger(kind).sample(4000, Context.quiet(1));
    // One fit's own error, and the drawing's: 2 standard errors of a share of .3 in 400 rows.
    assertThat(drawn.cells("balance").missingCount() / 4000.0).isCloseTo(real, within(.05));
    assertThat(drawn.cells("score").missingCount()).isZero();
  }

  @ParameterizedTest
  @MethodSource("brieflyTrained")
  void worksWithEightRareRowsAndWithOne(GeneratorOptions kind) {
    for (int rare : new int[] {8, 1}) {
      Generator generator = fit(kind, ToyTables.training(rare, 50, 3), 1);
      assertThat(generator.sample(20, Context.quiet(1)).rowCount()).isEqualTo(20);
    }
  }

  @ParameterizedTest
  @MethodSource("brieflyTrained")
  void refusesToLearnFromNothing(GeneratorOptions kind) {
    assertThatThrownBy(() -> fit(kind, ToyTables.training(0, 50, 3), 1))
        .isInstanceOf(Problem.class)
        .hasMessage("there are no rare training rows to learn from");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void keepsAColumnThatIsConstantAmongTheRareRows(GeneratorOptions kind) {
    Cells.Levels country =
        (Cells.Levels) trainedLonger(kind).sample(500, Context.quiet(1)).cells("country");
    long others = IntStream.range(0, 500).filter(row -> !country.value(row).equals("DE")).count();
    assertThat(others).isLessThanOrEqualTo(25); // France has no rare row; a softmax is never 0
  }

  @ParameterizedTest
  @MethodSource("brieflyTrained")
  void savesTheSameStateAsTheSameBytes(GeneratorOptions kind) throws IOException {
    fitted(kind).save(Files.createDirectory(folder.resolve("first")));
    fittedAgain(kind).save(Files.createDirectory(folder.resolve("second")));
    for (String file : List.of("model.json", "tensors.bin")) {
      Path first = folder.resolve("first").resolve(file);
      if (Files.exists(first)) {
        assertThat(folder.resolve("second").resolve(file)).hasSameBinaryContentAs(first);
      }
    }
    assertThat(folder.resolve("first/model.json")).content().contains(kind.kind());
  }

  @ParameterizedTest
  @MethodSource("brieflyTrained")
  void drawsTheSameRowsAfterBeingSavedAndLoaded(GeneratorOptions kind) throws IOException {
    Generator generator = fitted(kind);
    Path saved = Files.createDirectory(folder.resolve("saved"));
    generator.save(saved);
    Generator loaded = Generators.load(saved);
    assertThat(text(loaded.sample(1100, Context.quiet(5))))
        .isEqualTo(text(generator.sample(1100, Context.quiet(5))));
    Path again = Files.createDirectory(folder.resolve("again"));
    loaded.save(again);
    assertThat(again.resolve("model.json"))
        .hasSameBinaryContentAs(saved.resolve("model.json"))
        .content()
        .startsWith("{\n  \"kind\": \"" + kind.kind() + "\"");
  }

  @ParameterizedTest
  @MethodSource("brieflyTrained")
  void isDrawnFromBySeveralThreadsAsByOne(GeneratorOptions kind) throws Exception {
    Generator generator = fitted(kind);
    List<Future<String>> together = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 8; i++) {
        int seed = i;
        together.add(threads.submit(() -> text(generator.sample(300, Context.quiet(seed)))));
      }
      for (int seed = 0; seed < 8; seed++) {
        assertThat(together.get(seed).get())
            .isEqualTo(text(generator.sample(300, Context.quiet(seed))));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("brieflyTrained")
  void drawsRowsWithGivenValues(GeneratorOptions kind) {
    RowRules rules =
        RowRules.fit(TRAINING, List.of("score > 1"))
            .where(Map.of("channel", "app"), TRAINING.rows().label());
    Table drawn = AcceptedRows.draw(fitted(kind), rules, 200, Context.quiet(3)).accepted().rows();
    assertThat(rules.conditions().rows(drawn)).hasSize(200);
  }

  private static Generator fitted(GeneratorOptions kind) {
    return FITTED.computeIfAbsent(kind, missing -> fit(missing, TRAINING, 1));
  }

  private static Generator trainedLonger(GeneratorOptions kind) {
    return TRAINED_LONGER.computeIfAbsent(kind, missing -> fit(missing, MORE, 1));
  }

  private static Generator fittedAgain(GeneratorOptions kind) {
    return FITTED_AGAIN.computeIfAbsent(
        kind,
        missing -> {
          GeneratorTrainer trainer = Generators.trainer(missing);
          trainer.fit(ToyTables.training(30, 30, 9), Context.quiet(3));
          return trainer.fit(TRAINING, Context.quiet(1));
        });
  }

  private static Generator fit(GeneratorOptions kind, Training training, long seed) {
    return Generators.trainer(kind).fit(training, Context.quiet(seed));
  }

  /** Returns all cells as text, a line a row. */
  public static String text(Table table) {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < table.rowCount(); row++) {
      for (int column = 0; column < table.schema().columns().size(); column++) {
        Cells cells = table.cells(column);
        text.append(cells.isMissing(row) ? "missing" : cell(cells, row)).append(' ');
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String cell(Cells cells, int row) {
    return switch (cells) {
      case Cells.Numbers numbers -> String.valueOf(numbers.value(row));
      case Cells.Levels levels -> levels.value(row);
      case Cells.Instants instants -> String.valueOf(instants.value(row));
      case Cells.Texts texts -> texts.value(row);
    };
  }
}
