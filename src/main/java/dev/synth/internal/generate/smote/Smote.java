package dev.synth.internal.generate.smote;

import dev.synth.base.Cancellation;
import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.generate.Generator;
import dev.synth.generate.TrainingLog;
import dev.synth.internal.generate.mixed.MixedRows;
import dev.synth.internal.generate.mixed.NeighbourSearch;
import dev.synth.internal.generate.mixed.RowDistance;
import dev.synth.internal.generate.model.ModelFile;
import dev.synth.rule.Conditions;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * Draws on the segments between rare rows and their nearest rare rows. It keeps the rare rows.
 *
 * <p>Each draw chooses a rare row by its weight, and one of its neighbours with equal chances. A
 * part of the way between them is drawn uniformly from [0, 1), the same one for all numbers (Chawla
 * et al., "SMOTE: Synthetic Minority Over-sampling Technique", JAIR 16, 2002). A rare row without
 * others beside it is repeated.
 */
public final class Smote implements Generator {
  private static final int VERSION = 1;

  private final SmoteSettings settings;
  private final SmoteState state;
  private final TrainingLog trainingLog;
  private final int[][] neighbours;
  private final CategoryVote vote;
  private final WeightedChoice choice;

  Smote(SmoteSettings settings, SmoteState state, TrainingLog trainingLog, Cancellation stop) {
    this.settings = settings;
    this.state = state;
    this.trainingLog = trainingLog;
    MixedRows rare = MixedRows.of(state.rare());
    RowDistance distance = RowDistance.fit(rare, settings.standardise());
    neighbours = new NeighbourSearch(rare, distance).ofEach(settings.neighbours(), stop);
    vote = new CategoryVote(rare);
    choice = new WeightedChoice(state.weights());
  }

  @Override
  public Table sample(int rows, Context context) {
    RandomStream stream = context.seeds().stream("smote/rows");
    Interpolation.Ways ways = new Interpolation.Ways(rows);
    for (int row = 0; row < rows; row++) {
      int base = choice.next(stream);
      int[] near = neighbours[base];
      ways.from[row] = base;
      ways.to[row] = near.length == 0 ? base : near[stream.nextInt(near.length)];
      ways.part[row] = stream.nextDouble();
      ways.codes[row] = vote.codes(base, near, stream);
    }
    context.cancellation().check();
    return new Interpolation(state.rare(), state.resolution(), state.codes()).at(ways);
  }

  /** Joins rare rows that satisfy the conditions, as do, in number columns, all between them. */
  @Override
  public Generator given(Conditions conditions, Context context) {
    Table rare = conditions.select(state.rare());
    double[] weights =
        IntStream.of(conditions.rows(state.rare())).mapToDouble(i -> state.weights()[i]).toArray();
    SmoteState chosen = new SmoteState(rare, weights, state.resolution(), state.codes());
    return new Smote(settings, chosen, trainingLog, context.cancellation());
  }

  @Override
  public TrainingLog trainingLog() {
    return trainingLog;
  }

  @Override
  public void save(Path folder) throws IOException {
    new ModelFile(VERSION, settings.options(), state.toJson()).write(folder);
  }

  /** Makes a generator of what {@link #save} wrote. */
  public static Smote load(SmoteSettings settings, ModelFile file) {
    file.requireVersion(VERSION, VERSION);
    SmoteState state = SmoteState.fromJson(file.state());
    return new Smote(settings, state, TrainingLog.EMPTY, new Cancellation());
  }
}
