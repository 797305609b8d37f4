package dev.synth.internal.encode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.synth.internal.base.Json;
import dev.synth.internal.encode.FeatureEncoder.QuantileRows;
import dev.synth.split.Training;
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
            new int[] {5, 2000, 45},
            new int[] {6, 2000, 1100})
        .flatMap(
            size ->
                Stream.of(QuantileRows.values())
                    .map(scope -> Arguments.of(size[0], size[1], size[2], scope)));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void decodingWhatWasEncodedGivesTheTrainingRows(
      long seed, int rows, int rare, QuantileRows scope) {
    LabelledTable table = RandomTables.table(seed, rows, rare);
    FeatureEncoder encoder = FeatureEncoder.fit(Training.whole(table), scope);

    Table decoded = encoder.decode(encoder.encode(table.features()));

    SameTables.assertSame(decoded, table.features());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void encodedRowsAreOneHotAndOnTheNormalScale(long seed, int rows, int rare, QuantileRows scope) {
    LabelledTable table = RandomTables.table(seed, rows, rare);
    FeatureEncoder encoder = FeatureEncoder.fit(Training.whole(table), scope);

    for (double[] row : encoder.encode(table.features())) {
      for (Span span : encoder.layout().spans()) {
        String complaint =
            switch (span) {
              case Span.OneHot oneHot -> oneHotComplaint(row, oneHot);
              case Span.Scalar scalar -> scalarComplaint(row, scalar);
            };
        if (!complaint.isEmpty()) {
          throw new AssertionError(span + ": " + complaint);
        }
      }
    }
  }

  private static String oneHotComplaint(double[] row, Span.OneHot span) {
    int ones = 0;
    int zeros = 0;
    for (int i = 0; i < span.width(); i++) {
      ones += row[span.offset() + i] == 1 ? 1 : 0;
      zeros += row[span.offset() + i] == 0 ? 1 : 0;
    }
    return ones == 1 && zeros == span.width() - 1 ? "" : "%d ones, %d zeros".formatted(ones, zeros);
  }

  private static String scalarComplaint(double[] row, Span.Scalar span) {
    double score = row[span.offset()];
    boolean isOpen = span.gate() == Span.Scalar.ALWAYS || row[span.gate()] == 1;
    boolean isRight = isOpen ? Math.abs(score) <= 8 : score == 0;
    return isRight ? "" : "score %s, gate open: %s".formatted(score, isOpen);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void anEncoderReadFromJsonDoesTheSame(long seed, int rows, int rare, QuantileRows scope)
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
    SameTables.assertSame(again.decode(encoded), encoder.decode(encoded));
  }
}
