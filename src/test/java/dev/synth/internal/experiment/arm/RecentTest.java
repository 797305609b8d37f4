package dev.synth.internal.experiment.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.base.Parallel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentTest {
  private final List<Integer> computed = new ArrayList<>();
  private final Recent<Integer, String> recent = new Recent<>(2);

  private String get(int key) {
    return recent.get(
        key,
        wanted -> {
          computed.add(wanted);
          return "value " + wanted;
        });
  }

  @Test
  void keepsTheMostRecentlyUsed() {
    assertThat(get(1)).isEqualTo("value 1");
    get(2);
    get(1);
    get(3); // 2 goes
    get(1);
    get(2);
    assertThat(computed).containsExactly(1, 2, 3, 2);
  }

  @Test
  void computesOnceForManyThreads() {
    List<String> values = Parallel.map(IntStream.range(0, 50).boxed().toList(), 8, i -> get(7));
    assertThat(values).hasSize(50).containsOnly("value 7");
    assertThat(computed).containsExactly(7);
  }
}
