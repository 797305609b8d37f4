package dev.synth.internal.table.read;

import dev.synth.internal.base.Micros;
import dev.synth.internal.table.cell.DigitScript;
import dev.synth.internal.table.cell.DurationText;
import dev.synth.internal.table.cell.FractionText;
import dev.synth.internal.table.cell.InstantText;
import dev.synth.internal.table.cell.NumberText;
import dev.synth.internal.table.cell.TimePattern;
import dev.synth.internal.table.number.FootnoteMark;
import dev.synth.internal.table.number.NumberFinder;
import dev.synth.internal.table.number.NumberReading;
import dev.synth.internal.table.stage.RowStream.Cell;
import dev.synth.table.CellForm;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.DataOptions;
import dev.synth.table.DurationForm;
import dev.synth.table.NumberForm;
import dev.synth.table.TimeForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of one column, whose type and form are known, one after the other: what {@link
 * TableReader} makes of a whole column. Not for several threads.
 */
public final class CellReader {
  private static final List<String> TIMES_OF_DAY =
      List.of("HH:mm:ss[.SSSSSS]", "HH:mm", "H:mm:ss", "H:mm");

  private final Plan plan;
  private final Column column;
  private final MissingTokens tokens;
  private final BitSet missing = new BitSet();
  private final Map<String, Integer> codes = new HashMap<>();
  private final List<@Nullable String> texts = new ArrayList<>();
  private final List<String> levels = new ArrayList<>();
  private final List<@Nullable String> offsets = new ArrayList<>();
  private double[] numbers = new double[0];
  private long[] moments = new long[0];
  private int[] levelCodes = new int[0];
  private int size;

  /** The result of reading a cell. */
  public enum Outcome {
    /** A value of the column's type. */
    VALUE,
    /** Missing. */
    MISSING,
    /** A value that is not of the column's type; it counts as missing. */
    MISFIT,
    /** A level that is not among the known ones. */
    NEW_LEVEL
  }

  /** The rules for reading a column's cells, which many readers share. */
  public static final class Plan {
    private final Column column;
    private final MissingTokens tokens;
    private final Set<String> known;
    private final List<TimePattern> patterns;
    private final DigitScript script;

    /**
     * A plan for a column.
     *
     * @param options which texts are read as missing
     * @param known the levels that are known; all are if it is empty
     */
    public Plan(Column column, DataOptions options, List<String> known) {
      this.column = column;
      this.tokens = new MissingTokens(options);
      this.known = new HashSet<>(known);
      this.patterns = patterns(column);
      this.script = DigitScript.of(column.texts().script());
    }
  }

  /** A reader of a column. */
  public CellReader(Plan plan) {
    this.plan = plan;
    this.column = plan.column;
    this.tokens = plan.tokens;
  }

  private static List<TimePattern> patterns(Column column) {
    List<String> all = new ArrayList<>();
    if (column.form() instanceof TimeForm form) {
      all.add(form.pattern());
    }
    if (column.type() instanceof ColumnType.TimeOfDay) {
      all.addAll(TIMES_OF_DAY);
    }
    return all.stream().map(TimePattern::of).toList();
  }

  /** Reads the next cell. */
  public Outcome add(@Nullable Cell cell) {
    Outcome outcome =
        switch (column.type()) {
          case ColumnType.Numeric numeric -> number(cell);
          case ColumnType.Categorical categorical -> level(cell);
          case ColumnType.Timestamp timestamp -> moment(cell, false);
          case ColumnType.TimeOfDay time -> moment(cell, true);
          case ColumnType.Identifier identifier -> text(cell);
        };
    missing.set(size, outcome == Outcome.MISSING || outcome == Outcome.MISFIT);
    size++;
    return outcome;
  }

  private Outcome number(@Nullable Cell cell) {
    numbers = size < numbers.length ? numbers : Arrays.copyOf(numbers, 2 * size + 16);
    numbers[size] = 0;
    double value =
        switch (cell) {
          case null -> Double.NaN;
          case Cell.Decimal number -> number.value();
          case Cell.Whole whole -> whole.value();
          case Cell.Text text -> {
            if (tokens.isMissingInNumbers(text.text())) {
              yield Double.NaN;
            }
            double read = number(plan.script.toUsual(text.text()));
            boolean mayHaveSign = Double.isNaN(read) && FootnoteMark.isSign(text.text());
            String bare = mayHaveSign ? FootnoteMark.without(text.text()) : null;
            read = bare == null ? read : number(plan.script.toUsual(bare));
            if (Double.isNaN(read)) {
              yield Double.POSITIVE_INFINITY; // no number
            }
            yield read;
          }
          case Cell.Moment moment -> Double.POSITIVE_INFINITY;
        };
    if (Double.isNaN(value) || tokens.isMissing(value)) {
      return Outcome.MISSING;
    }
    if (Double.isInfinite(value)) {
      return Outcome.MISFIT;
    }
    numbers[size] = value;
    return Outcome.VALUE;
  }

