package dev.synth.internal.neural.vae;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.neural.layer.DenseStack;
import dev.synth.internal.neural.layer.Heads;
import dev.synth.internal.neural.layer.Matrix;
import dev.synth.internal.neural.layer.Tensors;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A variational autoencoder for encoded table rows (Kingma and Welling, ICLR 2014): an encoder from
 * rows to normal distributions over a latent space, and a decoder from there to the distributions
 * of a row's parts. With conditions it is the conditional form of Sohn, Lee and Yan (NeurIPS 2015),
 * with one prior for all conditions.
 *
 * <p>Safe to read from several threads once it is trained; trained by one at a time.
 */
public final class VariationalAutoencoder {
  private final Architecture architecture;
  private final DenseStack encoder;
  private final DenseStack decoder;
  private final Heads heads;

  /**
   * An untrained autoencoder.
   *
   * @param initial where the first weights come from
   */
  public VariationalAutoencoder(Architecture architecture, RandomStream initial) {
    this(architecture, initial, DataType.FLOAT);
  }

  VariationalAutoencoder(Architecture architecture, RandomStream initial, DataType type) {
    this.architecture = architecture;
    encoder = new DenseStack(architecture.encoderWidths(), type, initial);
    decoder = new DenseStack(architecture.decoderWidths(), type, initial);
    heads = new Heads(architecture.layout(), type);
  }

  /** Returns the sizes. */
  public Architecture architecture() {
    return architecture;
  }

  DenseStack encoder() {
    return encoder;
  }

  DenseStack decoder() {
    return decoder;
  }

  Heads heads() {
    return heads;
  }

  /**
   * Returns the loss of rows, without learning from them.
   *
   * @param rows encoded rows, each with its conditions behind it, at least one
   * @param stream where the codes' noise comes from
   */
  public Loss loss(double[][] rows, RandomStream stream) {
    try (ElboPass pass = new ElboPass(this, rows.length)) {
      fill(pass.input(), rows);
      return pass.forward(stream);
    }
  }

  /**
   * Returns the distributions over the latent space that rows are encoded as.
   *
   * @param rows encoded rows, each with its conditions behind it, at least one
   */
  public LatentCodes encode(double[][] rows) {
    int latent = architecture.latentDimension();
    double[][] means = new double[rows.length][latent];
    double[][] deviations = new double[rows.length][latent];
    double[] output = new double[2 * latent];
    try (DenseStack.Pass pass = encoder.pass(rows.length)) {
      fill(pass.input(), rows);
      pass.forward();
      for (int row = 0; row < rows.length; row++) {
        pass.output().copyRow(row, output);
        for (int k = 0; k < latent; k++) {
          means[row][k] = output[k];
          // In single precision, so that a saved code is the same code.
          deviations[row][k] = (float) Math.exp(ElboPass.clamp(output[latent + k]) / 2);
        }
      }
    }
    return new LatentCodes(means, deviations);
  }

  /**
   * Draws encoded rows from the distributions that points of the latent space stand for: cases by
   * their probabilities, scalars with their learned noise.
   *
   * @param points points of the latent space, each with its conditions behind it, at least one
   */
  public double[][] decode(double[][] points, RandomStream stream) {
    double[][] rows = new double[points.length][architecture.layout().width()];
    try (DenseStack.Pass pass = decoder.pass(points.length)) {
      fill(pass.input(), points);
      pass.forward();
      for (int row = 0; row < rows.length; row++) {
        heads.draw(pass.output(), row, stream, rows[row]);
      }
    }
    return rows;
  }

  private static void fill(Matrix matrix, double[][] rows) {
    for (int row = 0; row < rows.length; row++) {
      matrix.setRow(row, rows[row]);
    }
  }

  /** Adds everything learned to what is saved. */
  public void saveTo(Tensors tensors) {
    save("encoder", encoder.parameters(), tensors);
    save("decoder", decoder.parameters(), tensors);
    save("log_deviations", heads.logDeviations(), tensors);
  }

  private static void save(String name, Matrix parameters, Tensors tensors) {
    float[] values = new float[parameters.size()];
    parameters.copyTo(values);
    tensors.put(name, values);
  }

  /**
   * Returns an autoencoder as it was saved.
   *
   * @throws dev.synth.base.Problem if a tensor is missing or of another size
   */
  public static VariationalAutoencoder restore(Architecture architecture, Tensors tensors) {
    VariationalAutoencoder model =
        new VariationalAutoencoder(architecture, new Seeds(0).stream("unused"));
    restore(model.encoder.parameters(), "encoder", tensors);
    restore(model.decoder.parameters(), "decoder", tensors);
    restore(model.heads.logDeviations(), "log_deviations", tensors);
    return model;
  }

  private static void restore(Matrix parameters, String name, Tensors tensors) {
    parameters.copyFrom(tensors.get(name, parameters.size()));
  }
}
