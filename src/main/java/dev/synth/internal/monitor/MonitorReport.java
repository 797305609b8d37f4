package dev.synth.internal.monitor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The findings on a window of rows.
 *
 * @param name the model's name
 * @param model its version
 * @param source where the rows are from
 * @param rows how many there are
 * @param window their first and last day; null where the model has no time
 * @param withoutTime how many rows have no time, though others have
 * @param past what they are held against
 * @param breaks of the contract
 * @param checks of drift: columns, score, alerts, all together
 * @param alerts how many alerts there are, and how many are meant
 * @param estimate without labels; null where labels were given
 * @param performance by labels; null without
 */
public record MonitorReport(
    String name,
    String model,
    String source,
    long rows,
    @Nullable Days window,
    long withoutTime,
    PastFacts past,
    List<Break> breaks,
    List<DriftCheck> checks,
    Alerts alerts,
    @Nullable LabelFreeEstimate estimate,
    @Nullable LabelledPerformance performance) {
  /**
   * Some days.
   *
   * @param first the first one, such as {@code 2025-01-31}
   * @param last the last one
   */
  public record Days(String first, String last) {}

  /**
   * The past.
   *
   * @param isOfFit whether it is what the bundle keeps of the fitted rows
   * @param windows how many windows were compared; 0 where days were
   * @param days how many days were drawn from; 0 where windows were compared
   * @param rows how many rows there are in all
   */
  public record PastFacts(boolean isOfFit, int windows, int days, long rows) {
    /** Returns whether there is enough of it. */
    public boolean isEnough() {
      return windows > 0 || days > 0;
    }
  }

  /**
   * The alerts.
   *
   * @param count how many
   * @param per1000 a thousand rows
   * @param fittedPer1000 how many a thousand rows there were when the threshold was chosen
   * @param rule how it was chosen
   */
  public record Alerts(long count, double per1000, double fittedPer1000, String rule) {}

  public MonitorReport {
    breaks = List.copyOf(breaks);
    checks = List.copyOf(checks);
  }

  /** Returns the number of alarms: breaks, drifts, and a degraded figure. */
  public int alarms() {
    long all =
        breaks.stream().filter(Break::isAlarm).count()
            + checks.stream().filter(DriftCheck::isAlarm).count();
    return (int) all + (performance != null && performance.isDegraded() ? 1 : 0);
  }
}
