package dev.synth.internal.features;

import dev.synth.features.CalendarOptions;
import dev.synth.features.Window;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The columns of single rows, computed anew: for each row, the rows before it are looked for among
 * all, and decimals are added up. It shares no code with the machine but the events themselves, so
 * that what a machine got wrong, or what another program made with a look ahead, differs from it.
 */
public final class Recomputation {
  private static final MathContext DIGITS = new MathContext(100);
  private static final double MICROS_PER_HOUR = 3.6e9;

  private final FeaturePlan plan;
  private final History history;

  /** For each row, whether other rows may see it. */
  private final boolean[] counts;

  /** For each row, the row whose columns it has: its own, or that of which it is a retry; or −1. */
  private final int[] original;

  /**
   * A column of a row that is not what the rows before it give.
   *
   * @param row the row, from 0
   * @param column the column's name
   * @param expected what the rows before it give; NaN for missing
   * @param found what the column has
   */
  public record Difference(int row, String column, double expected, double found) {}

  /** A recomputation of rows. */
  public Recomputation(History history, FeaturePlan plan) {
    this.history = history;
    this.plan = plan;
    this.counts = new boolean[history.events().size()];
    this.original = new int[counts.length];
    admit();
  }

  private Event at(int row) {
    return Objects.requireNonNull(history.events().get(row));
  }

