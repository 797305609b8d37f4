package dev.synth.internal.table.read;

import dev.synth.base.Problem;
import dev.synth.internal.table.read.problem.ReadProblems;
import dev.synth.internal.table.read.problem.TypeNames;
import dev.synth.internal.table.stage.StagedTable;
import dev.synth.table.CellForm;
import dev.synth.table.CellTexts;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.DataOptions;
import dev.synth.table.TimeForm;
import dev.synth.table.reading.ColumnFact;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns staged columns into typed cells: as the user said, else as they look. */
final class ColumnReader {
  private static final long NOTHING = Long.MIN_VALUE;

  private final StagedTable staged;
  private final DataOptions options;
  private final ReadNotes notes;
  private final ReadProblems problems;
  private final MissingTokens tokens;
  private final NumberColumns numbers;
  private final TextColumns texts;
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
    this.notes = notes;
    this.problems = new ReadProblems(staged, known.isEmpty());
    this.tokens = new MissingTokens(options);
    TimeReader times = new TimeReader(problems, notes);
    this.numbers = new NumberColumns(staged, options, known, notes, times);
    this.missing = new MissingTexts(staged, tokens, numbers.besideWords());
    TextReader reader = new TextReader(tokens, notes, problems, numbers::habit);
    this.texts = new TextColumns(known, notes, problems, reader, times, numbers);
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
    return direct == null
        ? texts.read(name, staged.dictionary(position).cleaned(tokens::isMissing), asked)
        : direct;
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
}
