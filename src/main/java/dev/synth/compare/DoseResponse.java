package dev.synth.compare;

import java.util.List;

/**
 * What average precision answers to more real rare rows, and what synthetic ones are worth in their
 * terms; descriptive.
 *
 * @param classifier the first-listed classifier, whose average precision this is
 * @param curve the learning curve of {@code none}, one point a number of real rare rows, rising
 * @param worth every other arm on fewer rows than the last point's
 */
public record DoseResponse(String classifier, List<Dose> curve, List<RealRowEquivalent> worth) {
  public DoseResponse {
    curve = List.copyOf(curve);
    worth = List.copyOf(worth);
    if (curve.size() < 2) {
      throw new IllegalArgumentException(curve.size() + " points are no curve");
    }
  }

  /**
   * One point of the learning curve.
   *
   * @param rareRows how many real rare rows there were to learn from; of all of them, the mean over
   *     the repeats
   * @param averagePrecision the mean over the repeats
   * @param rising the same after isotonic regression
   */
  public record Dose(int rareRows, double averagePrecision, double rising) {}
}
