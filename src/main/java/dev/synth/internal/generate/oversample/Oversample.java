package dev.synth.internal.generate.oversample;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.generate.Generator;
import dev.synth.generate.OversampleOptions;
import dev.synth.generate.TrainingLog;
import dev.synth.internal.generate.model.KeptRows;
import dev.synth.internal.generate.model.ModelFile;
import dev.synth.rule.Conditions;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Path;

/** Repeats real rare rows, each drawn at random with replacement. */
public final class Oversample implements Generator {
  private static final int VERSION = 2;

  private final Table rare;

  /**
   * A generator that repeats the given rows.
   *
   * @param rare the rare training rows, at least one
   */
  public Oversample(Table rare) {
    this.rare = rare;
  }

  @Override
  public Table sample(int rows, Context context) {
    RandomStream stream = context.seeds().stream("oversample/rows");
    int[] drawn = new int[rows];
    for (int i = 0; i < rows; i++) {
      drawn[i] = stream.nextInt(rare.rowCount());
    }
    return rare.rows(drawn);
  }

  @Override
  public Generator given(Conditions conditions, Context context) {
    return new Oversample(conditions.select(rare));
  }

  @Override
  public TrainingLog trainingLog() {
    return TrainingLog.EMPTY;
  }

  @Override
  public void save(Path folder) throws IOException {
    KeptRows.save(folder, VERSION, new OversampleOptions(), rare);
  }

  /** Reads the rows that are repeated; version 1 kept none. */
  public static Oversample load(ModelFile file) {
    return new Oversample(KeptRows.load(file, VERSION, "repeat"));
  }
}
