package dev.synth.internal.table.number;

import dev.synth.internal.table.number.DecimalHabit.DecimalSeparator;
import dev.synth.table.NumberForm.Grouping;
import dev.synth.table.NumberForm.Separators;
import dev.synth.table.reading.SeparatorReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The ways of reading a column's separators that read the most rows, and which of them is taken.
 *
 * <p>Two ways can differ in one case alone: each text has one separator before its last three
 * digits, which parts thousands or decimals.
 */
final class SeparatorChoice {
  /** Currencies whose home writes a decimal comma. */
  private static final Set<String> COMMA_MONEY =
      Set.of(
          "€", "EUR", "Euro", "euro", "EURO", "euros", "eur", "Eur", "kr", "kr.", "Kr", "Kr.",
          "SEK", "NOK", "DKK", "R$", "BRL", "zł", "PLN", "₺", "TRY", "TL", "Kč", "CZK", "Ft", "HUF",
          "₽", "RUB", "руб", "руб.", "lei", "RON", "Rp", "Rp.", "IDR", "₫", "VND", "лв", "лв.",
          "BGN", "₴", "UAH", "ARS", "COP", "CLP");

  private final @Nullable NumberShape[] shapes;
  private final int[] counts;
  private final List<SeparatorReading> ways = new ArrayList<>();
  private int most = -1;

  /** One way, and the number that it makes of each text; NaN where it makes none. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record SeparatorReading(Separators separators, double[] values) {}

  /**
   * The choice between the two ways.
   *
   * @param taken the way that is taken
   * @param other the way that is left; null where there is none, or where it is never meant
   * @param reason what makes the one that is taken likelier; null where nothing does
   * @param example the first text that both ways read differently
   */
  record Chosen(
      SeparatorReading taken,
      @Nullable SeparatorReading other,
      @Nullable SeparatorReason reason,
      int example) {}

  /**
   * A choice among all ways.
   *
   * @param shapes the texts taken apart, null where one is no number
   * @param counts how many rows each text has
   */
  SeparatorChoice(@Nullable NumberShape[] shapes, int[] counts) {
    this.shapes = shapes;
    this.counts = counts;
    candidates().forEach(this::tryOut);
  }

  private List<Separators> candidates() {
    boolean[] found = new boolean[128];
    char blank = ' ';
    char apostrophe = '\'';
    for (NumberShape shape : shapes) {
      for (int i = 0; shape != null && i < shape.core().length(); i++) {
        char c = shape.core().charAt(i);
        char kind = NumberShape.canonical(c);
        found[kind] = true;
        blank = kind == ' ' ? c : blank;
        apostrophe = kind == '\'' ? c : apostrophe;
      }
    }
    List<Separators> all = new ArrayList<>(List.of(Separators.POINT));
    if (found[',']) {
      all.add(new Separators(Grouping.NONE, "", ","));
      all.add(new Separators(Grouping.THOUSANDS, ",", "."));
      all.add(new Separators(Grouping.INDIAN, ",", "."));
    }
    if (found['_']) {
      all.add(new Separators(Grouping.THOUSANDS, "_", "."));
    }
    if (found['.']) {
      all.add(new Separators(Grouping.THOUSANDS, ".", ","));
    }
    for (char group : new char[] {blank, apostrophe}) {
      if (found[NumberShape.canonical(group)]) {
        all.add(new Separators(Grouping.THOUSANDS, String.valueOf(group), "."));
        all.add(new Separators(Grouping.THOUSANDS, String.valueOf(group), ","));
      }
    }
    return all;
  }

  private void tryOut(Separators separators) {
    double[] values = new double[shapes.length];
    int rows = 0;
    for (int i = 0; i < values.length; i++) {
      NumberShape shape = shapes[i];
      values[i] = shape == null ? Double.NaN : value(shape, separators);
      rows += Double.isNaN(values[i]) ? 0 : counts[i];
    }
    if (rows > most) {
      ways.clear();
      most = rows;
    }
    if (rows == most && ways.stream().noneMatch(way -> Arrays.equals(way.values(), values))) {
      ways.add(new SeparatorReading(separators, values));
    }
  }

