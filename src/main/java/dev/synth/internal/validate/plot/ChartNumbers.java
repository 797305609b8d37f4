package dev.synth.internal.validate.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers as short as a chart needs them. */
final class ChartNumbers {
  private static final int SHARE_DECIMALS = 4;

  private static final int LONGEST = 80;

  private ChartNumbers() {}

  /** Returns a share or distance with four decimals. */
  static double share(double value) {
    return decimals(value, SHARE_DECIMALS);
  }

  /** Returns a share, or null where there is none. */
  static @Nullable Double shareOrNull(double value) {
    return Double.isFinite(value) ? share(value) : null;
  }

  /** Returns a finite number, rounded to decimals. */
  static double decimals(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue() + 0.0;
  }

  /** Returns a finite number, rounded to significant digits. */
  static double digits(double value, int digits) {
    return new BigDecimal(value).round(new MathContext(digits)).doubleValue() + 0.0;
  }

  /** Returns a text of at most {@value #LONGEST} characters. */
  static String clipped(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  /** Returns counts as a list. */
  static List<Integer> list(int[] counts) {
    return Arrays.stream(counts).boxed().toList();
  }

  /** Returns shares as a list. */
  static List<Double> shares(double[] values) {
    return Arrays.stream(values).map(ChartNumbers::share).boxed().toList();
  }
}
