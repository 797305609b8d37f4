package dev.synth.internal.bundle;

import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.Spelling;
import dev.synth.internal.features.History;
import dev.synth.internal.features.rows.EventReader;
import dev.synth.internal.table.read.CellReader;
import dev.synth.internal.table.stage.RowStream;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.DataOptions;
import dev.synth.table.Label;
import dev.synth.table.OffsetForm;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows together as events. What features are made of must be there and of its type, whatever
 * is counted elsewhere. Not for several threads.
 */
public final class EventAssembler {
  private final FeatureContract features;
  private final Label label;
  private final String source;
  private final IntToLongFunction rowPlaces;
  private final List<CellReader> readers = new ArrayList<>();
  private final BitSet rare = new BitSet();
  private final BitSet labelled = new BitSet();
  private int[] places = new int[0];
  private int labelPlace = -1;
  private int rows;

  /** The plan by which events are read, shared by many assemblers. */
  public record Plan(FeatureContract features, Label label, List<CellReader.Plan> cells) {
    public Plan {
      cells = List.copyOf(cells);
    }

    /** Returns the plan of a model's features. */
    public static Plan of(FeatureContract features, Contract contract) {
      DataOptions reading = contract.reading();
      return new Plan(
          features,
          contract.label(),
          features.inputs().stream()
              .map(each -> new CellReader.Plan(each, reading, List.of()))
              .toList());
    }
  }

  /**
   * An assembler.
   *
   * @param source what messages call the rows, such as {@code 'rows.csv'}; or empty
   */
  public EventAssembler(Plan plan, String source) {
    this(plan, source, row -> row);
  }

  /**
   * An assembler of some of the rows of a source.
   *
   * @param rowPlaces the place in the source of each row that is added, both from 0
   */
  public EventAssembler(Plan plan, String source, IntToLongFunction rowPlaces) {
    this.features = plan.features();
    this.label = plan.label();
    this.source = source;
    this.rowPlaces = rowPlaces;
    plan.cells().forEach(each -> readers.add(new CellReader(each)));
  }

  /**
   * Says which columns the rows that follow have.
   *
   * @throws Problem (data) if one that features are made of is not there
   */
  public void columns(List<String> names) {
    places = new int[readers.size()];
    for (int i = 0; i < places.length; i++) {
      Column column = features.inputs().get(i);
      places[i] = names.indexOf(column.name());
      boolean mayLack =
          column.form() instanceof OffsetForm
              || column.name().equals(features.definition().labelArrival());
      if (places[i] < 0 && !mayLack) {
        throw broken(
            "the column '%s' is not there, of which features are made%s",
            column.name(), Spelling.hint(column.name(), names));
      }
    }
    labelPlace = names.indexOf(label.column());
  }

  private Problem broken(String format, Object... arguments) {
    String text = PlainText.of(format, arguments);
    return Problem.data("%s%s", source.isEmpty() ? "" : source + ": ", text);
  }

  /**
   * Takes a row, one cell a column, in the order of {@link #columns}.
   *
   * @throws Problem (data) if a cell is not of its column's type
   */
  public void add(RowStream.@Nullable Cell[] cells) {
    for (int i = 0; i < places.length; i++) {
      RowStream.Cell cell = places[i] < 0 ? null : cells[places[i]];
      if (readers.get(i).add(cell) == CellReader.Outcome.MISFIT) {
        throw broken(
            "row %d: the column '%s', of which features are made, holds '%s'",
            rowPlaces.applyAsLong(rows) + 1,
            features.inputs().get(i).name(),
            String.valueOf(CellReader.textOf(cell)));
      }
    }
    String text = labelPlace < 0 ? null : CellReader.textOf(cells[labelPlace]);
    labelled.set(rows, text != null);
    rare.set(rows, label.positive().equals(text));
    rows++;
  }

  /**
   * Returns the rows that were added, as events, and what they know of labels.
   *
   * @throws Problem (data) if a row has no event id
   */
  public History take() {
    List<Cells> cells = new ArrayList<>();
    List<@Nullable Cells> offsets = offsets();
    for (int i = 0; i < readers.size(); i++) {
      Cells read = readers.get(i).take();
      Cells beside = offsets.get(i);
      cells.add(beside == null ? read : beside);
    }
    Table table = new Table(new Schema(features.inputs()), cells);
    History history = history(new EventReader(features.definition(), table, rowPlaces));
    long[] known = history.labelArrivals();
    long[] arrivals = new long[rows];
    for (int row = 0; row < rows; row++) {
      long arrival = known == null ? History.AT_ONCE : known[row];
      arrivals[row] = labelled.get(row) ? arrival : History.NEVER;
    }
    return new History(history.events(), history.rare(), arrivals);
  }

  private History history(EventReader reader) {
    try {
      return reader.history(rare);
    } catch (Problem problem) {
      throw source.isEmpty() ? problem : problem.in(source);
    }
  }

  /** The offsets that stand in the cells of times, one entry an input, mostly null. */
  private List<@Nullable Cells> offsets() {
    List<@Nullable Cells> offsets = new ArrayList<>();
    for (int i = 0; i < readers.size(); i++) {
      Cells own = null;
      if (places.length > 0
          && places[i] < 0
          && features.inputs().get(i).form() instanceof OffsetForm form) {
        for (int other = 0; other < readers.size(); other++) {
          boolean isOf = features.inputs().get(other).name().equals(form.times());
          own = isOf ? readers.get(other).offsets() : own;
        }
      }
      offsets.add(own);
    }
    return offsets;
  }
}
