package dev.synth.internal.neural.dl4j;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.encode.Span;
import dev.synth.internal.neural.layer.DenseStack;
import dev.synth.internal.neural.layer.Matrix;
import dev.synth.internal.neural.layer.NeuralRuntime;
import dev.synth.internal.neural.layer.Tensors;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.variational.BernoulliReconstructionDistribution;
import org.deeplearning4j.nn.conf.layers.variational.CompositeReconstructionDistribution;
import org.deeplearning4j.nn.conf.layers.variational.GaussianReconstructionDistribution;
import org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/**
 * DL4J's own layer for variational autoencoders, {@link VariationalAutoencoder}, trained by DL4J's
 * own pretraining: the stock that ours is measured against. Scalars have a normal distribution
 * whose variance the decoder gives, cases of choices a Bernoulli distribution each; numbers behind
 * closed gates are learned as the zeros that they are.
 *
 * <p>DL4J draws first weights and noise from {@code Nd4j.getRandom()}, of which every thread has
 * its own. It is given a seed from a stream before the weights are drawn and before each step. So
 * neither other threads nor what ran in this one before can change a fit.
 *
 * <p>Safe to read from several threads once it is trained; trained by one at a time.
 */
public final class Dl4jAutoencoder {
  private final Shape shape;
  private final int[] order;
  private final int scalars;
  private final MultiLayerNetwork network;

  /**
   * The make-up of a layer.
   *
   * @param layout what an encoded row consists of, at least one number
   * @param hidden widths of the encoder's hidden layers; the decoder mirrors them
   * @param latentDimension width of the latent space, at least 1
   * @param learningRate Adam's step size
   */
  public record Shape(
      EncodedLayout layout, List<Integer> hidden, int latentDimension, double learningRate) {
    public Shape {
      hidden = List.copyOf(hidden);
    }
  }

  /**
   * An untrained layer with DL4J's default weights.
   *
   * @param seeds where the seed of the first weights comes from
   */
  public Dl4jAutoencoder(Shape shape, RandomStream seeds) {
    NeuralRuntime.start();
    this.shape = shape;
    int[] numbers = positions(shape.layout, true);
    scalars = numbers.length;
    order =
        IntStream.concat(IntStream.of(numbers), IntStream.of(positions(shape.layout, false)))
            .toArray();
    network = new MultiLayerNetwork(configuration(seeds.nextLong()));
    network.init();
  }

  /** Scalars come first in the layer's rows, choices behind: one distribution each. */
  private static int[] positions(EncodedLayout layout, boolean ofScalars) {
    return layout.spans().stream()
        .filter(
            span ->
                switch (span) {
                  case Span.OneHot choice -> !ofScalars;
                  case Span.Scalar scalar -> ofScalars;
                })
        .flatMapToInt(span -> IntStream.range(span.offset(), span.offset() + span.width()))
        .toArray();
  }

  private org.deeplearning4j.nn.conf.MultiLayerConfiguration configuration(long seed) {
    CompositeReconstructionDistribution.Builder distributions =
        new CompositeReconstructionDistribution.Builder();
    if (scalars > 0) {
      distributions.addDistribution(scalars, new GaussianReconstructionDistribution());
    }
    if (scalars < order.length) {
      distributions.addDistribution(
          order.length - scalars, new BernoulliReconstructionDistribution());
    }
    return new NeuralNetConfiguration.Builder()
        .seed(seed)
        .dataType(DataType.FLOAT)
        .updater(new Adam(shape.learningRate))
        .list()
        .layer(
            new VariationalAutoencoder.Builder()
                .nIn(order.length)
                .nOut(shape.latentDimension)
                .encoderLayerSizes(widths(shape.hidden))
                .decoderLayerSizes(widths(shape.hidden.reversed()))
                .activation(Activation.LEAKYRELU)
                .reconstructionDistribution(distributions.build())
                .build())
        .build();
  }

  private static int[] widths(List<Integer> hidden) {
    return hidden.stream().mapToInt(width -> width).toArray();
  }

  MultiLayerNetwork network() {
    return network;
  }

  /**
   * Takes one step.
   *
   * @param rows encoded rows, among which the step's are chosen
   * @param batch the positions of the step's rows
   * @param seeds where the seed of the step's noise comes from
   * @return DL4J's loss of these rows before the step, in nats per row; not finite once training
   *     has diverged
   */
  public double step(double[][] rows, int[] batch, RandomStream seeds) {
    float[][] numbers = new float[batch.length][order.length];
    for (int i = 0; i < batch.length; i++) {
      for (int k = 0; k < order.length; k++) {
        numbers[i][k] = (float) rows[batch[i]][order[k]];
      }
    }
    Nd4j.getRandom().setSeed(seeds.nextLong());
    try (INDArray input = Nd4j.createFromArray(numbers)) {
      network.pretrainLayer(0, input);
      double loss = network.getLayer(0).score();
      network.getLayer(0).clear(); // it would keep the rows
      return loss;
    }
  }

