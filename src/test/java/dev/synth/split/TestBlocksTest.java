package dev.synth.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.split.SplitOptions.Method;
import dev.synth.table.LabelledTable;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TestBlocksTest {
  private static final long HOUR = 3_600_000_000L;
  private static final SplitOptions TWO = new SplitOptions(Method.TIME, 0.2, 0.2, Duration.ZERO, 2);

  /** By hand: 1000 rows an hour apart; the two windows have 200 each, from hours 600 and 800. */
  @Test
  void timestampsOfManyDaysAreCutIntoDays() {
    TestBlocks early = blocks(hourly(1), null, 1);
    TestBlocks late = blocks(hourly(1), null, 2);
    assertThat(early.unit()).isEqualTo(TestBlocks.Unit.DAY);
    assertThat(early.window()).isEqualTo(1);
    // hour 600 begins day 25, hour 800 lies 8 hours into day 33
    assertThat(early.blockOf())
        .isEqualTo(IntStream.range(600, 800).map(hour -> hour / 24 - 25).toArray());
    assertThat(late.blockOf())
        .isEqualTo(IntStream.range(800, 1000).map(hour -> hour / 24 - 33).toArray());
  }

  @Test
  void fewDaysAreCutIntoTwentyStretchesOfEqualNumbersOfRows() {
    // 400 test rows of 24 minutes are less than 7 days
    TestBlocks blocks = blocks(hourly(0.4), null, 2);
    assertThat(blocks.unit()).isEqualTo(TestBlocks.Unit.STRETCH);
    assertThat(blocks.blockOf())
        .isEqualTo(IntStream.range(0, 200).map(place -> place / 10).toArray());
  }

  @Test
  void numbersAreNoDays() {
    LabelledTable rows = Tables.of(1000).number("t", row -> row).rare(row -> row % 5 == 0);
    assertThat(blocks(rows, null, 1).unit()).isEqualTo(TestBlocks.Unit.STRETCH);
  }

  @Test
  void groupsAreBlocksAndRowsWithoutOneStandAlone() {
    LabelledTable rows =
        Tables.of(1000)
            .time("t", row -> row * HOUR)
            .number("n", row -> row)
            .level("card", row -> row % 10 == 0 ? null : "c" + row % 10)
            .rare(row -> row % 5 == 0);
    TestBlocks blocks = blocks(rows, "card", 1);
    assertThat(blocks.unit()).isEqualTo(TestBlocks.Unit.GROUP);
    // 9 cards, and 20 of the 200 rows have none
    assertThat(Arrays.stream(blocks.blockOf()).distinct().count()).isEqualTo(9 + 20);
    assertThat(blocks.blockOf()[1]).isEqualTo(blocks.blockOf()[11]);
  }

  private static LabelledTable hourly(double hours) {
    return Tables.of(1000).time("t", row -> (long) (row * hours * HOUR)).rare(row -> row % 5 == 0);
  }

  private static TestBlocks blocks(LabelledTable rows, @Nullable String group, int origin) {
    return Objects.requireNonNull(Splitter.splitAt(rows, TWO, "t", group, origin).testBlocks());
  }
}
