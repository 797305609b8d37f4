package dev.synth.internal.encode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Micros;
import dev.synth.internal.table.Months;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Decimals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A timestamp column as two quantities, the day and the time of day, so that what happens at night
 * stays at night.
 *
 * <p>Where training rows are missing, a one-hot span of two cases, missing and present, stands
 * first; in a missing row day and time are filled with their last case, and say nothing.
 */
final class TimestampCodec implements ColumnCodec {
  private static final Decimals WHOLE = new Decimals(0);

  private final Column column;
  private final int offset;
  private final boolean missing;
  private final TimestampFacts scale;
  private final MixtureSpans days;
  private final MixtureSpans times;

  /**
   * The known facts about a column's points in time.
   *
   * @param byMonth whether all training times are the first of a month, at midnight
   * @param day days since 1970-01-01, or months
   * @param time time of day, in units
   * @param unit microseconds of a unit: the coarsest of hour, half and quarter of an hour, ten,
   *     five and one minutes, second, millisecond and microsecond in which all training times are
   *     whole
   * @param earliest microseconds of the earliest training row
   * @param latest microseconds of the latest
   */
  record TimestampFacts(
      boolean byMonth, Mixture day, Mixture time, long unit, long earliest, long latest) {
    private static final long[] UNITS = {
      Micros.PER_HOUR,
      30 * Micros.PER_MINUTE,
      15 * Micros.PER_MINUTE,
      10 * Micros.PER_MINUTE,
      5 * Micros.PER_MINUTE,
      Micros.PER_MINUTE,
      Micros.PER_SECOND,
      1_000L,
      1L
    };

    TimestampFacts {
      requireUnit(unit);
      if (earliest > latest) {
        throw new IllegalArgumentException("earliest must not be after latest");
      }
    }

    static void requireUnit(long unit) {
      if (LongStream.of(UNITS).noneMatch(known -> known == unit)) {
        throw new IllegalArgumentException("unit must be one of " + Arrays.toString(UNITS));
      }
    }

    /** Returns the coarsest unit in which all times are whole. */
    static long unitOf(long[] micros) {
      return LongStream.of(UNITS)
          .filter(candidate -> Arrays.stream(micros).allMatch(each -> each % candidate == 0))
          .findFirst()
          .orElseThrow();
    }
  }

  TimestampCodec(Column column, int offset, boolean missing, TimestampFacts scale) {
    ColumnCodec.requireCases(missing || scale.day.cases() > 0);
    ColumnCodec.requireCases(scale.day.cases() == 0 || scale.time.cases() > 0);
    this.column = column;
    this.offset = offset;
    this.missing = missing;
    this.scale = scale;
    int outerGate = hasPresence() ? offset + 1 : Span.Scalar.ALWAYS;
    int dayOffset = offset + (hasPresence() ? 2 : 0);
    this.days = new MixtureSpans(scale.day, 0, dayOffset, outerGate);
    int dayWidth = days.spans(column.name()).stream().mapToInt(Span::width).sum();
    this.times = new MixtureSpans(scale.time, 0, dayOffset + dayWidth, outerGate);
  }

  static TimestampCodec fit(
      Column column,
      int offset,
      Cells.Instants cells,
      IntPredicate isRare,
      FeatureEncoder.QuantileRows scope) {
    boolean dateOnly = ((ColumnType.Timestamp) column.type()).dateOnly();
    long[] all = present(cells, dateOnly, row -> true);
    long[] rare = present(cells, dateOnly, isRare);
    long[] others = present(cells, dateOnly, isRare.negate());
    long unit = TimestampFacts.unitOf(all);
    boolean byMonth = all.length > 0 && Arrays.stream(all).allMatch(Months::isFirst);
    TimestampFacts scale =
        new TimestampFacts(
            byMonth,
            Mixture.fit(days(rare, byMonth), days(others, byMonth), WHOLE, scope),
            Mixture.fit(times(rare, unit), times(others, unit), WHOLE, scope),
            unit,
            Arrays.stream(all).min().orElse(0),
            Arrays.stream(all).max().orElse(0));
    return new TimestampCodec(column, offset, cells.missingCount() > 0, scale);
  }

  private static long[] present(Cells.Instants cells, boolean dateOnly, IntPredicate chosen) {
    return IntStream.range(0, cells.size())
        .filter(row -> !cells.isMissing(row) && chosen.test(row))
        .mapToLong(cells::value)
        .map(micros -> dateOnly ? micros - Math.floorMod(micros, Micros.PER_DAY) : micros)
        .toArray();
  }

  private static double[] days(long[] micros, boolean byMonth) {
    return Arrays.stream(micros).mapToDouble(each -> day(each, byMonth)).toArray();
  }

  private static double[] times(long[] micros, long unit) {
    return Arrays.stream(micros).mapToDouble(instant -> time(instant, unit)).toArray();
  }

  private static double day(long micros, boolean byMonth) {
    return byMonth ? Months.of(micros) : Math.floorDiv(micros, Micros.PER_DAY);
  }

  private static double time(long micros, long unit) {
    long units = Math.floorMod(micros, Micros.PER_DAY) / unit;
    return units;
  }

  private boolean hasValues() {
    return scale.day.cases() > 0;
  }

  private boolean hasPresence() {
    return missing && hasValues();
  }

  @Override
  public Column column() {
    return column;
  }

  @Override
  public List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    if (hasPresence()) {
      spans.add(new Span.OneHot(column.name(), offset, 2));
    }
    spans.addAll(days.spans(column.name()));
    spans.addAll(times.spans(column.name()));
    return spans;
  }

  @Override
  public void encode(Cells cells, double[][] rows) {
    if (spans().isEmpty()) {
      return;
    }
    Cells.Instants given = (Cells.Instants) cells;
    for (int row = 0; row < rows.length; row++) {
      boolean present = !given.isMissing(row);
      if (hasPresence()) {
        rows[row][offset + (present ? 1 : 0)] = 1;
      }
      if (present) {
        days.encode(day(given.value(row), scale.byMonth), rows[row]);
        times.encode(time(given.value(row), scale.unit), rows[row]);
      } else if (hasPresence()) {
        days.encodeCase(scale.day.cases() - 1, rows[row]);
        times.encodeCase(scale.time.cases() - 1, rows[row]);
      }
    }
  }

  @Override
  public Cells decode(double[][] rows) {
    long[] micros = new long[rows.length];
    BitSet missingRows = new BitSet();
    for (int row = 0; row < rows.length; row++) {
      double[] encoded = rows[row];
      if (!hasValues() || (hasPresence() && encoded[offset] >= encoded[offset + 1])) {
        missingRows.set(row);
      } else {
        long day = (long) days.value(days.spanCase(encoded), encoded);
        long time = (long) times.value(times.spanCase(encoded), encoded);
        long midnight = scale.byMonth ? Months.first(day) : day * Micros.PER_DAY;
        micros[row] = Math.clamp(midnight + time * scale.unit, scale.earliest, scale.latest);
      }
    }
    return new Cells.Instants(micros, missingRows);
  }

  @Override
  public void write(ObjectNode json) {
    json.put("missing", missing);
    if (scale.byMonth) {
      json.put("by_month", true);
    }
    json.put("unit_micros", scale.unit);
    json.put("earliest_micros", scale.earliest);
    json.put("latest_micros", scale.latest);
    CodecJson.write(scale.day, json.putObject("day"));
    CodecJson.write(scale.time, json.putObject("time"));
  }
}
