package dev.synth.internal.neural.gan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.encode.Span;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The toy on which GANs lose modes: eight Gaussians on a ring of radius 2, each with a standard
 * deviation of 0.05 (as in Metz, Poole, Pfau and Sohl-Dickstein, ICLR 2017, but for the numbers).
 */
final class WganRingTest {
  private static final int MODES = 8;
  private static final double RADIUS = 2;
  private static final double DEVIATION = 0.05;
  private static final int DRAWS = 4000;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  @Tag("slow")
  void everyModeIsDrawnEvenlyAndSharply(int seed) {
    Ring ring = new Ring(seed, 64, 1, 5000, new WganOptimiser.Settings(128, 0.01, 1, 0.99));
    assertThat(ring.within).isGreaterThan(0.9);
    for (int count : ring.counts) {
      // Even: 500, of which 9 in 10 are inside; binomial standard error 21.
      assertThat(count).isBetween(350, 600);
    }
  }

  @Test
  @Tag("slow")
  void everyModeIsFoundSoon() {
    Ring ring = new Ring(1, 64, 2, 1000, new WganOptimiser.Settings(64, 0.01, 1, 0.99));
    assertThat(ring.within).isGreaterThan(0.4);
    for (int count : ring.counts) {
      assertThat(count).isGreaterThan(50);
    }
  }

  /** The rows of a GAN trained on the ring. */
  private static final class Ring {
    final int[] counts = new int[MODES];
    final double within;

    Ring(int seed, int hidden, int pack, int steps, WganOptimiser.Settings settings) {
      EncodedLayout layout =
          new EncodedLayout(
              List.of(
                  new Span.Scalar("x", 0, Span.Scalar.ALWAYS),
                  new Span.Scalar("y", 1, Span.Scalar.ALWAYS)));
      GanShape shape = new GanShape(layout, List.of(hidden, hidden), 8, pack, false);
      Seeds seeds = new Seeds(seed);
      GanNetwork network = new GanNetwork(shape, seeds.stream("generator"));
      RandomStream noise = seeds.stream("noise");
      RandomStream rows = seeds.stream("rows");
      int batch = settings.packs() * pack;
      LevelConditions none = none(batch);
      double[][] real = new double[batch][2];
      try (WganOptimiser optimiser = new WganOptimiser(network, settings, seeds.stream("critic"))) {
        for (int step = 0; step < steps; step++) {
          fill(real, rows);
          optimiser.criticStep(real, none, noise);
          optimiser.generatorStep(none, noise);
        }
        optimiser.swapAverage();
      }
      int inside = 0;
      for (double[] drawn : network.draw(none(DRAWS), seeds.stream("draws"))) {
        int mode = nearest(drawn);
        double x = drawn[0] - RADIUS * Math.cos(2 * Math.PI * mode / MODES);
        double y = drawn[1] - RADIUS * Math.sin(2 * Math.PI * mode / MODES);
        if (Math.hypot(x, y) < 6 * DEVIATION) {
          inside++;
          counts[mode]++;
        }
      }
      within = inside / (double) DRAWS;
    }

    private static LevelConditions none(int rows) {
      int[] cases = new int[rows];
      Arrays.fill(cases, LevelConditions.NONE);
      return new LevelConditions(cases, new boolean[rows]);
    }

    private static void fill(double[][] real, RandomStream stream) {
      for (double[] row : real) {
        double angle = 2 * Math.PI * stream.nextInt(MODES) / MODES;
        row[0] = RADIUS * Math.cos(angle) + DEVIATION * stream.nextGaussian();
        row[1] = RADIUS * Math.sin(angle) + DEVIATION * stream.nextGaussian();
      }
    }

    private static int nearest(double[] point) {
      double turns = Math.atan2(point[1], point[0]) / (2 * Math.PI);
      return Math.floorMod(Math.round(turns * MODES), MODES);
    }
  }
}
