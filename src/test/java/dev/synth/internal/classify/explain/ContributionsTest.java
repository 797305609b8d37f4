package dev.synth.internal.classify.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContributionsTest {
  private static final Contributions OWN =
      new Contributions(
          Contributions.MarginScale.LOG_ODDS,
          List.of("amount", "hour", "day"),
          -1,
          List.of(new double[] {3, -1, -0.5}, new double[] {0, 2, -2}));

  @Test
  void theLargestComesFirstAndNothingIsNoReason() {
    assertThat(OWN.reasons(0, 2))
        .containsExactly(
            new Contributions.Reason("amount", 3), new Contributions.Reason("hour", -1));
    assertThat(OWN.reasons(1, 9))
        .extracting(Contributions.Reason::part)
        .containsExactly("hour", "day");
    assertThat(OWN.margin(0)).isEqualTo(0.5);
  }

  @Test
  void partsOfAColumnAreJoined() {
    Contributions joined = OWN.joined(List.of("amount", "time", "time"));
    assertThat(joined.parts()).containsExactly("amount", "time");
    assertThat(joined.rows().get(0)).containsExactly(3, -1.5);
    assertThat(joined.rows().get(1)).containsExactly(0, 0);
  }

  /** σ(0.5) = 0.6224593312018546 and σ(−1) = 0.2689414213699951 (SciPy's expit). */
  @Test
  void contributionsToAnotherMarginAddUpToIt() {
    Contributions mapped =
        OWN.mapped(Contributions.MarginScale.PROBABILITY, margin -> 1 / (1 + Math.exp(-margin)));
    assertThat(mapped.base()).isCloseTo(0.2689414213699951, within(1e-15));
    assertThat(mapped.margin(0)).isCloseTo(0.6224593312018546, within(1e-15));
    // the second row's margin is the base: its parts are multiplied by the slope σ(−1)·σ(1)
    assertThat(mapped.rows().get(1)[1]).isCloseTo(2 * 0.19661193324148185, within(1e-8));
  }

  @Test
  void membersAreAddedPartByPart() {
    Contributions other =
        new Contributions(
            Contributions.MarginScale.LOG_ODDS,
            List.of("day", "shop"),
            2,
            List.of(new double[] {1, 4}, new double[] {0, 0}));
    Contributions sum = Contributions.sum(List.of(OWN, other), new double[] {0.5, 0.25});
    assertThat(sum.parts()).containsExactly("amount", "hour", "day", "shop");
    assertThat(sum.base()).isZero();
    assertThat(sum.rows().getFirst()).containsExactly(1.5, -0.5, 0, 1);
  }
}
