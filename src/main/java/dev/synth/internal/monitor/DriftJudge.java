package dev.synth.internal.monitor;

import dev.synth.internal.stats.Holm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges the checks of a window: corrects their p-values and says which are alarms.
 *
 * <p>A value is an alarm where it is both more than chance and of practical size. The p-values of
 * all columns that are not exempt, the score, the share of alerts and the joint test are one family
 * for Holm's correction.
 */
final class DriftJudge {
  /** The level of the family. */
  static final double LEVEL = 0.01;

  private static final int FEWEST_ROWS = 100;

  private DriftJudge() {}

  /**
   * Returns the answers, in the same order.
   *
   * @param open the checks, one family
   * @param rows how many rows the window has
   */
  static List<DriftCheck> judge(List<OpenCheck> open, long rows) {
    List<OpenCheck> tested = open.stream().filter(each -> each.noChange() != null).toList();
    double[] corrected =
        Holm.correct(
            tested.stream()
                .map(
                    each ->
                        each.noChange() == null ? 1 : (Double) each.noChange().p(each.statistic()))
                .toList());
    List<DriftCheck> checks = new ArrayList<>();
    int next = 0;
    for (OpenCheck each : open) {
      Double p = each.noChange() == null ? null : (Double) corrected[next++];
      checks.add(closed(each, p, LEVEL / Math.max(1, tested.size()), rows));
    }
    return checks;
  }

  private static DriftCheck closed(OpenCheck each, @Nullable Double p, double level, long rows) {
    DriftNull noChange = each.noChange();
    boolean isThere = !Double.isNaN(each.value());
    Double chance = noChange == null ? null : (Double) noChange.least(level);
    Double least = chance == null ? null : (Double) Math.max(each.size(), chance);
    return new DriftCheck(
        each.about(),
        each.column(),
        each.measure(),
        isThere ? (Double) each.value() : null,
        each.psi(),
        noChange == null ? null : (Double) noChange.usual(),
        least,
        each.size(),
        p,
        state(each, p, least, rows));
  }

  private static DriftCheck.State state(
      OpenCheck each, @Nullable Double p, @Nullable Double least, long rows) {
    if (each.isExempt()) {
      return DriftCheck.State.EXEMPT;
    }
    if (p == null || least == null || Double.isNaN(each.value()) || rows < FEWEST_ROWS) {
      return DriftCheck.State.CANNOT_TELL;
    }
    if (p <= LEVEL && each.isOfSize()) {
      return DriftCheck.State.ALARM;
    }
    return each.isCoarse(least) ? DriftCheck.State.CANNOT_TELL : DriftCheck.State.QUIET;
  }
}
