package dev.synth.internal.validate;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.generate.kinds.Generators;
import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Synthetic rows that are known to be bad, and fresh ones that are not. */
enum Cheat {
  /** Real rows that no one has seen. */
  FRESH,
  /** Training rows again. */
  COPIES,
  /** The same with a little noise on the numbers. */
  NOISY_COPIES,
  /** Each column shuffled by itself. */
  SHUFFLED,
  /** The row of means, again and again. */
  MEAN_ROW,
  /** Good rows, but for one pattern. */
  LOST_PATTERN,
  /** Rows of the other class. */
  RELABELLED,
  /** A variational autoencoder after ten steps. */
  UNTRAINED,
  /** The same after the default number of steps; no cheat, but rows as good as they get. */
  TRAINED,
  /** Good rows, of which every fourth has a number far out of range. */
  OUT_OF_RANGE;

  /** Returns the gates that are there to catch it. */
  Set<String> gates() {
    return switch (this) {
      case FRESH, TRAINED -> Set.of();
      case COPIES -> Set.of("identical_match_share");
      case NOISY_COPIES -> Set.of("near_copies", "dcr");
      case SHUFFLED -> Set.of("c2st_forest");
      case RELABELLED -> Set.of("class_fidelity");
      case LOST_PATTERN -> Set.of("cluster_coverage");
      case MEAN_ROW -> Set.of("mean_ks");
      case UNTRAINED -> Set.of("mean_ks", "c2st_forest");
      case OUT_OF_RANGE -> Set.of("out_of_range");
    };
  }

  /** Makes as many rows as there are rare training rows. */
  Table rows(Law law, Training training, long seed) {
    Table real = training.rare();
    int rows = real.rowCount();
    long other = 1_000_000 + seed;
    return switch (this) {
      case FRESH -> law.fresh(rows, seed);
      case COPIES -> RareTables.copies(real, rows, other);
      case NOISY_COPIES -> noisy(RareTables.copies(real, rows, other), other);
      case SHUFFLED -> RareTables.shuffledColumns(real, other);
      case MEAN_ROW -> RareTables.meanRow(real, rows);
      case LOST_PATTERN -> law.withoutOnePattern(rows, other);
      case RELABELLED -> law.others(rows, other);
      case UNTRAINED -> autoencoder(training, 10, other);
      case TRAINED -> autoencoder(training, 2000, other);
      case OUT_OF_RANGE -> outOfRange(law.fresh(rows, seed), real, other);
    };
  }

  private static Table autoencoder(Training training, int steps, long seed) {
    Context context = Context.quiet(seed);
    return Generators.trainer(
            ConfigLoader.parse(
                    "data: {source: demo, label: rare, positive: 1}\n"
                        + "generator: {kind: vae, scope: rare, steps: %d}".formatted(steps),
                    "the test",
                    List.of())
                .generator())
        .fit(training, context)
        .sample(training.rareCount(), context);
  }

  /** Adds noise of a thousandth of the column's deviation to every number. */
  private static Table noisy(Table rows, long seed) {
    RandomStream stream = new Seeds(seed).stream("noise");
    List<Cells> cells = new ArrayList<>();
    for (int column = 0; column < rows.schema().columns().size(); column++) {
      cells.add(
          rows.cells(column) instanceof Cells.Numbers numbers
              ? changed(numbers, (row, spread) -> 0.001 * spread * stream.nextGaussian())
              : rows.cells(column));
    }
    return new Table(rows.schema(), cells);
  }

  /** Moves the first number of every fourth row out of the real range, by half of it and more. */
  private static Table outOfRange(Table rows, Table real, long seed) {
    RandomStream stream = new Seeds(seed).stream("range");
    List<Cells> cells = new ArrayList<>();
    boolean moved = false;
    for (int column = 0; column < rows.schema().columns().size(); column++) {
      Cells found = rows.cells(column);
      if (!moved && found instanceof Cells.Numbers numbers) {
        moved = true;
        Cells.Numbers known = (Cells.Numbers) real.cells(column);
        double[] seen = IntStream.range(0, known.size()).mapToDouble(known::value).toArray();
        double max = Arrays.stream(seen).max().orElseThrow();
        double range = max - Arrays.stream(seen).min().orElseThrow();
        double beyond = max + range * (0.5 + stream.nextDouble());
        cells.add(
            changed(numbers, (row, spread) -> row % 4 == 0 ? beyond - numbers.value(row) : 0));
      } else {
        cells.add(found);
      }
    }
    return new Table(rows.schema(), cells);
  }

  private interface Change {
    double of(int row, double deviation);
  }

  private static Cells.Numbers changed(Cells.Numbers numbers, Change change) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int row = 0; row < numbers.size(); row++) {
      if (!numbers.isMissing(row)) {
        sum += numbers.value(row);
        squares += numbers.value(row) * numbers.value(row);
        count++;
      }
    }
    double deviation = Math.sqrt(Math.max(0, squares / count - sum / count * sum / count));
    double[] values = new double[numbers.size()];
    BitSet missing = new BitSet();
    for (int row = 0; row < values.length; row++) {
      missing.set(row, numbers.isMissing(row));
      values[row] = numbers.value(row) + change.of(row, deviation);
    }
    return new Cells.Numbers(values, missing);
  }
}
