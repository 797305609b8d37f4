package dev.synth.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.evaluate.Results;
import dev.synth.internal.base.Json;
import dev.synth.internal.compare.Comparer;
import dev.synth.internal.stats.StandardNormal;
import dev.synth.internal.stats.StudentT;
import dev.synth.split.SplitOptions.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LooksTest {
  /** Mean .0115, standard error .0086 by Nadeau and Bengio. */
  private static final List<Double> NOISY =
      List.of(0.01, 0.02, -0.005, 0.015, 0.03, 0.0, 0.012, 0.018, -0.01, 0.025);

  private static Protocol protocol(double effect) {
    return new Protocol("random-forest", Method.RANDOM, "max-f1", effect)
        .withLooks(List.of(10, 20, 40));
  }

  private static Looks.Standing last(Looks looks) {
    return looks.taken().getLast().arms().getFirst();
  }

  @Test
  void aClearDifferenceEndsIt() {
    List<Double> clear = NOISY.stream().map(value -> value + 0.1).toList();
    Looks looks = Comparer.look(protocol(0.05), Results.differing(clear));
    assertThat(looks.stopped()).isEqualTo(Looks.Stop.DECIDED);
    assertThat(last(looks).state()).isEqualTo(Looks.State.UPLIFT);
  }

  @Test
  void theFirstLookSpendsByItsInformation() {
    Looks looks = Comparer.look(protocol(0.025), Results.differing(NOISY));
    assertThat(looks.stopped()).isEqualTo(Looks.Stop.NOT_STOPPED);
    // by Nadeau and Bengio's variance, (1/40 + 1/3) / (1/10 + 1/3)
    double share = (1.0 / 40 + 1.0 / 3) / (1.0 / 10 + 1.0 / 3);
    assertThat(last(looks).information()).isCloseTo(share, within(1e-12));
    // 2 · (2 − 2Φ(z(1 − .0125) / √share)) by the standard normal distribution
    double z = StandardNormal.quantile(1 - 0.0125) / Math.sqrt(share);
    assertThat(last(looks).spent()).isCloseTo(2 * StudentT.NORMAL.twoSidedTail(z), within(1e-12));
  }

  @Test
  void theFirstLooksValueIsLargerThanItsOwn() {
    Protocol fixed = protocol(0.025).withLooks(List.of());
    PrimaryContrast once = Comparer.compare(fixed, Results.differing(NOISY)).primary().getFirst();
    PrimaryContrast first =
        Comparer.compare(protocol(0.025), Results.differing(NOISY)).primary().getFirst();
    assertThat(first.estimate().p()).isGreaterThan(once.estimate().p());
    assertThat(first.estimate().low()).isEqualTo(once.estimate().low());
  }

  @Test
  void anEffectOutOfReachEndsIt() {
    // 2.26 + .88 errors of .0086·√(1/3 / (1/10 + 1/3)) and more are above .02, for ever more
    // repeats
    Looks looks = Comparer.look(protocol(0.02), Results.differing(NOISY));
    assertThat(last(looks).state()).isEqualTo(Looks.State.OUT_OF_REACH);
    assertThat(looks.stopped()).isEqualTo(Looks.Stop.REPEATS_CANNOT_HELP);
  }

  @Test
  void laterRepeatsLeaveWhatEarlierLooksSaw() {
    List<Double> twice = new ArrayList<>(NOISY);
    twice.addAll(NOISY);
    Looks first = Comparer.look(protocol(0.025), Results.differing(NOISY));
    Looks second = Comparer.look(protocol(0.025), Results.differing(twice));
    assertThat(second.taken().getFirst()).isEqualTo(first.taken().getFirst());
    assertThat(second.taken()).hasSize(2);
    assertThat(last(second).information()).isGreaterThan(last(first).information());
  }

  @Test
  void theMostRepeatsEndIt() {
    List<Double> most = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      most.add(NOISY.get(i % 10) + (i % 2 == 0 ? 0.02 : -0.02));
    }
    Looks looks = Comparer.look(protocol(0.05), Results.differing(most));
    assertThat(last(looks).information()).isEqualTo(1);
    assertThat(looks.stopped()).isNotEqualTo(Looks.Stop.NOT_STOPPED);
  }

  @Test
  void theyAreInTheFile() throws Exception {
    Comparison comparison = Comparer.compare(protocol(0.025), Results.differing(NOISY));
    Comparison read = Json.mapper().readValue(Json.write(comparison), Comparison.class);
    assertThat(read.looks()).isEqualTo(comparison.looks());
    assertThat(Json.write(comparison)).contains("\"stopped\": \"not_stopped\"");
  }
}
