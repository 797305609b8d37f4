package dev.synth.internal.monitor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The performance of the model on rows whose labels became known, beside the fitted rows.
 *
 * @param coverage which rows have labels
 * @param rare how many labelled rows are rare
 * @param blocks how many blocks of time the rows were drawn in; 0 where nothing was tested
 * @param areDays whether blocks are days, else twentieths of the rows in the order of time
 * @param figures average precision, recall and F1
 * @param untested why nothing was tested; null where it was
 */
public record LabelledPerformance(
    LabelCoverage coverage,
    int rare,
    int blocks,
    boolean areDays,
    List<PerformanceFigure> figures,
    @Nullable UntestedReason untested) {
  /** The smallest number of rare rows that say anything. */
  public static final int FEWEST_RARE = 20;

  /** A reason to test nothing. */
  public enum UntestedReason {
    /** Fewer than {@value LabelledPerformance#FEWEST_RARE} rare rows. */
    FEW_RARE,
    /** Too few rows for eight blocks, or no row that is not rare. */
    FEW_ROWS
  }

  /**
   * The labelled rows.
   *
   * @param alerts all alerts
   * @param labelledAlerts those with a label
   * @param others all rows without an alert
   * @param labelledOthers those with a label
   * @param isWeighted whether rows weigh by the probability that their label could become known
   */
  public record LabelCoverage(
      long alerts, long labelledAlerts, long others, long labelledOthers, boolean isWeighted) {
    /** Returns whether alerts have labels less often than other rows: by a tenth or more. */
    public boolean lacksAlerts() {
      double ofAlerts = alerts == 0 ? 1 : (double) labelledAlerts / alerts;
      double ofOthers = others == 0 ? 1 : (double) labelledOthers / others;
      return !isWeighted && ofAlerts < 0.9 * ofOthers;
    }
  }

  /** A figure's name. */
  public enum PerformanceMeasure {
    /** Average precision. */
    AVERAGE_PRECISION,
    /** Recall at the model's threshold. */
    RECALL,
    /** F1 at the model's threshold. */
    F1
  }

  /** The answer on a figure. */
  public enum PerformanceChange {
    /** Worse than on the fitted rows. */
    DEGRADED,
    /** Shown to differ by less than the effect worth having. */
    EQUIVALENT,
    /** None of these. */
    UNDECIDED,
    /** Better than on the fitted rows. */
    BETTER
  }

  /**
   * A figure, at the class ratio of the fitted rows.
   *
   * @param measure which one
   * @param value of the labelled rows
   * @param reference of the fitted rows, out of fold
   * @param low lower end of the 95 % interval of the difference; null where nothing was tested
   * @param high its upper end
   * @param p of no difference, corrected for the three figures; null where nothing was tested
   * @param effect the difference worth having
   * @param detectable the smallest true difference that is found four times out of five; null where
   *     nothing was tested
   * @param answer what is said of it
   */
  public record PerformanceFigure(
      PerformanceMeasure measure,
      double value,
      double reference,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Double p,
      double effect,
      @Nullable Double detectable,
      PerformanceChange answer) {}

  public LabelledPerformance {
    figures = List.copyOf(figures);
  }

  /**
   * Returns the answer on all figures: degraded where one is, else undecided where one is, else
   * better where one is, else equivalent.
   */
  public PerformanceChange overall() {
    if (isDegraded()) {
      return PerformanceChange.DEGRADED;
    }
    if (isAny(PerformanceChange.UNDECIDED)) {
      return PerformanceChange.UNDECIDED;
    }
    return isAny(PerformanceChange.BETTER)
        ? PerformanceChange.BETTER
        : PerformanceChange.EQUIVALENT;
  }

  /** Returns whether a figure is degraded. */
  public boolean isDegraded() {
    return isAny(PerformanceChange.DEGRADED);
  }

  private boolean isAny(PerformanceChange change) {
    return figures.stream().anyMatch(figure -> figure.answer() == change);
  }
}
