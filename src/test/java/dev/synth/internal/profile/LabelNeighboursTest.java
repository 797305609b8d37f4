package dev.synth.internal.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelNeighboursTest {
  private static final int ROWS = 400;
  private static final int RARE = 30;

  /** Rare rows are the first 30, around 8 in both columns; all others are around 0. */
  private static LabelledTable rows(int calledNormal) {
    RandomStream stream = new Seeds(3).stream("rows");
    double[][] values = new double[2][ROWS];
    BitSet rare = new BitSet();
    for (int row = 0; row < ROWS; row++) {
      for (double[] column : values) {
        column[row] = stream.nextGaussian() + (row < RARE ? 8 : 0);
      }
      rare.set(row, row < RARE && row != calledNormal);
    }
    Schema schema =
        new Schema(
            List.of(
                new Column("a", ColumnType.Numeric.UNBOUNDED),
                new Column("b", ColumnType.Numeric.UNBOUNDED)));
    Table table =
        new Table(schema, List.of(new Cells.Numbers(values[0]), new Cells.Numbers(values[1])));
    return new LabelledTable(table, rare, new Label("class", "1", "0", 2));
  }

  @Test
  void aRareRowThatIsCalledNormalIsFound() {
    RareProfile found = LabelNeighbours.of(rows(7), 29);

    assertThat(found.suspects()).extracting(RareProfile.LabelSuspect::row).containsExactly(8);
    assertThat(found.lookedAt()).isEqualTo(29);
    assertThat(found.alone()).isZero();
  }

  @Test
  void rightLabelsAreNotSuspected() {
    assertThat(LabelNeighbours.of(rows(-1), 30).suspects()).isEmpty();
  }

  @Test
  void equalRowsOfBothClassesAreCounted() {
    LabelledTable rows = rows(-1);
    int[] twice = {0, 1, 2, 200, 201, 0};
    BitSet rare = new BitSet();
    rare.set(0, 3);
    LabelledTable both = new LabelledTable(rows.features().rows(twice), rare, rows.label());

    assertThat(LabelNeighbours.of(both, 3).contradictions()).isEqualTo(2); // the first and the last
  }
}
