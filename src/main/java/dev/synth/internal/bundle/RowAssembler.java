package dev.synth.internal.bundle;

import dev.synth.base.Problem;
import dev.synth.base.Remedy;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.Spelling;
import dev.synth.internal.table.read.CellReader;
import dev.synth.internal.table.stage.RowStream;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.DataOptions;
import dev.synth.table.OffsetForm;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows together as a model's contract has them. Whatever breaks the contract is a problem that
 * names column and row. If asked for, it is counted instead, and the row is scored all the same. A
 * cell of another type and a column that is not there then count as missing, a new level as one
 * that no fitted row had. Not for several threads.
 */
public final class RowAssembler {
  private static final int SHOWN = 40;

  private final Contract contract;
  private final boolean lenient;
  private final String source;
  private final Tally tally = new Tally();
  private final List<CellReader> readers = new ArrayList<>();
  private final Map<String, List<@Nullable String>> carried = new TreeMap<>();
  private int[] places = new int[0];
  private int[] carriedPlaces = new int[0];
  private int rows;
  private long before;

  /**
   * Some rows.
   *
   * @param features the columns that the model looks at
   * @param carried the other known columns that the rows had, as texts
   * @param first the number of the first row, from 1
   */
  public record AssembledRows(Table features, Table carried, long first) {}

  /**
   * The plan by which rows are read under a contract, shared by many assemblers.
   *
   * @param contract the contract
   * @param cells one a feature
   */
  public record Plan(Contract contract, List<CellReader.Plan> cells) {
    public Plan {
      cells = List.copyOf(cells);
    }

    /** Returns the plan of a contract. */
    public static Plan of(Contract contract) {
      return of(contract, List.of());
    }

    /**
     * Returns the plan of a contract, some of whose columns are computed: no number of these stands
     * for a missing one.
     */
    static Plan of(Contract contract, List<String> computed) {
      List<CellReader.Plan> cells = new ArrayList<>();
      for (FeatureColumn feature : contract.features()) {
        boolean isComputed = computed.contains(feature.column().name());
        DataOptions reading = isComputed ? contract.readingOfComputed() : contract.reading();
        boolean isOffset = feature.column().form() instanceof OffsetForm;
        cells.add(
            new CellReader.Plan(
                feature.column(), reading, isOffset ? List.of() : feature.levels()));
      }
      return new Plan(contract, cells);
    }
  }

  /**
   * An assembler.
   *
   * @param lenient whether what breaks the contract is counted and not refused
   * @param source what messages call the rows, such as {@code 'rows.csv'}; or empty
   */
  public RowAssembler(Plan plan, boolean lenient, String source) {
    this(plan, lenient, source, 0);
  }

  /**
   * An assembler of rows that stand further down.
   *
   * @param before how many rows stand before the first
   */
  public RowAssembler(Plan plan, boolean lenient, String source, long before) {
    this.before = before;
    this.contract = plan.contract();
    this.lenient = lenient;
    this.source = source;
    plan.cells().forEach(each -> readers.add(new CellReader(each)));
  }

