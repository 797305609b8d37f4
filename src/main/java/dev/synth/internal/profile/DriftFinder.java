package dev.synth.internal.profile;

import dev.synth.internal.profile.DriftProfile.ColumnDrift;
import dev.synth.internal.profile.DriftProfile.Stretch;
import dev.synth.internal.stats.KolmogorovSmirnov;
import dev.synth.internal.stats.Medians;
import dev.synth.internal.stats.TotalVariation;
import dev.synth.internal.table.CellText;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the later half of the rows with the earlier one, column by column.
 *
 * <p>A column is told where its distance is at least {@value #WORTH_TELLING} and above chance: what
 * a Kolmogorov-Smirnov test of the level .001 lets pass, or of levels the mean distance of two
 * samples from one distribution and {@value #SLACK} more.
 */
public final class DriftFinder {
  private static final int STRETCHES = 10;
  private static final int FEWEST_ROWS = 40;
  private static final int MOST_COLUMNS = 10;
  private static final double WORTH_TELLING = 0.1;

  /** The difference beyond chance that levels must have. */
  private static final double SLACK = 0.05;

  /** √(−ln(.001/2)/2), the factor of Smirnov's asymptotic bound. */
  private static final double BOUND = 1.949;

  private final Table table;
  private final Column time;
  private final Cells times;
  private final @Nullable BitSet rare;

  private DriftFinder(Table table, String time, @Nullable BitSet rare) {
    this.table = table;
    this.time = table.schema().columns().get(table.schema().indexOf(time));
    this.times = table.cellsInUtc(time);
    this.rare = rare;
  }

  /**
   * Finds what changes over time.
   *
   * @param table all rows
   * @param time the column that orders them: times or numbers
   * @param rare the rows of the rare class; null without a label
   * @return empty below 40 rows with a time, or where all times are equal
   */
  public static Optional<DriftProfile> find(Table table, String time, @Nullable BitSet rare) {
    return new DriftFinder(table, time, rare).find();
  }

  private Optional<DriftProfile> find() {
    int[] ordered =
        IntStream.range(0, table.rowCount())
            .filter(row -> !times.isMissing(row))
            .boxed()
            .sorted(Comparator.comparingDouble(this::at))
            .mapToInt(row -> row)
            .toArray();
    int last = ordered.length - 1;
    if (ordered.length < FEWEST_ROWS || at(ordered[0]) == at(ordered[last])) {
      return Optional.empty();
    }
    int middle = ordered.length / 2;
    int[] early = Arrays.copyOfRange(ordered, 0, middle);
    int[] late = Arrays.copyOfRange(ordered, middle, ordered.length);
    return Optional.of(
        new DriftProfile(
            time.name(),
            text(ordered[0]),
            text(ordered[last]),
            stretches(ordered),
            rateChange(early, late),
            columns(early, late)));
  }

  private double at(int row) {
    return switch (times) {
      case Cells.Numbers numbers -> numbers.value(row);
      case Cells.Instants instants -> instants.value(row);
      case Cells.Levels levels -> levels.code(row);
      case Cells.Texts texts -> 0;
    };
  }

  private String text(int row) {
    return CellText.of(time, times, row);
  }

  private List<Stretch> stretches(int[] ordered) {
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < STRETCHES; i++) {
      int start = (int) ((long) ordered.length * i / STRETCHES);
      int end = (int) ((long) ordered.length * (i + 1) / STRETCHES);
      stretches.add(
          new Stretch(
              text(ordered[start]),
              end - start,
              rareAmong(Arrays.copyOfRange(ordered, start, end))));
    }
    return stretches;
  }

  private int rareAmong(int[] rows) {
    return rare == null ? 0 : (int) IntStream.of(rows).filter(rare::get).count();
  }

  private @Nullable Double rateChange(int[] early, int[] late) {
    double n = early.length;
    double m = late.length;
    double first = rareAmong(early) / n;
    double second = rareAmong(late) / m;
    double both = (n * first + m * second) / (n + m);
    double change = (second - first) / Math.sqrt(both * (1 - both) * (1 / n + 1 / m));
    return rare == null || !Double.isFinite(change) ? null : change;
  }

  private List<ColumnDrift> columns(int[] early, int[] late) {
    List<ColumnDrift> drifts = new ArrayList<>();
    for (Column column : table.schema().modelled().columns()) {
      if (!column.name().equals(time.name())) {
        Cells cells = table.cells(column.name());
        drift(column.name(), cells.rows(early), cells.rows(late)).ifPresent(drifts::add);
      }
    }
    drifts.sort(Comparator.comparingDouble((ColumnDrift drift) -> -drift.distance()));
    return drifts.subList(0, Math.min(MOST_COLUMNS, drifts.size()));
  }

  private static Optional<ColumnDrift> drift(String name, Cells early, Cells late) {
    ColumnDrift drift =
        switch (early) {
          case Cells.Numbers numbers -> numbers(name, values(early), values(late));
          case Cells.Instants instants -> numbers(name, values(early), values(late));
          case Cells.Levels levels -> levels(name, levels, (Cells.Levels) late);
          case Cells.Texts texts -> new ColumnDrift(name, 0, 0, 0, null);
        };
    double n = early.size() - early.missingCount();
    double m = late.size() - late.missingCount();
    double chance =
        early instanceof Cells.Levels levels
            ? SLACK + byChance(levels, (Cells.Levels) late)
            : BOUND * Math.sqrt((n + m) / (n * m));
    double bound = Math.max(WORTH_TELLING, chance);
    boolean isAny = early instanceof Cells.Numbers || early instanceof Cells.Levels;
    return isAny && drift.distance() >= bound ? Optional.of(drift) : Optional.empty();
  }

  private static ColumnDrift numbers(String name, double[] early, double[] late) {
    return new ColumnDrift(
        name,
        KolmogorovSmirnov.distance(early, late),
        Medians.median(early),
        Medians.median(late),
        null);
  }

  private static double[] values(Cells cells) {
    double[] values = new double[cells.size()];
    for (int row = 0; row < values.length; row++) {
      values[row] =
          cells.isMissing(row) || !(cells instanceof Cells.Numbers numbers)
              ? Double.NaN
              : numbers.value(row);
    }
    return values;
  }

  private static ColumnDrift levels(String name, Cells.Levels early, Cells.Levels late) {
    int[] first = counts(early);
    int[] second = counts(late);
    double n = Math.max(1, IntStream.of(first).sum());
    double m = Math.max(1, IntStream.of(second).sum());
    int most = 0;
    for (int level = 1; level < first.length; level++) {
      double change = Math.abs(second[level] / m - first[level] / n);
      most = change > Math.abs(second[most] / m - first[most] / n) ? level : most;
    }
    return new ColumnDrift(
        name,
        TotalVariation.ofCounts(first, second),
        first[most] / n,
        second[most] / m,
        early.levels().isEmpty() ? "" : early.levels().get(most));
  }

  /**
   * The mean total variation of two samples from one distribution: ½·Σ √(2/π · p(1 − p)·(1/n +
   * 1/m)).
   */
  private static double byChance(Cells.Levels early, Cells.Levels late) {
    int[] first = counts(early);
    int[] second = counts(late);
    double n = Math.max(1, IntStream.of(first).sum());
    double m = Math.max(1, IntStream.of(second).sum());
    double sum = 0;
    for (int level = 0; level < first.length; level++) {
      double p = (first[level] + second[level]) / (n + m);
      sum += Math.sqrt(2 / Math.PI * p * (1 - p) * (1 / n + 1 / m)) / 2;
    }
    return sum;
  }

  private static int[] counts(Cells.Levels levels) {
    int[] counts = new int[Math.max(1, levels.levels().size())];
    for (int row = 0; row < levels.size(); row++) {
      if (!levels.isMissing(row)) {
        counts[levels.code(row)]++;
      }
    }
    return counts;
  }
}
