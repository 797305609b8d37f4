package dev.synth.internal.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The levels of the simulated categorical columns; declared in the order of their texts. */
final class Level {
  private Level() {}

  /** The place where a purchase happens. */
  enum Channel {
    IN_STORE,
    ONLINE,
    PHONE
  }

  /** The way the card's number reaches the merchant. */
  enum EntryMode {
    CHIP,
    CONTACTLESS,
    KEYED,
    SAVED,
    STRIPE
  }

  /** The device that an online purchase is made on. */
  enum Device {
    COMPUTER,
    MOBILE,
    TABLET
  }

  /** Returns the texts of an enumeration's constants, in their order: {@code in-store}. */
  static List<String> texts(Enum<?>[] constants) {
    return Arrays.stream(constants)
        .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }
}
