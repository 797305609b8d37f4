package dev.synth.internal.table.read;

import dev.synth.base.Problem;
import dev.synth.internal.table.cell.DigitScript;
import dev.synth.internal.table.stage.Dictionary;
import dev.synth.internal.table.stage.StagedTable;
import dev.synth.table.CellForm;
import dev.synth.table.CellTexts;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.DataOptions;
import dev.synth.table.NumberForm;
import dev.synth.table.TimeForm;
import dev.synth.table.reading.ColumnFact;
import dev.synth.table.reading.TypeNote;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns staged columns into typed cells: as the user said, else as they look. */
final class ColumnReader {
  private static final long NOTHING = Long.MIN_VALUE;

  private final StagedTable staged;
  private final DataOptions options;
  private final Map<String, CellForm> known;
  private final ReadNotes notes;
  private final ReadProblems problems;
  private final SchemaInference inference;
  private final MissingTokens tokens;
  private final TextReader texts;
  private final TimeReader times;
  private final DurationReader durations;
  private final FractionReader fractions;
  private final NumberColumns numbers;
  private final MissingTexts missing;
  private final OffsetColumns offsets;

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
    this.times = new TimeReader(problems, notes);
    this.durations = new DurationReader(problems, notes);
    this.fractions = new FractionReader(problems, notes);
    this.numbers = new NumberColumns(staged, options, known, notes, times);
    this.missing = new MissingTexts(staged, tokens, numbers.besideWords());
    this.texts = new TextReader(tokens, notes, problems, numbers::habit);
    this.offsets = new OffsetColumns(staged, known, notes);
  }

  /**
   * A column as read.
   *
   * @param column its name and type
   * @param cells its cells
   * @param offsets the column of its times' offsets from UTC, or null where it has none
   */
  record Read(Column column, Cells cells, @Nullable Read offsets) {}

  /**
   * Reads the column at a position of the staged table. What the user must decide is told by {@link
   * #finish}; until then such a column is an identifier.
   */
  Read read(int position) {
    String name = staged.names().get(position);
    boolean excluded = options.exclude().contains(name);
    TypedCells typed = typed(position, name, asked(name, excluded));
    Column column =
        new Column(name, typed.type(), !excluded, typed.form())
            .withTexts(
                CellTexts.USUAL
                    .withMissing(missing.of(position, typed.type(), typed.cells()))
                    .withScript(typed.script()));
    if (column.isModelled()) {
      notes.describe(name, staged.rowCount(), typed.cells().missingCount(), typed.isConstant());
    }
    describe(column, excluded);
    return new Read(column, typed.cells(), offsets.of(column, typed.times()));
  }

  /** Takes down what the label column holds. */
  void describeLabel(LabelReader labels) {
    notes.fact(
        options.label(), new ColumnFact.RareRows(labels.rare().cardinality(), labels.positive()));
    notes.fact(options.label(), new ColumnFact.OtherClass(labels.negative()));
    notes.column(options.label(), "label");
  }

  private void describe(Column column, boolean excluded) {
    if (excluded) {
      notes.fact(column.name(), new ColumnFact.Excluded());
    } else if (options.types().containsKey(column.name())) {
      notes.fact(column.name(), new ColumnFact.TypeGiven());
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

  private TypedCells typed(int position, String name, @Nullable ColumnType asked) {
    StagedTable.Kind kind = staged.kind(position);
    boolean number = asked == null || asked instanceof ColumnType.Numeric;
    boolean instant =
        asked == null || (asked instanceof ColumnType.Timestamp time && time.format() == null);
    TypedCells direct =
        switch (kind) {
          case DATE, INSTANT ->
              instant || asked instanceof ColumnType.Timestamp ? instants(position, kind) : null;
          case NUMBER, WHOLE -> number ? numbers.read(position, name, asked) : null;
          case TEXT -> {
            TypedCells typed = number ? numbers.ofPlainTexts(position, name, asked) : null;
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

  private TypedCells instants(int position, StagedTable.Kind kind) {
    return instants(kind == StagedTable.Kind.DATE, staged.micros(position, NOTHING));
  }

  private @Nullable TypedCells instantsOfTexts(int position, String name) {
    long[] micros = staged.texts().micros(position, tokens.listed(), NOTHING);
    if (micros == null) {
      return null;
    }
    List<String> shapes = staged.texts().shapes(position, tokens.listed());
    TypedCells typed = instants(shapes.stream().allMatch(IsoShapes::isDate), micros);
    CellForm form = IsoShapes.form(shapes);
    if (form instanceof TimeForm time) {
      notes.form(name, time.pattern(), null);
    }
    return new TypedCells(typed.type(), form, typed.cells());
  }

  private static TypedCells instants(boolean dateOnly, long[] micros) {
    BitSet absent = new BitSet();
    for (int row = 0; row < micros.length; row++) {
      if (micros[row] == NOTHING) {
        absent.set(row);
        micros[row] = 0;
      }
    }
    return new TypedCells(new ColumnType.Timestamp(dateOnly), new Cells.Instants(micros, absent));
  }

  private TypedCells fromTexts(int position, String name, @Nullable ColumnType asked) {
    Dictionary all = staged.dictionary(position).cleaned(tokens::isMissing);
    DigitScript script = DigitScript.find(all.values());
    if (script.isUsual()) {
      return fromTexts(name, asked, all);
    }
    Dictionary usual =
        new Dictionary(all.values().stream().map(script::toUsual).toList(), all.codes());
    TypedCells typed = fromTexts(name, asked, usual);
    return switch (typed.type()) {
      case ColumnType.Categorical words -> new TypedCells(words, all.levels());
      case ColumnType.Identifier words -> new TypedCells(words, all.texts());
      case ColumnType.Numeric numeric -> inScript(name, typed, script);
      case ColumnType.Timestamp timestamp -> inScript(name, typed, script);
      case ColumnType.TimeOfDay time -> inScript(name, typed, script);
    };
  }

  private TypedCells inScript(String name, TypedCells typed, DigitScript script) {
    notes.fact(name, new ColumnFact.Digits(script.fromUsual("0"), script.fromUsual("9")));
    return typed.withScript(script.text());
  }

  private TypedCells fromTexts(String name, @Nullable ColumnType asked, Dictionary all) {
    return switch (asked) {
      case null -> inferred(name, all);
      case ColumnType.Numeric numeric -> askedNumbers(name, all, numeric);
      case ColumnType.Categorical categorical -> new TypedCells(categorical, all.levels());
      case ColumnType.Identifier identifier -> new TypedCells(identifier, all.texts());
      case ColumnType.Timestamp timestamp -> askedTimes(name, all, timestamp);
      case ColumnType.TimeOfDay time -> askedTimes(name, all, time);
    };
  }

  private TypedCells askedTimes(String name, Dictionary all, ColumnType asked) {
    Dictionary bare = texts.withoutTokens(all);
    TimeForm form = known.get(name) instanceof TimeForm other ? other : null;
    return switch (times.asked(name, bare, asked, form)) {
      case TimeReader.Outcome.Times found -> {
        texts.sayTokens(name, all);
        yield TypedCells.of(found.column());
      }
      case TimeReader.Outcome.Undecided undecided -> undecided(all);
      case TimeReader.Outcome.Others others -> undecided(all);
    };
  }

  private TypedCells askedNumbers(String name, Dictionary all, ColumnType.Numeric asked) {
    Dictionary bare = texts.withoutTokens(all);
    DurationReader.Outcome.Durations lengths =
        asked.format() == null ? durations.asked(name, bare) : null;
    if (lengths != null) {
      texts.sayTokens(name, all);
      return numbers.finite(name, NumberColumns.bare(asked), lengths.form(), lengths.seconds());
    }
    FractionReader.Fractions parts =
        asked.format() == null ? fractions.read(name, bare, true) : null;
    if (parts != null && parts.form() != null) {
      texts.sayTokens(name, all);
      return numbers.finite(name, NumberColumns.bare(asked), parts.form(), parts.values());
    }
    NumberForm form = known.get(name) instanceof NumberForm other ? other : null;
    TextReader.Numbers read = texts.asked(name, bare, asked, form);
    if (read == null) {
      return undecided(all);
    }
    texts.sayTokens(name, all);
    return numbers.finite(name, NumberColumns.bare(asked), form(read), read.values());
  }

  private static CellForm form(TextReader.Numbers numbers) {
    return numbers.form().isPlain() ? CellForm.PLAIN : numbers.form();
  }

  private static TypedCells undecided(Dictionary all) {
    return new TypedCells(new ColumnType.Identifier(), all.texts());
  }

  /** Durations first, then times, then numbers; what is none of them is words. */
  private TypedCells inferred(String name, Dictionary all) {
    Dictionary bare = texts.withoutTokens(all);
    if (bare.values().isEmpty()) {
      return new TypedCells(new ColumnType.Categorical(), all.levels());
    }
    return switch (durations.infer(name, bare)) {
      case DurationReader.Outcome.Durations found -> {
        texts.sayTokens(name, all);
        yield numbers.finite(name, ColumnType.Numeric.UNBOUNDED, found.form(), found.seconds());
      }
      case DurationReader.Outcome.Undecided undecided -> undecided(all);
      case null -> timesOrWords(name, all, bare);
    };
  }

  private TypedCells timesOrWords(String name, Dictionary all, Dictionary bare) {
    return switch (times.infer(name, bare)) {
      case TimeReader.Outcome.Times found -> {
        texts.sayTokens(name, all);
        yield TypedCells.of(found.column());
      }
      case TimeReader.Outcome.Undecided undecided -> undecided(all);
      case TimeReader.Outcome.Others others -> numbersOrWords(name, all, bare);
    };
  }

  private TypedCells numbersOrWords(String name, Dictionary all, Dictionary bare) {
    FractionReader.Fractions parts = fractions.read(name, bare, false);
    if (parts != null) {
      CellForm.Fractions form = parts.form();
      if (form == null) {
        return undecided(all);
      }
      texts.sayTokens(name, all);
      return numbers.finite(name, ColumnType.Numeric.UNBOUNDED, form, parts.values());
    }
    return switch (texts.find(name, bare)) {
      case TextReader.Found.OfNumbers found -> {
        texts.sayTokens(name, all);
        yield found.numbers().areMeasured()
            ? numbers.finite(
                name, ColumnType.Numeric.UNBOUNDED, form(found.numbers()), found.numbers().values())
            : numbers.inferred(
                name,
                ColumnType.Numeric.UNBOUNDED,
                form(found.numbers()),
                found.numbers().values());
      }
      case TextReader.Found.OfCodes codes -> {
        notes.add(new TypeNote.Codes(name));
        notes.fact(name, new ColumnFact.Codes());
        yield words(name, all);
      }
      case TextReader.Found.OfWords words -> words(name, all);
      case TextReader.Found.Undecided undecided -> undecided(all);
    };
  }

  private TypedCells words(String name, Dictionary all) {
    ColumnType type = inference.ofWords(name, all);
    return new TypedCells(type, type instanceof ColumnType.Identifier ? all.texts() : all.levels());
  }
}
