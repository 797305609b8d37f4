package dev.synth.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.cluster.Segmentation.Kind;
import dev.synth.internal.cluster.Segmentation.Trait;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SegmenterTest {
  private static final int ROWS = 300;
  private static final List<String> COLUMNS = List.of("amount", "hour", "channel");

  /** 300 rows of three kinds: half are large, a third are early on the web, a sixth are late. */
  private static Table table() {
    RandomStream stream = new Seeds(8).stream("rows");
    double[] amounts = new double[ROWS];
    double[] hours = new double[ROWS];
    List<@Nullable String> channels = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      int kind = row < 150 ? 0 : row < 250 ? 1 : 2;
      amounts[row] = (kind == 0 ? 900 : 20) + 10 * stream.nextGaussian();
      hours[row] = (kind == 2 ? 22 : 9) + stream.nextGaussian() / 2;
      channels.add(kind == 1 ? "web" : "shop");
    }
    return new Table(
        new Schema(
            List.of(
                new Column("amount", ColumnType.Numeric.UNBOUNDED),
                new Column("hour", ColumnType.Numeric.UNBOUNDED),
                new Column("channel", new ColumnType.Categorical()))),
        List.of(new Cells.Numbers(amounts), new Cells.Numbers(hours), Cells.Levels.of(channels)));
  }

  private static Segmentation found() {
    return new Segmenter(table(), COLUMNS, false, Context.quiet(1)).find(Kind.ROWS, null, null);
  }

  @Test
  void kindsOfRowsAreFoundAndDescribedInTheirOwnUnits() {
    Segmentation found = found();

    assertThat(found.chosen()).isEqualTo(3);
    assertThat(found.clusters())
        .extracting(Segmentation.Cluster::rows)
        .containsExactly(150, 100, 50);
    Trait large = found.clusters().getFirst().traits().getFirst();
    assertThat(large.column()).isEqualTo("amount");
    assertThat(large.own()).isBetween(890.0, 910.0);
    assertThat(large.others()).isBetween(10.0, 30.0);
    assertThat(found.clusters().get(1).traits())
        .contains(new Trait("channel", null, null, "web", 1.0, 0.0, 1.0));
    assertThat(found.clusters().get(2).traits().getFirst().column()).isEqualTo("hour");
  }

  @Test
  void dbscanFindsTheSameIslands() {
    Segmentation.DbscanClusters density = found().density();

    assertThat(density.clusters()).isEqualTo(3);
    assertThat(density.agreement()).isEqualTo(1.0);
  }

  @Test
  void theSameSeedGivesTheSameBytes() {
    assertThat(found()).isEqualTo(found());
  }

  /** Of ten synthetic rows none is late: that cluster is lost. */
  @Test
  void whatSyntheticRowsLackIsTold() {
    Table rows = table();
    Table synthetic = rows.rows(IntStream.range(0, 10).map(row -> row * 25).toArray());
    Segmentation found =
        new Segmenter(rows, COLUMNS, false, Context.quiet(1))
            .find(Kind.RARE_ROWS, null, new Segmenter.SyntheticRun("run", synthetic));

    assertThat(found.clusters())
        .extracting(Segmentation.Cluster::syntheticShare)
        .containsExactly(0.6, 0.4, 0.0);
    assertThat(found.clusters().getFirst().coverage()).isEqualTo(1.0);
  }

  @Test
  void tooFewRowsAndColumnsThatTellNothingAreRefused() {
    Table few = table().rows(new int[] {0, 1, 2});
    Table equal = table().rows(new int[40]);

    assertThatThrownBy(() -> new Segmenter(few, COLUMNS, false, Context.quiet(1)))
        .isInstanceOf(Problem.class)
        .hasMessage("clusters take at least 20 rows, and there are 3");
    assertThatThrownBy(() -> new Segmenter(equal, COLUMNS, false, Context.quiet(1)))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("no column tells rows apart");
  }

  /** By hand: of 15 pairs 4 are together in both, 6 and 7 in each one; 6 · 7 / 15 by chance. */
  @Test
  void theAdjustedRandIndexIsThatOfHubertAndArabie() {
    int[] one = {0, 0, 0, 1, 1, 1};
    int[] other = {0, 0, 1, 1, 1, 1};

    assertThat(RandIndex.adjusted(one, other))
        .isCloseTo((4 - 6 * 7 / 15.0) / (6.5 - 6 * 7 / 15.0), offset(1e-12));
    assertThat(RandIndex.adjusted(one, one)).isEqualTo(1.0);
    assertThat(RandIndex.adjusted(new int[] {0, 0}, new int[] {0, 0})).isNull();
  }

  /** From 10 to 0 in 5 steps the line falls by 2 each; 3 lies 5 below it. */
  @Test
  void aCurveBendsWhereItIsFarthestFromItsChord() {
    assertThat(Knee.of(new double[] {10, 3, 2, 1, 0.5, 0})).isEqualTo(1);
    assertThat(Knee.of(new double[] {3, 2, 1})).isZero();
  }
}
