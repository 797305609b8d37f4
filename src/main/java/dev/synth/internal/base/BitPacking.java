package dev.synth.internal.base;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/**
 * Whole numbers as text: each in as many bits as the largest takes, in Base64.
 *
 * <p>The bytes are the count (four, the lowest first), the width (one), then the numbers' bits
 * without gaps, the lowest first.
 */
public final class BitPacking {
  private static final int HEADER = Integer.BYTES + 1;

  /** The characters of Base64 that hold the header. */
  private static final int COUNT_TEXT = 8;

  private BitPacking() {}

  /** Returns numbers, each 0 or more, as text. */
  public static String pack(int[] numbers) {
    int all = 0;
    for (int number : numbers) {
      if (number < 0) {
        throw new IllegalArgumentException("cannot pack " + number);
      }
      all |= number;
    }
    int width = Integer.SIZE - Integer.numberOfLeadingZeros(all);
    byte[] bytes = new byte[(int) size(numbers.length, all)];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(numbers.length).put((byte) width);
    int place = HEADER;
    long waiting = 0;
    int bits = 0;
    for (int number : numbers) {
      waiting |= (long) number << bits;
      bits += width;
      for (; bits >= Byte.SIZE; bits -= Byte.SIZE) {
        bytes[place++] = (byte) waiting;
        waiting >>>= Byte.SIZE;
      }
    }
    if (bits > 0) {
      bytes[place] = (byte) waiting;
    }
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * Returns how many bytes a number of values up to a largest one takes, before they become a text.
   */
  public static long size(int count, int largest) {
    int width = Integer.SIZE - Integer.numberOfLeadingZeros(largest);
    return HEADER + ((long) count * width + Byte.SIZE - 1) / Byte.SIZE;
  }

  /**
   * Returns how many numbers a text holds, without reading them.
   *
   * @throws IllegalArgumentException if it is too short to say
   */
  public static int count(String text) {
    if (text.length() < COUNT_TEXT) {
      throw new IllegalArgumentException(text.length() + " characters are no numbers");
    }
    byte[] bytes = Base64.getDecoder().decode(text.substring(0, COUNT_TEXT));
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }

  /**
   * Returns the numbers of a text.
   *
   * @param text what {@link #pack} returned
   * @throws IllegalArgumentException if it is not that
   */
  public static int[] unpack(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (bytes.length < HEADER) {
      throw new IllegalArgumentException(bytes.length + " bytes are no numbers");
    }
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int count = header.getInt();
    int width = header.get();
    boolean isWhole =
        count >= 0
            && width >= 0
            && width < Integer.SIZE
            && bytes.length == HEADER + ((long) count * width + Byte.SIZE - 1) / Byte.SIZE;
    if (!isWhole) {
      throw new IllegalArgumentException(
          PlainText.of("%d bytes are not %d numbers of %d bits", bytes.length, count, width));
    }
    int[] numbers = new int[count];
    int place = HEADER;
    long waiting = 0;
    int bits = 0;
    for (int i = 0; i < count; i++) {
      for (; bits < width; bits += Byte.SIZE) {
        waiting |= (long) Byte.toUnsignedInt(bytes[place++]) << bits;
      }
      numbers[i] = (int) (waiting & (1L << width) - 1);
      waiting >>>= width;
      bits -= width;
    }
    return numbers;
  }
}
