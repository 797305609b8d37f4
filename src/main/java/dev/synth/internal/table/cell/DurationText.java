package dev.synth.internal.table.cell;

import dev.synth.table.DurationForm;
import dev.synth.table.DurationForm.Style;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Durations in seconds as texts, both ways. */
public final class DurationText {
  private DurationText() {}

  /** Returns the seconds that a text says; NaN where it is no duration. */
  public static double parse(String text) {
    DurationParts parts = DurationParts.of(text);
    return parts == null ? Double.NaN : parts.seconds().doubleValue();
  }

  /** Returns the text of a number of seconds in a form. */
  public static String of(DurationForm form, double seconds) {
    BigDecimal exact = new BigDecimal(NumberText.of(rounded(form, seconds)));
    BigDecimal size = exact.abs();
    String sign = exact.signum() < 0 ? "-" : "";
    return switch (form.style()) {
      case CLOCK -> sign + clock(form, size);
      case MINUTES ->
          sign
              + whole(size, DurationParts.MINUTE, form.isFull() ? 2 : 1)
              + ":"
              + seconds(form, size.remainder(of(DurationParts.MINUTE)), 2);
      case DAYS -> withDays(form, exact, "days", " ");
      case DAYS_IF_ANY -> {
        BigDecimal day = of(DurationParts.DAY);
        boolean isWithinDay = exact.signum() >= 0 && exact.compareTo(day) < 0;
        boolean isOne =
            exact.signum() >= 0
                ? exact.compareTo(of(2 * DurationParts.DAY)) < 0
                : exact.compareTo(day.negate()) >= 0;
        yield isWithinDay
            ? clock(form, exact)
            : withDays(form, exact, isOne ? "day" : "days", ", ");
      }
      case ISO -> sign + iso(form, size);
      case UNITS -> sign + units(form, size);
    };
  }

  /** Returns the nearest duration without parts that a form lacks. */
  public static double rounded(DurationForm form, double seconds) {
    int shortest = form.style() == Style.UNITS ? template(form).getLast().length() : 1;
    return shortest == 1 ? seconds : Math.rint(seconds / shortest) * shortest;
  }

  /** The units that a form writes, from the longest to the shortest. */
  private static List<DurationParts.Part> template(DurationForm form) {
    DurationParts parts = DurationParts.of(form.template());
    if (parts == null || parts.units().isEmpty()) {
      throw new IllegalArgumentException("no units: '" + form.template() + "'");
    }
    return parts.units();
  }

  /** A duration below zero has days below zero, and hours that are counted forward from there. */
  private static String withDays(
      DurationForm form, BigDecimal seconds, String unit, String between) {
    BigDecimal days = seconds.divide(of(DurationParts.DAY), 0, RoundingMode.FLOOR);
    BigDecimal rest = seconds.subtract(days.multiply(of(DurationParts.DAY)));
    String plus = days.signum() < 0 && form.style() == Style.DAYS ? "+" : "";
    return days.toPlainString() + " " + unit + between + plus + clock(form, rest);
  }

  private static String clock(DurationForm form, BigDecimal size) {
    BigDecimal behindHours = size.remainder(of(DurationParts.HOUR));
    return whole(size, DurationParts.HOUR, form.isFull() ? 2 : 1)
        + ":"
        + whole(behindHours, DurationParts.MINUTE, 2)
        + ":"
        + seconds(form, behindHours.remainder(of(DurationParts.MINUTE)), 2);
  }

  private static String iso(DurationForm form, BigDecimal size) {
    BigDecimal behindDays = size.remainder(of(DurationParts.DAY));
    BigDecimal behindHours = behindDays.remainder(of(DurationParts.HOUR));
    BigDecimal last = behindHours.remainder(of(DurationParts.MINUTE));
    String days = part(whole(size, DurationParts.DAY, 1), "D");
    String time =
        part(whole(behindDays, DurationParts.HOUR, 1), "H")
            + part(whole(behindHours, DurationParts.MINUTE, 1), "M")
            + (last.signum() == 0 ? "" : seconds(form, last, 1) + "S");
    if (days.isEmpty() && time.isEmpty()) {
      return "PT0S";
    }
    return "P" + days + (time.isEmpty() ? "" : "T" + time);
  }

  private static String part(String number, String unit) {
    return number.equals("0") ? "" : number + unit;
  }

  private static String units(DurationForm form, BigDecimal size) {
    List<DurationParts.Part> units = template(form);
    StringBuilder text = new StringBuilder();
    BigDecimal rest = size;
    for (DurationParts.Part unit : units) {
      boolean isLast = unit == units.getLast();
      BigDecimal length = of(unit.length());
      String number =
          isLast ? seconds(form, rest.divide(length), 1) : whole(rest, unit.length(), 1);
      rest = rest.remainder(length);
      boolean isZero = number.equals("0") || (isLast && number.matches("0[.]0+"));
      boolean isNeeded = form.isFull() || !isZero || (isLast && text.isEmpty());
      if (isNeeded) {
        text.append(text.isEmpty() ? "" : unit.between());
        text.append(number).append(unit.gap()).append(number.equals("1") ? one(unit) : unit.word());
      }
    }
    return text.toString();
  }

  /** The unit of one: {@code hour} of {@code hours}. */
  private static String one(DurationParts.Part unit) {
    String word = unit.word();
    return word.length() > 1 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }

  private static String whole(BigDecimal size, int unit, int width) {
    return padded(size.divide(of(unit), 0, RoundingMode.DOWN).toPlainString(), width);
  }

  private static String seconds(DurationForm form, BigDecimal size, int width) {
    BigDecimal bare = size.stripTrailingZeros();
    String text = bare.setScale(Math.max(form.decimals(), bare.scale())).toPlainString();
    int point = text.indexOf('.');
    return point < 0
        ? padded(text, width)
        : padded(text.substring(0, point), width) + text.substring(point);
  }

  private static String padded(String digits, int width) {
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }

  private static BigDecimal of(int number) {
    return BigDecimal.valueOf(number);
  }
}
