package dev.synth.internal.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.compare.InUse;
import dev.synth.compare.InUse.Change;
import dev.synth.compare.Protocol;
import dev.synth.evaluate.CostAndAlertMetrics;
import dev.synth.evaluate.Costs;
import dev.synth.evaluate.MissedCost;
import dev.synth.split.SplitOptions.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

class UseSentenceTest {
  private static final Protocol PLAIN =
      new Protocol("random-forest", Method.RANDOM, "max-f1", 0.01);

  @Test
  void findsAlertsAndTheirIntervalsAreWholeNumbers() {
    InUse use = new InUse(new Change(12.4, -3.2, 27.1), new Change(40, -5.4, 1085.0), null);
    assertThat(UseSentence.of(use, PLAIN, 5))
        .isEqualTo(
            "Out of 1,000 rare rows, at the max-f1 threshold, 12 more found (between 3 fewer and 27"
                + " more), for 40 more alerts (between 5 fewer and 1,085 more).");
  }

  @Test
  void withoutAnIntervalTheMeansAreTold() {
    InUse use = new InUse(new Change(-7, null, null), new Change(-0.2, null, null), null);
    assertThat(UseSentence.of(use, PLAIN, 5))
        .isEqualTo(
            "Out of 1,000 rare rows, at the max-f1 threshold, 7 fewer found, for as many alerts. No"
                + " interval says how far off that may be.");
  }

  @Test
  void whereNothingChangesThatIsCertain() {
    InUse use = new InUse(new Change(0, null, null), new Change(0, null, null), null);
    assertThat(UseSentence.of(use, PLAIN, 5))
        .isEqualTo(
            "Out of 1,000 rare rows, at the max-f1 threshold, as many found, for as many alerts.");
  }

  /** A mean that rounds to nothing is not known to be nothing. */
  @Test
  void aMeanNearNothingIsNotSureWithoutAnInterval() {
    Change near = new Change(0.4, null, null);
    Change known = new Change(40, 20.0, 60.0);
    assertThat(UseSentence.of(new InUse(known, near, null), PLAIN, 5))
        .endsWith(" No interval says how far off the alerts may be.");
    assertThat(UseSentence.of(new InUse(known, known, near), PLAIN, 5))
        .endsWith(" No interval says how far off the money may be.");
    assertThat(UseSentence.of(new InUse(near, near, known), PLAIN, 5))
        .endsWith(" No interval says how far off the rows found and the alerts may be.");
    assertThat(UseSentence.of(new InUse(near, near, near), PLAIN, 5))
        .endsWith(" No interval says how far off that may be.");
    assertThat(UseSentence.of(new InUse(known, known, null), PLAIN, 5))
        .doesNotContain("No interval");
  }

  /** With eight rare rows the formula's ends lie beyond what there is. */
  @Test
  void noMoreRowsAreFoundThanThereAre() {
    InUse use =
        new InUse(new Change(75, -1329.0, 1479.0), new Change(-25, -11306.0, 11256.0), null);
    assertThat(UseSentence.of(use, PLAIN, 5))
        .contains("75 more found (between 1,000 fewer and 1,000 more), for 25 fewer alerts")
        .contains("(between 11,306 fewer and 11,256 more)");
  }

  @Test
  void nothingIsNotSureWhereItCouldNotVary() {
    Change nothing = new Change(0, null, null);
    InUse use = new InUse(nothing, nothing, null);
    Protocol byTime = new Protocol("random-forest", Method.TIME, "max-f1", 0.01);
    assertThat(UseSentence.of(use, PLAIN, 1)).contains("No interval says");
    assertThat(UseSentence.of(use, byTime, 5)).contains("No interval says");
  }

  @Test
  void moneyHasItsCurrency() {
    Costs costs = new Costs(new MissedCost.Each(100), 5, "EUR");
    Protocol priced =
        new Protocol(
            "random-forest",
            Method.RANDOM,
            "max-f1",
            0.01,
            new CostAndAlertMetrics(costs, List.of()));
    InUse use =
        new InUse(
            new Change(12, 1.0, 20.0),
            new Change(40, 20.0, 60.0),
            new Change(3400, -900.0, 7700.0));
    assertThat(UseSentence.of(use, priced, 5))
        .endsWith(
            ", for 40 more alerts (between 20 more and 60 more), with 3,400 EUR more saved (between"
                + " 900 EUR less and 7,700 EUR more).");
  }
}
