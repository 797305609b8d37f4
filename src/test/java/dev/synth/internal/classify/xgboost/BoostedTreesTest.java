package dev.synth.internal.classify.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.classify.feature.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BoostedTreesTest {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Map<String, Object> PARAMETERS =
      Map.of("objective", "binary:logistic", "tree_method", "hist", "nthread", 1, "verbosity", 0);

  @Test
  void learnsTheSameTwice() {
    FeatureMatrix rows = features(300);
    assertThat(fit(300).score(rows)).isEqualTo(fit(300).score(rows));
  }

  @Test
  void branchesOnMissingNumbers() {
    double[][] rows = new double[200][1];
    BitSet rare = new BitSet();
    for (int row = 0; row < 200; row++) {
      rows[row][0] = row < 20 ? Double.NaN : row;
      rare.set(row, row < 20);
    }
    BoostedTrees trees =
        BoostedTrees.fit(FeatureMatrix.ofRows(rows), Targets.of(rare, rows.length), PARAMETERS, 30);
    double[] scores = trees.score(FeatureMatrix.ofRows(new double[][] {{Double.NaN}, {50}}));
    assertThat(scores[0]).isGreaterThan(0.9);
    assertThat(scores[1]).isLessThan(0.1);
  }

  /** Each call takes a matrix of 1.6 MB at least; 25 that kept theirs would hold 40 MB. */
  @Test
  @Tag("slow")
  void holdsNoNativeMemoryBetweenCalls() throws IOException {
    assumeTrue(Files.isReadable(STATUS), "skipped: only Linux tells the resident memory in /proc");
    FeatureMatrix rows = features(20_000);
    fitSmall(rows, 5);
    long before = residentKilobytes();
    fitSmall(rows, 25);
    assertThat(residentKilobytes() - before).isLessThan(20_000);
  }

  private static void fitSmall(FeatureMatrix rows, int times) {
    BitSet rare = new BitSet();
    rare.set(0, 4_000);
    Map<String, Object> small = new TreeMap<>(PARAMETERS);
    small.put("max_depth", 1);
    small.put("max_bin", 8);
    for (int i = 0; i < times; i++) {
      BoostedTrees.fit(rows, Targets.of(rare, rows.rowCount()), small, 1);
    }
  }

  private static long residentKilobytes() throws IOException {
    System.gc();
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  private static BoostedTrees fit(int rowCount) {
    BitSet rare = new BitSet();
    rare.set(0, rowCount / 5);
    return BoostedTrees.fit(features(rowCount), Targets.of(rare, rowCount), PARAMETERS, 3);
  }

  private static FeatureMatrix features(int rowCount) {
    RandomStream stream = new Seeds(1).stream("rows");
    double[][] rows = new double[rowCount][20];
    for (double[] row : rows) {
      for (int column = 0; column < row.length; column++) {
        row[column] = stream.nextGaussian();
      }
    }
    return FeatureMatrix.ofRows(rows);
  }
}
