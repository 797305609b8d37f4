package dev.synth.internal.report.chart;

import dev.synth.internal.base.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Maps values to places in a chart.
 *
 * @param low the value at {@code from}
 * @param high the value at {@code to}, above {@code low}
 * @param from a place, in units of the chart
 * @param to another place; may be the smaller one, as in an axis that points upwards
 */
record Axis(double low, double high, double from, double to) {
  Axis {
    if (!(low < high)) { // written so that NaN fails too
      throw new IllegalArgumentException(PlainText.of("an axis from %s to %s", low, high));
    }
  }

  /** Beyond this size values are plotted at it: their differences would not be finite. */
  private static final double LARGEST = 1e300;

  /** An axis over values, with some room at both ends; any finite values, equal ones too. */
  static Axis around(double low, double high, double from, double to) {
    double least = Math.clamp(low, -LARGEST, LARGEST);
    double most = Math.clamp(high, -LARGEST, LARGEST);
    double room = most > least ? (most - least) * 0.06 : Math.max(1e-3, Math.abs(most) * 0.1);
    return new Axis(least - room, most + room, from, to);
  }

  /** Returns the place of a value. */
  double at(double value) {
    return from + (value - low) / (high - low) * (to - from);
  }

  /** Returns round values inside the axis, about as many as asked for: steps of 1, 2 or 5. */
  List<Double> ticks(int about) {
    double rough = (high - low) / about;
    double power = StrictMath.pow(10, Math.floor(StrictMath.log10(rough)));
    double times = rough / power;
    double step = power * (times > 5 ? 10 : times > 2 ? 5 : times > 1 ? 2 : 1);
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** Writes a place as drawings have it: one decimal. */
  static String place(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.equals("-0.0") ? "0.0" : text;
  }
}
