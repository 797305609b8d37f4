package dev.synth.internal.table.cell;

import dev.synth.internal.table.cell.DurationParts.Style;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** A form of durations in seconds, and what it writes. */
public final class DurationText {
  private final DurationParts form;

  private DurationText(DurationParts form) {
    this.form = form;
  }

  /**
   * Returns the form that a duration shows.
   *
   * @throws IllegalArgumentException if the text is no duration
   */
  public static DurationText like(String example) {
    DurationParts parts = DurationParts.of(example);
    if (parts == null) {
      throw new IllegalArgumentException("no duration: '" + example + "'");
    }
    return new DurationText(parts);
  }

  /** Returns the seconds that a text says; NaN where it is no duration. */
  public static double parse(String text) {
    DurationParts parts = DurationParts.of(text);
    return parts == null ? Double.NaN : parts.seconds().doubleValue();
  }

  /** Returns the seconds that a text says in a column of this form; NaN where it is no duration. */
  public double seconds(String text) {
    DurationParts parts = DurationParts.of(text, form.hasYears());
    return parts == null ? Double.NaN : parts.seconds().doubleValue();
  }

  /** Returns the text of a number of seconds, with more decimals where it needs them. */
  public String text(double seconds) {
    BigDecimal exact = new BigDecimal(NumberText.of(rounded(seconds)));
    BigDecimal size = exact.abs();
    String sign = exact.signum() < 0 ? "-" : "";
    return switch (form.style()) {
      case CLOCK -> sign + clock(size);
      case MINUTES ->
          sign
              + whole(size, DurationParts.MINUTE, form.isFull() ? 2 : 1)
              + ":"
              + seconds(size.remainder(of(DurationParts.MINUTE)), 2);
      case DAYS -> withDays(exact, "days", " ");
      case DAYS_IF_ANY -> {
        BigDecimal day = of(DurationParts.DAY);
        boolean isWithinDay = exact.signum() >= 0 && exact.compareTo(day) < 0;
        boolean isOne =
            exact.signum() >= 0
                ? exact.compareTo(of(2 * DurationParts.DAY)) < 0
                : exact.compareTo(day.negate()) >= 0;
        yield isWithinDay ? clock(exact) : withDays(exact, isOne ? "day" : "days", ", ");
      }
      case ISO -> sign + iso(size);
      case UNITS -> sign + units(size);
    };
  }

  /** Returns the nearest duration without parts that the form lacks. */
  public double rounded(double seconds) {
    int shortest = form.style() == Style.UNITS ? form.units().getLast().length() : 1;
    return shortest == 1 ? seconds : Math.rint(seconds / shortest) * shortest;
  }

  /** A duration below zero has days below zero, and hours that are counted forward from there. */
  private String withDays(BigDecimal seconds, String unit, String between) {
    BigDecimal days = seconds.divide(of(DurationParts.DAY), 0, RoundingMode.FLOOR);
    BigDecimal rest = seconds.subtract(days.multiply(of(DurationParts.DAY)));
    String plus = days.signum() < 0 && form.style() == Style.DAYS ? "+" : "";
    return days.toPlainString() + " " + unit + between + plus + clock(rest);
  }

  private String clock(BigDecimal size) {
    BigDecimal behindHours = size.remainder(of(DurationParts.HOUR));
    return whole(size, DurationParts.HOUR, form.isFull() ? 2 : 1)
        + ":"
        + whole(behindHours, DurationParts.MINUTE, 2)
        + ":"
        + seconds(behindHours.remainder(of(DurationParts.MINUTE)), 2);
  }

  private String iso(BigDecimal size) {
    BigDecimal behindDays = size.remainder(of(DurationParts.DAY));
    BigDecimal behindHours = behindDays.remainder(of(DurationParts.HOUR));
    BigDecimal last = behindHours.remainder(of(DurationParts.MINUTE));
    String days = part(whole(size, DurationParts.DAY, 1), "D", DurationParts.DAY);
    boolean hasSeconds = last.signum() != 0 || isAlways(1);
    String time =
        part(whole(behindDays, DurationParts.HOUR, 1), "H", DurationParts.HOUR)
            + part(whole(behindHours, DurationParts.MINUTE, 1), "M", DurationParts.MINUTE)
            + (hasSeconds ? seconds(last, 1) + "S" : "");
    if (days.isEmpty() && time.isEmpty()) {
      return "PT0S";
    }
    return "P" + days + (time.isEmpty() ? "" : "T" + time);
  }

  private String part(String number, String unit, int length) {
    return number.equals("0") && !isAlways(length) ? "" : number + unit;
  }

  /** Returns whether a unit is written where it is zero, too. */
  private boolean isAlways(int length) {
    return form.isFull() && form.units().stream().anyMatch(unit -> unit.length() == length);
  }

  private String units(BigDecimal size) {
    List<DurationParts.Part> units = form.units();
    StringBuilder text = new StringBuilder();
    BigDecimal rest = size;
    for (DurationParts.Part unit : units) {
      boolean isLast = unit.length() == units.getLast().length();
      BigDecimal length = of(unit.length());
      String number = isLast ? seconds(rest.divide(length), 1) : whole(rest, unit.length(), 1);
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

  private String seconds(BigDecimal size, int width) {
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
