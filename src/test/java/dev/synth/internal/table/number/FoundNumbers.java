package dev.synth.internal.table.number;

import dev.synth.internal.table.number.DecimalHabit.DecimalSeparator;
import dev.synth.table.reading.SeparatorReason;
import java.util.List;

/** Numbers found in the texts of a column. */
final class FoundNumbers {
  static final DecimalHabit POINTS =
      new DecimalHabit(DecimalSeparator.POINT, true, SeparatorReason.DECIMAL_POINTS);

  static final DecimalHabit COMMAS =
      new DecimalHabit(DecimalSeparator.COMMA, true, SeparatorReason.DECIMAL_COMMAS);

  private FoundNumbers() {}

  static int[] ones(List<String> texts) {
    return texts.stream().mapToInt(text -> 1).toArray();
  }

  static NumberReading find(DecimalHabit habit, String... texts) {
    List<String> all = List.of(texts);
    return NumberFinder.find(all, ones(all), () -> habit);
  }

  static NumberReading find(String... texts) {
    return find(DecimalHabit.UNKNOWN, texts);
  }
}
