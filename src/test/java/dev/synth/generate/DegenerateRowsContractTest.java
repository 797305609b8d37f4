package dev.synth.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Context;
import dev.synth.internal.generate.kinds.Generators;
import dev.synth.split.RowRules;
import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.DegenerateTables;
import dev.synth.table.Reading;
import dev.synth.table.Table;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind draws finite rows from columns that are constant, missing, huge or equal. */
final class DegenerateRowsContractTest {
  private static final int DRAWN = 200;

  @TempDir private static Path folder;

  /** The rows read from each table: reading takes longer than some fits. */
  private static final Map<DegenerateTables, Training> READ = new EnumMap<>(DegenerateTables.class);

  static Stream<Arguments> kindsAndTables() {
    return withTables(GeneratorContractTest.brieflyTrained());
  }

  /** Kinds that are trained for more steps than the others' tests have. */
  static Stream<Arguments> longTrainedKindsAndTables() {
    return withTables(
        GeneratorContractTest.kinds()
            .filter(kind -> GeneratorContractTest.brieflyTrained().noneMatch(kind::equals)));
  }

  private static Stream<Arguments> withTables(Stream<GeneratorOptions> kinds) {
    return kinds.flatMap(
        kind -> Stream.of(DegenerateTables.values()).map(table -> Arguments.of(kind, table)));
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("longTrainedKindsAndTables")
  void drawsFiniteRowsAfterALongerTraining(GeneratorOptions kind, DegenerateTables table) {
    drawsFiniteRows(kind, table);
  }

  @ParameterizedTest
  @MethodSource("kindsAndTables")
  void drawsFiniteRows(GeneratorOptions kind, DegenerateTables table) {
    Training training = READ.computeIfAbsent(table, DegenerateRowsContractTest::read);
    Generator generator = Generators.trainer(kind).fit(training, Context.quiet(1));
    Table drawn = generator.sample(DRAWN, Context.quiet(2));
    assertThat(drawn.rowCount()).isEqualTo(DRAWN);
    for (int column = 0; column < drawn.schema().columns().size(); column++) {
      if (drawn.cells(column) instanceof Cells.Numbers numbers) {
        for (int row = 0; row < DRAWN; row++) {
          assertThat(numbers.value(row)).isFinite();
        }
      }
    }
    assertThat(RowRules.fit(training, List.of()).review(drawn).accepted().rowCount()).isPositive();
  }

  private static Training read(DegenerateTables table) {
    return Training.whole(Reading.of(table.write(folder), "y", "1").read().rows());
  }
}
