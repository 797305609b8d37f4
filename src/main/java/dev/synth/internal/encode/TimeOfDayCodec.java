package dev.synth.internal.encode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Micros;
import dev.synth.internal.stats.Circle;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.Decimals;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A column of times of day. The day's circle is cut where the rare training rows leave the widest
 * gap, and laid on a line: a one-hot span of its cases (missing, atoms, the rest) and a scalar for
 * the rest.
 *
 * <p>So what happens around midnight is one stretch, and margins are learned as exactly as a
 * number's. Each draw is one time of day, which the two coordinates of a sine and a cosine would
 * not promise.
 */
final class TimeOfDayCodec implements ColumnCodec {
  private static final Decimals WHOLE = new Decimals(0);

  /** Fewer rare times leave gaps that say nothing. */
  private static final int ENOUGH_RARE_VALUES = 2;

  private final Column column;
  private final boolean missing;
  private final TimeOfDayFacts scale;
  private final MixtureSpans place;

  /**
   * The known facts about a column's times.
   *
   * @param time units since the start
   * @param unit microseconds of a unit, as in {@link TimestampCodec.TimestampFacts}
   * @param start where the circle is cut, in microseconds since midnight
   */
  record TimeOfDayFacts(Mixture time, long unit, long start) {
    TimeOfDayFacts {
      TimestampCodec.TimestampFacts.requireUnit(unit);
      if (start < 0 || start >= Micros.PER_DAY || start % unit != 0) {
        throw new IllegalArgumentException("a day can't be cut at " + start);
      }
    }
  }

  TimeOfDayCodec(Column column, int offset, boolean missing, TimeOfDayFacts scale) {
    ColumnCodec.requireCases(missing || scale.time.cases() > 0);
    this.column = column;
    this.missing = missing;
    this.scale = scale;
    this.place = new MixtureSpans(scale.time, missing ? 1 : 0, offset, Span.Scalar.ALWAYS);
  }

  static TimeOfDayCodec fit(
      Column column,
      int offset,
      Cells.Instants cells,
      IntPredicate isRare,
      FeatureEncoder.QuantileRows scope) {
    long[] all = present(cells, row -> true);
    long[] rare = present(cells, isRare);
    long unit = TimestampCodec.TimestampFacts.unitOf(all);
    long[] chosen = rare.length >= ENOUGH_RARE_VALUES ? rare : all;
    long start = (long) Circle.DAY.start(Arrays.stream(chosen).asDoubleStream().toArray());
    Mixture time =
        Mixture.fit(
            units(rare, start, unit),
            units(present(cells, isRare.negate()), start, unit),
            WHOLE,
            scope);
    boolean missing = cells.missingCount() > 0;
    return new TimeOfDayCodec(column, offset, missing, new TimeOfDayFacts(time, unit, start));
  }

  private static long[] present(Cells.Instants cells, IntPredicate chosen) {
    return IntStream.range(0, cells.size())
        .filter(row -> !cells.isMissing(row) && chosen.test(row))
        .mapToLong(cells::value)
        .map(micros -> Math.floorMod(micros, Micros.PER_DAY))
        .toArray();
  }

  private static double[] units(long[] micros, long start, long unit) {
    return Arrays.stream(micros).mapToDouble(time -> units(time, start, unit)).toArray();
  }

  private static double units(long micros, long start, long unit) {
    long units = Math.floorMod(micros - start, Micros.PER_DAY) / unit;
    return units;
  }

  @Override
  public Column column() {
    return column;
  }

  @Override
  public List<Span> spans() {
    return place.spans(column.name());
  }

  @Override
  public void encode(Cells cells, double[][] rows) {
    if (spans().isEmpty()) {
      return;
    }
    Cells.Instants given = (Cells.Instants) cells;
    for (int row = 0; row < rows.length; row++) {
      if (!given.isMissing(row)) {
        place.encode(units(given.value(row), scale.start, scale.unit), rows[row]);
      } else if (missing) {
        place.encodeCase(0, rows[row]);
      }
    }
  }

  @Override
  public Cells decode(double[][] rows) {
    long[] micros = new long[rows.length];
    BitSet missingRows = new BitSet();
    for (int row = 0; row < rows.length; row++) {
      int spanCase = place.spanCase(rows[row]);
      if (missing && spanCase == 0) {
        missingRows.set(row);
      } else {
        long units = (long) place.value(spanCase, rows[row]);
        micros[row] = Math.floorMod(units * scale.unit + scale.start, Micros.PER_DAY);
      }
    }
    return new Cells.Instants(micros, missingRows);
  }

  @Override
  public void write(ObjectNode json) {
    json.put("missing", missing);
    json.put("unit_micros", scale.unit);
    json.put("start_micros", scale.start);
    CodecJson.write(scale.time, json.putObject("time"));
  }
}
