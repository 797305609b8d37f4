package dev.synth.internal.validate.metric;

import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds samples from columns of numbers (NaN is missing) and of levels (null is missing). */
public final class TestSamples {
  private final Map<String, Cells> columns = new LinkedHashMap<>();

  private final Set<String> clocks = new HashSet<>();

  private TestSamples() {}

  /** Starts a sample without columns. */
  public static TestSamples rows() {
    return new TestSamples();
  }

  /** Adds a column of numbers, NaN where missing. */
  public TestSamples numbers(String name, double... values) {
    BitSet missing = new BitSet();
    for (int row = 0; row < values.length; row++) {
      missing.set(row, Double.isNaN(values[row]));
    }
    columns.put(name, new Cells.Numbers(values, missing));
    return this;
  }

  /** Adds a column of times of day in hours, NaN where missing. */
  public TestSamples clock(String name, double... hours) {
    clocks.add(name);
    return times(name, Arrays.stream(hours).map(hour -> hour * 3_600e6).toArray());
  }

  /** Adds a column of points in time in microseconds, NaN where missing. */
  public TestSamples times(String name, double... micros) {
    BitSet missing = new BitSet();
    long[] values = new long[micros.length];
    for (int row = 0; row < micros.length; row++) {
      missing.set(row, Double.isNaN(micros[row]));
      values[row] = (long) micros[row];
    }
    columns.put(name, new Cells.Instants(values, missing));
    return this;
  }

  /** Adds a column of one-letter levels, a dot where missing. */
  public TestSamples levels(String name, String letters) {
    List<@Nullable String> texts = new ArrayList<>();
    for (int row = 0; row < letters.length(); row++) {
      texts.add(letters.charAt(row) == '.' ? null : letters.substring(row, row + 1));
    }
    columns.put(name, Cells.Levels.of(texts));
    return this;
  }

  /** Returns the rows as a table. */
  public Table table() {
    List<Column> schema =
        columns.entrySet().stream()
            .map(column -> new Column(column.getKey(), type(column.getKey(), column.getValue())))
            .toList();
    return new Table(new Schema(schema), List.copyOf(columns.values()));
  }

  private ColumnType type(String name, Cells cells) {
    return switch (cells) {
      case Cells.Levels levels -> new ColumnType.Categorical();
      case Cells.Instants instants ->
          clocks.contains(name) ? new ColumnType.TimeOfDay() : new ColumnType.Timestamp(false);
      case Cells.Numbers numbers -> ColumnType.Numeric.UNBOUNDED;
      case Cells.Texts texts -> new ColumnType.Identifier();
    };
  }

  /** Returns the rows as a sample, in a space learned on these rows. */
  public Sample sample() {
    return SampleSpace.of(table(), List.of()).sample(table());
  }

  /** Returns other rows as a sample, in the space learned on these rows. */
  public Sample sample(TestSamples others) {
    return SampleSpace.of(table(), List.of(others.table())).sample(others.table());
  }

  /** Returns these rows as a sample, in a space that others share. */
  public Sample besides(TestSamples others) {
    return SampleSpace.of(table(), List.of(others.table())).sample(table());
  }

  /** Returns these rows as {@link #besides} does, with rows of the other class beside them. */
  public Sample besideMajority(TestSamples others, TestSamples majority) {
    SampleSpace space = SampleSpace.of(table(), List.of(others.table()));
    return space.sample(table()).beside(space.sample(majority.table()));
  }

  /** Returns these rows as {@link #besides} does, with real rows beside them that are unseen. */
  public Sample besideUnseen(TestSamples others, TestSamples unseen) {
    SampleSpace space = SampleSpace.of(table(), List.of(others.table(), unseen.table()));
    return space.sample(table()).besideUnseen(space.sample(unseen.table()));
  }
}
