package dev.synth.encode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.synth.base.Json;
import dev.synth.encode.FeatureEncoder.Scope;
import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.Decimals;
import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FeatureEncoderRoundTripTest {
  static Stream<Arguments> tables() {
    return Stream.of(
            new int[] {1, 8, 3},
            new int[] {2, 20, 8},
            new int[] {3, 200, 9},
            new int[] {4, 500, 60},
            new int[] {5, 5000, 45},
            new int[] {6, 5000, 2500})
        .flatMap(
            size ->
                Stream.of(Scope.values())
                    .map(scope -> Arguments.of(size[0], size[1], size[2], scope)));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void decodingWhatWasEncodedGivesTheTrainingRows(long seed, int rows, int rare, Scope scope) {
    LabelledTable table = RandomTables.table(seed, rows, rare);
    FeatureEncoder encoder = FeatureEncoder.fit(Training.whole(table), scope);

    Table decoded = encoder.decode(encoder.encode(table.features()));

    assertEqual(decoded, table.features());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void encodedRowsAreOneHotAndOnTheNormalScale(long seed, int rows, int rare, Scope scope) {
    LabelledTable table = RandomTables.table(seed, rows, rare);
    FeatureEncoder encoder = FeatureEncoder.fit(Training.whole(table), scope);

    for (double[] row : encoder.encode(table.features())) {
      for (Span span : encoder.layout().spans()) {
        switch (span) {
          case Span.OneHot oneHot -> {
            double[] cases = Arrays.copyOfRange(row, span.offset(), span.offset() + span.width());
            assertThat(cases).containsOnly(0, 1);
            assertThat(Arrays.stream(cases).sum()).as(span.column()).isEqualTo(1);
          }
          case Span.Scalar scalar -> {
            assertThat(row[span.offset()]).isBetween(-8.0, 8.0);
            if (scalar.gate() != Span.Scalar.ALWAYS && row[scalar.gate()] == 0) {
              assertThat(row[span.offset()]).as(span.column()).isZero();
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void anEncoderReadFromJsonDoesTheSame(long seed, int rows, int rare, Scope scope)
      throws JsonProcessingException {
    LabelledTable table = RandomTables.table(seed, rows, rare);
    FeatureEncoder encoder = FeatureEncoder.fit(Training.whole(table), scope);
    String text = Json.write(encoder.toJson());

    FeatureEncoder again = FeatureEncoder.fromJson(Json.mapper().readTree(text));

    assertThat(Json.write(again.toJson())).isEqualTo(text);
    assertThat(again.layout()).isEqualTo(encoder.layout());
    assertThat(again.schema()).isEqualTo(table.features().schema());
    double[][] encoded = encoder.encode(table.features());
    assertThat(Arrays.deepEquals(again.encode(table.features()), encoded)).isTrue();
    assertEqual(again.decode(encoded), encoder.decode(encoded));
  }

  /** Equal but for unrounded numbers, which may differ by 1e-9 of their column's largest size. */
  private static void assertEqual(Table actual, Table expected) {
    assertThat(actual.schema()).isEqualTo(expected.schema());
    for (Column column : expected.schema().columns()) {
      Cells given = expected.cells(column.name());
      Cells found = actual.cells(column.name());
      double tolerance = tolerance(given);
      for (int row = 0; row < expected.rowCount(); row++) {
        assertThat(found.isMissing(row)).as(column.name()).isEqualTo(given.isMissing(row));
        if (!given.isMissing(row)) {
          switch (given) {
            case Cells.Numbers numbers ->
                assertThat(Math.abs(((Cells.Numbers) found).value(row) - numbers.value(row)))
                    .as(column.name())
                    .isLessThanOrEqualTo(tolerance);
            case Cells.Levels levels ->
                assertThat(((Cells.Levels) found).value(row)).isEqualTo(levels.value(row));
            case Cells.Instants instants ->
                assertThat(((Cells.Instants) found).value(row))
                    .as(column.name())
                    .isEqualTo(instants.value(row));
            case Cells.Texts texts -> throw new AssertionError("no identifiers here");
          }
        }
      }
    }
  }

  private static double tolerance(Cells cells) {
    if (!(cells instanceof Cells.Numbers numbers)) {
      return 0;
    }
    double[] values = new double[numbers.size()];
    double size = 0;
    for (int row = 0; row < values.length; row++) {
      values[row] = numbers.isMissing(row) ? 0 : numbers.value(row);
      size = Math.max(size, Math.abs(values[row]));
    }
    return Decimals.of(null, values).equals(Decimals.UNROUNDED) ? 1e-9 * size : 0;
  }
}
