package dev.synth.compare;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.List;

/**
 * The answer of average precision to more real rare rows, and the rows that synthetic ones replace;
 * descriptive.
 *
 * @param classifier the first-listed classifier, whose average precision this is
 * @param curve the learning curve of {@code none}, one point a number of real rare rows, rising
 * @param realRowEquivalents of every other arm on fewer rows than the last point's
 */
public record DoseResponse(
    String classifier,
    List<Dose> curve,
    @JsonAlias("worth") List<RealRowEquivalent> realRowEquivalents) {
  public DoseResponse {
    curve = List.copyOf(curve);
    realRowEquivalents = List.copyOf(realRowEquivalents);
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
