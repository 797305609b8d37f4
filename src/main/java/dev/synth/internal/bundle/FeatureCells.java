package dev.synth.internal.bundle;

import dev.synth.internal.features.CalendarFields;
import dev.synth.internal.features.FeaturePlan;
import dev.synth.internal.table.stage.RowStream.Cell;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computed features as cells before those of a row, so that one reader takes both. */
public final class FeatureCells {
  private final FeatureContract features;

  /** The cells of a model's features. */
  public FeatureCells(FeatureContract features) {
    this.features = features;
  }

  /** Returns the names of the columns: what is computed, and then a row's own. */
  public List<String> columns(List<String> own) {
    List<String> columns = new ArrayList<>(features.computed());
    columns.addAll(own);
    return columns;
  }

  /**
   * Returns the cells of a row.
   *
   * @param values one a feature; NaN where missing
   */
  public @Nullable Cell[] row(double[] values, @Nullable Cell[] own) {
    @Nullable Cell[] cells = new @Nullable Cell[values.length + own.length];
    FeaturePlan plan = features.definition().plan();
    int numbers = values.length - plan.calendar().size();
    for (int i = 0; i < values.length; i++) {
      List<String> levels =
          i < numbers ? List.of() : CalendarFields.levels(plan.calendar().get(i - numbers));
      if (!Double.isNaN(values[i])) {
        cells[i] =
            levels.isEmpty()
                ? new Cell.Decimal(values[i])
                : new Cell.Text(levels.get((int) values[i]));
      }
    }
    System.arraycopy(own, 0, cells, values.length, own.length);
    return cells;
  }
}
