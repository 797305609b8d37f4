package dev.synth.internal.serve;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The random share of alerts that pass all the same, so that their labels come.
 *
 * <p>The draw of an event depends on its name and a key alone: an event that is sent again gets the
 * decision that it had, and nobody without the key can tell which events pass.
 *
 * @param share the probability that an alert passes, in [0, 1)
 * @param key random bytes that nobody else knows
 */
@SuppressWarnings("ArrayRecordComponent") // a parcel, compared by nobody
public record Exploration(double share, byte[] key) {
  /** No alert passes. */
  public static final Exploration NONE = new Exploration(0, new byte[0]);

  /** The bits of a double's fraction. */
  private static final int FRACTION_BITS = 53;

  public Exploration {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException("the share " + share + " is not in [0, 1)");
    }
    key = key.clone();
  }

  /** Returns whether any alert may pass. */
  boolean isOn() {
    return share > 0;
  }

  /** Returns whether the alert of an event passes. */
  boolean passes(String event) {
    return isOn() && uniform(event) < share;
  }

  /** Returns the probability that a row passes. */
  double propensity(boolean alert) {
    return alert ? share : 1;
  }

  private double uniform(String event) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(key);
      byte[] hash = digest.digest(event.getBytes(StandardCharsets.UTF_8));
      return (ByteBuffer.wrap(hash).getLong() >>> (Long.SIZE - FRACTION_BITS)) * 0x1p-53;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has SHA-256
    }
  }
}
