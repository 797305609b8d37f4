package dev.synth.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Problem;
import dev.synth.base.Seeds;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.LabelledTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Splits as a column says. */
class ColumnSplitTest {
  private static final List<String> PARTS = List.of("training", "validation", "test");
  private static final SplitOptions OPTIONS = SplitOptions.defaults().byColumn("part");

  /** 400 rows, every fifth rare; x is the row's number but for some rows. */
  private static LabelledTable rows(IntFunction<@Nullable String> part, int equalTo) {
    LabelledTable rows =
        Tables.of(400)
            .number("x", row -> row == 1 ? equalTo : row)
            .level("card", row -> "card " + row / 4)
            .rare(row -> row % 5 == 0);
    List<@Nullable String> parts = new ArrayList<>();
    for (int row = 0; row < 400; row++) {
      parts.add(part.apply(row));
    }
    Cells cells = Cells.Levels.of(parts);
    return new LabelledTable(
        rows.features().with(0, new Column("part", new ColumnType.Categorical(), false), cells),
        rows.rareRows(),
        rows.label());
  }

  private static Split split(LabelledTable rows, @Nullable String group) {
    return Splitter.split(rows, OPTIONS, null, group, new Seeds(1));
  }

  private static String byGroup(int row) {
    return PARTS.get(Math.min(2, row / 4 % 4));
  }

  @Test
  void partsAreThoseOfTheColumn() {
    Split split = split(rows(ColumnSplitTest::byGroup, 1), "card");
    assertThat(split.training().rowCount()).isEqualTo(100);
    assertThat(split.validation().rowCount()).isEqualTo(100);
    assertThat(split.test().rowCount()).isEqualTo(200);
    assertThat(split.training().rows().features().schema().names()).doesNotContain("part");
    TestBlocks blocks = Objects.requireNonNull(split.testBlocks());
    assertThat(blocks.unit()).isEqualTo(TestBlocks.Unit.GROUP);
    assertThat(Arrays.stream(blocks.blockOf()).max()).hasValue(49);
  }

  /** By hand: 40 of the 200 test rows are rare. */
  @Test
  void rowsWithoutGroupsAreDealtOutToAsManyLotsAsThereAreRareRows() {
    TestBlocks blocks =
        Objects.requireNonNull(split(rows(ColumnSplitTest::byGroup, 1), null).testBlocks());
    assertThat(blocks.unit()).isEqualTo(TestBlocks.Unit.LOT);
    assertThat(blocks.window()).isEqualTo(1);
    assertThat(Arrays.stream(blocks.blockOf()).distinct()).hasSize(40);
    assertThat(Arrays.stream(blocks.blockOf()).filter(block -> block == 7)).hasSize(5);
    int[] pairs = IntStream.range(0, 1000).map(row -> row / 2).toArray();
    int[] lots =
        TestBlocks.ofLots(pairs, Arrays.stream(pairs).asLongStream().toArray(), 700).blockOf();
    assertThat(Arrays.stream(lots).max()).hasValue(199);
    IntStream.range(0, 500).forEach(i -> assertThat(lots[2 * i]).isEqualTo(lots[2 * i + 1]));
  }

  /** Lots of a sorted file would be too alike if neighbours were dealt out in turn. */
  @Test
  void theOrderOfTheFileIsNoPartOfALot() {
    int[] units = IntStream.range(0, 1000).toArray();
    long[] contents = IntStream.range(0, 1000).mapToLong(row -> row / 10).toArray();
    long[] turned = IntStream.range(0, 1000).mapToLong(row -> contents[999 - row]).toArray();
    int[] lots = TestBlocks.ofLots(units, contents, 20).blockOf();
    int[] ofTurned = TestBlocks.ofLots(units, turned, 20).blockOf();
    for (int ten = 0; ten < 1000; ten += 10) { // copies of one row
      int[] here = Arrays.stream(lots, ten, ten + 10).sorted().toArray();
      int[] there = Arrays.stream(ofTurned, 990 - ten, 1000 - ten).sorted().toArray();
      assertThat(there).isEqualTo(here);
    }
    assertThat(IntStream.range(0, 980).filter(i -> lots[i] == lots[i + 20]).count())
        .isLessThan(200);
  }

  @Test
  void rowsTurnedRoundAreInTheSameLots() {
    int[] lots = lots(rows(ColumnSplitTest::byGroup, 1));
    int[] order = IntStream.range(0, 400).map(row -> 399 - row).toArray();
    int[] ofTurned = lots(rows(ColumnSplitTest::byGroup, 1).rows(order));
    assertThat(IntStream.range(0, 200).map(i -> ofTurned[199 - i]).toArray()).isEqualTo(lots);
  }

  private static int[] lots(LabelledTable rows) {
    return Objects.requireNonNull(split(rows, null).testBlocks()).blockOf();
  }

  /** Row 1 is in training and equals row 8, which is in test. */
  @Test
  void anEqualOfALaterPartIsLeftOut() {
    LabelledTable rows = rows(row -> byGroup(row), 8);
    LabelledTable plain = rows.without(java.util.Set.of("card"));
    Split split = Splitter.split(plain, OPTIONS, null, null, new Seeds(1));
    assertThat(split.training().rowCount()).isEqualTo(99);
    assertThat(split.test().rowCount()).isEqualTo(200);
    assertThat(split.counts().droppedEquals()).isEqualTo(1);
  }

  @Test
  void whatIsWrongIsASentence() {
    assertThatThrownBy(() -> split(rows(row -> row == 7 ? "tset" : byGroup(row), 1), null))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("training, validation or test in every row; a cell is");
    assertThatThrownBy(() -> split(rows(row -> row == 7 ? null : byGroup(row), 1), null))
        .hasMessageContaining("a cell is empty");
    assertThatThrownBy(() -> split(rows(row -> PARTS.get(row % 3), 1), "card"))
        .hasMessageContaining(
            "the group 'card 0' (data.group) has rows in training and in validation");
    assertThatThrownBy(
            () ->
                Splitter.split(
                    rows(ColumnSplitTest::byGroup, 1),
                    SplitOptions.defaults().byColumn("prat"),
                    null,
                    null,
                    new Seeds(1)))
        .hasMessageContaining("split.column: there is no column 'prat'; did you mean 'part'?");
    assertThatThrownBy(
            () ->
                Splitter.split(
                    rows(ColumnSplitTest::byGroup, 1),
                    SplitOptions.defaults().byColumn("card"),
                    null,
                    null,
                    new Seeds(1)))
        .hasMessageContaining("'card' tells test rows from others");
    assertThatThrownBy(() -> SplitOptions.defaults().withColumn("part"))
        .hasMessageContaining("method: column");
    assertThatThrownBy(() -> SplitOptions.defaults().withMethod(SplitOptions.Method.COLUMN))
        .hasMessageContaining("method: column");
  }
}
