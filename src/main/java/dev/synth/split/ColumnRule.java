package dev.synth.split;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.stats.Circle;
import dev.synth.internal.table.CellText;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Decimals;
import dev.synth.table.LabelledTable;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The rule that the training rows give for one column's cells. */
sealed interface ColumnRule {
  /**
   * Returns the rule that each bad cell breaks.
   *
   * @return one element a row, empty where the cell is as training cells are
   */
  List<Optional<String>> complaints(Cells cells);

  /** Learns a column's rule from training rows. */
  static ColumnRule of(LabelledTable training, Column column) {
    Cells cells = training.features().cells(column.name());
    boolean missing = cells.missingCount() > 0;
    if (cells.missingCount() == cells.size()) {
      return new AlwaysMissing();
    }
    return switch (cells) {
      case Cells.Numbers numbers ->
          Range.of(numbers, training::isRare, (ColumnType.Numeric) column.type());
      case Cells.Levels levels -> Known.of(levels, missing);
      case Cells.Instants instants -> Period.of(column, instants, missing);
      case Cells.Texts texts -> throw new IllegalArgumentException("identifiers have no rule");
    };
  }

  /** Adds the rule to its column's JSON. */
  void write(ObjectNode json);

  /** Reads what {@link #write} wrote. */
  static ColumnRule read(Column column, JsonFields json) {
    if (json.flag("always_missing")) {
      return new AlwaysMissing();
    }
    boolean missing = json.flag("missing");
    return switch (column.type()) {
      case ColumnType.Numeric numeric ->
          new Range(
              missing,
              json.number("least"),
              json.number("most"),
              new Decimals(json.whole("digits", Decimals.ANY, 9)));
      case ColumnType.Categorical categorical ->
          new Known(missing, new HashSet<>(json.texts("levels")));
      case ColumnType.Timestamp timestamp -> Period.read(column, missing, json);
      case ColumnType.TimeOfDay time -> Period.read(column, missing, json);
      case ColumnType.Identifier identifier ->
          throw new IllegalArgumentException("identifiers have no rule");
    };
  }

  private static IntStream present(Cells cells) {
    return IntStream.range(0, cells.size()).filter(row -> !cells.isMissing(row));
  }

  private static Optional<String> missing(boolean allowed) {
    return allowed ? Optional.empty() : Optional.of("must not be missing");
  }

  /** A column of nothing but missing cells. */
  record AlwaysMissing() implements ColumnRule {
    @Override
    public void write(ObjectNode json) {
      json.put("always_missing", true);
    }

    @Override
    public List<Optional<String>> complaints(Cells cells) {
      Optional<String> complaint = Optional.of("must be missing, as in all training rows");
      return IntStream.range(0, cells.size())
          .mapToObj(row -> cells.isMissing(row) ? Optional.<String>empty() : complaint)
          .toList();
    }
  }

  /**
   * Numbers of the training range with its decimals, where the user's bounds don't overrule it.
   * From 40 rare values on, they may lie outside the rare ones' range by half of the distance of
   * their 5 % and 95 % quantiles (of their range, where those agree). Else a generator that learns
   * from both classes would put the others' extremes into rare rows.
   */
  record Range(boolean missing, double min, double max, Decimals decimals) implements ColumnRule {
    /** As for the encoder's quantiles: fewer say too little of a range. */
    private static final int ENOUGH_RARE_VALUES = 40;

    private static final double ALLOWANCE = 0.5;

    static Range of(Cells.Numbers cells, IntPredicate isRare, ColumnType.Numeric type) {
      double[] values = present(cells).mapToDouble(cells::value).sorted().toArray();
      double[] rare = present(cells).filter(isRare).mapToDouble(cells::value).sorted().toArray();
      Decimals decimals = Decimals.of(type.decimals(), values);
      double min = values[0];
      double max = values[values.length - 1];
      if (rare.length >= ENOUGH_RARE_VALUES) {
        double allowance = ALLOWANCE * spread(rare);
        min = Math.max(min, rare[0] - allowance);
        max = Math.min(max, rare[rare.length - 1] + allowance);
      }
      return new Range(
          cells.missingCount() > 0,
          type.min() == null ? decimals.round(min) : type.min(),
          type.max() == null ? decimals.round(max) : type.max(),
          decimals);
    }

    private static double spread(double[] sorted) {
      int last = sorted.length - 1;
      double spread = sorted[last - last / 20] - sorted[last / 20];
      return spread > 0 ? spread : sorted[last] - sorted[0];
    }

