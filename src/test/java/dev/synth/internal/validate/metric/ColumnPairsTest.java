package dev.synth.internal.validate.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Seeds;
import dev.synth.validate.Finding;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ColumnPairsTest {
  @Test
  void allPairsOfFewColumnsAreComparedInTheTablesOrder() {
    ColumnPairs pairs = pairs(3, 1);

    assertThat(IntStream.range(0, pairs.count()).mapToObj(pairs::name))
        .containsExactly("c0 / c1", "c0 / c2", "c1 / c2");
    assertThat(pairs.findings()).isEmpty();
  }

  @Test
  void fortyFiveColumnsAreTheMostOfWhichAllPairsAreCompared() {
    assertThat(pairs(45, 1).count()).isEqualTo(45 * 44 / 2);
    assertThat(pairs(45, 1).findings()).isEmpty();
    assertThat(pairs(46, 1).count()).isEqualTo(ColumnPairs.MOST);
  }

  @Test
  void ofManyColumnsDifferentPairsAreDrawnAndTheReportSaysSo() {
    ColumnPairs pairs = pairs(394, 1);

    assertThat(pairs.count()).isEqualTo(1_000);
    assertThat(keys(pairs)).hasSize(1_000);
    assertThat(pairs.findings())
        .containsExactly(new Finding.DrawnPairs(1_000, 77_421)); // 394 · 393 / 2
  }

  @Test
  void noColumnIsLeftOut() {
    for (int columns : new int[] {46, 101, 394, 1_999, 2_000, 4_001}) {
      ColumnPairs pairs = pairs(columns, 1);
      BitSet seen = new BitSet();
      for (int pair = 0; pair < pairs.count(); pair++) {
        assertThat(pairs.first(pair)).isLessThan(pairs.second(pair));
        seen.set(pairs.first(pair));
        seen.set(pairs.second(pair));
      }
      assertThat(seen.cardinality()).isEqualTo(columns);
      assertThat(pairs.count()).isEqualTo(Math.max(1_000, (columns + 1) / 2));
    }
  }

  @Test
  void theSameSeedDrawsTheSamePairs() {
    assertThat(keys(pairs(100, 7))).isEqualTo(keys(pairs(100, 7)));
    assertThat(keys(pairs(100, 7))).isNotEqualTo(keys(pairs(100, 8)));
  }

  private static ColumnPairs pairs(int columns, long seed) {
    List<SampleColumn> all =
        IntStream.range(0, columns)
            .mapToObj(
                i ->
                    new SampleColumn(
                        "c" + i, SampleColumn.Kind.NUMBER, List.of(), 1, 1, true, false, 0))
            .toList();
    int[] chosen = IntStream.range(0, columns).toArray();
    return ColumnPairs.of(all, chosen, new Seeds(seed).stream("pairs"));
  }

  private static Set<String> keys(ColumnPairs pairs) {
    Set<String> keys = new HashSet<>();
    IntStream.range(0, pairs.count()).forEach(pair -> keys.add(pairs.name(pair)));
    return keys;
  }
}
