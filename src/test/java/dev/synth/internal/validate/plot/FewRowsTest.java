package dev.synth.internal.validate.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FewRowsTest {
  @Test
  void mergesABinWithItsSmallerNeighbour() {
    // By hand: 2 joins 6 and not 9; 3 at the end joins 9.
    int[] counts = {6, 2, 9, 3};
    int[] starts = FewRows.starts(counts);
    assertThat(starts).containsExactly(0, 2);
    assertThat(FewRows.sums(counts, starts)).containsExactly(8, 12);
    assertThat(FewRows.widths(counts.length, starts)).containsExactly(2, 2);
  }

  @Test
  void leavesEmptyBinsAndTakesThoseBetween() {
    assertThat(FewRows.starts(new int[] {0, 0, 7, 0, 5, 0})).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(FewRows.starts(new int[] {7, 0, 0, 1, 0})).containsExactly(0, 4);
  }

  @Test
  void hasOneBinWhereThereAreTooFewRows() {
    assertThat(FewRows.starts(new int[] {0, 3, 0})).containsExactly(0);
    assertThat(FewRows.starts(new int[] {1, 1, 1, 1})).containsExactly(0);
    assertThat(FewRows.hidden(new int[] {0, 1, 4, 5})).containsExactly(0, 0, 0, 5);
  }
}
