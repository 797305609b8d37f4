package dev.synth.generate;

import dev.synth.base.Context;
import dev.synth.base.Json;
import dev.synth.base.RandomStream;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Repeats real rare rows, each drawn at random with replacement. */
final class Oversample implements Generator {
  private final Table rare;

  /**
   * A generator that repeats the given rows.
   *
   * @param rare the rare training rows, at least one
   */
  Oversample(Table rare) {
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
  public TrainingLog trainingLog() {
    return TrainingLog.EMPTY;
  }

  /** Writes what it is; the rows that it repeats are the training data's and stay there. */
  @Override
  public void save(Path folder) throws IOException {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("kind", new OversampleOptions().kind());
    model.put("version", 1);
    model.put("rare_rows", rare.rowCount());
    Files.writeString(folder.resolve("model.json"), Json.write(model));
  }
}