    @Override
    public List<Optional<String>> complaints(Cells cells) {
      Cells.Numbers numbers = (Cells.Numbers) cells;
      String range =
          PlainText.of("must be in [%s, %s]", CellText.number(min), CellText.number(max));
      return IntStream.range(0, cells.size())
          .mapToObj(
              row ->
                  cells.isMissing(row)
                      ? ColumnRule.missing(missing)
                      : complaint(numbers.value(row), range))
          .toList();
    }

    /** Returns the column's type, with the decimals that were learned. */
    ColumnType.Numeric type() {
      Integer digits = decimals.digits() == Decimals.ANY ? null : decimals.digits();
      return new ColumnType.Numeric(digits, null, null);
    }

    @Override
    public void write(ObjectNode json) {
      json.put("always_missing", false);
      json.put("missing", missing);
      json.put("least", min);
      json.put("most", max);
      json.put("digits", decimals.digits());
    }

    private Optional<String> complaint(double value, String range) {
      if (!(value >= min && value <= max)) {
        return Optional.of(range);
      }
      return decimals.fits(value)
          ? Optional.empty()
          : Optional.of(
              decimals.digits() == 0
                  ? "must be a whole number"
                  : PlainText.of("must have at most %d decimals", decimals.digits()));
    }
  }

  /** Levels that training rows have. */
  record Known(boolean missing, Set<String> levels) implements ColumnRule {
    static Known of(Cells.Levels cells, boolean missing) {
      BitSet used = new BitSet();
      present(cells).map(cells::code).forEach(used::set);
      Set<String> levels = new HashSet<>();
      used.stream().forEach(code -> levels.add(cells.levels().get(code)));
      return new Known(missing, levels);
    }

    @Override
    public void write(ObjectNode json) {
      json.put("always_missing", false);
      json.put("missing", missing);
      ArrayNode names = json.putArray("levels");
      levels.stream().sorted().forEach(names::add);
    }

    @Override
    public List<Optional<String>> complaints(Cells cells) {
      Cells.Levels given = (Cells.Levels) cells;
      Optional<String> unknown = Optional.of("must be a level that training rows have");
      List<Optional<String>> ofCodes =
          given.levels().stream()
              .map(level -> levels.contains(level) ? Optional.<String>empty() : unknown)
              .toList();
      return IntStream.range(0, cells.size())
          .mapToObj(
              row ->
                  cells.isMissing(row) ? ColumnRule.missing(missing) : ofCodes.get(given.code(row)))
          .toList();
    }
  }

  /**
   * Points in time from the earliest to the latest training row. Times of day are all but the
   * widest gap between two of the training rows' times. So the earliest may be later than the
   * latest, which is then past midnight.
   */
  record Period(Column column, boolean missing, long earliest, long latest) implements ColumnRule {
    static Period of(Column column, Cells.Instants cells, boolean missing) {
      if (column.type() instanceof ColumnType.TimeOfDay) {
        double[] times = present(cells).mapToDouble(cells::value).toArray();
        long start = (long) Circle.DAY.start(times);
        long last =
            present(cells)
                .mapToLong(cells::value)
                .map(time -> (long) Circle.DAY.wrapped((double) time - start))
                .max()
                .orElseThrow();
        return new Period(column, missing, start, (long) Circle.DAY.wrapped((double) start + last));
      }
      LongStream earliest = present(cells).mapToLong(cells::value);
      LongStream latest = present(cells).mapToLong(cells::value);
      return new Period(column, missing, earliest.min().orElseThrow(), latest.max().orElseThrow());
    }

    static Period read(Column column, boolean missing, JsonFields json) {
      return new Period(
          column, missing, json.whole("earliest_micros"), json.whole("latest_micros"));
    }

    @Override
    public void write(ObjectNode json) {
      json.put("always_missing", false);
      json.put("missing", missing);
      json.put("earliest_micros", earliest);
      json.put("latest_micros", latest);
    }

    private boolean isWithin(long value) {
      return earliest <= latest
          ? value >= earliest && value <= latest
          : value >= earliest || value <= latest;
    }

    @Override
    public List<Optional<String>> complaints(Cells cells) {
      Cells.Instants instants = (Cells.Instants) cells;
      Optional<String> outside =
          Optional.of(
              PlainText.of(
                  "must be in [%s, %s]",
                  CellText.instant(column, earliest), CellText.instant(column, latest)));
      return IntStream.range(0, cells.size())
          .mapToObj(
              row -> {
                if (cells.isMissing(row)) {
                  return ColumnRule.missing(missing);
                }
                return isWithin(instants.value(row)) ? Optional.<String>empty() : outside;
              })
          .toList();
    }
  }
}
