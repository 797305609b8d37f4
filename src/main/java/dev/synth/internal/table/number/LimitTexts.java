package dev.synth.internal.table.number;

import dev.synth.internal.table.cell.NumberText;
import dev.synth.table.NumberForm;
import dev.synth.table.NumberForm.Grouping;
import dev.synth.table.NumberForm.Limit;
import dev.synth.table.NumberForm.Limits;
import dev.synth.table.NumberForm.Separators;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts that stand for all numbers beyond a limit: {@code <0.1}, {@code >1000}, {@code 85+}.
 *
 * <p>They are numbers where a column has one such text for small numbers at most, one for large
 * ones at most, and no other number beyond the limit. So the text can be written again for any
 * number beyond it.
 */
final class LimitTexts {
  private static final Pattern FORM =
      Pattern.compile("(?<sign><=|>=|[<>\u2264\u2265])?(?<number>.*?)(?<more> ?\\+)?");

  private final List<String> texts;
  private final @Nullable NumberShape[] shapes;
  private final SeparatorChoice.SeparatorReading way;
  private final @Nullable NumberForm given;

  /**
   * The texts of a column.
   *
   * @param shapes the texts taken apart, null where one is no number
   * @param way how its numbers are read
   * @param given the form that the numbers have; null where it is to be found
   */
  LimitTexts(
      List<String> texts,
      @Nullable NumberShape[] shapes,
      SeparatorChoice.SeparatorReading way,
      @Nullable NumberForm given) {
    this.texts = texts;
    this.shapes = shapes;
    this.way = way;
    this.given = given;
  }

  /**
   * Reads the texts that are limits.
   *
   * @param fewest how many different numbers there must be beside them
   * @param values what the other texts are read as, NaN where they are no numbers; changed
   */
  Limits find(int fewest, double[] values) {
    if (given != null) {
      return given(given.limits(), values);
    }
    @Nullable Limit low = null;
    @Nullable Limit high = null;
    for (int i = 0; i < values.length; i++) {
      String text = texts.get(i);
      Limit limit = Double.isNaN(values[i]) && mayBeOne(text) ? limit(text) : null;
      if (limit == null) {
        continue;
      }
      boolean isLow = "<\u2264".indexOf(text.charAt(0)) >= 0;
      if (isLow ? low != null : high != null) {
        return Limits.NONE;
      }
      low = isLow ? limit : low;
      high = isLow ? high : limit;
    }
    Limits found = new Limits(low, high);
    long beside = Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    boolean isOne = low != null || high != null;
    if (!isOne
        || beside < fewest
        || Arrays.stream(values).anyMatch(value -> found.beyond(value) != null)) {
      return Limits.NONE;
    }
    return given(found, values);
  }

  private static boolean mayBeOne(String text) {
    return !text.isEmpty() && ("<>\u2264\u2265".indexOf(text.charAt(0)) >= 0 || text.endsWith("+"));
  }

  private Limits given(Limits limits, double[] values) {
    for (int i = 0; i < values.length; i++) {
      String text = texts.get(i);
      values[i] = isOf(limits.low(), text) ? value(limits.low()) : values[i];
      values[i] = isOf(limits.high(), text) ? value(limits.high()) : values[i];
    }
    return limits;
  }

  private static boolean isOf(@Nullable Limit limit, String text) {
    return limit != null && limit.text().equals(text);
  }

  private static double value(@Nullable Limit limit) {
    return limit == null ? Double.NaN : limit.value();
  }

  private @Nullable Limit limit(String text) {
    Matcher match = FORM.matcher(text);
    if (!match.matches() || (match.group("sign") == null) == (match.group("more") == null)) {
      return null;
    }
    NumberShape shape = NumberShape.of(match.group("number"));
    if (shape == null || !isMarkedAlike(shape)) {
      return null;
    }
    double bound = bound(shape);
    if (Double.isNaN(bound)) {
      return null;
    }
    String sign = match.group("sign");
    int step =
        sign == null || sign.endsWith("=") || sign.equals("\u2264") || sign.equals("\u2265")
            ? 0
            : sign.equals("<") ? -1 : 1;
    BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals(shape));
    BigDecimal value =
        new BigDecimal(NumberText.of(bound)).add(unit.multiply(BigDecimal.valueOf(step)));
    return new Limit(text, bound, value.doubleValue());
  }

  /** The limit may be the only number with thousands. */
  private double bound(NumberShape shape) {
    double bound = SeparatorChoice.value(shape, way.separators());
    boolean hasCommas = Double.isNaN(bound) && way.separators().equals(Separators.POINT);
    return hasCommas
        ? SeparatorChoice.value(shape, new Separators(Grouping.THOUSANDS, ",", "."))
        : bound;
  }

  /** Returns whether a number has the currency or unit of one of the others, or none. */
  private boolean isMarkedAlike(NumberShape shape) {
    String before = NumberShape.strip(shape.before());
    String after = NumberShape.strip(shape.after());
    return (before.isEmpty() && after.isEmpty())
        || Arrays.stream(shapes)
            .anyMatch(
                other ->
                    other != null
                        && before.equals(NumberShape.strip(other.before()))
                        && after.equals(NumberShape.strip(other.after())));
  }

  private int decimals(NumberShape limit) {
    int most = Math.max(0, CoreText.decimals(limit.core(), way.separators()));
    for (NumberShape shape : shapes) {
      most =
          shape == null ? most : Math.max(most, CoreText.decimals(shape.core(), way.separators()));
    }
    return Math.min(most, 9);
  }
}
