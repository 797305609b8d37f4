package dev.synth.internal.base;

/** Spans of time in microseconds, the unit of all times in a table. */
public final class Micros {
  /** A second. */
  public static final long PER_SECOND = 1_000_000;

  /** A minute. */
  public static final long PER_MINUTE = 60 * PER_SECOND;

  /** An hour. */
  public static final long PER_HOUR = 60 * PER_MINUTE;

  /** A day of 24 hours. */
  public static final long PER_DAY = 24 * PER_HOUR;

  private Micros() {}
}
