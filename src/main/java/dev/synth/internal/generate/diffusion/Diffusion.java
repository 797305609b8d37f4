package dev.synth.internal.generate.diffusion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Context;
import dev.synth.generate.DiffusionOptions;
import dev.synth.generate.Generator;
import dev.synth.generate.TrainingLog;
import dev.synth.internal.base.Json;
import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.encode.FeatureEncoder;
import dev.synth.internal.generate.draw.InterruptibleSampling;
import dev.synth.internal.generate.draw.PinnedLevels;
import dev.synth.internal.generate.model.ModelFile;
import dev.synth.internal.neural.flow.FlowModel;
import dev.synth.internal.neural.flow.FlowShape;
import dev.synth.internal.neural.layer.Tensors;
import dev.synth.rule.Conditions;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Path;

/** A trained flow-matching model. It keeps nothing of the training rows but what it learned. */
public final class Diffusion implements Generator {
  private static final int VERSION = 1;

  /** The value of a row's condition for the rare class, where there is a condition. */
  private static final double RARE = 1;

  private final DiffusionOptions options;
  private final FeatureEncoder encoder;
  private final FlowModel model;
  private final TrainingLog trainingLog;
  private final int[] pinned;

  Diffusion(
      DiffusionOptions options, FeatureEncoder encoder, FlowModel model, TrainingLog trainingLog) {
    this(options, encoder, model, trainingLog, new int[0]);
  }

  private Diffusion(
      DiffusionOptions options,
      FeatureEncoder encoder,
      FlowModel model,
      TrainingLog trainingLog,
      int[] pinned) {
    this.options = options;
    this.encoder = encoder;
    this.model = model;
    this.trainingLog = trainingLog;
    this.pinned = pinned;
  }

  @Override
  public Table sample(int rows, Context context) {
    InterruptibleSampling.Stretch stretch =
        (first, count, stream) -> model.draw(count, options.drawSteps(), RARE, pinned, stream);
    return encoder.decode(InterruptibleSampling.draw(rows, "diffusion", context, stretch));
  }

  /** Starts from the cases that a row must have, and draws the rest beside them. */
  @Override
  public Generator given(Conditions conditions, Context context) {
    return new Diffusion(
        options, encoder, model, trainingLog, PinnedLevels.of(encoder, conditions));
  }

  @Override
  public TrainingLog trainingLog() {
    return trainingLog;
  }

  @Override
  public void save(Path folder) throws IOException {
    Tensors tensors = new Tensors();
    model.saveTo(tensors);
    ObjectNode state = Json.mapper().createObjectNode();
    state.set("encoder", encoder.toJson());
    new ModelFile(VERSION, options, state, tensors).write(folder);
  }

  /** Makes the generator of what {@link #save} wrote. */
  public static Diffusion load(DiffusionOptions options, ModelFile file) {
    file.requireVersion(VERSION, VERSION);
    FeatureEncoder encoder = FeatureEncoder.fromJson(file.state().object("encoder").json());
    FlowModel model = FlowModel.restore(shape(options, encoder.layout()), file.tensors());
    return new Diffusion(options, encoder, model, TrainingLog.EMPTY);
  }

  /** Returns the network that options ask for. */
  static FlowShape shape(DiffusionOptions options, EncodedLayout layout) {
    int conditions =
        switch (options.scope()) {
          case RARE -> 0;
          case ALL -> 1;
        };
    return new FlowShape(layout, options.hidden(), conditions);
  }
}
