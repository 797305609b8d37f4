package dev.synth.evaluate;

import dev.synth.base.Problem;
import dev.synth.table.Cells;
import dev.synth.table.LabelledTable;
import dev.synth.table.RowFacts;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figures that a config asks for beside every evaluation's {@link Measure}s: money under {@link
 * Costs}, and what so many alerts are worth, in all and a day. They are known by their keys in
 * files, such as {@code saved_at_min_cost} and {@code precision_in_50_alerts_a_day}.
 *
 * @param costs what errors cost, or null
 * @param alerts numbers of alerts, each at least 1
 */
public record AskedFigures(@Nullable Costs costs, List<Integer> alerts) {
  /** No figures. */
  public static final AskedFigures NONE = new AskedFigures(null, List.of());

  /** Money at the run's own threshold: what errors cost. */
  public static final String COST = "cost";

  /** Money at the run's own threshold: how much less that is than to alert nobody. */
  public static final String SAVED = "saved";

  /** Ends the keys of money at the threshold that costs least on validation rows. */
  public static final String AT_MIN_COST = "_at_min_cost";

  /** What it costs to alert nobody. */
  public static final String COST_WITHOUT_ALERTS = "cost_without_alerts";

  /** The threshold that costs least on validation rows. */
  public static final String MIN_COST_THRESHOLD = "min_cost_threshold";

  private static final long MICROS_A_DAY = 86_400_000_000L;
  private static final double SECONDS_A_DAY = 86_400;

  public AskedFigures {
    alerts = List.copyOf(alerts);
  }

  /** Returns the figures that options ask for. */
  public static AskedFigures of(EvaluationOptions options) {
    return new AskedFigures(options.costs(), options.alerts());
  }

  /** Returns the key of a budget's precision in files. */
  public static String precisionIn(int alerts, boolean isDaily) {
    return "precision_in_%d_alerts%s".formatted(alerts, isDaily ? "_a_day" : "");
  }

  /** Returns the key of a budget's recall in files. */
  public static String recallIn(int alerts, boolean isDaily) {
    return "recall_in_%d_alerts%s".formatted(alerts, isDaily ? "_a_day" : "");
  }

  /**
   * Returns what must be known of the rows: what each costs when it is missed, and its day.
   *
   * @param rows all rows, with the columns that are not modelled
   * @param timeColumn a timestamp, or a number of seconds, or null
   * @throws Problem (data) if a rare row's cost is not there or is no cost
   */
  public RowFacts factsOf(LabelledTable rows, @Nullable String timeColumn) {
    return new RowFacts(
        costs == null ? null : Losses.of(costs.missed(), rows),
        timeColumn == null || alerts.isEmpty() ? null : days(rows.features().cells(timeColumn)));
  }

  /** Returns what the user ought to know of a column that sets costs. */
  public Optional<String> note(LabelledTable rows) {
    return costs != null && costs.missed() instanceof MissedCost.Column own
        ? Optional.of(Losses.note(own, rows))
        : Optional.empty();
  }

  /** Days since 1970 in UTC; of numbers, days of so many seconds since their zero. */
  private static long[] days(Cells times) {
    long[] days = new long[times.size()];
    Arrays.fill(days, RowFacts.NO_DAY);
    for (int row = 0; row < days.length; row++) {
      if (!times.isMissing(row)) {
        days[row] =
            switch (times) {
              case Cells.Instants instants -> Math.floorDiv(instants.value(row), MICROS_A_DAY);
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
  Map<String, Figure> measure(Scored cell, LabelledTable rows, ScoredRows test) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    if (costs != null) {
      putMoney(costs, cell, test, figures);
    }
    long[] days = rows.facts().days();
    DailyAlerts daily =
        days == null ? null : DailyAlerts.of(cell.testScores().scores(), rows.rareRows(), days);
    for (int k : alerts) {
      Figure precision = Curves.precisionAt(test, k);
      figures.put(precisionIn(k, false), precision);
      figures.put(recallIn(k, false), scaled(precision, (double) k / test.rareCount()));
      if (daily != null) {
        figures.put(precisionIn(k, true), daily.precision(k));
        figures.put(recallIn(k, true), daily.recall(k));
      }
    }
    return figures;
  }

  private static void putMoney(
      Costs costs, Scored cell, ScoredRows test, Map<String, Figure> figures) {
    double nobody = costs.withoutAlerts(test);
    double cost = costs.at(test, cell.threshold().value());
    figures.put(COST, new Figure.Value(cost));
    figures.put(SAVED, new Figure.Value(nobody - cost));
    Threshold cheapest = cell.cheapest();
    if (cheapest != null) {
      figures.put(MIN_COST_THRESHOLD, new Figure.Value(cheapest.value()));
      double least = costs.at(test, cheapest.value());
      figures.put(COST + AT_MIN_COST, new Figure.Value(least));
      figures.put(SAVED + AT_MIN_COST, new Figure.Value(nobody - least));
    }
    figures.put(COST_WITHOUT_ALERTS, new Figure.Value(nobody));
  }

  /**
   * Returns what each block of test rows adds to the figures of money saved.
   *
   * @param rows the opened test rows
   * @param blockOf each row's block, from 0 without gaps
   * @return by the figure's key one number a block; empty where no costs are given
   */
  Map<String, List<Double>> savedByBlock(Scored cell, LabelledTable rows, int[] blockOf) {
    Map<String, List<Double>> saved = new LinkedHashMap<>();
    if (costs != null) {
      saved.put(SAVED, costs.savedByBlock(rows, cell.alerts(cell.threshold()), blockOf));
      Threshold cheapest = cell.cheapest();
      if (cheapest != null) {
        saved.put(SAVED + AT_MIN_COST, costs.savedByBlock(rows, cell.alerts(cheapest), blockOf));
      }
    }
    return saved;
  }

  private static Figure scaled(Figure figure, double factor) {
    return switch (figure) {
      case Figure.Value value -> new Figure.Value(value.value() * factor);
      case Figure.Skipped skipped -> skipped;
    };
  }
}
