package dev.synth.internal.holdout;

import dev.synth.base.Problem;
import dev.synth.evaluate.CostAndAlertMetrics;
import dev.synth.evaluate.Costs;
import dev.synth.evaluate.Curves;
import dev.synth.evaluate.MetricValue;
import dev.synth.evaluate.MissedCost;
import dev.synth.evaluate.ScoredRows;
import dev.synth.evaluate.Threshold;
import dev.synth.internal.base.Micros;
import dev.synth.table.Cells;
import dev.synth.table.LabelledTable;
import dev.synth.table.RowFacts;
import dev.synth.table.reading.ReadingNote;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Measures the {@link CostAndAlertMetrics}: money, and what alert budgets are worth. */
public final class CostAndAlertMeasurer {
  private static final double SECONDS_A_DAY = 86_400;

  private final CostAndAlertMetrics asked;

  /**
   * Measures some figures.
   *
   * @param asked which ones
   */
  public CostAndAlertMeasurer(CostAndAlertMetrics asked) {
    this.asked = asked;
  }

  /**
   * Returns what must be known of the rows: what each costs when it is missed, and its day.
   *
   * @param rows all rows, with the columns that are not modelled
   * @param timeColumn a timestamp, or a number of seconds, or null
   * @throws Problem (data) if a rare row's cost is not there or is no cost
   */
  public RowFacts factsOf(LabelledTable rows, @Nullable String timeColumn) {
    Costs costs = asked.costs();
    return new RowFacts(
        costs == null ? null : Losses.of(costs.missed(), rows),
        timeColumn == null || asked.alerts().isEmpty()
            ? null
            : days(rows.features().cellsInUtc(timeColumn)));
  }

  /** Returns what the user ought to know of a column that sets costs. */
  public Optional<ReadingNote> note(LabelledTable rows) {
    Costs costs = asked.costs();
    return costs != null && costs.missed() instanceof MissedCost.Column own
        ? Optional.of(Losses.note(own, rows))
        : Optional.empty();
  }

  /** The day index (UTC, days since the epoch). Numeric time columns are read as seconds. */
  private static long[] days(Cells times) {
    long[] days = new long[times.size()];
    Arrays.fill(days, RowFacts.NO_DAY);
    for (int row = 0; row < days.length; row++) {
      if (!times.isMissing(row)) {
        days[row] =
            switch (times) {
              case Cells.Instants instants -> Math.floorDiv(instants.value(row), Micros.PER_DAY);
              case Cells.Numbers numbers -> (long) Math.floor(numbers.value(row) / SECONDS_A_DAY);
              case Cells.Levels levels -> RowFacts.NO_DAY;
              case Cells.Texts texts -> RowFacts.NO_DAY;
            };
      }
    }
    return days;
  }

  /**
   * Measures.
   *
   * @param cell whose thresholds and scores
   * @param rows the opened test rows
   * @param test the same rows, scored
   * @return figures by their keys, in order
   */
  Map<String, MetricValue> measure(ScoredArm cell, LabelledTable rows, ScoredRows test) {
    Map<String, MetricValue> figures = new LinkedHashMap<>();
    Costs costs = asked.costs();
    if (costs != null) {
      putMoney(costs, cell, test, figures);
    }
    long[] days = rows.facts().days();
    DailyAlerts daily =
        days == null ? null : DailyAlerts.of(cell.testScores().scores(), rows.rareRows(), days);
    for (int k : asked.alerts()) {
      MetricValue precision = Curves.precisionAt(test, k);
      figures.put(CostAndAlertMetrics.precisionIn(k, false), precision);
      figures.put(
          CostAndAlertMetrics.recallIn(k, false), scaled(precision, (double) k / test.rareCount()));
      if (daily != null) {
        figures.put(CostAndAlertMetrics.precisionIn(k, true), daily.precision(k));
        figures.put(CostAndAlertMetrics.recallIn(k, true), daily.recall(k));
      }
    }
    return figures;
  }

  private static void putMoney(
      Costs costs, ScoredArm cell, ScoredRows test, Map<String, MetricValue> figures) {
    double nobody = costs.withoutAlerts(test);
    double cost = costs.at(test, cell.threshold().value());
    figures.put(CostAndAlertMetrics.COST, new MetricValue.Value(cost));
    figures.put(CostAndAlertMetrics.SAVED, new MetricValue.Value(nobody - cost));
    Threshold cheapest = cell.cheapest();
    if (cheapest != null) {
      figures.put(CostAndAlertMetrics.MIN_COST_THRESHOLD, new MetricValue.Value(cheapest.value()));
      double least = costs.at(test, cheapest.value());
      figures.put(
          CostAndAlertMetrics.COST + CostAndAlertMetrics.AT_MIN_COST, new MetricValue.Value(least));
      figures.put(
          CostAndAlertMetrics.SAVED + CostAndAlertMetrics.AT_MIN_COST,
          new MetricValue.Value(nobody - least));
    }
    figures.put(CostAndAlertMetrics.COST_WITHOUT_ALERTS, new MetricValue.Value(nobody));
  }

  /**
   * Returns what each block of test rows adds to the figures of money saved.
   *
   * @param rows the opened test rows
   * @param blockOf each row's block, from 0 without gaps
   * @return by the figure's key one number a block; empty where no costs are given
   */
  Map<String, List<Double>> savedByBlock(ScoredArm cell, LabelledTable rows, int[] blockOf) {
    Map<String, List<Double>> saved = new LinkedHashMap<>();
    Costs costs = asked.costs();
    if (costs != null) {
      saved.put(
          CostAndAlertMetrics.SAVED,
          costs.savedByBlock(rows, cell.alerts(cell.threshold()), blockOf));
      Threshold cheapest = cell.cheapest();
      if (cheapest != null) {
        saved.put(
            CostAndAlertMetrics.SAVED + CostAndAlertMetrics.AT_MIN_COST,
            costs.savedByBlock(rows, cell.alerts(cheapest), blockOf));
      }
    }
    return saved;
  }

  private static MetricValue scaled(MetricValue figure, double factor) {
    return switch (figure) {
      case MetricValue.Value value -> new MetricValue.Value(value.value() * factor);
      case MetricValue.Skipped skipped -> skipped;
    };
  }
}
