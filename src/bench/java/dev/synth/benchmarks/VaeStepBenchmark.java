package dev.synth.benchmarks;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.encode.Span;
import dev.synth.internal.neural.vae.Architecture;
import dev.synth.internal.neural.vae.VaeOptimiser;
import dev.synth.internal.neural.vae.VariationalAutoencoder;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
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
 * DL4J has for it, on the same sizes in the same run. {@code benchmarks/pytorch_step.py} is the
 * same step in PyTorch.
 */
public final class VaeStepBenchmark {
  private static final int[] BATCHES = {64, 256, 500, 4096};
  private static final int ROUNDS = 10;

  /** A round of either takes about so long. */
  private static final double ROUND_MICROSECONDS = 100_000;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** A network's sizes. */
  private record Sizes(int width, int hidden, int latent) {
    static final List<Sizes> BOTH = List.of(new Sizes(30, 128, 16), new Sizes(200, 256, 64));
  }

  private VaeStepBenchmark() {}

  /** Prints the best of 10 rounds for each sizes and batch, ours and DL4J's taking turns. */
  public static void main(String[] args) {
    System.out.println("network          batch   ours µs   DL4J layer µs   layer/ours");
    for (Sizes sizes : Sizes.BOTH) {
      for (int batch : BATCHES) {
        compare(sizes, batch);
      }
    }
  }

  private static void compare(Sizes sizes, int batch) {
    double[][] rows = rows(batch, sizes.width());
    int[] all = IntStream.range(0, batch).toArray();
    RandomStream stream = new Seeds(1).stream("noise");
    Architecture architecture =
        new Architecture(
            layout(sizes.width()), List.of(sizes.hidden(), sizes.hidden()), sizes.latent(), 0);
    VariationalAutoencoder model =
        new VariationalAutoencoder(architecture, new Seeds(1).stream("weights"));
    MultiLayerNetwork layer = layer(sizes);
    INDArray matrix = Nd4j.create(rows).castTo(DataType.FLOAT);
    double ours = Double.POSITIVE_INFINITY;
    double theirs = Double.POSITIVE_INFINITY;
    try (VaeOptimiser optimiser = new VaeOptimiser(model, batch, 0.001, 1)) {
      Runnable step = () -> optimiser.step(rows, all, stream);
      Runnable theirStep = () -> layer.pretrainLayer(0, matrix);
      microseconds(batch > 1000 ? 50 : 1000, step); // so that both are compiled
      int steps = count(step);
      int theirSteps = count(theirStep);
      for (int round = 0; round < ROUNDS; round++) {
        ours = Math.min(ours, microseconds(steps, step));
        theirs = Math.min(theirs, microseconds(theirSteps, theirStep));
      }
    }
    String network =
        PlainText.of("%d-%d-%d-z%d", sizes.width(), sizes.hidden(), sizes.hidden(), sizes.latent());
    System.out.printf(
        Locale.ROOT,
        "%-15s %6d %9.0f %15.0f %12.1f%n",
        network,
        batch,
        ours,
        theirs,
        theirs / ours);
  }

  private static int count(Runnable step) {
    return (int) Math.ceil(ROUND_MICROSECONDS / microseconds(3, step));
  }

  private static double microseconds(int steps, Runnable step) {
    long start = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < steps; i++) {
      step.run();
    }
    return (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / steps;
  }

  private static EncodedLayout layout(int width) {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      spans.add(new Span.Scalar("v" + i, i, Span.Scalar.ALWAYS));
    }
    return new EncodedLayout(spans);
  }

  private static double[][] rows(int count, int width) {
    RandomStream stream = new Seeds(1).stream("rows");
    double[][] rows = new double[count][width];
    for (double[] row : rows) {
      for (int i = 0; i < width; i++) {
        row[i] = stream.nextGaussian();
      }
    }
    return rows;
  }

  private static MultiLayerNetwork layer(Sizes sizes) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Adam(0.001))
                .list()
                .layer(
                    new org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder
                            .Builder()
                        .nIn(sizes.width())
                        .nOut(sizes.latent())
                        .encoderLayerSizes(sizes.hidden(), sizes.hidden())
                        .decoderLayerSizes(sizes.hidden(), sizes.hidden())
                        .activation(Activation.LEAKYRELU)
                        .reconstructionDistribution(new GaussianReconstructionDistribution())
                        .build())
                .build());
    network.init();
    return network;
  }
}
