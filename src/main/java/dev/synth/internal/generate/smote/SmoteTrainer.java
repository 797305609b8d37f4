package dev.synth.internal.generate.smote;

import dev.synth.base.Context;
import dev.synth.generate.Generator;
import dev.synth.generate.GeneratorTrainer;
import dev.synth.generate.SmoteNcOptions;
import dev.synth.generate.TrainingLog;
import dev.synth.generate.TrainingNote;
import dev.synth.internal.generate.mixed.MixedRows;
import dev.synth.internal.generate.mixed.RowDistance;
import dev.synth.split.Training;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Trains the SMOTE kinds, as imbalanced-learn defines them: which rare rows are drawn from, and
 * which rare rows are their neighbours.
 *
 * <p>Departures. A number of rows is asked for, not balance, and base rows are drawn at random. A
 * row is never its own neighbour, even beside a copy of itself. With fewer rows than a row needs
 * neighbours, all others are its neighbours. Missing cells are allowed ({@link RowDistance}, {@link
 * Interpolation}); numbers are rounded as their column's are, and codes are those of the nearer of
 * the two rows. A table with categories is drawn as SMOTE-NC draws it, whichever kind was asked
 * for.
 *
 * @param codes the names of number columns that hold codes, between which there is nothing
 */
public record SmoteTrainer(SmoteSettings settings, Set<String> codes) implements GeneratorTrainer {
  public SmoteTrainer {
    codes = Set.copyOf(codes);
  }

  /** A trainer that knows of no column of codes. */
  public SmoteTrainer(SmoteSettings settings) {
    this(settings, Set.of());
  }

  @Override
  public Generator fit(Training training, Context context) {
    Table rare = training.requireRare().rare();
    List<TrainingNote> notes = new ArrayList<>();
    noteCategories(rare, notes);
    noteFewRows(rare.rowCount(), notes);
    RowDistance distance = RowDistance.fit(MixedRows.of(rare), settings.standardise());
    BaseRows.Near near = new BaseRows.Near(distance, context.cancellation());
    double[] weights = settings.baseRows().weights(training, near, notes);
    SmoteState state =
        new SmoteState(rare, weights, Resolution.of(training.rows().features()), codes(rare));
    TrainingLog log = new TrainingLog(List.of(), 0, notes);
    return new Smote(settings, state, log, context.cancellation());
  }

  private List<Integer> codes(Table rare) {
    List<String> names = rare.schema().names();
    return IntStream.range(0, names.size())
        .filter(column -> codes.contains(names.get(column)))
        .boxed()
        .toList();
  }

  private void noteCategories(Table rare, List<TrainingNote> notes) {
    List<String> categories =
        rare.schema().columns().stream()
            .filter(column -> column.type() instanceof ColumnType.Categorical)
            .map(Column::name)
            .toList();
    if (!categories.isEmpty() && !(settings.options() instanceof SmoteNcOptions)) {
      notes.add(new TrainingNote.DrawnAsSmoteNc(settings.options().kind(), categories));
    }
  }

  private void noteFewRows(int rows, List<TrainingNote> notes) {
    if (rows <= settings.neighbours()) {
      notes.add(new TrainingNote.FewNeighbours(rows, settings.neighbours()));
    }
  }
}
