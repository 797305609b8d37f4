package dev.synth.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Context;
import dev.synth.generate.Generator;
import dev.synth.generate.TrainingWarning;
import dev.synth.internal.encode.FeatureEncoder;
import dev.synth.internal.generate.kinds.Generators;
import dev.synth.split.Training;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The GAN collapses on none of the real sets. A collapse is any of three: the training warns of one
 * (the draws' variance is less than a tenth of the real rows'); among as many draws as there are
 * real rows, fewer than half as many are distinct; fewer than a fifth of the real rows are the
 * nearest to any draw, as when draws crowd around a few of them.
 */
@Tag("slow")
final class GanCollapseTest {
  private static final Path FOLDER = Path.of("..", "shared", "data");

  @ParameterizedTest
  @EnumSource(BenchmarkSet.class)
  void doesNotCollapse(BenchmarkSet set) {
    Assumptions.assumeTrue(Files.isDirectory(FOLDER), "the data sets are not there");
    Training training = Training.whole(set.read(FOLDER));
    Generator gan =
        Generators.trainer(
                GeneratorArm.of("{kind: gan, steps: 300, batch_size: 128, early_stop: false}")
                    .options())
            .fit(training, Context.quiet(1));
    assertThat(gan.trainingLog().warnings()).noneMatch(TrainingWarning.Collapse.class::isInstance);
    FeatureEncoder encoder = FeatureEncoder.fit(training, FeatureEncoder.QuantileRows.RARE);
    double[][] real = encoder.encode(training.rare());
    real = Arrays.copyOf(real, Math.min(real.length, 500));
    double[][] drawn = encoder.encode(gan.sample(real.length, Context.quiet(2)));
    assertThat(distinct(drawn)).isGreaterThanOrEqualTo(distinct(real) / 2);
    assertThat(nearestToADraw(real, drawn)).isGreaterThanOrEqualTo(real.length / 5);
  }

  private static long distinct(double[][] rows) {
    return Arrays.stream(rows).map(Arrays::toString).distinct().count();
  }

  private static long nearestToADraw(double[][] real, double[][] drawn) {
    return Arrays.stream(drawn).mapToInt(draw -> nearest(real, draw)).distinct().count();
  }

  private static int nearest(double[][] rows, double[] point) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int row = 0; row < rows.length; row++) {
      double distance = 0;
      for (int i = 0; i < point.length; i++) {
        distance += (rows[row][i] - point[i]) * (rows[row][i] - point[i]);
      }
      if (distance < least) {
        least = distance;
        nearest = row;
      }
    }
    return nearest;
  }
}
