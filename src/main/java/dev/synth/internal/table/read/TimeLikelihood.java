package dev.synth.internal.table.read;

import dev.synth.internal.base.Micros;
import dev.synth.internal.table.cell.TimeFinder;
import dev.synth.internal.table.cell.TimeFinder.FoundPattern;
import dev.synth.internal.table.cell.TimeNumbers;
import dev.synth.internal.table.cell.TimePattern;
import dev.synth.internal.table.stage.Dictionary;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The judgement whether texts that can be read as times are some, or only look like it. */
final class TimeLikelihood {
  /** Numbers of fewer different values may be valid dates by chance. */
  static final int ENOUGH_VALUES = 3;

  /** So many different codes are no valid times by chance. */
  private static final int MANY_VALUES = 50;

  private TimeLikelihood() {}

  /** Returns whether texts of four digits are likely to be hours and minutes. */
  static boolean areFourDigits(String name, List<String> texts) {
    boolean isNamed = TimeNames.sayTime(name);
    int fewest = isNamed ? ENOUGH_VALUES : MANY_VALUES;
    return !TimeNames.sayCode(name)
        && !TimeNames.sayOther(name)
        && TimeFinder.areFourDigits(texts, fewest)
        && (isNamed || TimeFinder.coverADay(texts));
  }

  /** Returns whether texts that look like times are likely to be some. */
  static boolean isLikely(String name, Dictionary texts, TimePattern pattern) {
    if (!pattern.hasDate()) {
      return !TimeNames.sayOther(name);
    }
    if (pattern.text().contains("DDD")) {
      return TimeNames.sayTime(name); // 2024-075 may be the number of anything
    }
    boolean areDigits = pattern.text().matches("[yMd]+");
    boolean mustBeNamed = areDigits && !pattern.text().equals("yyyyMMdd");
    if (areDigits && (mustBeNamed ? !TimeNames.sayTime(name) : TimeNames.sayCode(name))) {
      return false;
    }
    boolean mayBeCodes = areDigits || !pattern.hasDay();
    return !mayBeCodes
        || texts.values().stream()
            .map(pattern::parse)
            .allMatch(reading -> reading == null || TimeNumbers.isPlausible(reading.micros()));
  }

  /**
   * Returns whether names of months may be words of another language than the file's, as in {@code
   * SET-01}: they stand beside a year alone, and are few.
   */
  static boolean mayBeWords(String name, Dictionary texts, FoundPattern found) {
    if (!found.style().hasOwnNames() || found.pattern().hasDay() || TimeNames.sayTime(name)) {
      return false;
    }
    long months =
        texts.values().stream()
            .map(found.pattern()::parse)
            .filter(Objects::nonNull)
            .map(reading -> LocalDate.ofEpochDay(Math.floorDiv(reading.micros(), Micros.PER_DAY)))
            .map(LocalDate::getMonth)
            .distinct()
            .count();
    return months < ENOUGH_VALUES;
  }
}