  /** Returns the number that a text says, or NaN. */
  private double number(String text) {
    if (column.form() instanceof DurationForm form) {
      double seconds = DurationText.like(form.example()).seconds(text);
      return Double.isNaN(seconds) ? NumberText.parse(text).orElse(Double.NaN) : seconds;
    }
    if (column.form() instanceof CellForm.Fractions) {
      FractionText fraction = FractionText.parse(text.strip());
      return fraction == null ? NumberText.parse(text).orElse(Double.NaN) : fraction.value();
    }
    if (column.form() instanceof NumberForm form && !form.isPlain()) {
      boolean hasPoint = form.separators().equals(NumberForm.Separators.POINT);
      OptionalDouble plain = hasPoint ? NumberText.parse(text) : OptionalDouble.empty();
      if (plain.isPresent()) {
        return plain.getAsDouble();
      }
      NumberReading reading = NumberFinder.readAs(List.of(text), new int[] {1}, form);
      return reading.reads(0) ? reading.values()[0] : Double.NaN;
    }
    return NumberText.parse(text).orElse(Double.NaN);
  }

  private Outcome moment(@Nullable Cell cell, boolean isTimeOfDay) {
    moments = size < moments.length ? moments : Arrays.copyOf(moments, 2 * size + 16);
    moments[size] = 0;
    offsets.add(null);
    String text = textOf(cell);
    if (text == null || tokens.isMissingInNumbers(text)) {
      return Outcome.MISSING;
    }
    if (cell instanceof Cell.Moment moment) {
      moments[size] =
          isTimeOfDay ? Math.floorMod(moment.micros(), Micros.PER_DAY) : moment.micros();
      return Outcome.VALUE;
    }
    for (TimePattern pattern : plan.patterns) {
      TimePattern.ReadTime reading = pattern.parse(plan.script.toUsual(text));
      if (reading != null) {
        moments[size] = reading.micros();
        offsets.set(size, reading.offset());
        return Outcome.VALUE;
      }
    }
    InstantText instant = isTimeOfDay ? null : InstantText.parse(text);
    if (instant == null) {
      return Outcome.MISFIT;
    }
    moments[size] = instant.micros();
    return Outcome.VALUE;
  }

  private Outcome level(@Nullable Cell cell) {
    levelCodes = size < levelCodes.length ? levelCodes : Arrays.copyOf(levelCodes, 2 * size + 16);
    levelCodes[size] = 0;
    String text = textOf(cell);
    if (text == null || tokens.isMissing(text)) {
      return Outcome.MISSING;
    }
    Integer code = codes.get(text);
    if (code == null) {
      code = levels.size();
      codes.put(text, code);
      levels.add(text);
    }
    levelCodes[size] = code;
    return plan.known.isEmpty() || plan.known.contains(text) ? Outcome.VALUE : Outcome.NEW_LEVEL;
  }

  private Outcome text(@Nullable Cell cell) {
    String text = textOf(cell);
    boolean isMissing = text == null || tokens.isMissing(text);
    texts.add(isMissing ? "" : text);
    return isMissing ? Outcome.MISSING : Outcome.VALUE;
  }

  /** Returns a cell as a text file would have it, or null where it is empty. */
  public static @Nullable String textOf(@Nullable Cell cell) {
    return switch (cell) {
      case null -> null;
      case Cell.Text text -> text.text().isBlank() ? null : text.text().strip();
      case Cell.Decimal number -> NumberText.of(number.value());
      case Cell.Whole whole -> Long.toString(whole.value());
      case Cell.Moment moment ->
          moment.dateOnly()
              ? InstantText.date(moment.micros())
              : InstantText.timestamp(moment.micros());
    };
  }

  /** Returns the cells that were read, and begins anew. */
  public Cells take() {
    BitSet absent = (BitSet) missing.clone();
    Cells cells =
        switch (column.type()) {
          case ColumnType.Numeric numeric ->
              new Cells.Numbers(Arrays.copyOf(numbers, size), absent);
          case ColumnType.Categorical categorical ->
              new Cells.Levels(Arrays.copyOf(levelCodes, size), absent, List.copyOf(levels));
          case ColumnType.Timestamp timestamp ->
              new Cells.Instants(Arrays.copyOf(moments, size), absent);
          case ColumnType.TimeOfDay time ->
              new Cells.Instants(Arrays.copyOf(moments, size), absent);
          case ColumnType.Identifier identifier ->
              new Cells.Texts(texts.stream().map(String::valueOf).toList(), absent);
        };
    size = 0;
    missing.clear();
    codes.clear();
    levels.clear();
    texts.clear();
    offsets.clear();
    return cells;
  }

  /** Returns the offsets from UTC of the times that were read so far, as levels. */
  public Cells offsets() {
    return Cells.Levels.of(offsets);
  }
}
