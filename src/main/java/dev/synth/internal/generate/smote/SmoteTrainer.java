package dev.synth.internal.generate.smote;

import dev.synth.base.Context;
import dev.synth.generate.Generator;
import dev.synth.generate.GeneratorTrainer;
import dev.synth.generate.SmoteNcOptions;
import dev.synth.generate.TrainingLog;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.generate.mixed.MixedRows;
import dev.synth.internal.generate.mixed.RowDistance;
import dev.synth.split.Training;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains the SMOTE kinds, as imbalanced-learn defines them: which rare rows are drawn from, and
 * which rare rows are their neighbours.
 *
 * <p>Departures: a number of rows is asked for, not balance, and base rows are drawn at random; a
 * row is never its own neighbour, even beside a copy of itself; with fewer rows than a row needs
 * neighbours, all others are its neighbours; missing cells are allowed ({@link RowDistance}, {@link
 * Interpolation}); numbers are rounded as their column's are; a table with categories is drawn as
 * SMOTE-NC draws it, whichever kind was asked for.
 */
public record SmoteTrainer(SmoteSettings settings) implements GeneratorTrainer {
  @Override
  public Generator fit(Training training, Context context) {
    Table rare = training.requireRare().rare();
    List<String> notes = new ArrayList<>();
    noteCategories(rare, notes);
    noteFewRows(rare.rowCount(), notes);
    RowDistance distance = RowDistance.fit(MixedRows.of(rare), settings.standardise());
    BaseRows.Near near = new BaseRows.Near(distance, context.cancellation());
    double[] weights = settings.baseRows().weights(training, near, notes);
    SmoteState state = new SmoteState(rare, weights, Resolution.of(training.rows().features()));
    TrainingLog log = new TrainingLog(List.of(), 0, notes);
    return new Smote(settings, state, log, context.cancellation());
  }

  private void noteCategories(Table rare, List<String> notes) {
    List<String> categories =
        rare.schema().columns().stream()
            .filter(column -> column.type() instanceof ColumnType.Categorical)
            .map(Column::name)
            .toList();
    if (!categories.isEmpty() && !(settings.options() instanceof SmoteNcOptions)) {
      notes.add(
          PlainText.of(
              "%s is for numbers alone, and %s %s: drawn as smote-nc draws",
              settings.options().kind(),
              String.join(", ", categories),
              categories.size() == 1 ? "is categorical" : "are categorical"));
    }
  }

  private void noteFewRows(int rows, List<String> notes) {
    if (rows <= settings.neighbours()) {
      notes.add(
          PlainText.of(
              "%d rare rows are too few for %d neighbours each: %s",
              rows,
              settings.neighbours(),
              rows == 1 ? "the row is repeated" : "all others are a row's neighbours"));
    }
  }
}
