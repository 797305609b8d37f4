package dev.synth.internal.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.InvalidValue;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.classify.Classifier;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.ImportanceOptions;
import dev.synth.split.HeldOut;
import dev.synth.split.Parts;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PermutationImportanceTest {
  private static final ImportanceOptions OPTIONS = new ImportanceOptions(3, 5, 1_000, 10);

  /** A row is suspicious where its first column is large, or its level is "high". */
  private static final Classifier BY_X_AND_LEVEL =
      features -> {
        Cells.Numbers x = (Cells.Numbers) features.cells("x");
        Cells.Levels level = (Cells.Levels) features.cells("level");
        double[] scores = new double[features.rowCount()];
        for (int row = 0; row < scores.length; row++) {
          double lift = level.value(row).equals("high") ? 0.1 : 0;
          scores[row] = Math.clamp(x.value(row) + lift, 0.0, 1.0);
        }
        return scores;
      };

  /** Uniform x and y; every tenth row is rare, and has x above 0.6 and the level "high". */
  private static HeldOut<HeldOut.Validation> rows(int count) {
    RandomStream stream = new Seeds(3).stream("rows");
    double[] x = new double[count];
    double[] y = new double[count];
    List<@Nullable String> level = new ArrayList<>();
    BitSet rare = new BitSet();
    for (int row = 0; row < count; row++) {
      rare.set(row, row % 10 == 0);
      x[row] = 0.9 * (rare.get(row) ? 0.6 + 0.4 * stream.nextDouble() : stream.nextDouble());
      y[row] = stream.nextDouble();
      level.add(rare.get(row) || stream.nextInt(4) == 0 ? "high" : "low");
    }
    Table features =
        new Table(
            new Schema(
                List.of(
                    new Column("x", ColumnType.Numeric.UNBOUNDED),
                    new Column("y", ColumnType.Numeric.UNBOUNDED),
                    new Column("level", new ColumnType.Categorical()))),
            List.of(new Cells.Numbers(x), new Cells.Numbers(y), Cells.Levels.of(level)));
    return Parts.atRandom(new LabelledTable(features, rare, new Label("fraud", "1", "0", 3)))
        .validation();
  }

  @Test
  void ranksColumnsByWhatTheyAreWorthToTheClassifier() {
    List<ColumnDrop> drops = importance(rows(600), OPTIONS).of(BY_X_AND_LEVEL);

    assertThat(drops).extracting(ColumnDrop::column).containsExactly("x", "y", "level");
    assertThat(drops.get(0).drop()).isGreaterThan(0.1);
    assertThat(drops.get(0).standardError()).isPositive();
    assertThat(drops.get(1)).isEqualTo(new ColumnDrop("y", 0, 0)); // nobody looks at y
    assertThat(drops.get(2).drop()).isBetween(0.01, drops.get(0).drop());
  }

  @Test
  void takesTheRareRowsAndSomeOfTheOthers() {
    List<Integer> sizes = new ArrayList<>();
    Classifier counting =
        features -> {
          sizes.add(features.rowCount());
          return BY_X_AND_LEVEL.score(features);
        };
    importance(rows(2_000), new ImportanceOptions(1, 2, 100, 10)).of(counting);
    assertThat(sizes).containsExactly(100, 200, 200, 200); // whole, then 2 shuffles of 3 columns

    // A constant score has the share of rare rows as its average precision: 50 of 100.
    List<Double> shares = new ArrayList<>();
    Classifier blind = features -> new double[features.rowCount()];
    importance(rows(2_000), new ImportanceOptions(1, 2, 100, 10))
        .of(blind)
        .forEach(drop -> shares.add(drop.drop()));
    assertThat(shares).containsOnly(0.0);
  }

  @Test
  void permutesTheSameWayForEveryClassifier() {
    PermutationImportance importance = importance(rows(600), OPTIONS);
    List<ColumnDrop> drops = importance.of(BY_X_AND_LEVEL);
    importance.of(features -> new double[features.rowCount()]);
    assertThat(importance.of(BY_X_AND_LEVEL)).isEqualTo(drops);
  }

  @Test
  void averagesOverRepeatsAndKeepsTheHighest() {
    ArmImportance one = one(0.5, new ColumnDrop("a", 0.1, 0.03), new ColumnDrop("b", 0.3, 0.04));
    ArmImportance two = one(0.7, new ColumnDrop("a", 0.3, 0.04), new ColumnDrop("b", 0.5, 0.03));
    ArmImportance mean = ArmImportance.mean(List.of(one, two), 1);

    assertThat(mean.repeats()).isEqualTo(2);
    assertThat(mean.validationAveragePrecision()).isCloseTo(0.6, within(1e-15));
    assertThat(mean.columns()).hasSize(1);
    assertThat(mean.columns().getFirst().column()).isEqualTo("b");
    assertThat(mean.columns().getFirst().drop()).isCloseTo(0.4, within(1e-15));
    // of the mean of two: √(.04² + .03²) / 2
    assertThat(mean.columns().getFirst().standardError()).isCloseTo(0.025, within(1e-15));
  }

  @Test
  void refusesOptionsThatMeasureNothing() {
    assertThatThrownBy(() -> new ImportanceOptions(-1, 5, 1_000, 10))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new ImportanceOptions(1, 1, 1_000, 10))
        .hasMessageContaining("[2, 100]");
    assertThatThrownBy(() -> new ImportanceOptions(1, 5, 10, 10)).hasMessageContaining("[50,");
    assertThatThrownBy(() -> new ImportanceOptions(1, 5, 100, 0)).hasMessageContaining("[1, 1000]");
  }

  private static ArmImportance one(double precision, ColumnDrop... drops) {
    return new ArmImportance(Arm.NONE, "xgboost", precision, 1, List.of(drops));
  }

  private static PermutationImportance importance(
      HeldOut<HeldOut.Validation> rows, ImportanceOptions options) {
    return new PermutationImportance(rows, options, new Seeds(9));
  }
}
