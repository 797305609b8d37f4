package dev.synth.internal.monitor;

import dev.synth.internal.bundle.CalibrationCheck;
import org.jspecify.annotations.Nullable;

/**
 * The figures that rows without labels would have if their probabilities held (confidence-based
 * performance estimation).
 *
 * @param expectedRare the sum of all probabilities
 * @param precision expected of the alerts; null without alerts
 * @param recall expected share of the rare rows that are alerts
 * @param f1 expected of both
 * @param check what the fitted rows said of the probabilities; null in bundles of earlier versions
 * @param isGiven whether the figures may be used: the check holds
 */
public record LabelFreeEstimate(
    double expectedRare,
    @Nullable Double precision,
    double recall,
    double f1,
    @Nullable CalibrationCheck check,
    boolean isGiven) {
  /** Sums over rows. */
  static final class Sums {
    private double all;
    private double caught;
    private long alerts;

    /** Adds a row. */
    void add(double probability, boolean isAlert) {
      all += probability;
      caught += isAlert ? probability : 0;
      alerts += isAlert ? 1 : 0;
    }

    /** Returns the figures. */
    LabelFreeEstimate estimate(@Nullable CalibrationCheck check) {
      return new LabelFreeEstimate(
          all,
          alerts == 0 ? null : (Double) (caught / alerts),
          all > 0 ? caught / all : 0,
          alerts + all > 0 ? 2 * caught / (alerts + all) : 0,
          check,
          check != null && check.holds());
    }
  }
}
