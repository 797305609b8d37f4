package dev.synth.internal.report.format;

import java.util.Locale;

/** Shares in percent, with more digits where they are small. */
public final class Percent {
  private Percent() {}

  /** Below it three decimals would show nothing. */
  private static final double LEAST_SHOWN = 0.0005;

  /** Returns a part of a whole, such as {@code 0.098 %}; nothing but 0 is shown as 0. */
  public static String of(double part, double all) {
    if (all == 0 || part == 0) {
      return "0 %";
    }
    double percent = 100 * part / all;
    if (percent < LEAST_SHOWN) {
      return "< 0.001 %";
    }
    return String.format(
            Locale.ROOT, percent < 0.1 ? "%.3f" : percent < 10 ? "%.1f" : "%.0f", percent)
        + " %";
  }

  /** Returns a share as a whole percentage. */
  public static String whole(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
