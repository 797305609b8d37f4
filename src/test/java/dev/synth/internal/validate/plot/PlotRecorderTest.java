package dev.synth.internal.validate.plot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.base.Json;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleSpace;
import dev.synth.internal.validate.metric.TestSamples;
import dev.synth.internal.validate.plot.ColumnPlot.Scale;
import dev.synth.table.Table;
import dev.synth.validate.ValidationReport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PlotRecorderTest {
  private static final ValidationReport NOTHING_FOUND =
      new ValidationReport(
          "standard",
          true,
          200,
          150,
          300,
          ValidationReport.Reference.TRAINING,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  private static final Plots PLOTS = record(rows(200, 1, 0), rows(300, 2, 1), rows(900, 3, 0));

  @Test
  void putsFirstWhatDiffersMost() {
    assertThat(PLOTS.columns())
        .extracting(ColumnPlot::name)
        .first()
        .isEqualTo("shifted"); // synthetic values are one deviation higher
    assertThat(PLOTS.columns()).hasSize(6);
  }

  @Test
  void countsEveryRowOfRealAndSyntheticSides() {
    for (ColumnPlot column : PLOTS.columns()) {
      for (ColumnPlot.Side side : List.of(column.real(), column.synthetic())) {
        int missing = side.missing() == null ? 0 : side.missing();
        assertThat(sum(side.counts()) + missing).as(column.name()).isEqualTo(side.rows());
      }
      assertThat(column.low()).hasSameSizeAs(column.real().counts());
      assertThat(column.edges().size() + column.levels().size() + (column.rest() ? 1 : 0))
          .isEqualTo(column.real().counts().size() - (column.scale() == Scale.LEVELS ? 0 : 1));
    }
  }

  @Test
  void showsNoBinOfOneToFourRealRows() {
    assertThat(
            PLOTS.columns().stream()
                .flatMap(
                    column ->
                        Stream.of(column.real(), column.majority())
                            .flatMap(side -> Objects.requireNonNull(side).counts().stream())))
        .noneMatch(FewRows::isFew);
    MapPlot map = Objects.requireNonNull(PLOTS.map());
    assertThat(map.real()).extracting(MapPlot.MapSquare::rows).allMatch(rows -> rows >= 5);
    assertThat(map.majority()).extracting(MapPlot.MapSquare::rows).allMatch(rows -> rows >= 5);
    assertThat(map.rows()).isEmpty();
    assertThat(Objects.requireNonNull(PLOTS.distances()).realReal()).noneMatch(FewRows::isFew);
    assertThat(Objects.requireNonNull(Objects.requireNonNull(PLOTS.data()).drift()).blocks())
        .extracting(DataPlot.TimeBlock::rare)
        .noneMatch(FewRows::isFew);
  }

  @Test
  void choosesAnAxisThatSpreadsTheRowsOut() {
    assertThat(panel("skewed").scale()).isEqualTo(Scale.LOG); // exp of three normal deviations
    assertThat(panel("plain").scale()).isEqualTo(Scale.LINEAR);
    assertThat(panel("count").edges()).allMatch(edge -> edge % 1 == 0.5); // between whole numbers
  }

  @Test
  void setsTheDifferenceOfAssociationsBesideBothSides() {
    AssociationPlot associations = Objects.requireNonNull(PLOTS.associations());
    assertThat(associations.columns()).hasSize(6);
    int one = associations.columns().indexOf("plain");
    int other = associations.columns().indexOf("skewed");
    assertThat(associations.real().get(one).get(other)).isGreaterThan(0.9); // of one variable
    assertThat(associations.difference().get(one).get(other)).isBetween(-0.1, 0.1);
    assertThat(associations.real().get(other)).isEqualTo(transposed(associations.real(), other));
  }

  @Test
  void drawsTheCurveOfAnAttackerThatKnowsCopies() {
    Table real = rows(200, 1, 0);
    Plots copies = record(real, real, rows(900, 3, 0));
    assertThat(Objects.requireNonNull(copies.distances()).syntheticTraining().getFirst())
        .isGreaterThan(140); // of 200
    assertThat(copies.attacks())
        .singleElement()
        .satisfies(attack -> assertThat(attack.area()).isGreaterThan(0.9));
    assertThat(PLOTS.attacks().getFirst().area()).isBetween(0.4, 0.6); // fresh rows
    assertThat(PLOTS.attacks().getFirst().points()).endsWith(List.of(1.0, 1.0));
  }

  @Test
  void recordsRealRowsOnlyWhereTheyAreAskedFor() {
    Table real = rows(200, 1, 0);
    assertThat(record(real, real, rows(900, 3, 0)).pairs()).isEmpty();
    Plots shown = record(real, real, rows(900, 3, 0), true);
    assertThat(Objects.requireNonNull(shown.map()).rows()).hasSize(200);
    assertThat(shown.pairs()).hasSize(10);
    assertThat(shown.pairs())
        .allSatisfy(
            pair -> {
              assertThat(pair.distance()).isZero();
              assertThat(pair.cells()).allMatch(cells -> cells.real().equals(cells.synthetic()));
            });
  }

  @Test
  void readsBackWhatItWrites() throws JsonProcessingException {
    String json = Json.writeDense(PLOTS);
    assertThat(Json.mapper().readValue(json, Plots.class)).isEqualTo(PLOTS);
    Plots again = record(rows(200, 1, 0), rows(300, 2, 1), rows(900, 3, 0));
    assertThat(Json.writeDense(again)).isEqualTo(json);
  }

  @Test
  void staysBelowAMegabyteAtThreeHundredColumns() {
    Plots plots = record(wide(3_400), wide(400), wide(300)); // 30 bins from 3,375 rows on;
    assertThat(plots.columns()).hasSize(300);
    assertThat(plots.columnsLeftOut()).isEqualTo(10);
    assertThat(Objects.requireNonNull(plots.associations()).columns()).hasSize(40);
    assertThat(Json.writeDense(plots).getBytes(StandardCharsets.UTF_8).length)
        .isLessThan(1_000_000);
  }

  private static Table wide(int count) {
    RandomStream stream = new Seeds(count).stream("wide");
    TestSamples rows = TestSamples.rows();
    for (int column = 0; column < 310; column++) {
      double[] values = new double[count];
      for (int row = 0; row < values.length; row++) {
        values[row] = stream.nextGaussian();
      }
      rows.numbers("a_rather_long_column_name_" + column, values);
    }
    return rows.table();
  }

  private static ColumnPlot panel(String name) {
    return PLOTS.columns().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  private static int sum(List<Integer> counts) {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  private static List<@Nullable Double> transposed(
      List<List<@Nullable Double>> matrix, int column) {
    List<@Nullable Double> values = new ArrayList<>();
    matrix.forEach(row -> values.add(row.get(column)));
    return values;
  }

  private static Table rows(int count, int seed, double shift) {
    RandomStream stream = new Seeds(seed).stream("rows");
    double[][] values = new double[5][count];
    StringBuilder letters = new StringBuilder();
    for (int row = 0; row < count; row++) {
      double normal = stream.nextGaussian();
      values[0][row] = normal;
      values[1][row] = Math.exp(3 * normal);
      values[2][row] = stream.nextGaussian() + shift;
      values[3][row] = row % 20 == 0 ? Double.NaN : stream.nextInt(9);
      values[4][row] = 1.7e15 + stream.nextDouble() * 30 * 86_400e6; // a month
      letters.append("aaaaabbbbcccd.".charAt(stream.nextInt(14)));
    }
    return TestSamples.rows()
        .numbers("plain", values[0])
        .numbers("skewed", values[1])
        .numbers("shifted", values[2])
        .numbers("count", values[3])
        .times("when", values[4])
        .levels("letter", letters.toString())
        .table();
  }

  private static Plots record(Table real, Table synthetic, Table majority) {
    return record(real, synthetic, majority, false);
  }

  private static Plots record(Table real, Table synthetic, Table majority, boolean showRows) {
    SampleSpace space = SampleSpace.of(real, List.of(synthetic));
    Sample others = space.sample(majority);
    Sample unseen = space.sample(rowsLike(real));
    Sample training = space.sample(real).beside(others).besideUnseen(unseen);
    return PlotRecorder.record(
            new PlotRecorder.Input(
                training,
                space.sample(synthetic),
                real.rowCount() + majority.rowCount(),
                NOTHING_FOUND,
                showRows),
            Context.quiet(1))
        .plots();
  }

  private static Table rowsLike(Table real) {
    return real.schema().columns().size() == 6 ? rows(150, 4, 0) : wide(200);
  }
}
