package dev.synth.internal.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.bundle.Bins;
import dev.synth.internal.bundle.FittedReference;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PastTest {
  private static final FittedReference REFERENCE =
      new FittedReference(
          List.of(),
          new FittedReference.BinCounts(
              "score", new Bins.OfValues(new double[] {0, 1}), new long[5]),
          "time",
          List.of(),
          null,
          null);

  /** Days from 100 on; the row count tells each day. */
  private static Past past(int days, long first, long last) {
    TreeMap<Long, WindowCounts> counts = new TreeMap<>();
    for (int day = 0; day < days; day++) {
      WindowCounts own = new WindowCounts(REFERENCE);
      for (int row = 0; row <= day; row++) {
        own.add(new int[0], 1, false);
      }
      counts.put(100L + day, own);
    }
    return Past.of(REFERENCE, counts, first, last);
  }

  @Test
  void windowsBeginOnTheSameWeekday() {
    Past past = past(70, 177, 183); // 177 = 100 + 11·7

    assertThat(past.windows()).hasSize(10);
    assertThat(past.kind()).isEqualTo(Past.Kind.WINDOWS);
    assertThat(past.windows().getFirst().rows()).isEqualTo(1 + 2 + 3 + 4 + 5 + 6 + 7);
  }

  @Test
  void aDayIsHeldAgainstTheSameDaysOfEarlierWeeks() {
    Past past = past(70, 178, 178);

    assertThat(past.windows()).hasSize(10);
    assertThat(past.windows().stream().map(WindowCounts::rows)).startsWith(2L, 9L, 16L);
  }

  @Test
  void withFewerThanEightWindowsDaysAreDrawn() {
    Past past = past(21, 121, 127);

    assertThat(past.windows()).hasSize(3);
    assertThat(past.kind()).isEqualTo(Past.Kind.DAYS);
    assertThat(past.fewestDays()).isEqualTo(3);
  }

  @Test
  void oneWeekIsTooShort() {
    assertThat(past(7, 107, 113).kind()).isEqualTo(Past.Kind.NONE);
    assertThat(past(0, 107, 113).kind()).isEqualTo(Past.Kind.NONE);
  }

  @Test
  void theWindowIsNotItsOwnPast() {
    Past past = past(70, 128, 134);

    assertThat(past.windows()).hasSize(9);
    assertThat(past.dayCount()).isEqualTo(63);
  }
}
