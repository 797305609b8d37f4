package dev.synth.internal.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.table.read.TableReader;
import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.DataOptions;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeakSuspectsTest {
  private static final int ROWS = 2000;

  /** Every 50th row is rare. */
  private static BitSet rare() {
    BitSet rare = new BitSet();
    for (int row = 0; row < ROWS; row += 50) {
      rare.set(row);
    }
    return rare;
  }

  private static Training training(Column column, Cells cells) {
    return Training.whole(
        new LabelledTable(
            new Table(new Schema(List.of(column)), List.of(cells)),
            rare(),
            new Label("fraud", "1", "0", 1)));
  }

  private static List<Suspect> suspects(ColumnType type, Cells cells) {
    return LeakSuspects.find(training(new Column("x", type), cells));
  }

  private interface Cell {
    double of(boolean rare, RandomStream random);
  }

  private static Cells.Numbers numbers(Cell cell) {
    RandomStream random = new Seeds(5).stream("cells");
    BitSet rare = rare();
    double[] values = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      values[row] = cell.of(rare.get(row), random);
    }
    return new Cells.Numbers(values);
  }

  @Test
  void namesACodeOfTheLabel() {
    Cells scenario = numbers((rare, random) -> rare ? 1 + random.nextInt(3) : 0);
    assertThat(suspects(ColumnType.Numeric.UNBOUNDED, scenario))
        .containsExactly(new Suspect("x", 1.0));
  }

  @Test
  void namesAScoreOfTheLabelInEitherDirection() {
    for (int sign : new int[] {1, -1}) {
      Cells score =
          numbers((rare, random) -> sign * ((rare ? 1000 : 0) + random.nextDouble() * 990));
      assertThat(suspects(ColumnType.Numeric.UNBOUNDED, score)).hasSize(1);
    }
  }

  @Test
  void namesABandInTheMiddle() {
    Cells band =
        numbers((rare, random) -> rare ? 7 : random.nextInt(100) + (random.nextInt(2) - 2) * 100);
    assertThat(suspects(ColumnType.Numeric.UNBOUNDED, band)).hasSize(1);
  }

  @Test
  void namesAColumnThatOnlyRareRowsFill() {
    BitSet absent = new BitSet();
    absent.set(0, ROWS);
    absent.andNot(rare());
    Cells refunds = new Cells.Numbers(new double[ROWS], absent);
    assertThat(suspects(ColumnType.Numeric.UNBOUNDED, refunds)).hasSize(1);
    List<@Nullable String> reasons = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      reasons.add(absent.get(row) ? null : "chargeback " + row % 3);
    }
    assertThat(suspects(new ColumnType.Categorical(), Cells.Levels.of(reasons))).hasSize(1);
  }

  @Test
  void aStrongFeatureIsNoLeak() {
    Cells shifted = numbers((rare, random) -> random.nextGaussian() + (rare ? 3 : 0));
    assertThat(suspects(ColumnType.Numeric.UNBOUNDED, shifted)).isEmpty();
  }

  @Test
  void aValueOfEachRowsOwnPredictsNothing() {
    List<@Nullable String> names = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      names.add("n" + row);
    }
    assertThat(suspects(new ColumnType.Categorical(), Cells.Levels.of(names))).isEmpty();
  }

  /** sklearn.metrics.average_precision_score([1,0,1,0,1], [.9,.8,.7,.7,.1]) = 0.7. */
  @Test
  void averagePrecisionIsScikitLearns() {
    assertThat(
            RankedGroups.averagePrecision(
                new double[] {.1, .7, .9, .8, .7},
                new int[] {1, 1, 1, 0, 0},
                new int[] {0, 0, 0, 1, 1}))
        .isEqualTo(0.7, within(1e-12)); // 1/3·1 + 1/3·2/4 + 1/3·3/5
  }

  @ParameterizedTest
  @Tag("slow")
  @CsvSource({
    "fdh_window_2018-07-25_08-14.csv.gz, TX_FRAUD, 1, TX_FRAUD_SCENARIO",
    "creditcard_ulb_sample.csv.gz, Class, 1,",
    "car_good.csv, Class, positive,",
    "hypothyroid.csv, class, hypothyroid,",
    "bank_marketing.csv, y, yes,",
    "mammography.csv, class, 1,",
  })
  void suspectsInRealFilesOnlyWhatLeaks(
      String name, String label, String positive, @Nullable String suspect) {
    Path file = Path.of("..", "shared", "data").resolve(name);
    assumeTrue(Files.exists(file), () -> file + " is not there; skipped");
    DataOptions options =
        DataOptions.of(file.toString(), label, positive).withMissing(List.of("?", "NA"));
    Training training = Training.whole(TableReader.read(options, Context.quiet(1)).rows());
    assertThat(LeakSuspects.find(training).stream().map(Suspect::column))
        .isEqualTo(suspect == null ? List.of() : List.of(suspect));
  }
}
