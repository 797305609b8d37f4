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
  /** So many places count as one at the top, where rounding may swap two rows. */
  private static final double BLUR = 10;

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
   * Returns how far a ranking of the rows is from that of these scores: the mean of |ln(a / b)|,
   * where a and b are ten more than a row's two places from the top, and a row weighs 1 / a. So the
   * top counts as much in a million rows as in a hundred, and rare rows that move there are seen.
   * Rows of equal rank share the mean of their places. 0 where both rank alike, NaN where the ranks
   * are of another number of rows. It tells nothing of the rows' classes.
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
    double weights = 0;
    for (int row = 0; row < own.length; row++) {
      double weight = 1 / (own[row] + BLUR);
      sum += weight * Math.abs(Math.log((own[row] + BLUR) / (other[row] + BLUR)));
      weights += weight;
    }
    return own.length == 0 ? 0 : sum / weights;
  }

  /** Returns each row's place from the top, the highest rank's 1. */
  private static double[] places(int[] ranks) {
    int[] rowsOf = new int[ranks.length];
    for (int rank : ranks) {
      rowsOf[rank]++;
    }
    double[] placeOf = new double[ranks.length];
    int above = 0;
    for (int rank = ranks.length - 1; rank >= 0; rank--) {
      placeOf[rank] = above + (rowsOf[rank] + 1) / 2.0;
      above += rowsOf[rank];
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
