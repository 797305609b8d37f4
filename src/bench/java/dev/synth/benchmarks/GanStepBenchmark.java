package dev.synth.benchmarks;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.encode.Span;
import dev.synth.internal.neural.gan.GanNetwork;
import dev.synth.internal.neural.gan.GanShape;
import dev.synth.internal.neural.gan.LevelConditions;
import dev.synth.internal.neural.gan.WganOptimiser;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The processor time of one step of a Wasserstein GAN, the critic's with the exact penalty and the
 * generator's: on 30 numbers with hidden layers of 128, and on 200 with hidden layers of 256; one
 * row a pack and no conditions.
 */
public final class GanStepBenchmark {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 15;

  private GanStepBenchmark() {}

  /** Prints the best of 15 rounds a size. */
  public static void main(String[] args) {
    System.out.println("width   batch   µs a step");
    for (int batch : new int[] {64, 500}) {
      measure(30, 128, 16, batch);
      measure(200, 256, 64, batch);
    }
  }

  private static void measure(int width, int hidden, int latentDimension, int batch) {
    List<Span> spans =
        IntStream.range(0, width)
            .<Span>mapToObj(i -> new Span.Scalar("v" + i, i, Span.Scalar.ALWAYS))
            .toList();
    GanShape shape =
        new GanShape(new EncodedLayout(spans), List.of(hidden, hidden), latentDimension, 1, false);
    int[] cases = new int[batch];
    Arrays.fill(cases, LevelConditions.NONE);
    LevelConditions none = new LevelConditions(cases, new boolean[batch]);
    RandomStream stream = new Seeds(1).stream("noise");
    double[][] rows = new double[batch][width];
    for (double[] row : rows) {
      Arrays.setAll(row, i -> stream.nextGaussian());
    }
    GanNetwork network = new GanNetwork(shape, new Seeds(1).stream("generator"));
    WganOptimiser.Settings settings = new WganOptimiser.Settings(batch, 0.001, 10, 0.99);
    double best = Double.POSITIVE_INFINITY;
    try (WganOptimiser optimiser =
        new WganOptimiser(network, settings, new Seeds(1).stream("critic"))) {
      int steps = 4000 / width;
      for (int round = 0; round < ROUNDS; round++) {
        long start = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < steps; i++) {
          optimiser.criticStep(rows, none, stream);
          optimiser.generatorStep(none, stream);
        }
        best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / steps);
      }
    }
    System.out.printf(Locale.ROOT, "%5d %7d %11.0f%n", width, batch, best);
  }
}