  static double value(NumberShape shape, Separators separators) {
    double size = CoreText.value(shape.core(), separators);
    return shape.sign() < 0 ? -size : size;
  }

  /**
   * Returns the way with the given separators, or with its decimal separator and no groups, if it
   * reads as many rows as any.
   */
  @Nullable SeparatorReading like(Separators known) {
    for (SeparatorReading way : ways) {
      Separators each = way.separators();
      boolean hasSameGroups =
          each.grouping() == Grouping.NONE
              || (known.grouping() != Grouping.NONE
                  && NumberShape.canonical(each.group().charAt(0))
                      == NumberShape.canonical(known.group().charAt(0)));
      if (each.decimal().equals(known.decimal()) && hasSameGroups) {
        return way;
      }
    }
    return null;
  }

  /**
   * Chooses.
   *
   * @param mark the currency, percent sign or unit of the column; or empty
   * @param habit how other columns write decimals; asked where nothing else tells
   */
  Chosen choose(String mark, Supplier<DecimalHabit> habit) {
    SeparatorReading first = ways.getFirst();
    if (ways.size() == 1 || most == 0) {
      return new Chosen(first, null, null, 0);
    }
    SeparatorReading other = ways.get(1);
    boolean parted = first.separators().grouping() != Grouping.NONE;
    SeparatorReading decimals = parted ? other : first;
    SeparatorReading thousands = parted ? first : other;
    int example = 0;
    while (same(first.values()[example], other.values()[example])) {
      example++;
    }
    boolean isPoint = decimals.separators().decimal().equals(".");
    DecimalHabit known = habit.get();
    SeparatorReason reason =
        isPoint ? reasonForPointGroups(mark, known) : reasonForDecimalComma(mark, known);
    if (isPoint) {
      return reason == null
          ? new Chosen(decimals, null, null, example)
          : new Chosen(thousands, decimals, reason, example);
    }
    return reason == null
        ? new Chosen(thousands, decimals, reasonForCommaGroups(mark, known), example)
        : new Chosen(decimals, thousands, reason, example);
  }

  private static boolean same(double one, double other) {
    return Double.compare(one, other) == 0;
  }

  /** A point parts decimals, as programs write them, unless it stands in a country of commas. */
  private static @Nullable SeparatorReason reasonForPointGroups(String mark, DecimalHabit habit) {
    if (habit.isCertain()) {
      return habit.sign() == DecimalSeparator.COMMA ? habit.reason() : null;
    }
    return COMMA_MONEY.contains(mark) ? SeparatorReason.MONEY : null;
  }

  private static @Nullable SeparatorReason reasonForDecimalComma(String mark, DecimalHabit habit) {
    if (AffixKind.after(mark) == AffixKind.PERCENT) {
      return SeparatorReason.PERCENTAGE;
    }
    return habit.isCertain() && habit.sign() == DecimalSeparator.COMMA ? habit.reason() : null;
  }

  private @Nullable SeparatorReason reasonForCommaGroups(String mark, DecimalHabit habit) {
    if (habit.isCertain() && habit.sign() == DecimalSeparator.POINT) {
      return habit.reason();
    }
    if (AffixKind.before(mark) == AffixKind.CURRENCY) {
      return SeparatorReason.MONEY;
    }
    if (hasBareNumbers()) {
      return SeparatorReason.NO_COMMA_BELOW_1000;
    }
    return habit.sign() == DecimalSeparator.POINT ? habit.reason() : null;
  }

  private boolean hasBareNumbers() {
    for (NumberShape shape : shapes) {
      if (shape != null && shape.core().chars().allMatch(c -> NumberShape.isDigit((char) c))) {
        return true;
      }
    }
    return false;
  }
}
