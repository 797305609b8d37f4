package dev.synth.internal.holdout;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
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
