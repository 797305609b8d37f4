package dev.synth.internal.generate.shuffle;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.generate.Generator;
import dev.synth.generate.ShuffleOptions;
import dev.synth.generate.TrainingLog;
import dev.synth.internal.generate.model.KeptRows;
import dev.synth.internal.generate.model.ModelFile;
import dev.synth.rule.Conditions;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Permutes every column of the real rare rows by itself, so that margins stay and whatever joins
 * columns is lost.
 *
 * <p>For more rows than there are rare ones each column is permuted again and again, so that every
 * cell comes equally often, but for a last part. Under conditions a column has only those cells
 * that satisfy its own: columns are independent, so this is what rejection would leave.
 */
public final class Shuffle implements Generator {
  private static final int VERSION = 1;

  private final Table rare;
  private final List<Cells> cells;

  /**
   * A generator that shuffles the columns of the given rows.
   *
   * @param rare the rare training rows, at least one
   */
  public Shuffle(Table rare) {
    this(rare, allCells(rare));
  }

  private Shuffle(Table rare, List<Cells> cells) {
    this.rare = rare;
    this.cells = List.copyOf(cells);
  }

  private static List<Cells> allCells(Table rare) {
    List<Cells> all = new ArrayList<>();
    for (int column = 0; column < rare.schema().columns().size(); column++) {
      all.add(rare.cells(column));
    }
    return all;
  }

  @Override
  public Table sample(int rows, Context context) {
    RandomStream stream = context.seeds().stream("shuffle/cells");
    List<Cells> drawn = new ArrayList<>();
    for (Cells column : cells) {
      drawn.add(column.rows(permuted(column.size(), rows, stream)));
    }
    return new Table(rare.schema(), drawn);
  }

  /** Returns a number of indices below {@code size}: one permutation after the other. */
  private static int[] permuted(int size, int count, RandomStream stream) {
    int[] all = new int[count];
    for (int first = 0; first < count; first += size) {
      System.arraycopy(stream.permutation(size), 0, all, first, Math.min(size, count - first));
    }
    return all;
  }

  @Override
  public Generator given(Conditions conditions, Context context) {
    List<Cells> left = new ArrayList<>();
    for (Column column : rare.schema().columns()) {
      Conditions own = new Conditions(conditions.of(column.name()));
      left.add(own.select(rare).cells(column.name()));
    }
    return new Shuffle(rare, left);
  }

  @Override
  public TrainingLog trainingLog() {
    return TrainingLog.EMPTY;
  }

  @Override
  public void save(Path folder) throws IOException {
    KeptRows.save(folder, VERSION, new ShuffleOptions(), rare);
  }

  /** Reads the rows whose columns are shuffled. */
  public static Shuffle load(ModelFile file) {
    return new Shuffle(KeptRows.load(file, VERSION, "shuffle"));
  }
}
