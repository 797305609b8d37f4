package dev.synth.internal.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.augment.AugmentationPlan;
import dev.synth.compare.Looks;
import dev.synth.compare.Looks.Look;
import dev.synth.compare.Looks.Standing;
import dev.synth.compare.Looks.State;
import dev.synth.evaluate.Arm;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LookSentenceTest {
  private static Standing standing(Arm arm, @Nullable Double spent, State state) {
    return new Standing(arm, 0.5, spent, 0.1, null, state);
  }

  private static Look look(int repeats, @Nullable Double spent, State... states) {
    return new Look(
        repeats, Arrays.stream(states).map(state -> standing(Facts.VAE, spent, state)).toList());
  }

  @Test
  void everyLookTellsHowArmsStood() {
    Looks looks =
        new Looks(
            40,
            List.of(
                look(10, 0.008, State.OPEN, State.UPLIFT, State.OPEN),
                look(20, 0.02, State.HARM, State.UPLIFT, State.EQUIVALENT)));
    assertThat(LookSentence.of(looks))
        .isEqualTo(
            "It stopped after 20 repeats, since every arm is decided. After 10, with up to 0.0080"
                + " of the 0.05 spent by which all looks together may err: 2 open, 1 uplift. After"
                + " 20, with up to 0.020 of 0.05 spent: 1 harm, 1 uplift, 1 equivalent.");
  }

  @Test
  void itTellsWhyItStopped() {
    assertThat(LookSentence.of(new Looks(20, List.of(look(20, 0.05, State.OPEN)))))
        .startsWith("It stopped after 20 repeats, the most that there may be. After 20");
    assertThat(LookSentence.of(new Looks(40, List.of(look(20, 0.05, State.OPEN)))))
        .startsWith("It stopped after 20 repeats, though more can help. ");
    assertThat(
            LookSentence.of(
                new Looks(40, List.of(look(20, 0.05, State.OUT_OF_REACH, State.EXHAUSTED)))))
        .isEqualTo(
            "It stopped after 20 repeats, since more of them cannot help with what is undecided."
                + " After 20, with up to 0.050 of the 0.05 spent by which all looks together may"
                + " err: 1 out of reach of repeats, 1 to which repeats add nothing.");
  }

  @Test
  void withoutAnArmNothingIsSpent() {
    assertThat(LookSentence.of(new Looks(40, List.of(look(10, null)))))
        .endsWith("After 10: no arm could be judged.");
    assertThat(LookSentence.of(new Looks(40, List.of(look(10, null, State.OPEN)))))
        .endsWith("After 10: 1 open.");
  }

  @Test
  void whatIsHardlyAnythingIsNotNothing() {
    assertThat(LookSentence.of(new Looks(40, List.of(look(10, 0.00001, State.OPEN)))))
        .endsWith(
            "After 10, with less than 0.0001 of the 0.05 spent by which all looks together may err:"
                + " 1 open.");
  }

  /** Only the last look counts, and only what is open in it. */
  @Test
  void moreRepeatsAreForWhatIsOpen() {
    Arm selected = Arm.selected(Facts.VAE.rareRows());
    Look last =
        new Look(
            20,
            List.of(
                standing(Facts.VAE, 0.02, State.OPEN),
                standing(Arm.generator("mgs", new AugmentationPlan.Ratio(1)), 0.02, State.HARM),
                standing(selected, 0.02, State.OPEN)));
    assertThat(LookSentence.ofMore(new Looks(40, List.of(look(10, 0.01, State.OPEN), last)), 40))
        .isEqualTo("after 20 repeats undecided: vae, ratio 0.1; selected; going on to 40");
  }
}
