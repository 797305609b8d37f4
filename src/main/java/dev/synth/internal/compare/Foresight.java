package dev.synth.internal.compare;

import dev.synth.compare.Protocol;
import dev.synth.internal.profile.Foreseen;
import dev.synth.internal.stats.RowSampling;
import java.util.ArrayList;
import java.util.List;

/**
 * The minimum detectable effect before anything is trained, by the row-based test of {@link
 * RowSampling} with an assumed spread.
 *
 * <p>A part's average precision is close to a mean over its rare units (different rare rows, or
 * groups with one). Let σ be the standard deviation of what one unit adds to the difference of two
 * arms, m = t·N the units of a test part of share t, and N all of them. One repeat then has the
 * variance v = σ²/m. A unit is tested in a repeat with probability t, so the mean over R repeats
 * has V = σ²/N · (1 + (1 − t)/(t·R)), which tends to σ²/N: every row is tested by then. Refits
 * bring e² = c²/n for n training units.
 *
 * <p>σ and c are read off finished runs ({@code spread} of {@code comparison.json}): V·N and e²·n
 * there.
 */
public final class Foresight {
  /** The arm vae beside none in {@code synth generate --config configs/vae.yaml} has .105. */
  private static final double LOW = 0.1;

  /** The small runs of the folder {@code golden}, ten units a test part, have .13 to .22. */
  private static final double HIGH = 0.2;

  /** The same first run: refits bring .00021 with 5 repeats and 24 training units. */
  private static final double REFITS = 0.155;

  /** The share of rows that thresholds are chosen on. */
  private static final double VALIDATION = 0.2;

  /** With fewer units nothing is calibrated. */
  private static final int FEWEST = 10;

  private static final List<Integer> REPEATS = List.of(3, 5, 10, 20, 50);
  private static final List<Double> TESTS = List.of(0.2, 0.4);

  private Foresight() {}

  /**
   * Returns what an experiment could see, by the share of test rows and by repeats.
   *
   * @param rareUnits N, how many different rare rows or groups there are
   * @param contrasts k, how many arms get a verdict
   * @return one an entry; none below 10 units, where nothing is calibrated
   */
  public static List<Foreseen> of(int rareUnits, int contrasts) {
    List<Foreseen> all = new ArrayList<>();
    if (rareUnits < FEWEST) {
      return all;
    }
    for (double test : TESTS) {
      for (int repeats : REPEATS) {
        double low = minimum(LOW, rareUnits, test, repeats, contrasts);
        double high = minimum(HIGH, rareUnits, test, repeats, contrasts);
        all.add(new Foreseen(test, test * rareUnits, repeats, low, high));
      }
    }
    return all;
  }

  private static double minimum(double spread, int units, double test, int repeats, int contrasts) {
    double tested = test * units;
    double ofOne = spread * spread / tested;
    double variance = spread * spread / units * (1 + (1 - test) / (test * repeats));
    double freedom = Math.max(1, units * (1 - Math.pow(1 - test, repeats)) - 1);
    double refits = REFITS * REFITS / ((1 - VALIDATION - test) * units);
    RowSampling rows =
        new RowSampling(
            repeats,
            0,
            new RowSampling.RowEvidence(variance, ofOne, freedom, Math.max(1, tested)),
            refits,
            0);
    double level = 1 - Protocol.ALPHA / (2 * contrasts);
    return Math.min(1, MinimumDetectableEffect.minimum(rows, repeats, level));
  }
}
