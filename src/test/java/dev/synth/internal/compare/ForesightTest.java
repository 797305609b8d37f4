package dev.synth.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.synth.internal.profile.Foreseen;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForesightTest {
  private static Foreseen at(List<Foreseen> all, double test, int repeats) {
    return all.stream()
        .filter(foreseen -> foreseen.test() == test && foreseen.repeats() == repeats)
        .findFirst()
        .orElseThrow();
  }

  /**
   * By hand, at N = 500, t = .2, R = 10, σ = .2: V = .04/500 · (1 + .8/2) = .000112, widened by 1 +
   * 1/100, and e²/R = .155²/300/10 = .000008; the root is .01100. Degrees of freedom are
   * Satterthwaite's, 150 at most: (t(.975) + t(.8)) is between 2.82 and 2.83.
   */
  @Test
  void isTheFormulaOfTheRowBasedTest() {
    assertThat(at(Foresight.of(500, 1), 0.2, 10).high()).isCloseTo(0.0311, offset(0.0002));
  }

  @Test
  void fallsWithRepeatsAndRareRowsAndRisesWithArms() {
    List<Foreseen> few = Foresight.of(100, 1);
    List<Foreseen> many = Foresight.of(1_000, 1);

    assertThat(at(few, 0.2, 10).high()).isLessThan(at(few, 0.2, 3).high());
    assertThat(at(many, 0.2, 10).high()).isLessThan(at(few, 0.2, 10).high());
    assertThat(at(Foresight.of(100, 5), 0.2, 10).high()).isGreaterThan(at(few, 0.2, 10).high());
    assertThat(few).allSatisfy(each -> assertThat(each.low()).isLessThan(each.high()));
  }

  @Test
  void ofAHandfulNothingIsForeseen() {
    assertThat(Foresight.of(9, 1)).isEmpty();
  }
}