  /**
   * Says which columns the rows that follow have.
   *
   * @throws Problem (data) if one of the model's is not there, or one is there that it doesn't know
   */
  public void columns(List<String> names) {
    places = new int[readers.size()];
    List<String> lacking = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      Column column = contract.features().get(i).column();
      places[i] = names.indexOf(column.name());
      boolean isInTimes = column.form() instanceof OffsetForm form && names.contains(form.times());
      if (places[i] < 0 && !isInTimes) {
        lacking.add(column.name());
      }
    }
    carriedPlaces = contract.carried().stream().mapToInt(names::indexOf).toArray();
    List<String> extra = names.stream().filter(name -> !isKnown(name)).toList();
    if (!lenient && !lacking.isEmpty()) {
      throw broken(
          "the column '%s' is not there, which the model needs%s",
          lacking.getFirst(), Spelling.hint(lacking.getFirst(), extra));
    }
    if (!lenient && !extra.isEmpty()) {
      throw broken("the column '%s' is unknown to the model", extra.getFirst());
    }
    lacking.forEach(tally::missingColumn);
    extra.forEach(tally::extraColumn);
  }

  private boolean isKnown(String name) {
    return name.equals(contract.label().column())
        || contract.carried().contains(name)
        || contract.features().stream().anyMatch(each -> each.column().name().equals(name));
  }

  private Problem broken(String format, Object... arguments) {
    String text = PlainText.of(format, arguments);
    return Problem.data("%s%s", source.isEmpty() ? "" : source + ": ", text).remedy(Remedy.LENIENT);
  }

  /**
   * Takes a row, one cell a column, in the order of {@link #columns}.
   *
   * @throws Problem (data) if a cell breaks the contract
   */
  public void add(RowStream.@Nullable Cell[] cells) {
    for (int i = 0; i < places.length; i++) {
      RowStream.Cell cell = places[i] < 0 ? null : cells[places[i]];
      FeatureColumn feature = contract.features().get(i);
      String name = feature.column().name();
      switch (readers.get(i).add(cell)) {
        case VALUE -> {
          // as it should be
        }
        case MISSING -> {
          if (feature.missing() == 0 && places[i] >= 0) {
            tally.newlyMissing(name);
          }
        }
        case MISFIT -> {
          if (!lenient) {
            throw misfit(feature.column(), cell);
          }
          tally.misfit(name);
        }
        case NEW_LEVEL -> {
          if (!lenient) {
            throw newLevel(feature, cell);
          }
          tally.newLevel(name);
        }
      }
    }
    for (int i = 0; i < carriedPlaces.length; i++) {
      if (carriedPlaces[i] >= 0) {
        carried
            .computeIfAbsent(contract.carried().get(i), name -> new ArrayList<>())
            .add(CellReader.textOf(cells[carriedPlaces[i]]));
      }
    }
    rows++;
  }

  private Problem misfit(Column column, RowStream.@Nullable Cell cell) {
    String type =
        switch (column.type()) {
          case ColumnType.Numeric numeric -> "a number";
          case ColumnType.Timestamp timestamp -> "a point in time";
          case ColumnType.TimeOfDay time -> "a time of day";
          case ColumnType.Categorical categorical -> "a level";
          case ColumnType.Identifier identifier -> "a text";
        };
    return broken(
        "row %d: the column '%s' should hold %s, but holds '%s'",
        before + rows + 1, column.name(), type, shown(cell));
  }

  private Problem newLevel(FeatureColumn feature, RowStream.@Nullable Cell cell) {
    String text = shown(cell);
    return broken(
        "row %d: '%s' is no level of the column '%s' that the model has seen%s",
        before + rows + 1, text, feature.column().name(), Spelling.hint(text, feature.levels()));
  }

  private static String shown(RowStream.@Nullable Cell cell) {
    String text = String.valueOf(CellReader.textOf(cell));
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }

  /** Returns how many rows wait to be taken. */
  public int size() {
    return rows;
  }

  /** Returns the rows that were added since the last time. */
  public AssembledRows take() {
    List<Column> columns = new ArrayList<>();
    List<Cells> cells = new ArrayList<>();
    List<@Nullable Cells> offsets = offsets();
    for (int i = 0; i < readers.size(); i++) {
      FeatureColumn feature = contract.features().get(i);
      columns.add(feature.column());
      Cells read = readers.get(i).take();
      countBeyond(feature, read);
      Cells beside = offsets.get(i);
      cells.add(beside == null ? read : beside);
    }
    List<Column> kept = new ArrayList<>();
    List<Cells> texts = new ArrayList<>();
    for (int i = 0; i < carriedPlaces.length; i++) {
      if (carriedPlaces[i] >= 0) {
        String name = contract.carried().get(i);
        kept.add(new Column(name, new ColumnType.Identifier()));
        texts.add(texts(carried.getOrDefault(name, List.of())));
      }
    }
    AssembledRows block =
        new AssembledRows(
            new Table(new Schema(columns), cells), new Table(new Schema(kept), texts), before + 1);
    before += rows;
    rows = 0;
    carried.clear();
    return block;
  }

  /** The offsets that stand in the cells of times, one entry a feature, mostly null. */
  private List<@Nullable Cells> offsets() {
    List<@Nullable Cells> offsets = new ArrayList<>();
    for (int i = 0; i < readers.size(); i++) {
      Cells own = null;
      if (places[i] < 0 && contract.features().get(i).column().form() instanceof OffsetForm form) {
        for (int other = 0; other < readers.size(); other++) {
          if (contract.features().get(other).column().name().equals(form.times())) {
            own = readers.get(other).offsets();
          }
        }
      }
      offsets.add(own);
    }
    return offsets;
  }

  private void countBeyond(FeatureColumn feature, Cells cells) {
    if (cells instanceof Cells.Numbers numbers) {
      for (int row = 0; row < numbers.size(); row++) {
        if (!numbers.isMissing(row) && feature.isBeyond(numbers.value(row))) {
          tally.beyondRange(feature.column().name());
        }
      }
    }
  }

  private static Cells.Texts texts(List<@Nullable String> values) {
    List<String> texts = new ArrayList<>();
    BitSet missing = new BitSet();
    for (String value : values) {
      missing.set(texts.size(), value == null);
      texts.add(value == null ? "" : value);
    }
    return new Cells.Texts(texts, missing);
  }

  /** Returns what was odd so far. */
  public Tally.Counts counts() {
    return tally.counts();
  }
}
