package dev.synth.internal.table.read;

import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.cell.DateOrder;
import dev.synth.internal.table.cell.InstantText;
import dev.synth.internal.table.cell.NumberText;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.DataOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns staged columns into typed cells: as the user said, else as they look. */
final class ColumnReader {
  /** From here on whole numbers are codes: a double does not hold each of them. */
  private static final double TOO_LARGE = 1e15;

  private static final long NOTHING = Long.MIN_VALUE;

  private final StagedTable staged;
  private final DataOptions options;
  private final ReadNotes notes;
  private final SchemaInference inference;
  private final boolean[] holdNumbers;
  private final Set<String> missing;
  private final double[] missingNumbers;

  ColumnReader(StagedTable staged, DataOptions options, ReadNotes notes) {
    this.staged = staged;
    this.options = options;
    this.notes = notes;
    this.inference = new SchemaInference(notes);
    this.holdNumbers = staged.holdNumbers(options.missing());
    this.missing = new HashSet<>(options.missing());
    this.missingNumbers =
        options.missing().stream()
            .mapToDouble(token -> NumberText.parse(token).orElse(Double.NaN))
            .filter(Double::isFinite)
            .toArray();
  }

  /**
   * A column as read.
   *
   * @param column its name and type
   * @param cells its cells
   */
  record Read(Column column, Cells cells) {}

  /** What a column turned out to be. */
  private record Typed(ColumnType type, Cells cells) {}

  /** Reads the column at a position of the staged table. */
  Read read(int position) {
    String name = staged.names().get(position);
    boolean excluded = options.exclude().contains(name);
    Typed typed = typed(position, name, asked(name, excluded));
    Column column = new Column(name, typed.type(), !excluded);
    if (column.isModelled()) {
      notes.describe(
          name, staged.rowCount(), typed.cells().missingCount(), isConstant(typed.cells()));
    }
    return new Read(column, typed.cells());
  }

  /** An excluded column is read as it stands, unless the rows are ordered by it. */
  private @Nullable ColumnType asked(String name, boolean excluded) {
    ColumnType asked = options.types().get(name);
    return asked == null && excluded && !isClock(name) ? new ColumnType.Identifier() : asked;
  }

  private boolean isClock(String name) {
    return name.equals(options.time());
  }

  private Typed typed(int position, String name, @Nullable ColumnType asked) {
    StagedTable.Kind kind = staged.kind(position);
    boolean number = asked == null || asked instanceof ColumnType.Numeric;
    boolean instant = asked == null || asked instanceof ColumnType.Timestamp;
    Typed direct =
        switch (kind) {
          case DATE, INSTANT -> instant ? instants(position, kind) : null;
          case NUMBER, WHOLE -> number ? numbers(position, name, asked) : null;
          case TEXT -> {
            Typed typed = number && holdNumbers[position] ? numbers(position, name, asked) : null;
            yield typed == null && instant ? instantsOfTexts(position) : typed;
          }
          case NESTED -> {
            if (!(asked instanceof ColumnType.Identifier)) {
              throw Problem.data(
                  "column '%s' holds lists or records; flatten it, or exclude it", name);
            }
            yield null;
          }
        };
    return direct == null ? fromTexts(position, name, asked) : direct;
  }

  private Typed instants(int position, StagedTable.Kind kind) {
    return instants(kind == StagedTable.Kind.DATE, staged.micros(position, NOTHING));
  }

  private @Nullable Typed instantsOfTexts(int position) {
    long[] micros = staged.microsOfTexts(position, options.missing(), NOTHING);
    return micros == null ? null : instants(staged.areDates(position, options.missing()), micros);
  }

  private static Typed instants(boolean dateOnly, long[] micros) {
    BitSet absent = new BitSet();
    for (int row = 0; row < micros.length; row++) {
      if (micros[row] == NOTHING) {
        absent.set(row);
        micros[row] = 0;
      }
    }
    return new Typed(new ColumnType.Timestamp(dateOnly), new Cells.Instants(micros, absent));
  }

  /** Returns null where the cells turn out not to be numbers. */
  private @Nullable Typed numbers(int position, String name, @Nullable ColumnType asked) {
    double[] values = staged.numbers(position);
    for (int row = 0; row < values.length; row++) {
      for (double token : missingNumbers) {
        values[row] = values[row] == token ? Double.NaN : values[row];
      }
      if (asked == null && Math.abs(values[row]) >= TOO_LARGE && isCode(position, values[row])) {
        return null;
      }
    }
    if (asked != null) {
      return finite(name, asked, values);
    }
    boolean isText = staged.kind(position) == StagedTable.Kind.TEXT;
    if (isText && Arrays.stream(values).allMatch(Double::isNaN)) {
      return null; // an empty column holds numbers no more than it holds anything else
    }
    ColumnType.Numeric declared =
        staged.kind(position) == StagedTable.Kind.WHOLE
            ? new ColumnType.Numeric(0, null, null)
            : ColumnType.Numeric.UNBOUNDED;
    ColumnType inferred = isClock(name) ? declared : inference.ofNumbers(name, values, declared);
    return inferred instanceof ColumnType.Identifier
        ? new Typed(inferred, texts(values))
        : finite(name, inferred, values);
  }

