package dev.synth.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Context;
import dev.synth.internal.generate.kinds.Generators;
import dev.synth.split.RowRules;
import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The promises of every kind on the data that generators stumble over. */
final class WildDataContractTest {
  private static final int DRAWN = 2000;

  private static final Training NUMBERS = WildTables.numbers(300, 400, 2);

  /** The rows of each kind after a fit to {@link #NUMBERS}: a fit is the longest part of a test. */
  private static final Map<GeneratorOptions, Table> DRAWN_NUMBERS = new HashMap<>();

  private static final Training MANY_LEVELS = WildTables.manyLevels(300, 20_000, 1);

  static Stream<GeneratorOptions> kinds() {
    return GeneratorContractTest.kinds();
  }

  /** Those whose rows have only categories, atoms and missing cells that one real row has. */
  static Stream<GeneratorOptions> kindsThatInventNoPair() {
    return kinds().filter(WildDataContractTest::inventsNoPair);
  }

  private static boolean inventsNoPair(GeneratorOptions kind) {
    return Set.of("oversample", "smote", "smote-nc", "borderline-smote", "adasyn", "mgs", "forest")
        .contains(kind.kind());
  }

  /** Those that know a column's repeated values; SMOTE is defined to draw between them. */
  static Stream<GeneratorOptions> kindsThatKnowAtoms() {
    return kinds().filter(kind -> !kind.kind().contains("smote") && !kind.kind().equals("adasyn"));
  }

  /** Ranges, decimals, whole counts, levels, days: all of it is what the row rules look at. */
  @ParameterizedTest
  @MethodSource("kinds")
  void drawsWhatARealRowCouldBe(GeneratorOptions kind) {
    Training training = WildTables.numbers(12, 400, 1);
    Table drawn = draw(kind, training);
    assertThat(RowRules.fit(training, List.of()).review(drawn).rejections()).isEmpty();
    assertThat(isWhole((Cells.Numbers) drawn.cells("clicks"))).isTrue();
  }

  /** With enough rare rows the rules have their range, of which only heavy tails stand out. */
  @ParameterizedTest
  @MethodSource("kinds")
  void seldomDrawsFarBeyondTheRareRows(GeneratorOptions kind) {
    Table drawn = drawnNumbers(kind);
    assertThat(RowRules.fit(NUMBERS, List.of()).review(drawn).rejections())
        .hasSizeLessThan(DRAWN / 20)
        .allMatch(rejection -> rejection.rule().startsWith("must be in ["));
    assertThat(isWhole((Cells.Numbers) drawn.cells("clicks"))).isTrue();
  }

  private static boolean isWhole(Cells.Numbers cells) {
    return IntStream.range(0, cells.size())
        .allMatch(row -> cells.value(row) == Math.rint(cells.value(row)));
  }

  @ParameterizedTest
  @MethodSource("kindsThatKnowAtoms")
  void keepsZerosAndLimits(GeneratorOptions kind) {
    Table drawn = drawnNumbers(kind);
    // A share's own error in 300 rows, .03, twice, and what a short training leaves.
    double zeros = share(NUMBERS.rare(), "spent", 0);
    assertThat(share(drawn, "spent", 0)).isCloseTo(zeros, within(.1));
    double full = share(NUMBERS.rare(), "percent", 100);
    assertThat(share(drawn, "percent", 100)).isCloseTo(full, within(.1));
  }

  private static double share(Table table, String column, double value) {
    Cells.Numbers cells = (Cells.Numbers) table.cells(column);
    return IntStream.range(0, cells.size()).filter(row -> cells.value(row) == value).count()
        / (double) cells.size();
  }

  @ParameterizedTest
  @MethodSource("kindsThatInventNoPair")
  void keepsWhatIsMissingTogether(GeneratorOptions kind) {
    Table drawn = drawnNumbers(kind);
    for (int row = 0; row < drawn.rowCount(); row++) {
      assertThat(drawn.cells("first").isMissing(row))
          .isEqualTo(drawn.cells("second").isMissing(row));
    }
  }

  @ParameterizedTest
  @MethodSource("kindsThatInventNoPair")
  void inventsNoPairOfCategories(GeneratorOptions kind) {
    for (int seed = 0; seed < 3; seed++) {
      Training training = WildTables.categories(100, 200, seed);
      assertThat(inventedPairs(training.rare(), draw(kind, training))).isZero();
    }
  }

  /** The share of pairs that no rare row has is below what columns drawn apart would have. */
  @ParameterizedTest
  @MethodSource("kinds")
  void inventsFewerPairsThanColumnsDrawnApart(GeneratorOptions kind) {
    Training training = WildTables.categories(300, 300, 4);
    Table real = training.rare();
    int[] shifted = IntStream.range(0, 300).map(row -> (row + 1) % 300).toArray();
    int[] shiftedTwice = IntStream.range(0, 300).map(row -> (row + 2) % 300).toArray();
    Table apart =
        new Table(
            real.schema(),
            List.of(
                real.cells(0),
                real.cells(1).rows(shifted),
                real.cells(2).rows(shiftedTwice),
                real.cells(3)));
    assertThat(inventedPairs(real, apart)).isGreaterThan(.3);
    assertThat(inventedPairs(real, draw(kind, training))).isLessThan(inventedPairs(real, apart));
  }

  /** The share of rows, averaged over pairs of categorical columns, with a pair no real row has. */
  static double inventedPairs(Table real, Table drawn) {
    int invented = 0;
    int pairs = 0;
    for (int a = 0; a < 3; a++) {
      for (int b = a + 1; b < 3; b++) {
        Set<List<String>> known = new HashSet<>();
        for (int row = 0; row < real.rowCount(); row++) {
          known.add(pair(real, row, a, b));
        }
        for (int row = 0; row < drawn.rowCount(); row++) {
          pairs++;
          invented += known.contains(pair(drawn, row, a, b)) ? 0 : 1;
        }
      }
    }
    return (double) invented / pairs;
  }

  private static List<String> pair(Table table, int row, int a, int b) {
    Cells.Levels left = (Cells.Levels) table.cells(a);
    Cells.Levels right = (Cells.Levels) table.cells(b);
    return List.of(left.value(row), right.value(row));
  }

  /** Ten thousand levels must not cost ten thousand numbers a row. */
  @ParameterizedTest
  @MethodSource("kinds")
  void keepsFrequentLevelsOfTenThousand(GeneratorOptions kind) {
    Cells.Levels drawn = (Cells.Levels) draw(kind, MANY_LEVELS).cells("shop");
    Cells.Levels rows = (Cells.Levels) MANY_LEVELS.rows().features().cells("shop");
    Set<String> unknown = values(drawn);
    unknown.removeAll(values(rows));
    assertThat(unknown).isEmpty();
    int frequent = 0;
    for (int row = 0; row < drawn.size(); row++) {
      frequent += drawn.value(row).compareTo("shop0005") < 0 ? 1 : 0;
    }
    // Half of the real rows; a short training blurs that, but five levels of ten thousand by chance
    // would be a share of .0005.
    assertThat(frequent / (double) drawn.size()).isGreaterThan(.2);
  }

  private static Set<String> values(Cells.Levels cells) {
    return IntStream.range(0, cells.size())
        .mapToObj(cells::value)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Table drawnNumbers(GeneratorOptions kind) {
    return DRAWN_NUMBERS.computeIfAbsent(kind, missing -> draw(missing, NUMBERS));
  }

  private static Table draw(GeneratorOptions kind, Training training) {
    return Generators.trainer(kind).fit(training, Context.quiet(1)).sample(DRAWN, Context.quiet(2));
  }
}
