package dev.synth.internal.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.augment.AugmentationPlan;
import dev.synth.compare.Detectable;
import dev.synth.compare.PairedDifference;
import dev.synth.compare.PrimaryContrast;
import dev.synth.compare.TimeBlocks;
import dev.synth.compare.Untested;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Unmeasured;
import dev.synth.split.RareRows;
import dev.synth.split.TestBlocks;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictSentenceTest {
  private static final Detectable SEEN = new Detectable(0.01, 0.005, 0.004, 10, null, null);

  private static PairedDifference change(double mean, double p) {
    return Facts.tested(Facts.VAE, Arm.NONE, mean, p);
  }

  private static PairedDifference rival(String name, double mean, double p) {
    return Facts.tested(Facts.VAE, Arm.baseline(name, new AugmentationPlan.Ratio(0.1)), mean, p);
  }

  @Test
  void anUpliftTellsItsSizeItsLuckAndWhatIsFree() {
    List<PairedDifference> rivals =
        List.of(
            rival("class-weight", 0.02, 0.001),
            rival("oversample", 0.02, 0.001),
            rival("smote", 0.01, 0.2));
    // 0.041 ± 0.02 is 0.021 to 0.061; p = 0.012 is 1.2 %
    assertThat(
            VerdictSentence.of(
                new PrimaryContrast(
                    change(0.041, 0.012), 0.012, null, SEEN, 98, rivals, null, null)))
        .isEqualTo(
            "Uplift: the vae arm (ratio 0.1) changed average precision by +0.041 (95 % interval"
                + " +0.021 to +0.061) with random-forest over 10 repeats; if it changed nothing, so"
                + " large a difference would come up in 1.2 % of such experiments; beside what is"
                + " free, it is not shown to be better than smote (p = 0.200).");
  }

  @Test
  void withoutAllRivalsWhatIsFreeIsNotMentioned() {
    assertThat(VerdictSentence.of(Facts.contrast(change(0.041, 0.0004), SEEN)))
        .endsWith("would come up in fewer than 0.1 % of such experiments.");
  }

  @Test
  void anEffectBelowTheOneAskedForSaysSo() {
    assertThat(VerdictSentence.of(Facts.contrast(change(0.006, 0.01), SEEN)))
        .startsWith("Uplift: ")
        .contains(", though less than the 0.010 that was asked for; if it changed nothing");
  }

  @Test
  void anEffectThatIsShownToBeSmallSaysSoFirst() {
    // the test's own number: 0.4 % at the margin
    var small = new PrimaryContrast.Equivalence(0.01, 0.002, 0.004);
    assertThat(VerdictSentence.of(judged(0.003, 0.01, small)))
        .startsWith("Uplift, below the effect worth having: the vae arm (ratio 0.1) changed")
        .endsWith(
            "; if it changed nothing, so large a difference would come up in 1.0 % of such"
                + " experiments, and if it changed it by 0.010 or more, up or down, so small a"
                + " difference would come up in at most 0.4 %.");
    assertThat(VerdictSentence.of(judged(-0.003, 0.01, small)))
        .startsWith("Harm, below the effect worth having: ");
  }

  @Test
  void equivalentRulesOutTheEffectWorthHaving() {
    assertThat(
            VerdictSentence.of(
                judged(0.001, 0.4, new PrimaryContrast.Equivalence(0.01, 0.002, 0.004))))
        .isEqualTo(
            "Equivalent: the vae arm (ratio 0.1) changed average precision by +0.001 (95 % interval"
                + " −0.019 to +0.021) with random-forest over 10 repeats; if it changed it by 0.010"
                + " or more, up or down, so small a difference would come up in at most 0.4 % of"
                + " such experiments.");
    assertThat(
            VerdictSentence.of(
                judged(0.001, 0.4, new PrimaryContrast.Equivalence(0.01, 1e-5, 1e-5))))
        .endsWith("would come up in fewer than 0.1 % of such experiments.");
    assertThat(
            VerdictSentence.of(
                judged(0.001, 0.4, new PrimaryContrast.Equivalence(0.01, 0.03, 0.06))))
        .startsWith("Undecided: ");
  }

  private static PrimaryContrast judged(
      double mean, double p, PrimaryContrast.Equivalence equivalence) {
    return new PrimaryContrast(change(mean, p), p, equivalence, SEEN, 98, List.of(), null, null);
  }

  @Test
  void harmHasARealMinusSign() {
    assertThat(VerdictSentence.of(Facts.contrast(change(-0.041, 0.012), SEEN)))
        .startsWith(
            "Harm: the vae arm (ratio 0.1) changed average precision by −0.041 (95 % interval"
                + " −0.061 to −0.021)")
        .endsWith("would come up in 1.2 % of such experiments.");
  }

  @Test
  void undecidedTellsWhatCouldNotHaveBeenSeen() {
    assertThat(ending(new Detectable(0.01, 0.008, 0.004, 10, null, null)))
        .isEqualTo(
            "; an effect below 0.0080 could not have been seen, and one above 0.010 is not ruled"
                + " out.");
    assertThat(ending(new Detectable(0.01, 0.03, 0.004, 240, null, null)))
        .isEqualTo(
            "; an effect below 0.030 could not have been seen, and 0.010 takes about 240 repeats.");
    assertThat(ending(new Detectable(0.01, 0.03, 0.02, null, 1882L, null)))
        .isEqualTo(
            "; an effect below 0.030 could not have been seen, and 0.010 is not reachable by"
                + " repeats; it needs about 1,882 rare test rows (here 98).");
    assertThat(ending(new Detectable(0.01, 1.2, 0.02, null, 1882L, null)))
        .isEqualTo("; with so few repeats no effect, however large, could have been seen.");
  }

  private static String ending(Detectable detectable) {
    String sentence = VerdictSentence.of(Facts.contrast(change(0.004, 0.4), detectable));
    String start =
        "Undecided: the vae arm (ratio 0.1) changed average precision by +0.004 (95 %"
            + " interval −0.016 to +0.024) with random-forest over 10 repeats";
    assertThat(sentence).startsWith(start);
    return sentence.substring(start.length());
  }

  @Test
  void aSplitByTimeRestsOnItsBlocks() {
    TimeBlocks days = new TimeBlocks(2, 3, 14, TestBlocks.Unit.DAY);
    PairedDifference change = Facts.byTime(Facts.VAE, 0.004, 0.4, days);
    assertThat(
            VerdictSentence.of(
                Facts.contrast(change, new Detectable(0.01, 0.03, 0.03, null, null, 46))))
        .contains("with random-forest over 14 test days in 2 windows, 3 refits each;")
        .endsWith("it needs about 46 test days (here 14).");
  }

  /** By hand: 98 * 514 / 200 is 251.9; there are never more than 200 lots. */
  @Test
  void aSplitByColumnNeedsRareRowsAndNotLots() {
    TimeBlocks lots = new TimeBlocks(1, 3, 200, TestBlocks.Unit.LOT);
    PairedDifference change = Facts.byTime(Facts.VAE, 0.004, 0.4, lots);
    assertThat(
            VerdictSentence.of(
                Facts.contrast(change, new Detectable(0.01, 0.016, 0.016, null, null, 514))))
        .endsWith("it needs about 252 rare test rows (here 98).");
  }

  @Test
  void whatCouldNotBeTestedTellsWhy() {
    Arm few = Facts.VAE.withRareRows(new RareRows.AtMost(16));
    assertThat(
            VerdictSentence.of(
                Facts.contrast(Facts.untested(few, 0.3, new Untested.OneRepeat()), null)))
        .isEqualTo(
            "Undecided: the vae arm (ratio 0.1, on 16 real rare rows) changed average"
                + " precision by +0.300 with random-forest over one repeat; one repeat is"
                + " descriptive only: what chance does shows from two repeats on.");
    assertThat(
            VerdictSentence.of(
                Facts.contrast(
                    Facts.untested(
                        few,
                        null,
                        new Untested.NotMeasured(new Unmeasured.OldSentence("no figure"))),
                    null)))
        .isEqualTo(
            "Undecided: the vae arm (ratio 0.1, on 16 real rare rows) could not be"
                + " compared with none; no figure.");
  }

  @Test
  void whatRoundsToNothingHasNoMinusSign() {
    assertThat(VerdictSentence.of(Facts.contrast(change(-0.0001, 0.9), SEEN)))
        .contains("by +0.000 (95 % interval −0.020 to +0.020)");
  }
}
