package dev.synth.internal.table.read;

import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.cell.NumberText;
import dev.synth.internal.table.cell.TimePattern;
import dev.synth.internal.table.number.DecimalHabit;
import dev.synth.table.CellForm;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.DataOptions;
import dev.synth.table.NumberForm;
import dev.synth.table.OffsetForm;
import dev.synth.table.TimeForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns staged columns into typed cells: as the user said, else as they look. */
final class ColumnReader {
  /** From here on whole numbers are codes: a double does not hold each of them. */
  private static final double TOO_LARGE = 1e15;

  private static final long NOTHING = Long.MIN_VALUE;

  /** A column of numbers has no more different words for missing cells. */
  private static final int MOST_WORDS = 100;

  private final StagedTable staged;
  private final DataOptions options;
  private final Map<String, CellForm> known;
  private final ReadNotes notes;
  private final ReadProblems problems;
  private final SchemaInference inference;
  private final MissingTokens tokens;
  private final TextReader texts;
  private final TimeReader times;
  private final boolean[] arePlain;
  private @Nullable DecimalHabit habit;

  ColumnReader(StagedTable staged, DataOptions options, ReadNotes notes) {
    this(staged, options, Map.of(), notes);
  }

  /**
   * A reader of columns.
   *
   * @param known the forms that columns have in another file, by their names; another form is read
   *     too
   */
  ColumnReader(
      StagedTable staged, DataOptions options, Map<String, CellForm> known, ReadNotes notes) {
    this.staged = staged;
    this.options = options;
    this.known = known;
    this.notes = notes;
    this.problems = new ReadProblems(staged, known.isEmpty());
    this.inference = new SchemaInference(notes);
    this.tokens = new MissingTokens(options);
    this.texts = new TextReader(tokens, notes, problems, this::habit);
    this.times = new TimeReader(problems, notes);
    this.arePlain = staged.arePlainNumbers();
  }

  private DecimalHabit habit() {
    DecimalHabit found = habit;
    if (found == null) {
      found = staged.decimalHabit();
      habit = found;
    }
    return found;
  }

  /**
   * A column as read.
   *
   * @param column its name and type
   * @param cells its cells
   * @param offsets the column of its times' offsets from UTC, or null where it has none
   */
  record Read(Column column, Cells cells, @Nullable Read offsets) {}

  /** What a column turned out to be. */
  private record Typed(ColumnType type, CellForm form, Cells cells, @Nullable TimeColumn times) {
    Typed(ColumnType type, CellForm form, Cells cells) {
      this(type, form, cells, null);
    }

    Typed(ColumnType type, Cells cells) {
      this(type, CellForm.PLAIN, cells);
    }
  }

  /**
   * Reads the column at a position of the staged table. What the user must decide is told by {@link
   * #finish}; until then such a column is an identifier.
   */
  Read read(int position) {
    String name = staged.names().get(position);
    boolean excluded = options.exclude().contains(name);
    Typed typed = typed(position, name, asked(name, excluded));
    Column column = new Column(name, typed.type(), !excluded, typed.form());
    if (column.isModelled()) {
      notes.describe(
          name, staged.rowCount(), typed.cells().missingCount(), isConstant(typed.cells()));
    }
    describe(column, excluded);
    return new Read(column, typed.cells(), offsets(column, typed));
  }

  /** The offsets of times, where they are several, or where another file has a column of them. */
  private @Nullable Read offsets(Column times, Typed typed) {
    String known = knownOffsets(times.name());
    TimeColumn read = typed.times();
    Cells.Levels levels = read == null ? null : read.offsets();
    boolean areSeveral = read != null && read.areSeveral();
    boolean isThere = known != null && staged.names().contains(known);
    if (isThere || (known == null && !areSeveral)) {
      return null;
    }
    String name = known == null ? freeName(times.name() + " offset") : known;
    CellForm form = new OffsetForm(times.name());
    Column column = new Column(name, new ColumnType.Categorical(), times.isModelled(), form);
    if (known == null && levels != null) {
      notes.say(
          PlainText.of(
              "'%s' has %s offsets from UTC: its local times are modelled, and its offsets beside"
                  + " them as '%s'",
              times.name(), Integer.toString(levels.levels().size()), name));
      notes.fact(name, PlainText.of("the offsets of '%s'", times.name()));
      notes.column(name, TypeNames.of(column.type()));
    }
    Cells cells = levels == null ? TimeColumn.noOffsets(staged.rowCount()) : levels;
    return new Read(column, cells, null);
  }