  private static Cells.Texts texts(double[] values) {
    List<String> texts = new ArrayList<>(values.length);
    BitSet absent = new BitSet();
    for (int row = 0; row < values.length; row++) {
      absent.set(row, Double.isNaN(values[row]));
      texts.add(absent.get(row) ? "" : NumberText.of(values[row]));
    }
    return new Cells.Texts(texts, absent);
  }

  private boolean isCode(int position, double value) {
    return staged.kind(position) != StagedTable.Kind.NUMBER
        && Double.isFinite(value)
        && value == Math.rint(value);
  }

  private Typed finite(String name, ColumnType type, double[] values) {
    BitSet absent = new BitSet();
    for (int row = 0; row < values.length; row++) {
      if (Double.isInfinite(values[row])) {
        throw Problem.data(
            "%s: column '%s' holds %s, which can't be modelled; write a number, or leave the cell"
                + " empty",
            staged.where(row), name, values[row]);
      }
      if (Double.isNaN(values[row])) {
        absent.set(row);
        values[row] = 0;
      }
    }
    warnOfBounds(name, type, values, absent);
    return new Typed(type, new Cells.Numbers(values, absent));
  }

  private void warnOfBounds(String name, ColumnType type, double[] values, BitSet absent) {
    if (!(type instanceof ColumnType.Numeric bounds)) {
      return;
    }
    Double min = bounds.min();
    Double max = bounds.max();
    int outside = 0;
    for (int row = 0; row < values.length; row++) {
      boolean low = min != null && values[row] < min;
      boolean high = max != null && values[row] > max;
      outside += !absent.get(row) && (low || high) ? 1 : 0;
    }
    if (outside > 0) {
      notes.say(
          PlainText.of(
              "'%s' has %d cells outside the bounds that were given for it", name, outside));
    }
  }

  private Dictionary cleaned(int position) {
    return staged.dictionary(position).cleaned(missing);
  }

  private Typed fromTexts(int position, String name, @Nullable ColumnType asked) {
    Dictionary texts = cleaned(position);
    ColumnType type = asked == null ? inference.ofTexts(name, texts, isClock(name)) : asked;
    return switch (type) {
      case ColumnType.Numeric numeric -> finite(name, numeric, parsed(name, texts));
      case ColumnType.Categorical categorical -> new Typed(categorical, texts.levels());
      case ColumnType.Identifier identifier -> new Typed(identifier, texts.texts());
      case ColumnType.Timestamp timestamp -> instants(name, texts);
    };
  }

  private double[] parsed(String name, Dictionary texts) {
    List<String> values = texts.values();
    boolean readable = SchemaInference.areNumbers(values);
    double[] numbers = new double[values.size()];
    for (int i = 0; i < numbers.length; i++) {
      if (!readable && NumberText.parse(values.get(i)).isEmpty()) {
        throw Problem.data(
            "%s: '%s' in column '%s' is not a number, and the column is typed numeric%s",
            staged.where(texts.firstRow(i)),
            values.get(i),
            name,
            SchemaInference.howToWrite(values.get(i)));
      }
      numbers[i] = number(values.get(i));
    }
    return texts.mapped(numbers);
  }

  /** Returns the number in a text that is one, with a point or a decimal comma. */
  static double number(String text) {
    return NumberText.parse(NumberText.withPoint(text)).orElseThrow();
  }

  private Typed instants(String name, Dictionary texts) {
    List<DateOrder> orders = DateOrder.fitting(texts.values());
    DateOrder order = orders.size() == 1 ? orders.getFirst() : DateOrder.ISO;
    if (order != DateOrder.ISO) {
      notes.say(
          PlainText.of("'%s' is read as %s, and written like 2024-01-31", name, order.words()));
    }
    long[] times = new long[texts.values().size()];
    boolean dateOnly = true;
    boolean hadOffset = false;
    for (int i = 0; i < times.length; i++) {
      InstantText parsed = order.parse(texts.values().get(i));
      if (parsed == null) {
        throw Problem.data(
            "%s: '%s' in column '%s' is not a time such as 2024-01-31 or 2024-01-31 23:59:59, and"
                + " the column is typed timestamp",
            staged.where(texts.firstRow(i)), texts.values().get(i), name);
      }
      times[i] = parsed.micros();
      dateOnly &= parsed.dateOnly();
      hadOffset |= parsed.hadOffset();
    }
    if (hadOffset) {
      notes.say(PlainText.of("'%s' has zone offsets; its times are turned into UTC", name));
    }
    long[] micros = new long[staged.rowCount()];
    for (int row = 0; row < micros.length; row++) {
      micros[row] = texts.codes()[row] < 0 ? 0 : times[texts.codes()[row]];
    }
    return new Typed(
        new ColumnType.Timestamp(dateOnly), new Cells.Instants(micros, texts.missing()));
  }

  private static boolean isConstant(Cells cells) {
    int first = -1;
    for (int row = 0; row < cells.size(); row++) {
      if (cells.isMissing(row)) {
        continue;
      }
      if (first < 0) {
        first = row;
      } else if (!sameValue(cells, first, row)) {
        return false;
      }
    }
    return first >= 0;
  }

  private static boolean sameValue(Cells cells, int one, int other) {
    return switch (cells) {
      case Cells.Numbers numbers -> numbers.value(one) == numbers.value(other);
      case Cells.Levels levels -> levels.code(one) == levels.code(other);
      case Cells.Instants instants -> instants.value(one) == instants.value(other);
      case Cells.Texts texts -> texts.value(one).equals(texts.value(other));
    };
  }
}
