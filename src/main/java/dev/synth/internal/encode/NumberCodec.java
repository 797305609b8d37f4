package dev.synth.internal.encode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Decimals;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A numeric column: a one-hot span of its cases (missing, atoms, the rest), and a scalar for the
 * rest. The user's bounds limit what the rest decodes to.
 */
final class NumberCodec implements ColumnCodec {
  private final Column column;
  private final boolean missing;
  private final MixtureSpans place;
  private final double lowest;
  private final double highest;

  NumberCodec(Column column, int offset, boolean missing, Mixture mixture) {
    ColumnType.Numeric type = (ColumnType.Numeric) column.type();
    Decimals decimals = mixture.decimals();
    ColumnCodec.requireCases(missing || mixture.cases() > 0);
    this.column = column;
    this.missing = missing;
    this.place = new MixtureSpans(mixture, missing ? 1 : 0, offset, Span.Scalar.ALWAYS);
    this.lowest = type.min() == null ? -Double.MAX_VALUE : decimals.roundUp(type.min());
    this.highest = type.max() == null ? Double.MAX_VALUE : decimals.roundDown(type.max());
  }

  static NumberCodec fit(
      Column column,
      int offset,
      Cells.Numbers cells,
      IntPredicate isRare,
      FeatureEncoder.QuantileRows scope) {
    ColumnType.Numeric type = (ColumnType.Numeric) column.type();
    double[] all = present(cells, row -> true);
    Decimals decimals = Decimals.of(type.decimals(), all);
    Mixture mixture =
        Mixture.fit(present(cells, isRare), present(cells, isRare.negate()), decimals, scope);
    NumberCodec codec = new NumberCodec(column, offset, cells.missingCount() > 0, mixture);
    if (all.length > 0 && Arrays.stream(all).noneMatch(codec::isWithinBounds)) {
      throw Problem.data(
          PlainText.of(
              "column '%s': no training value lies within the bounds that data.types gives it, [%s,"
                  + " %s]",
              column.name(), type.min(), type.max()));
    }
    return codec;
  }

  private static double[] present(Cells.Numbers cells, IntPredicate chosen) {
    return IntStream.range(0, cells.size())
        .filter(row -> !cells.isMissing(row) && chosen.test(row))
        .mapToDouble(cells::value)
        .toArray();
  }

  private boolean isWithinBounds(double value) {
    double rounded = place.mixture().decimals().round(value);
    return rounded >= lowest && rounded <= highest;
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
    Cells.Numbers given = (Cells.Numbers) cells;
    for (int row = 0; row < rows.length; row++) {
      if (!given.isMissing(row)) {
        place.encode(given.value(row), rows[row]);
      } else if (missing) {
        place.encodeCase(0, rows[row]);
      }
    }
  }

  @Override
  public Cells decode(double[][] rows) {
    double[] values = new double[rows.length];
    BitSet missingRows = new BitSet();
    for (int row = 0; row < rows.length; row++) {
      int spanCase = place.spanCase(rows[row]);
      if (missing && spanCase == 0) {
        missingRows.set(row);
      } else {
        double value = place.value(spanCase, rows[row]);
        values[row] = place.isRest(spanCase) ? Math.max(lowest, Math.min(highest, value)) : value;
      }
    }
    return new Cells.Numbers(values, missingRows);
  }

  @Override
  public void write(ObjectNode json) {
    json.put("missing", missing);
    CodecJson.write(place.mixture(), json.putObject("number"));
  }
}