  private @Nullable String knownOffsets(String times) {
    return known.entrySet().stream()
        .filter(entry -> entry.getValue().equals(new OffsetForm(times)))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private String freeName(String wanted) {
    String free = wanted;
    while (staged.names().contains(free)) {
      free += "_";
    }
    return free;
  }

  /** Takes down what the label column holds. */
  void describeLabel(LabelReader labels) {
    notes.fact(
        options.label(),
        PlainText.of("%d rows are rare, '%s'", labels.rare().cardinality(), labels.positive()));
    notes.fact(options.label(), PlainText.of("the other class is written '%s'", labels.negative()));
    notes.column(options.label(), "label");
  }

  private void describe(Column column, boolean excluded) {
    if (excluded) {
      notes.fact(column.name(), "excluded");
    } else if (options.types().containsKey(column.name())) {
      notes.fact(column.name(), "as the config says");
    }
    notes.column(column.name(), TypeNames.of(column.type()));
  }

  /**
   * Tells what the user must decide, of all columns that were read.
   *
   * @throws dev.synth.base.Problem a data problem, if there is anything
   */
  void finish() {
    problems.throwIfAny();
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
    boolean instant =
        asked == null || (asked instanceof ColumnType.Timestamp time && time.format() == null);
    Typed direct =
        switch (kind) {
          case DATE, INSTANT ->
              instant || asked instanceof ColumnType.Timestamp ? instants(position, kind) : null;
          case NUMBER, WHOLE -> number ? numbers(position, name, asked) : null;
          case TEXT -> {
            Typed typed = number ? plainNumbers(position, name, asked) : null;
            yield typed == null && instant ? instantsOfTexts(position, name) : typed;
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

  private @Nullable Typed instantsOfTexts(int position, String name) {
    long[] micros = staged.microsOfTexts(position, tokens.listed(), NOTHING);
    if (micros == null) {
      return null;
    }
    List<String> shapes = staged.shapes(position, tokens.listed());
    Typed typed = instants(shapes.stream().allMatch(IsoShapes::isDate), micros);
    CellForm form = IsoShapes.form(shapes);
    if (form instanceof TimeForm time) {
      notes.form(name, time.pattern());
    }
    return new Typed(typed.type(), form, typed.cells());
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

  /**
   * Reads texts that all are plain numbers, those for missing cells aside, without looking at each.
   *
   * @return null where they are not, or where a point may part thousands
   */
  private @Nullable Typed plainNumbers(int position, String name, @Nullable ColumnType asked) {
    if (hasOtherForm(name, asked)) {
      return null;
    }
    Map<String, Integer> words = arePlain[position] ? Map.of() : words(position);
    Typed typed = words == null ? null : numbers(position, name, asked);
    if (typed != null && words != null) {
      sayWords(name, words);
    }
    return typed != null && typed.type() instanceof ColumnType.Numeric
        ? withZeros(position, name, typed)
        : typed;
  }

  /** Zeros at the end of all cells belong to the form: {@code 12.50} beside {@code 3.25}. */
  private Typed withZeros(int position, String name, Typed typed) {
    NumberForm form = NumberForm.SHORTEST.withFraction(staged.fraction(position, tokens.listed()));
    if (form.isPlain() || !(typed.cells() instanceof Cells.Numbers numbers)) {
      notes.fact(name, "plain numbers");
      return typed;
    }
    IntStream rows = IntStream.range(0, numbers.size());
    int first = rows.filter(row -> !numbers.isMissing(row)).findFirst().orElseThrow();
    notes.fact(name, "written like " + form.text(numbers.value(first)));
    return new Typed(typed.type(), form, numbers);
  }

  /** Returns the words for missing cells among plain numbers; null where there are other texts. */
  private @Nullable Map<String, Integer> words(int position) {
    for (String text : staged.extremes(position)) { // most columns of words end here
      if (!standsForNothing(text) && NumberText.parse(text.strip()).isEmpty()) {
        return null;
      }
    }
    Map<String, Integer> words = staged.notPlain(position, MOST_WORDS);
    boolean areTokens =
        words.size() < MOST_WORDS && words.keySet().stream().allMatch(this::standsForNothing);
    return areTokens ? words : null;
  }

  private boolean standsForNothing(String text) {
    String word = text.strip();
    return word.isEmpty() || tokens.isMissingInNumbers(word);
  }

  /** Returns whether a point may part thousands, so that a plain number is something else. */
  private boolean hasOtherForm(String name, @Nullable ColumnType asked) {
    boolean isGiven = asked instanceof ColumnType.Numeric numeric && numeric.format() != null;
    boolean isKnown =
        known.get(name) instanceof NumberForm form && form.separators().group().equals(".");
    return isGiven || isKnown;
  }

  private void sayWords(String name, Map<String, Integer> words) {
    Map<String, Integer> unlisted = new TreeMap<>();
    words.forEach(
        (text, rows) -> {
          String word = text.strip();
          if (!word.isEmpty() && !tokens.isMissing(word)) {
            unlisted.merge(word, rows, Integer::sum);
          }
        });
    if (!unlisted.isEmpty()) {
      notes.missingWords(name, TextReader.mostFirst(unlisted));
    }
  }

  /** Returns null where the cells turn out not to be numbers, or may be something else. */
  private @Nullable Typed numbers(int position, String name, @Nullable ColumnType asked) {
    double[] values = staged.numbers(position);
    for (int row = 0; row < values.length; row++) {
      values[row] = tokens.isMissing(values[row]) ? Double.NaN : values[row];
      if (asked == null && Math.abs(values[row]) >= TOO_LARGE && isCode(position, values[row])) {
        return null;
      }
    }
    boolean isText = staged.kind(position) == StagedTable.Kind.TEXT;
    if (isText && mayBeThousands(values) && habit().sign() == DecimalHabit.Sign.COMMA) {
      return null;
    }
    if (asked instanceof ColumnType.Numeric numeric) {
      return finite(name, bare(numeric), CellForm.PLAIN, values);
    }
    if (isText && Arrays.stream(values).allMatch(Double::isNaN)) {
      return null; // an empty column holds numbers no more than it holds anything else
    }
    ColumnType.Numeric declared =
        staged.kind(position) == StagedTable.Kind.WHOLE
            ? new ColumnType.Numeric(0, null, null)
            : ColumnType.Numeric.UNBOUNDED;
    return inferred(name, declared, CellForm.PLAIN, values);
  }

  /**
   * Returns whether the points of all numbers may part thousands: {@code 1.234}, {@code 12.500}.
   */
  private static boolean mayBeThousands(double[] values) {
    int parted = 0;
    int withThirdDigit = 0;
    for (double value : values) {
      double size = Math.abs(value);
      if (Double.isNaN(value) || (size < 1000 && size == Math.rint(size))) {
        continue;
      }
      double thousands = size * 1000;
      if (size < 1 || size >= 1000 || Math.abs(thousands - Math.rint(thousands)) > 1e-6) {
        return false;
      }
      parted++;
      withThirdDigit += Math.rint(thousands) % 10 == 0 ? 0 : 1;
    }
    return withThirdDigit > parted / 2;
  }

  private Typed inferred(String name, ColumnType.Numeric declared, CellForm form, double[] values) {
    TimePattern pattern =
        form.equals(CellForm.PLAIN) ? times.ofNumbers(name, values, isClock(name)) : null;
    if (pattern != null) {
      return timed(TimeColumn.of(values, pattern));
    }
    ColumnType inferred = isClock(name) ? declared : inference.ofNumbers(name, values, declared);
    return inferred instanceof ColumnType.Identifier
        ? new Typed(inferred, texts(values))
        : finite(name, inferred, form, values);
  }

  /** The type that the user gave, without what is the column's form. */
  private static ColumnType.Numeric bare(ColumnType.Numeric asked) {
    return new ColumnType.Numeric(asked.decimals(), asked.min(), asked.max());
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

  private Typed finite(String name, ColumnType type, CellForm form, double[] values) {
    BitSet absent = new BitSet();
    for (int row = 0; row < values.length; row++) {
      if (Double.isInfinite(values[row])) {
        throw Problem.data(
            "%s: column '%s' holds %s, which can't be modelled; write a number, leave the cell"
                + " empty, or add its text to data.missing",
            staged.where(row), name, values[row]);
      }
      if (Double.isNaN(values[row])) {
        absent.set(row);
        values[row] = 0;
      }
    }
    warnOfBounds(name, type, values, absent);
    return new Typed(type, form, new Cells.Numbers(values, absent));
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

  private Typed fromTexts(int position, String name, @Nullable ColumnType asked) {
    Dictionary all = staged.dictionary(position).cleaned(tokens::isMissing);
    return switch (asked) {
      case null -> inferred(name, all);
      case ColumnType.Numeric numeric -> askedNumbers(name, all, numeric);
      case ColumnType.Categorical categorical -> new Typed(categorical, all.levels());
      case ColumnType.Identifier identifier -> new Typed(identifier, all.texts());
      case ColumnType.Timestamp timestamp -> askedTimes(name, all, timestamp);
      case ColumnType.TimeOfDay time -> askedTimes(name, all, time);
    };
  }

  private Typed askedTimes(String name, Dictionary all, ColumnType asked) {
    Dictionary bare = texts.withoutTokens(all);
    TimeForm form = known.get(name) instanceof TimeForm other ? other : null;
    return switch (times.asked(name, bare, asked, form)) {
      case TimeReader.Outcome.Times found -> {
        texts.sayTokens(name, all);
        yield timed(found.column());
      }
      case TimeReader.Outcome.Undecided undecided -> undecided(all);
      case TimeReader.Outcome.Others others -> undecided(all);
    };
  }

  private static Typed timed(TimeColumn column) {
    return new Typed(column.type(), column.form(), column.cells(), column);
  }

  private Typed askedNumbers(String name, Dictionary all, ColumnType.Numeric asked) {
    Dictionary bare = texts.withoutTokens(all);
    NumberForm form = known.get(name) instanceof NumberForm other ? other : null;
    TextReader.Numbers numbers = texts.asked(name, bare, asked, form);
    if (numbers == null) {
      return undecided(all);
    }
    texts.sayTokens(name, all);
    return finite(name, bare(asked), form(numbers), numbers.values());
  }

  private static CellForm form(TextReader.Numbers numbers) {
    return numbers.form().isPlain() ? CellForm.PLAIN : numbers.form();
  }

  private static Typed undecided(Dictionary all) {
    return new Typed(new ColumnType.Identifier(), all.texts());
  }

  /** Times first, then numbers; what is neither is words. */
  private Typed inferred(String name, Dictionary all) {
    Dictionary bare = texts.withoutTokens(all);
    if (bare.values().isEmpty()) {
      return new Typed(new ColumnType.Categorical(), all.levels());
    }
    return switch (times.infer(name, bare)) {
      case TimeReader.Outcome.Times found -> {
        texts.sayTokens(name, all);
        yield timed(found.column());
      }
      case TimeReader.Outcome.Undecided undecided -> undecided(all);
      case TimeReader.Outcome.Others others -> numbersOrWords(name, all, bare);
    };
  }

  private Typed numbersOrWords(String name, Dictionary all, Dictionary bare) {
    return switch (texts.find(name, bare)) {
      case TextReader.Found.OfNumbers found -> {
        texts.sayTokens(name, all);
        yield found.numbers().areMeasured()
            ? finite(
                name, ColumnType.Numeric.UNBOUNDED, form(found.numbers()), found.numbers().values())
            : inferred(
                name,
                ColumnType.Numeric.UNBOUNDED,
                form(found.numbers()),
                found.numbers().values());
      }
      case TextReader.Found.OfCodes codes -> {
        notes.say(
            PlainText.of(
                "'%s' holds numbers with leading zeros or more than 15 digits, so they are read as"
                    + " codes; to read numbers, say `types: {%s: numeric}`",
                name, name));
        notes.fact(name, "codes, by leading zeros or more than 15 digits");
        yield words(name, all);
      }
      case TextReader.Found.OfWords words -> words(name, all);
      case TextReader.Found.Undecided undecided -> undecided(all);
    };
  }

  private Typed words(String name, Dictionary all) {
    ColumnType type = inference.ofWords(name, all);
    return new Typed(type, type instanceof ColumnType.Identifier ? all.texts() : all.levels());
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
