package dev.synth.internal.report.format;

import java.util.Locale;

/** Shares in percent, with more digits where they are small. */
public final class Percent {
  private Percent() {}

  /** Returns a part of a whole, such as {@code 0.172 %}. */
  public static String of(double part, double all) {
    if (all == 0 || part == 0) {
      return "0 %";
    }
    double percent = 100 * part / all;
    return String.format(
            Locale.ROOT, percent < 0.1 ? "%.3f" : percent < 10 ? "%.1f" : "%.0f", percent)
        + " %";
  }

  /** Returns a share as a whole percentage. */
  public static String whole(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
