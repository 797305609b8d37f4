package dev.synth.internal.table.cell;

/**
 * The details of a column's texts that a {@link TimePattern} leaves open.
 *
 * @param names how names are written
 * @param afternoon how the second half of a day is written: {@code PM}, {@code pm}, {@code p.m.}
 * @param offset what is written where the pattern has an offset, such as {@code +05:30}, {@code Z}
 *     or {@code UTC}; may be empty
 */
public record TimeStyle(NameStyle names, String afternoon, String offset) {
  /** Names as in English prose, capital halves, no offset. */
  public static final TimeStyle USUAL = new TimeStyle(NameStyle.USUAL, "PM", "");

  /**
   * A style whose names are given by a text.
   *
   * @param names English names by the example of a month, {@code Jan}, {@code JAN} or {@code jan};
   *     or a language and all names, {@code de:Jan.,Feb.,…;Mo,Di,…}
   * @throws IllegalArgumentException if they are neither
   */
  public TimeStyle(String names, String afternoon, String offset) {
    this(NameStyle.of(names), afternoon, offset);
  }

  /** Returns how names are written, as a text from which a style can be made. */
  public String namesText() {
    return names.text();
  }

  /** Returns whether names are not the English ones, in full or by three letters. */
  public boolean hasOwnNames() {
    return !names.months().isEmpty();
  }

  /** Returns the same with another offset. */
  public TimeStyle withOffset(String other) {
    return new TimeStyle(names, afternoon, other);
  }

  String half(boolean isAfternoon) {
    return isAfternoon ? afternoon : afternoon.replace('p', 'a').replace('P', 'A');
  }
}