  /** Walks through the rows as they arrived, and says which are retries and which are late. */
  private void admit() {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < counts.length; row++) {
      original[row] = -1;
      if (history.events().get(row) != null) {
        rows.add(row);
      }
    }
    rows.sort(
        Comparator.<Integer>comparingLong(row -> at(row).arrivalMicros())
            .thenComparingLong(row -> at(row).timeMicros())
            .thenComparing(row -> at(row).id())
            .thenComparing(row -> row));
    Map<String, Integer> seen = new HashMap<>();
    long remembered = plan.reachMicros() + plan.latenessMicros();
    for (int row : rows) {
      Event event = at(row);
      long now = event.arrivalMicros();
      Integer first = seen.get(event.id());
      if (first != null && at(first).timeMicros() >= now - remembered) {
        boolean isAnswered = now - at(first).timeMicros() <= plan.latenessMicros();
        original[row] = isAnswered ? first : -1;
      } else if (now - event.timeMicros() <= plan.latenessMicros()) {
        seen.put(event.id(), row);
        counts[row] = true;
        original[row] = row;
      }
    }
  }

  /**
   * Returns where columns differ from what the rows before give, in the last bit or more.
   *
   * @param columns the columns of all rows
   * @param rows which rows are looked at
   */
  public List<Difference> differences(double[][] columns, int[] rows) {
    List<String> names = plan.names();
    List<Difference> differences = new ArrayList<>();
    for (int row : rows) {
      if (history.events().get(row) == null) {
        continue;
      }
      double[] expected = row(row);
      for (int column = 0; column < expected.length; column++) {
        double found = columns[column][row];
        if (Double.doubleToLongBits(expected[column]) != Double.doubleToLongBits(found)) {
          differences.add(new Difference(row, names.get(column), expected[column], found));
        }
      }
    }
    return differences;
  }

  /** Returns a row's columns. */
  double[] row(int row) {
    List<Double> values = new ArrayList<>();
    for (int entity = 0; entity < plan.entities().size(); entity++) {
      int own = original[row];
      List<Integer> before = own < 0 ? List.of() : before(own, entity);
      boolean isKnown = own >= 0 && at(own).keys().get(entity) != null;
      for (FeatureMeasure measure : plan.entities().get(entity).measures()) {
        values.add(isKnown ? value(measure, own, before) : Double.NaN);
      }
    }
    plan.calendar().forEach(each -> values.add(calendar(each, at(row).localMicros())));
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private double calendar(CalendarOptions.Field field, long local) {
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(Math.floorDiv(local, 1_000_000L), 0, ZoneOffset.UTC);
    return switch (field) {
      case HOUR -> time.getHour();
      case WEEKDAY -> time.getDayOfWeek().getValue() - 1.0;
      case HOLIDAY -> plan.holidays().contains(time.toLocalDate().toEpochDay()) ? 1 : 0;
    };
  }

  /** Returns the rows of the same entity that a row sees, by time and id. */
  private List<Integer> before(int row, int entity) {
    Event event = at(row);
    String key = event.keys().get(entity);
    List<Integer> before = new ArrayList<>();
    for (int other = 0; other < counts.length; other++) {
      if (counts[other]
          && at(other).timeMicros() < event.timeMicros()
          && at(other).arrivalMicros() < event.arrivalMicros()
          && Objects.equals(at(other).keys().get(entity), key)) {
        before.add(other);
      }
    }
    before.sort(
        Comparator.<Integer>comparingLong(other -> at(other).timeMicros())
            .thenComparing(other -> at(other).id()));
    return before;
  }

  /** Returns those of a window that ends at a time. */
  private List<Integer> within(Window over, List<Integer> before, long end) {
    Long forget = plan.forgetMicros();
    return switch (over) {
      case Window.Time time -> {
        long length = time.length().toSeconds() * 1_000_000L;
        long reach = forget == null ? length : Math.min(forget, length);
        yield since(before, end - reach);
      }
      case Window.Last last -> {
        List<Integer> all = since(before, end - Objects.requireNonNull(forget));
        yield all.subList(Math.max(0, all.size() - last.count()), all.size());
      }
      case Window.Ever ever -> since(before, end - Objects.requireNonNull(forget));
    };
  }

  private List<Integer> since(List<Integer> rows, long time) {
    return rows.stream().filter(row -> at(row).timeMicros() >= time).toList();
  }

  private double value(FeatureMeasure measure, int row, List<Integer> before) {
    Event event = at(row);
    long time = event.timeMicros();
    return switch (measure) {
      case FeatureMeasure.SinceLast last -> {
        List<Integer> window = within(last.over(), before, time);
        yield window.isEmpty() ? Double.NaN : hours(time, window.getLast());
      }
      case FeatureMeasure.SinceFirst first -> {
        List<Integer> window = within(Window.EVER, before, time);
        yield window.isEmpty() ? Double.NaN : hours(time, window.getFirst());
      }
      case FeatureMeasure.Count count -> within(count.over(), before, time).size();
      case FeatureMeasure.Sum sum ->
          rounded(total(decimals(sum.of(), within(sum.over(), before, time))));
      case FeatureMeasure.Mean mean ->
          of(decimals(mean.of(), within(mean.over(), before, time)), 1, Recomputation::mean);
      case FeatureMeasure.Deviation each ->
          of(decimals(each.of(), within(each.over(), before, time)), 2, Recomputation::deviation);
      case FeatureMeasure.RatioToMean each -> {
        BigDecimal own = decimal(each.of(), row);
        List<BigDecimal> window = decimals(each.of(), within(each.over(), before, time));
        yield own == null || window.isEmpty() || total(window).signum() == 0
            ? Double.NaN
            : rounded(
                own.multiply(BigDecimal.valueOf(window.size())).divide(total(window), DIGITS));
      }
      case FeatureMeasure.Distinct each -> {
        int place = plan.texts().indexOf(each.of());
        Set<String> values = new HashSet<>();
        within(each.over(), before, time).stream()
            .map(other -> at(other).texts().get(place))
            .filter(Objects::nonNull)
            .forEach(values::add);
        yield values.size();
      }
      case FeatureMeasure.Lag lag -> {
        List<Integer> window = within(Window.EVER, before, time);
        int place = window.size() - lag.back();
        BigDecimal value = place < 0 ? null : decimal(lag.of(), window.get(place));
        yield value == null ? Double.NaN : rounded(value);
      }
      case FeatureMeasure.Risk risk -> risk(risk, event, before);
    };
  }

  private double risk(FeatureMeasure.Risk risk, Event event, List<Integer> before) {
    long known = event.timeMicros() - risk.delayMicros();
    List<Integer> old = before.stream().filter(row -> at(row).timeMicros() <= known).toList();
    List<Integer> labelled =
        within(risk.over(), old, known).stream()
            .filter(row -> history.labelArrival(row) <= event.arrivalMicros())
            .toList();
    long rare = labelled.stream().filter(row -> history.rare().get(row)).count();
    return labelled.isEmpty()
        ? Double.NaN
        : rounded(BigDecimal.valueOf(rare).divide(BigDecimal.valueOf(labelled.size()), DIGITS));
  }

  private double hours(long time, int row) {
    return (time - at(row).timeMicros()) / MICROS_PER_HOUR;
  }

  private @Nullable BigDecimal decimal(String column, int row) {
    double value = at(row).numbers()[plan.numbers().indexOf(column)];
    return Double.isNaN(value) ? null : new BigDecimal(Double.toString(value));
  }

  private List<BigDecimal> decimals(String column, List<Integer> rows) {
    List<BigDecimal> decimals = new ArrayList<>();
    for (int row : rows) {
      BigDecimal decimal = decimal(column, row);
      if (decimal != null) {
        decimals.add(decimal);
      }
    }
    return decimals;
  }

  private static BigDecimal total(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static double of(
      List<BigDecimal> values, int fewest, ToDoubleFunction<List<BigDecimal>> statistic) {
    return values.size() < fewest ? Double.NaN : statistic.applyAsDouble(values);
  }

  private static double mean(List<BigDecimal> values) {
    return rounded(total(values).divide(BigDecimal.valueOf(values.size()), DIGITS));
  }

  /** The square root of the variance as a double: by differences to the mean, all as fractions. */
  private static double deviation(List<BigDecimal> values) {
    BigDecimal n = BigDecimal.valueOf(values.size());
    BigDecimal total = total(values);
    BigDecimal squares =
        values.stream()
            .map(each -> each.multiply(n).subtract(total).pow(2))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal divisor = n.multiply(n).multiply(n.subtract(BigDecimal.ONE));
    return Math.sqrt(rounded(squares.divide(divisor, DIGITS)));
  }

  private static double rounded(BigDecimal value) {
    return value.doubleValue() + 0.0;
  }
}
