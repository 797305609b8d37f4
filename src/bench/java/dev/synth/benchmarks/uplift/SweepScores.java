package dev.synth.benchmarks.uplift;

import dev.synth.internal.classify.ensemble.SweepBlends;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Log-odds of tables, in memory and in files. */
final class SweepScores {
  private SweepScores() {}

  static void write(Path file, List<double[]> tables) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(tables.size());
      for (double[] table : tables) {
        out.writeInt(table.length);
        for (double value : table) {
          out.writeDouble(value);
        }
      }
    }
  }

  static List<double[]> read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      List<double[]> tables = new ArrayList<>();
      int count = in.readInt();
      for (int table = 0; table < count; table++) {
        double[] values = new double[in.readInt()];
        for (int row = 0; row < values.length; row++) {
          values[row] = in.readDouble();
        }
        tables.add(values);
      }
      return tables;
    }
  }

  /** Returns the mean log-odds of scores of the same rows. */
  static double[] meanLogOdds(List<double[]> scores) {
    double[] means = new double[scores.getFirst().length];
    for (double[] each : scores) {
      double[] logOdds = SweepBlends.logOdds(each);
      for (int row = 0; row < means.length; row++) {
        means[row] += logOdds[row] / scores.size();
      }
    }
    return means;
  }

  /** Returns the numbers of chosen rows. */
  static double[] of(double[] values, int[] chosen) {
    double[] some = new double[chosen.length];
    for (int i = 0; i < some.length; i++) {
      some[i] = values[chosen[i]];
    }
    return some;
  }
}
