package dev.synth.internal.encode;

import static dev.synth.internal.encode.EncodedTables.DAY;
import static dev.synth.internal.encode.EncodedTables.HOUR;
import static dev.synth.internal.encode.EncodedTables.fit;
import static dev.synth.internal.encode.EncodedTables.levels;
import static dev.synth.internal.encode.EncodedTables.numbers;
import static dev.synth.internal.encode.EncodedTables.table;
import static dev.synth.internal.encode.EncodedTables.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.base.Seeds;
import dev.synth.table.Cells;
import dev.synth.table.ColumnType;
import dev.synth.table.Table;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FeatureEncoderTest {

  static Stream<Arguments> layouts() {
    return Stream.of(
        Arguments.of("constant number", numbers(30, row -> 5), List.of()),
        Arguments.of("nothing but missing", numbers(30, row -> Double.NaN), List.of()),
        Arguments.of(
            "constant or missing",
            numbers(30, row -> row == 3 ? Double.NaN : 5),
            List.of(new Span.OneHot("c", 0, 2))),
        Arguments.of(
            "few values", numbers(30, row -> row % 3), List.of(new Span.OneHot("c", 0, 3))),
        Arguments.of("continuous", numbers(30, row -> row), List.of(new Span.Scalar("c", 0, -1))),
        Arguments.of(
            "continuous or missing",
            numbers(30, row -> row == 3 ? Double.NaN : row),
            List.of(new Span.OneHot("c", 0, 2), new Span.Scalar("c", 2, 1))),
        Arguments.of(
            "missing, an atom, the rest",
            numbers(60, row -> row == 3 ? Double.NaN : row < 20 ? -1 : row),
            List.of(new Span.OneHot("c", 0, 3), new Span.Scalar("c", 3, 2))),
        Arguments.of("one level", levels("a", "a"), List.of()),
        Arguments.of("two levels", levels("a", "b"), List.of(new Span.OneHot("c", 0, 2))),
        Arguments.of("a level or missing", levels("a", null), List.of(new Span.OneHot("c", 0, 2))),
        Arguments.of("one instant", times(false, HOUR, HOUR), List.of()),
        Arguments.of(
            "two days, one hour",
            times(false, HOUR, DAY + HOUR),
            List.of(new Span.OneHot("c", 0, 2))),
        Arguments.of(
            "two days, two hours, missing",
            times(false, HOUR, DAY + 2 * HOUR, Long.MIN_VALUE),
            List.of(
                new Span.OneHot("c", 0, 2),
                new Span.OneHot("c", 2, 2),
                new Span.OneHot("c", 4, 2))),
        Arguments.of(
            "many days and minutes, missing",
            times(
                false,
                LongStream.range(0, 50)
                    .map(i -> i == 7 ? Long.MIN_VALUE : i * DAY + i * HOUR / 60)
                    .toArray()),
            List.of(
                new Span.OneHot("c", 0, 2),
                new Span.Scalar("c", 2, 1),
                new Span.Scalar("c", 3, 1))),
        Arguments.of(
            "many dates",
            times(true, LongStream.range(0, 50).map(i -> i * DAY).toArray()),
            List.of(new Span.Scalar("c", 0, -1))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layouts")
  void eachColumnHasTheSpansThatItNeeds(String name, Table rows, List<Span> spans) {
    FeatureEncoder encoder = fit(rows);

    assertThat(encoder.layout().spans()).as(name).isEqualTo(spans);
    assertThat(encoder.constantColumns()).isEqualTo(spans.isEmpty() ? List.of("c") : List.of());
    SameTables.assertSame(encoder.decode(encoder.encode(rows)), rows);
  }

  @Test
  void levelsOfOtherRowsOnlyAreKeptAndLevelsOfNoRowAreNot() {
    Cells.Levels cells =
        new Cells.Levels(new int[] {0, 0, 3}, new BitSet(), List.of("a", "b", "c", "d"));

    assertThat(fit(table(new ColumnType.Categorical(), cells)).layout().width()).isEqualTo(2);
  }

  @Test
  void anUnseenLevelIsNoneOfThem() {
    FeatureEncoder encoder = fit(levels("a", "b", "c"));

    double[][] encoded = encoder.encode(levels("x", "b"));

    assertThat(encoded).isDeepEqualTo(new double[][] {{0, 0, 0}, {0, 1, 0}});
    assertThat(((Cells.Levels) encoder.decode(encoded).cells(0)).value(0)).isEqualTo("a");
  }

  @Test
  void anUnexpectedMissingCellIsNoneOfThem() {
    FeatureEncoder encoder = fit(numbers(40, row -> row));

    double[][] encoded = encoder.encode(numbers(1, row -> Double.NaN));

    assertThat(encoded).isDeepEqualTo(new double[][] {{0}});
    assertThat(((Cells.Numbers) encoder.decode(encoded).cells(0)).value(0)).isBetween(19.0, 20.0);
  }

  @Test
  void theLargestCaseDecidesAndTheFirstOnTies() {
    FeatureEncoder encoder = fit(levels("a", "b", "c"));

    Cells.Levels decoded =
        (Cells.Levels) encoder.decode(new double[][] {{0.2, 0.7, 0.1}, {0.4, 0.2, 0.4}}).cells(0);

    assertThat(decoded.value(0)).isEqualTo("b");
    assertThat(decoded.value(1)).isEqualTo("a");
  }

  @Test
  void numbersOutsideOfTheTrainingRangeAreTakenForItsEnds() {
    FeatureEncoder encoder = fit(numbers(40, row -> row));

    Table decoded = encoder.decode(encoder.encode(numbers(2, row -> row == 0 ? -1e9 : 1e9)));

    SameTables.assertSame(decoded, numbers(2, row -> row == 0 ? 0 : 39));
  }

  @Test
  void integersStayIntegersAndCentsCents() {
    double[][] scores =
        IntStream.range(-80, 80).mapToObj(i -> new double[] {i / 20.0}).toArray(double[][]::new);

    Cells.Numbers whole = (Cells.Numbers) fit(numbers(40, row -> row)).decode(scores).cells(0);
    Cells.Numbers cents =
        (Cells.Numbers) fit(numbers(40, row -> row / 100.0)).decode(scores).cells(0);

    for (int row = 0; row < scores.length; row++) {
      assertThat(whole.value(row)).isEqualTo(Math.rint(whole.value(row)));
      assertThat(cents.value(row)).isEqualTo(Math.rint(cents.value(row) * 100) / 100);
    }
  }

  @Test
  void theUsersBoundsAndDecimalsLimitWhatIsDecoded() {
    ColumnType.Numeric type = new ColumnType.Numeric(1, 10.05, 30.0);
    FeatureEncoder encoder = fit(numbers(type, 50, row -> row));

    Cells.Numbers decoded =
        (Cells.Numbers) encoder.decode(new double[][] {{-9}, {9}, {0.01}}).cells(0);

    assertThat(decoded.value(0)).isEqualTo(10.1);
    assertThat(decoded.value(1)).isEqualTo(30);
    assertThat(decoded.value(2) * 10).isEqualTo(Math.rint(decoded.value(2) * 10));
  }

  @Test
  void boundsThatNoTrainingValueMeetsAreADataProblem() {
    ColumnType.Numeric type = new ColumnType.Numeric(null, 100.0, null);

    assertThatThrownBy(() -> fit(numbers(type, 50, row -> row)))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessageContaining("column 'c': no training value lies within the bounds");
  }

  /** All training times are between 1 and 5 o'clock, so that whatever is decoded is at night. */
  @Test
  void whatHappensAtNightStaysAtNight() {
    var random = new Seeds(3).stream("night");
    long[] nights =
        LongStream.range(0, 200)
            .map(i -> random.nextInt(90) * DAY + HOUR + random.nextInt(4 * 3600) * 1_000_000L)
            .toArray();
    FeatureEncoder encoder = fit(times(false, nights));
    double[][] draws = new double[500][encoder.layout().width()];
    for (double[] draw : draws) {
      Arrays.setAll(draw, i -> 2 * random.nextGaussian());
    }

    Cells.Instants decoded = (Cells.Instants) encoder.decode(draws).cells(0);

    for (int row = 0; row < decoded.size(); row++) {
      assertThat(Math.floorMod(decoded.value(row), DAY)).isBetween(HOUR, 5 * HOUR);
      assertThat(decoded.value(row) % 1_000_000L).isZero();
    }
  }

  @Test
  void rowsWithOtherColumnsAreRefused() {
    FeatureEncoder encoder = fit(levels("a", "b"));

    assertThatThrownBy(() -> encoder.encode(numbers(3, row -> row)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fitted on");
    assertThatThrownBy(() -> encoder.decode(new double[][] {{1, 0, 0}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a row of 3 numbers, but the layout has 2");
  }
}
