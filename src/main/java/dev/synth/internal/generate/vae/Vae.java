package dev.synth.internal.generate.vae;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.generate.Generator;
import dev.synth.generate.Scope;
import dev.synth.generate.TrainingLog;
import dev.synth.generate.VaeOptions;
import dev.synth.internal.base.Json;
import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.encode.FeatureEncoder;
import dev.synth.internal.generate.draw.AroundBases;
import dev.synth.internal.generate.draw.ConditionedSampling;
import dev.synth.internal.generate.draw.InterruptibleSampling;
import dev.synth.internal.generate.model.ModelFile;
import dev.synth.internal.neural.layer.Tensors;
import dev.synth.internal.neural.vae.Architecture;
import dev.synth.internal.neural.vae.LatentCodes;
import dev.synth.internal.neural.vae.VariationalAutoencoder;
import dev.synth.rule.Conditions;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A trained variational autoencoder. It keeps the codes of the rare training rows, since posterior
 * sampling draws around them, but not the rows.
 */
public final class Vae implements Generator, AroundBases {
  private static final int VERSION = 2;
  private static final int NO_BASE = -1;

  private final VaeOptions options;
  private final FeatureEncoder encoder;
  private final VariationalAutoencoder model;
  private final LatentCodes codes;
  private final TrainingLog trainingLog;
  private final int conditions;

  Vae(
      VaeOptions options,
      FeatureEncoder encoder,
      VariationalAutoencoder model,
      LatentCodes codes,
      TrainingLog trainingLog) {
    this.options = options;
    this.encoder = encoder;
    this.model = model;
    this.codes = codes;
    this.trainingLog = trainingLog;
    this.conditions = model.architecture().conditions();
  }

  @Override
  public Table sample(int rows, Context context) {
    return switch (options.sampling()) {
      case POSTERIOR -> decode(rows, (row, stream) -> stream.nextInt(bases()), context);
      case PRIOR -> decode(rows, (row, stream) -> NO_BASE, context);
    };
  }

  /** Around codes, draws only such rows; from the prior, it can't. */
  @Override
  public Generator given(Conditions asked, Context context) {
    return switch (options.sampling()) {
      case POSTERIOR -> ConditionedSampling.of(this, this, asked, context).orElse(this);
      case PRIOR -> this;
    };
  }

  @Override
  public int bases() {
    return codes.means().length;
  }

  @Override
  public Table around(int[] bases, Context context) {
    return decode(bases.length, (row, stream) -> bases[row], context);
  }

  private Table decode(int rows, BaseChoice base, Context context) {
    InterruptibleSampling.Stretch stretch =
        (first, count, stream) -> {
          double[][] points = new double[count][];
          for (int i = 0; i < count; i++) {
            points[i] = point(base.of(first + i, stream), stream);
          }
          return model.decode(points, stream);
        };
    return encoder.decode(InterruptibleSampling.draw(rows, "vae", context, stretch));
  }

  private double[] point(int base, RandomStream stream) {
    int latent = options.latentDimension();
    double[] point = new double[latent + conditions];
    Arrays.fill(point, latent, point.length, 1); // of the rare class
    for (int k = 0; k < latent; k++) {
      double noise = stream.nextGaussian();
      point[k] =
          base == NO_BASE
              ? noise
              : codes.means()[base][k]
                  + options.latentNoise() * codes.deviations()[base][k] * noise;
    }
    return point;
  }

  @Override
  public TrainingLog trainingLog() {
    return trainingLog;
  }

  @Override
  public void save(Path folder) throws IOException {
    Tensors tensors = new Tensors();
    model.saveTo(tensors);
    tensors.put("code_means", flat(codes.means()));
    tensors.put("code_deviations", flat(codes.deviations()));
    ObjectNode state = Json.mapper().createObjectNode();
    state.set("encoder", encoder.toJson());
    state.put("codes", codes.means().length);
    new ModelFile(VERSION, options, state, tensors).write(folder);
  }

  /** Makes the generator of what {@link #save} wrote. */
  public static Vae load(VaeOptions given, ModelFile file) {
    file.requireVersion(1, VERSION);
    // Version 1 knew no other scope, whatever is the default today.
    VaeOptions options = file.version() == 1 ? given.withScope(Scope.RARE) : given;
    FeatureEncoder encoder = FeatureEncoder.fromJson(file.state().object("encoder").json());
    int latent = options.latentDimension();
    int count = file.state().whole("codes", 1, Integer.MAX_VALUE / latent);
    VariationalAutoencoder model =
        VariationalAutoencoder.restore(architecture(options, encoder.layout()), file.tensors());
    LatentCodes codes =
        new LatentCodes(
            rows(file.tensors().get("code_means", count * latent), latent),
            rows(file.tensors().get("code_deviations", count * latent), latent));
    return new Vae(options, encoder, model, codes, TrainingLog.EMPTY);
  }

  private static float[] flat(double[][] rows) {
    float[] flat = new float[rows.length * rows[0].length];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = (float) rows[i / rows[0].length][i % rows[0].length];
    }
    return flat;
  }

  private static double[][] rows(float[] flat, int width) {
    double[][] rows = new double[flat.length / width][width];
    for (int i = 0; i < flat.length; i++) {
      rows[i / width][i % width] = flat[i];
    }
    return rows;
  }

  /** Returns the network that options ask for. */
  static Architecture architecture(VaeOptions options, EncodedLayout layout) {
    int conditions =
        switch (options.scope()) {
          case RARE -> 0;
          case ALL -> 1;
        };
    return new Architecture(layout, options.hidden(), options.latentDimension(), conditions);
  }
}