  /** Returns the decoder as it is, ready to be drawn from. */
  public Decoder decoder() {
    return new Decoder();
  }

  /** The layer's decoder: it is a plain stack, so that its forward pass is ours. */
  public final class Decoder {
    private final DenseStack stack;

    private Decoder() {
      int outputs = order.length + scalars;
      List<Integer> widths =
          Stream.of(
                  Stream.of(shape.latentDimension),
                  shape.hidden.reversed().stream(),
                  Stream.of(outputs))
              .flatMap(part -> part)
              .toList();
      stack = new DenseStack(widths, DataType.FLOAT, new Seeds(0).stream("unused"));
      for (int l = 0; l < stack.layers().size(); l++) {
        String name = l + 1 == stack.layers().size() ? "pXZ" : "d" + l;
        copy(network.getLayer(0).getParam(name + "W"), stack.layers().get(l).weights());
        copy(network.getLayer(0).getParam(name + "b"), stack.layers().get(l).bias());
      }
    }

    DenseStack stack() {
      return stack;
    }

    /**
     * Draws encoded rows from the distributions that points of the latent space stand for: a case
     * with its share of its choice's Bernoulli probabilities, scalars with their noise, and 0 where
     * their gate is closed.
     *
     * @param points points of the latent space, at least one
     */
    public double[][] draw(double[][] points, RandomStream stream) {
      double[][] rows = new double[points.length][order.length];
      double[] output = new double[order.length + scalars];
      try (DenseStack.Pass pass = stack.pass(points.length)) {
        for (int row = 0; row < points.length; row++) {
          pass.input().setRow(row, points[row]);
        }
        pass.forward();
        for (int row = 0; row < rows.length; row++) {
          pass.output().copyRow(row, output);
          draw(output, stream, rows[row]);
        }
      }
      return rows;
    }

    /** DL4J's order of the outputs: means, log variances, logits. */
    private void draw(double[] output, RandomStream stream, double[] into) {
      double[] values = new double[order.length];
      for (int k = 0; k < order.length; k++) {
        values[order[k]] =
            k < scalars
                ? output[k] + Math.exp(output[scalars + k] / 2) * stream.nextGaussian()
                : 1 / (1 + Math.exp(-output[scalars + k]));
      }
      for (Span span : shape.layout.spans()) {
        switch (span) {
          case Span.OneHot choice -> into[choice.offset() + drawCase(choice, values, stream)] = 1;
          case Span.Scalar scalar -> {}
        }
      }
      for (Span span : shape.layout.spans()) {
        switch (span) {
          case Span.OneHot choice -> {}
          case Span.Scalar scalar -> {
            boolean open = scalar.gate() == Span.Scalar.ALWAYS || into[scalar.gate()] == 1;
            into[scalar.offset()] = open ? values[scalar.offset()] : 0;
          }
        }
      }
    }
  }

  private static int drawCase(Span.OneHot choice, double[] values, RandomStream stream) {
    double sum = 0;
    for (int k = 0; k < choice.width(); k++) {
      sum += values[choice.offset() + k];
    }
    double left = stream.nextDouble() * sum;
    for (int k = 0; k < choice.width() - 1; k++) {
      left -= values[choice.offset() + k];
      if (left < 0) {
        return k;
      }
    }
    return choice.width() - 1;
  }

  private static void copy(INDArray from, Matrix to) {
    INDArray shaped = from.reshape(to.rows(), to.columns());
    for (int column = 0; column < to.columns(); column++) {
      for (int row = 0; row < to.rows(); row++) {
        to.set(column * to.rows() + row, shaped.getDouble(row, column));
      }
    }
  }

  /** Adds everything learned to what is saved: the layer's parameters in DL4J's order. */
  public void saveTo(Tensors tensors) {
    tensors.put("layer", network.params().dup('c').data().asFloat());
  }

  /**
   * Returns a rebuilt layer as it was saved.
   *
   * @throws dev.synth.base.Problem if the tensor is missing or of another size
   */
  public static Dl4jAutoencoder restore(Shape shape, Tensors tensors) {
    Dl4jAutoencoder layer = new Dl4jAutoencoder(shape, new Seeds(0).stream("unused"));
    float[] parameters = tensors.get("layer", Math.toIntExact(layer.network.numParams()));
    layer.network.setParams(Nd4j.createFromArray(new float[][] {parameters}));
    return layer;
  }
}
