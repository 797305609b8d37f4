package dev.synth.generate;

import static dev.synth.generate.GeneratorContractTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.generate.SavedModel.Damage;
import dev.synth.internal.generate.forest.ForestTrainer;
import dev.synth.split.RowRules;
import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ForestTest {
  private static final ForestOptions OPTIONS = new ForestOptions(20, 5, 6, 0);
  private static final Training TRAINING = ToyTables.training(120, 200, 1);

  @TempDir private Path folder;

  @Test
  void refusesAModelThatIsDamaged() throws IOException {
    fit(TRAINING, 1).save(folder);
    new SavedModel(folder)
        .assertRefuses(
            new Damage("\"version\": 1,\n  \"options\"", "\"version\": 9,\n  \"options\"", "newer"),
            new Damage("\"rows\": 120", "\"rows\": 121", "tensor 'cases'"),
            new Damage("\"rows\": 120", "\"rows\": 0", "cannot be read"),
            new Damage("\"rows\": 120", "\"rows\": 2147483647", "cannot be read"),
            new Damage("\"leaves\": [", "\"leaves\": [3,", "tensor 'leaf_of'"),
            new Damage("\"trees\": 20", "\"trees\": 0", "cannot be read"),
            new Damage("\"leaves\": [", "\"leaves\": [0.5,", "leaves [0,"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 40})
  void drawsBreakNoRowRule(int rare) {
    Training training = ToyTables.training(rare, 100, 2);
    Table drawn = fit(training, 1).sample(2000, Context.quiet(3));
    assertThat(RowRules.fit(training, List.of()).review(drawn).rejections()).isEmpty();
  }

  @Test
  void drawsNewRowsOfOldPairs() {
    Training training = levels(60, 1);
    Table drawn = fit(training, 1).sample(3000, Context.quiet(1));
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < a; b++) {
        Set<String> pairs = rows(drawn, a, b);
        pairs.removeAll(rows(training.rare(), a, b));
        assertThat(pairs).isEmpty();
      }
    }
    Set<String> invented = rows(drawn, 0, 1, 2, 3);
    invented.removeAll(rows(training.rare(), 0, 1, 2, 3));
    assertThat(invented).isNotEmpty(); // not oversampling
  }

  @Test
  void repeatsTheOneRowOfATableWithoutVariety() {
    Schema schema = new Schema(List.of(new Column("x", ColumnType.Numeric.UNBOUNDED)));
    Table features = new Table(schema, List.of(new Cells.Numbers(3, 3, 3)));
    Training training =
        Training.whole(
            new LabelledTable(
                features, BitSet.valueOf(new long[] {3}), new Label("y", "1", "0", 1)));
    assertThat(text(fit(training, 1).sample(2, Context.quiet(1)))).isEqualTo("3.0 \n3.0 \n");
  }

  @Test
  void logsItsRounds() {
    TrainingLog log = fit(TRAINING, 1).trainingLog();
    List<TrainingLog.Point> points = log.curves().getFirst().points();
    assertThat(points).hasSizeBetween(2, 7);
    assertThat(points.getFirst().value()).isGreaterThan(points.getLast().value());
    assertThat(log.notes())
        .singleElement(InstanceOfAssertFactories.type(TrainingNote.GrownForests.class))
        .satisfies(
            note -> {
              assertThat(note.grown()).isEqualTo(points.size());
              assertThat(note.kept()).isBetween(1, points.size());
              assertThat(note.accuracy()).isEqualTo(points.get(note.kept()).value());
            });
  }

  private static Generator fit(Training training, long seed) {
    return new ForestTrainer(OPTIONS).fit(training, Context.quiet(seed));
  }

  /** Rows of four columns of five levels each, all of them close to a common one. */
  private static Training levels(int rare, int seed) {
    RandomStream stream = new Seeds(seed).stream("levels");
    List<List<String>> texts = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (int column = 0; column < 4; column++) {
      texts.add(new ArrayList<>());
      columns.add(new Column("c" + column, new ColumnType.Categorical()));
    }
    for (int row = 0; row < 2 * rare; row++) {
      int common = stream.nextInt(5);
      texts.forEach(column -> column.add("l" + (common + stream.nextInt(2)) % 5));
    }
    Table features = new Table(new Schema(columns), texts.stream().map(Cells.Levels::of).toList());
    BitSet isRare = new BitSet();
    isRare.set(0, rare);
    return Training.whole(new LabelledTable(features, isRare, new Label("y", "1", "0", 4)));
  }

  private static Set<String> rows(Table table, int... columns) {
    Set<String> rows = new HashSet<>();
    for (int row = 0; row < table.rowCount(); row++) {
      StringBuilder levels = new StringBuilder();
      for (int column : columns) {
        levels.append(((Cells.Levels) table.cells(column)).value(row)).append(' ');
      }
      rows.add(levels.toString());
    }
    return rows;
  }
}
