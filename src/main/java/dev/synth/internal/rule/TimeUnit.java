package dev.synth.internal.rule;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A unit in which the time between two points in time is told; a function of the rule language. */
public enum TimeUnit {
  DAYS(86_400e6),
  HOURS(3_600e6),
  MINUTES(60e6),
  SECONDS(1e6);

  private final double micros;

  TimeUnit(double micros) {
    this.micros = micros;
  }

  /** Returns the unit with the name of a function; names are in lower case. */
  static Optional<TimeUnit> of(String function) {
    return Stream.of(values()).filter(unit -> unit.function().equals(function)).findFirst();
  }

  /** Returns the function's name. */
  public String function() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns how many microseconds it has. */
  public double micros() {
    return micros;
  }
}
