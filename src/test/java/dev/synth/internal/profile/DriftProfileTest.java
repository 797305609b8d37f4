package dev.synth.internal.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.profile.DriftProfile.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftProfileTest {
  @Test
  void stretchesJoinUntilNoneHasFewRareRows() {
    assertThat(joined(new Stretch("a", 10, 2), new Stretch("b", 10, 4), new Stretch("c", 10, 0)))
        .containsExactly(new Stretch("a", 20, 6), new Stretch("c", 10, 0));
    assertThat(joined(new Stretch("a", 10, 7), new Stretch("b", 10, 0), new Stretch("c", 10, 1)))
        .containsExactly(new Stretch("a", 30, 8));
    assertThat(joined(new Stretch("a", 10, 1), new Stretch("b", 10, 2))).isEmpty();
  }

  private static List<Stretch> joined(Stretch... stretches) {
    return new DriftProfile("day", "a", "z", List.of(stretches), null, List.of())
        .withoutFewRare(5)
        .stretches();
  }
}
