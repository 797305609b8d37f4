package dev.synth.evaluate;

import dev.synth.base.InvalidValue;
import dev.synth.base.Setting;
import dev.synth.internal.base.PlainText;
import dev.synth.table.LabelledTable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The cost of errors. An alert costs its review, right or wrong. A rare row without an alert costs
 * its loss, and any other row without one nothing.
 *
 * <p>Source: the matrix of Bahnsen et al., "Cost sensitive credit card fraud detection using Bayes
 * minimum risk", ICMLA 2013, table II.
 */
public record Costs(
    @Setting(
            "What a rare row without an alert costs: a number of at least 0, the same for every"
                + " row, or `{column: Amount}`, the row's own value of a column. The column stays a"
                + " feature unless `data.exclude` names it.")
        MissedCost missed,
    @Setting("What an alert costs, right or wrong: its review, at least 0.") double alert,
    @Setting("The unit of both, such as `EUR`; for reports.") @Nullable String currency) {
  private static final int LONGEST_CURRENCY = 8;

  public Costs {
    InvalidValue.unless(
        alert >= 0 && Double.isFinite(alert), "alert", "must be finite and not negative", alert);
    InvalidValue.unless(
        currency == null || isUnit(currency),
        "currency",
        PlainText.of("must be 1 to %d letters or a currency sign", LONGEST_CURRENCY),
        "'" + currency + "'");
  }

  private static boolean isUnit(String text) {
    return text.matches(PlainText.of("[\\p{L}\\p{Sc}]{1,%d}", LONGEST_CURRENCY));
  }

  /**
   * Returns what a threshold costs: alerts × their cost + the losses of rare rows below it.
   *
   * @param rows rows whose losses are known
   */
  public double at(ScoredRows rows, double threshold) {
    return alert * rows.alertWeight(threshold) + rows.missedLoss(threshold);
  }

  /** Returns the cost without any alert: all losses. */
  public double withoutAlerts(ScoredRows rows) {
    return rows.missedLoss(Double.POSITIVE_INFINITY);
  }

  /**
   * Returns what alerts save in each block of rows: the losses of the rare rows among them, less
   * what the alerts cost. The blocks' sum is {@link #withoutAlerts} less {@link #at}.
   *
   * @param rows rows whose losses are known
   * @param alerts which rows raise one
   * @param blockOf each row's block, from 0 without gaps
   */
  public List<Double> savedByBlock(LabelledTable rows, BitSet alerts, int[] blockOf) {
    double[] losses = Objects.requireNonNull(rows.facts().losses());
    double[] saved = new double[1 + Arrays.stream(blockOf).max().orElseThrow()];
    for (int row = 0; row < blockOf.length; row++) {
      if (alerts.get(row)) {
        saved[blockOf[row]] += (rows.isRare(row) ? losses[row] : 0) - alert;
      }
    }
    return Arrays.stream(saved).boxed().toList();
  }
}
