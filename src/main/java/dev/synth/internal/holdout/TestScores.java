package dev.synth.internal.holdout;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.synth.internal.stats.rows.Ranking;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;

/**
 * A classifier's scores of test rows whose classes are still closed.
 *
 * <p>They can be kept on disk until all that must be chosen has been chosen; only {@link
 * TestOpening} puts them beside the rows' classes. As text they are the numbers' bytes, in Base64.
 */
public final class TestScores {
  private final double[] scores;

  public TestScores(double[] scores) {
    this.scores = scores.clone();
  }

  /**
   * Reads scores back.
   *
   * @param text what {@link #text} returned
   * @throws IllegalArgumentException if it is not that
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static TestScores of(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (bytes.length % Double.BYTES != 0) {
      throw new IllegalArgumentException(bytes.length + " bytes are no scores");
    }
    double[] scores = new double[bytes.length / Double.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(scores);
    return new TestScores(scores);
  }

  /** Returns the scores as text, which reads back as the same numbers to the last bit. */
  @JsonValue
  public String text() {
    ByteBuffer bytes =
        ByteBuffer.allocate(scores.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(scores);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /** The scores, one a row; shared inside the package, not to be written to. */
  double[] scores() {
    return scores;
  }

  /**
   * Returns how far a ranking of the rows is from that of these scores: the mean difference between
   * a row's two places, as a share of the number of rows. Rows of equal rank share the mean of
   * their places. In [0, 1); 0 where both rank alike, NaN where the ranks are of another number of
   * rows. It tells nothing of the rows' classes.
   *
   * @param ranks one a row, the lowest 0
   */
  public double distanceTo(int[] ranks) {
    if (ranks.length != scores.length || Arrays.stream(ranks).anyMatch(r -> r >= ranks.length)) {
      return Double.NaN;
    }
    double[] own = places(Ranking.ranks(scores));
    double[] other = places(ranks);
    double sum = 0;
    for (int row = 0; row < own.length; row++) {
      sum += Math.abs(own[row] - other[row]);
    }
    return own.length == 0 ? 0 : sum / own.length / own.length;
  }

  private static double[] places(int[] ranks) {
    int[] rowsOf = new int[ranks.length + 1];
    for (int rank : ranks) {
      rowsOf[rank + 1]++;
    }
    double[] placeOf = new double[ranks.length];
    int below = 0;
    for (int rank = 0; rank < ranks.length; rank++) {
      placeOf[rank] = below + (rowsOf[rank + 1] - 1) / 2.0;
      below += rowsOf[rank + 1];
    }
    double[] places = new double[ranks.length];
    for (int row = 0; row < places.length; row++) {
      places[row] = placeOf[ranks[row]];
    }
    return places;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TestScores more && Arrays.equals(scores, more.scores);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(scores);
  }

  /** Tells how many there are, not what they are. */
  @Override
  public String toString() {
    return scores.length + " scores";
  }
}
