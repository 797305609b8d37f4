package dev.synth.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowFactsTest {
  private static LabelledTable rows(double... amounts) {
    Schema schema =
        new Schema(
            List.of(
                new Column("amount", ColumnType.Numeric.UNBOUNDED),
                new Column("loss", ColumnType.Numeric.UNBOUNDED, false)));
    List<Cells> cells = List.of(new Cells.Numbers(amounts), new Cells.Numbers(amounts));
    return new LabelledTable(new Table(schema, cells), new BitSet(), new Label("y", "1", "0", 2));
  }

  @Test
  void goWhereTheRowsGo() {
    LabelledTable known =
        rows(1, 2, 3).with(new RowFacts(new double[] {10, 20, 30}, new long[] {5, 6, 7}));
    RowFacts picked = known.modelled().rows(new int[] {2, 0, 2}).facts();
    assertThat(picked.losses()).containsExactly(30, 10, 30);
    assertThat(picked.days()).containsExactly(7, 5, 7);
    assertThat(known.followedBy(known.rows(new int[] {1})).facts().losses())
        .containsExactly(10, 20, 30, 20);
  }

  /** By hand: 1 + 2 + 5. */
  @Test
  void saySoWhereRowsAreASample() {
    LabelledTable sample =
        rows(1, 2, 3).with(new RowFacts(null, null).withWeights(new double[] {1, 2, 5}));
    assertThat(sample.weight(false)).isEqualTo(8); // no row of this table is rare
    assertThat(sample.weight(true)).isZero();
    assertThat(sample.rows(new int[] {2}).weight(false)).isEqualTo(5);
    assertThat(sample.followedBy(sample).facts().weights()).containsExactly(1, 2, 5, 1, 2, 5);
    assertThat(rows(1, 2, 3).weight(false)).isEqualTo(3);
    assertThatThrownBy(() -> new RowFacts(null, null).withWeights(new double[] {0}))
        .hasMessage("a weight is not above 0 or not finite");
  }

  @Test
  void ofSomeRowsAloneAreLeftOut() {
    LabelledTable known = rows(1, 2).with(new RowFacts(new double[] {10, 20}, null));
    LabelledTable unknown = rows(3);
    assertThat(known.followedBy(unknown).facts().losses()).isNull();
    assertThat(known.followedBy(unknown.features(), new BitSet()).facts().losses()).isNull();
    assertThat(unknown.facts().days()).isNull();
  }

  @Test
  void areCheckedAndCopied() {
    double[] losses = {1, 2};
    RowFacts facts = new RowFacts(losses, null);
    losses[0] = 99;
    assertThat(facts.losses()).containsExactly(1, 2);
    assertThatThrownBy(() -> rows(1, 2, 3).with(facts))
        .hasMessage("the facts are of more or of fewer rows");
    assertThatThrownBy(() -> new RowFacts(new double[] {-1}, null))
        .hasMessage("a loss is negative or not finite");
    assertThatThrownBy(() -> new RowFacts(new double[] {1}, new long[] {1, 2}))
        .hasMessage("1 losses and 2 days");
  }
}
