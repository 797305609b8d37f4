package dev.synth.internal.cli.production;

import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.KeyGenerator;

/** The random values of a running server: what nobody may guess, and what tells starts apart. */
final class Secrets {
  private static final int NAME_BYTES = 4;

  private Secrets() {}

  /** Returns a new key of 256 bits. */
  static byte[] key() {
    try {
      return KeyGenerator.getInstance("HmacSHA256").generateKey().getEncoded();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  /** Returns eight hexadecimal digits, others at each call. */
  static String name() {
    return HexFormat.of().formatHex(key(), 0, NAME_BYTES);
  }
}
