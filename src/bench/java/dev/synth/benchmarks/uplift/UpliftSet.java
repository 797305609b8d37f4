package dev.synth.benchmarks.uplift;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.benchmarks.BenchmarkSet;
import dev.synth.benchmarks.TwoClasses;
import dev.synth.internal.demo.TransactionSimulator;
import dev.synth.internal.experiment.run.DataSource;
import dev.synth.table.LabelledTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * A table of the uplift benchmark.
 *
 * @param title its name in results
 * @param half what it may be used for
 * @param rows reads or simulates all of its rows, always the same ones
 */
record UpliftSet(String title, Half half, Supplier<LabelledTable> rows) {
  private static final long SEED = 42;
  private static final int DEMO_ROWS = 60_000;
  private static final int SIMULATED_RARE = 400;
  private static final int SIMULATED_OTHERS = 12_000;
  private static final int CLUSTERS = 4;
  private static final double CLUSTER_DEVIATION = 0.35;

  /** The use that a set is kept for. */
  enum Half {
    /** Settings are chosen on these real sets. */
    SETTINGS,
    /** Goals are counted on these real sets. */
    GOALS,
    /** These are simulated, and have no part in a goal. */
    SIMULATED
  }

  /**
   * Returns the sets: the simulated ones, and the real ones where their folder is present. In
   * alphabetical order every other real set, from the first, is one that settings are chosen on.
   *
   * @param folder where the real sets are
   */
  static List<UpliftSet> all(Path folder) {
    List<UpliftSet> sets = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      List<BenchmarkSet> real =
          Arrays.stream(BenchmarkSet.values())
              .sorted(Comparator.comparing(BenchmarkSet::title))
              .toList();
      for (int i = 0; i < real.size(); i++) {
        BenchmarkSet set = real.get(i);
        Half half = i % 2 == 0 ? Half.SETTINGS : Half.GOALS;
        sets.add(new UpliftSet(set.title(), half, () -> set.readAll(folder)));
      }
    }
    sets.add(simulated("demo", UpliftSet::demo));
    sets.add(simulated("simulated-clusters", UpliftSet::clusters));
    sets.add(simulated("simulated-normals", UpliftSet::normals));
    return List.copyOf(sets);
  }

  private static UpliftSet simulated(String title, Supplier<LabelledTable> rows) {
    return new UpliftSet(title, Half.SIMULATED, rows);
  }

  /** Card transactions of the simulator that ships. */
  private static LabelledTable demo() {
    return TransactionSimulator.labelled(DataSource.demoSeeds(new Seeds(SEED)), DEMO_ROWS);
  }

  /** Two normal classes, which a line parts as well as anything does. */
  private static LabelledTable normals() {
    RandomStream stream = new Seeds(SEED).stream("uplift/normals");
    double[][] rows = new TwoClasses(10, 0.5).draw(SIMULATED_RARE, SIMULATED_OTHERS, stream);
    return TwoClasses.table(rows, SIMULATED_RARE);
  }

  /** Rare rows in four small clusters amid one broad class, which no line parts. */
  private static LabelledTable clusters() {
    RandomStream stream = new Seeds(SEED).stream("uplift/clusters");
    TwoClasses broad = new TwoClasses(6, 0);
    double[][] centres = broad.draw(CLUSTERS, 0, stream);
    double[][] rows = broad.draw(SIMULATED_RARE, SIMULATED_OTHERS, stream);
    for (int row = 0; row < SIMULATED_RARE; row++) {
      double[] centre = centres[row % CLUSTERS];
      for (int column = 0; column < centre.length; column++) {
        rows[row][column] = centre[column] + CLUSTER_DEVIATION * rows[row][column];
      }
    }
    return TwoClasses.table(rows, SIMULATED_RARE);
  }
}
