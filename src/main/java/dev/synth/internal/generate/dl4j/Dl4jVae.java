package dev.synth.internal.generate.dl4j;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Context;
import dev.synth.generate.Dl4jVaeOptions;
import dev.synth.generate.Generator;
import dev.synth.generate.TrainingLog;
import dev.synth.internal.base.Json;
import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.encode.FeatureEncoder;
import dev.synth.internal.generate.draw.InterruptibleSampling;
import dev.synth.internal.generate.model.ModelFile;
import dev.synth.internal.neural.dl4j.Dl4jAutoencoder;
import dev.synth.internal.neural.layer.Tensors;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Path;

/** A trained autoencoder layer of DL4J's. It draws from the prior, and keeps no row. */
public final class Dl4jVae implements Generator {
  private static final int VERSION = 1;

  private final Dl4jVaeOptions options;
  private final FeatureEncoder encoder;
  private final Dl4jAutoencoder layer;
  private final Dl4jAutoencoder.Decoder decoder;
  private final TrainingLog trainingLog;

  Dl4jVae(
      Dl4jVaeOptions options,
      FeatureEncoder encoder,
      Dl4jAutoencoder layer,
      TrainingLog trainingLog) {
    this.options = options;
    this.encoder = encoder;
    this.layer = layer;
    this.decoder = layer.decoder();
    this.trainingLog = trainingLog;
  }

  @Override
  public Table sample(int rows, Context context) {
    InterruptibleSampling.Stretch stretch =
        (first, count, stream) -> {
          double[][] points = new double[count][options.latentDimension()];
          for (double[] point : points) {
            for (int k = 0; k < point.length; k++) {
              point[k] = stream.nextGaussian();
            }
          }
          return decoder.draw(points, stream);
        };
    return encoder.decode(InterruptibleSampling.draw(rows, "dl4j-vae", context, stretch));
  }

  @Override
  public TrainingLog trainingLog() {
    return trainingLog;
  }

  /** Returns what the layer is made of that options and a layout ask for. */
  static Dl4jAutoencoder.Shape shape(Dl4jVaeOptions options, EncodedLayout layout) {
    return new Dl4jAutoencoder.Shape(
        layout, options.hidden(), options.latentDimension(), options.learningRate());
  }

  @Override
  public void save(Path folder) throws IOException {
    Tensors tensors = new Tensors();
    layer.saveTo(tensors);
    ObjectNode state = Json.mapper().createObjectNode();
    state.set("encoder", encoder.toJson());
    new ModelFile(VERSION, options, state, tensors).write(folder);
  }

  /** Makes the generator of what {@link #save} wrote. */
  public static Dl4jVae load(Dl4jVaeOptions options, ModelFile file) {
    file.requireVersion(1, VERSION);
    FeatureEncoder encoder = FeatureEncoder.fromJson(file.state().object("encoder").json());
    Dl4jAutoencoder layer =
        Dl4jAutoencoder.restore(shape(options, encoder.layout()), file.tensors());
    return new Dl4jVae(options, encoder, layer, TrainingLog.EMPTY);
  }
}
