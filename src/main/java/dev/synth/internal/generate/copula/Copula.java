package dev.synth.internal.generate.copula;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Context;
import dev.synth.generate.CopulaOptions;
import dev.synth.generate.Generator;
import dev.synth.generate.TrainingLog;
import dev.synth.internal.base.Json;
import dev.synth.internal.encode.FeatureEncoder;
import dev.synth.internal.generate.draw.InterruptibleSampling;
import dev.synth.internal.generate.mixed.LevelLayout;
import dev.synth.internal.generate.model.ModelFile;
import dev.synth.internal.neural.layer.Tensors;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A Gaussian copula: margins as the rare rows have them, joined by one normal distribution. It
 * keeps no row.
 *
 * <p>Each continuous quantity and each choice among cases (levels, atoms, missing or not) has a
 * latent standard normal number ({@link ScoreMargin}, {@link LevelMargin}); their correlations are
 * shrunk ({@link ShrunkCorrelation}). A category's cases are taken in the order of its levels, as
 * frequency intervals (Patki, Wedge and Veeramachaneni, "The Synthetic Data Vault", 2016), so what
 * is known of a category is how far along that order it goes with the rest; pairs that never occur
 * together are invented.
 */
public final class Copula implements Generator {
  private static final int VERSION = 1;

  private final CopulaOptions options;
  private final FeatureEncoder encoder;
  private final CopulaModel model;
  private final LevelLayout layout;

  Copula(CopulaOptions options, FeatureEncoder encoder, CopulaModel model) {
    this.options = options;
    this.encoder = encoder;
    this.model = model;
    this.layout = new LevelLayout(encoder.layout());
  }

  @Override
  public Table sample(int rows, Context context) {
    InterruptibleSampling.Stretch stretch =
        (first, count, stream) ->
            Stream.generate(() -> model.draw(layout, stream)).limit(count).toArray(double[][]::new);
    return encoder.decode(InterruptibleSampling.draw(rows, "copula", context, stretch));
  }

  @Override
  public TrainingLog trainingLog() {
    return TrainingLog.EMPTY;
  }

  @Override
  public void save(Path folder) throws IOException {
    ObjectNode state = Json.mapper().createObjectNode();
    Tensors tensors = new Tensors();
    state.set("encoder", encoder.toJson());
    model.saveTo(state, tensors);
    new ModelFile(VERSION, options, state, tensors).write(folder);
  }

  /** Makes a generator of what {@link #save} wrote. */
  public static Copula load(CopulaOptions options, ModelFile file) {
    file.requireVersion(VERSION, VERSION);
    FeatureEncoder encoder = FeatureEncoder.fromJson(file.state().object("encoder").json());
    CopulaModel model =
        CopulaModel.restore(new LevelLayout(encoder.layout()), file.state(), file.tensors());
    return new Copula(options, encoder, model);
  }
}
