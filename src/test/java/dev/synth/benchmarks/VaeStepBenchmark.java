package dev.synth.benchmarks;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.encode.EncodedLayout;
import dev.synth.encode.Span;
import dev.synth.neural.Architecture;
import dev.synth.neural.VaeOptimiser;
import dev.synth.neural.VariationalAutoencoder;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.variational.GaussianReconstructionDistribution;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/**
 * The processor time of one training step of a variational autoencoder, ours against the layer that
 * DL4J has for it, on the same sizes in the same run: 30 numbers, hidden layers of 128, latent
 * dimension 16.
 */
public final class VaeStepBenchmark {
  private static final int WIDTH = 30;
  private static final List<Integer> HIDDEN = List.of(128, 128);
  private static final int LATENT = 16;
  private static final int ROUNDS = 25;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private VaeStepBenchmark() {}

  /** Prints the best of 25 rounds a batch size, taking turns. */
  public static void main(String[] args) {
    System.out.println("batch   ours µs   DL4J layer µs   ratio");
    for (int batch : new int[] {64, 256, 500}) {
      compare(batch);
    }
  }

  private static void compare(int batch) {
    double[][] rows = rows(batch);
    int[] all = new int[batch];
    for (int i = 0; i < batch; i++) {
      all[i] = i;
    }
    RandomStream stream = new Seeds(1).stream("noise");
    VariationalAutoencoder model =
        new VariationalAutoencoder(
            new Architecture(layout(), HIDDEN, LATENT, 0), new Seeds(1).stream("weights"));
    MultiLayerNetwork layer = layer();
    INDArray matrix = Nd4j.create(rows).castTo(DataType.FLOAT);
    double ours = Double.POSITIVE_INFINITY;
    double theirs = Double.POSITIVE_INFINITY;
    try (VaeOptimiser optimiser = new VaeOptimiser(model, batch, 0.001, 1)) {
      for (int round = 0; round < ROUNDS; round++) {
        ours = Math.min(ours, microseconds(500, () -> optimiser.step(rows, all, stream)));
        theirs = Math.min(theirs, microseconds(10, () -> layer.pretrainLayer(0, matrix)));
      }
    }
    System.out.printf(Locale.ROOT, "%5d %9.0f %15.0f %7.1f%n", batch, ours, theirs, theirs / ours);
  }

  private static double microseconds(int steps, Runnable step) {
    long start = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < steps; i++) {
      step.run();
    }
    return (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / steps;
  }

  private static EncodedLayout layout() {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < WIDTH; i++) {
      spans.add(new Span.Scalar("v" + i, i, Span.Scalar.ALWAYS));
    }
    return new EncodedLayout(spans);
  }

  private static double[][] rows(int count) {
    RandomStream stream = new Seeds(1).stream("rows");
    double[][] rows = new double[count][WIDTH];
    for (double[] row : rows) {
      for (int i = 0; i < WIDTH; i++) {
        row[i] = stream.nextGaussian();
      }
    }
    return rows;
  }

  private static MultiLayerNetwork layer() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Adam(0.001))
                .list()
                .layer(
                    new org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder
                            .Builder()
                        .nIn(WIDTH)
                        .nOut(LATENT)
                        .encoderLayerSizes(128, 128)
                        .decoderLayerSizes(128, 128)
                        .activation(Activation.LEAKYRELU)
                        .reconstructionDistribution(new GaussianReconstructionDistribution())
                        .build())
                .build());
    network.init();
    return network;
  }
}
