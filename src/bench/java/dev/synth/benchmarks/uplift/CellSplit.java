package dev.synth.benchmarks.uplift;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.split.LearningRows;
import dev.synth.split.Split;
import dev.synth.split.Splitter;
import dev.synth.table.LabelledTable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The rows of a cell: so many rare and 3,000 others serve training and validation together, a fifth
 * of them validation, and the rest is the test. Rows with equal features stay on one side.
 *
 * <p>A table of fewer than 6,000 others gives half of them to the test. Of a larger test 20,000
 * rows are kept, at the table's own class ratio, but at least 100 rare ones if there are so many.
 */
final class CellSplit {
  private static final int OTHERS = 3_000;
  private static final double VALIDATION = 0.2;
  private static final int MOST_TEST_ROWS = 20_000;
  private static final int WANTED_RARE_TEST_ROWS = 100;

  private CellSplit() {}

  /**
   * Cuts a table.
   *
   * @param rare how many rare rows serve training and validation
   * @param seeds those of the set, the size and the split
   */
  static Split of(LabelledTable rows, int rare, Seeds seeds) {
    int all = rows.rowCount() - rows.rareCount();
    int others = Math.min(OTHERS, all / 2);
    int testRare = rows.rareCount() - rare;
    int testOthers = all - others;
    double share = Math.min(1, (double) MOST_TEST_ROWS / (testRare + testOthers));
    int wanted = Math.max((int) Math.round(share * testRare), WANTED_RARE_TEST_ROWS);
    LabelledTable kept =
        kept(
            rows,
            rare + Math.min(testRare, wanted),
            others + (int) Math.round(share * testOthers),
            seeds.stream("kept"));
    return Splitter.split(kept, new LearningRows(rare, others, VALIDATION), seeds);
  }

  /** Returns so many rows of either class, drawn at random, in the order of the table. */
  private static LabelledTable kept(LabelledTable rows, int rare, int others, RandomStream stream) {
    BitSet chosen = new BitSet();
    choose(rows.rareRows().stream(), rare, stream, chosen);
    choose(
        IntStream.range(0, rows.rowCount()).filter(row -> !rows.isRare(row)),
        others,
        stream,
        chosen);
    return rows.rows(chosen.stream().toArray());
  }

  private static void choose(IntStream rows, int count, RandomStream stream, BitSet chosen) {
    int[] shuffled = rows.toArray();
    stream.shuffle(shuffled);
    Arrays.stream(shuffled).limit(count).forEach(chosen::set);
  }
}
