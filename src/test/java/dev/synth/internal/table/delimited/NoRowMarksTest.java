package dev.synth.internal.table.delimited;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lines that are no rows, told one after the other. */
class NoRowMarksTest {
  @Test
  void tellsOfEachLine() {
    NoRowMarks marks = new NoRowMarks(List.of(0L, 3L, 4L));
    assertThat(IntStream.range(0, 6).mapToObj(line -> marks.next()))
        .containsExactly(true, false, false, true, true, false);
    assertThat(new NoRowMarks(List.of()).next()).isFalse();
  }
}
