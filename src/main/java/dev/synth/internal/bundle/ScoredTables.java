package dev.synth.internal.bundle;

import dev.synth.internal.classify.explain.Contributions;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tables of scored rows: the columns that the model does not look at (the row's number where
 * there are none), {@code score}, {@code probability} and {@code decision}, and what moved a score
 * where that is asked for.
 */
public final class ScoredTables {
  private static final String ROW = "row";

  private final Bundle bundle;
  private final int reasons;
  private @Nullable Schema carried;

  /** The scores of a block and, where they are asked for, what moved them. */
  public record RowScores(Scores scores, @Nullable Contributions contributions) {}

  /**
   * Tables of the rows of a source.
   *
   * @param reasons how many columns are named that moved a row's score
   * @param carried the names of the columns that are handed on; null for those of the first rows
   */
  public ScoredTables(Bundle bundle, int reasons, @Nullable List<String> carried) {
    this.bundle = bundle;
    this.reasons = reasons;
    this.carried =
        carried == null
            ? null
            : new Schema(
                carried.stream()
                    .map(name -> new Column(name, new ColumnType.Identifier()))
                    .toList());
  }

  /** Scores rows; several threads may call it. */
  public RowScores score(RowAssembler.AssembledRows block) {
    Table features = block.features();
    return new RowScores(bundle.score(features), reasons == 0 ? null : bundle.explain(features));
  }

  /** Returns the table of rows; the columns that are handed on are those of the first ones. */
  public Table table(RowAssembler.AssembledRows block, RowScores scored) {
    Scores scores = scored.scores();
    Schema first = carried == null ? block.carried().schema() : carried;
    carried = first;
    int count = scores.scores().length;
    List<Column> columns = new ArrayList<>(first.columns());
    List<Cells> cells = new ArrayList<>();
    for (String name : first.names()) {
      boolean isThere = block.carried().schema().find(name).isPresent();
      cells.add(isThere ? block.carried().cells(name) : none(count));
    }
    if (columns.isEmpty()) {
      double[] numbers = new double[count];
      for (int row = 0; row < count; row++) {
        numbers[row] = block.first() + row;
      }
      columns.add(new Column(ROW, new ColumnType.Numeric(0, null, null)));
      cells.add(new Cells.Numbers(numbers, new BitSet()));
    }
    double[] decisions = new double[count];
    for (int row = 0; row < count; row++) {
      decisions[row] = scores.alerts()[row] ? 1 : 0;
    }
    columns.add(new Column("score", ColumnType.Numeric.UNBOUNDED));
    cells.add(new Cells.Numbers(scores.scores(), new BitSet()));
    columns.add(new Column("probability", ColumnType.Numeric.UNBOUNDED));
    cells.add(new Cells.Numbers(scores.probabilities(), new BitSet()));
    columns.add(new Column("decision", new ColumnType.Numeric(0, null, null)));
    cells.add(new Cells.Numbers(decisions, new BitSet()));
    Contributions contributions = scored.contributions();
    if (contributions != null) {
      addReasons(contributions, columns, cells);
    }
    return new Table(new Schema(columns), cells);
  }

  /** For each reason the name of the column, and what it adds. */
  private void addReasons(Contributions contributions, List<Column> columns, List<Cells> cells) {
    int count = contributions.rows().size();
    List<List<Contributions.Reason>> all = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      all.add(contributions.reasons(row, reasons));
    }
    for (int place = 0; place < reasons; place++) {
      String[] names = new String[count];
      double[] by = new double[count];
      BitSet missing = new BitSet();
      for (int row = 0; row < count; row++) {
        boolean isThere = place < all.get(row).size();
        missing.set(row, !isThere);
        names[row] = isThere ? all.get(row).get(place).part() : "";
        by[row] = isThere ? all.get(row).get(place).by() : 0;
      }
      columns.add(new Column("reason_" + (place + 1), new ColumnType.Identifier()));
      cells.add(new Cells.Texts(List.of(names), missing));
      columns.add(new Column("reason_" + (place + 1) + "_by", ColumnType.Numeric.UNBOUNDED));
      cells.add(new Cells.Numbers(by, missing));
    }
  }

  private static Cells.Texts none(int count) {
    BitSet missing = new BitSet();
    missing.set(0, count);
    return new Cells.Texts(Collections.nCopies(count, ""), missing);
  }
}
