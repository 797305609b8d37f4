package dev.synth.internal.generate.forest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Context;
import dev.synth.generate.ForestOptions;
import dev.synth.generate.Generator;
import dev.synth.generate.TrainingLog;
import dev.synth.internal.base.Json;
import dev.synth.internal.encode.FeatureEncoder;
import dev.synth.internal.generate.draw.AroundBases;
import dev.synth.internal.generate.draw.ConditionedSampling;
import dev.synth.internal.generate.draw.InterruptibleSampling;
import dev.synth.internal.generate.model.ModelFile;
import dev.synth.internal.neural.layer.Tensors;
import dev.synth.rule.Conditions;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * An adversarial random forest (Watson, Blesch, Kapar and Wright, AISTATS 2023): rows are drawn
 * from leaves within which the columns are as good as independent.
 *
 * <p>It holds the rare training rows, encoded, since their cases and numbers are what a leaf
 * consists of. Two departures from the paper's FORGE: the cases of a row (levels, missing cells,
 * frequent values) are drawn together, so that no two cases meet that never do in a real row.
 * Numbers are drawn from a smoothed bootstrap of the leaf instead of a truncated normal
 * distribution.
 */
public final class AdversarialForest implements Generator, AroundBases {
  private static final int VERSION = 1;

  private final ForestOptions options;
  private final FeatureEncoder encoder;
  private final LeafForest forest;
  private final TrainingLog trainingLog;

  AdversarialForest(
      ForestOptions options, FeatureEncoder encoder, LeafForest forest, TrainingLog trainingLog) {
    this.options = options;
    this.encoder = encoder;
    this.forest = forest;
    this.trainingLog = trainingLog;
  }

  @Override
  public Table sample(int rows, Context context) {
    return draw(rows, (row, stream) -> forest.drawBase(stream), context);
  }

  /** Draws from the leaves, and around the rows in them, that give such rows. */
  @Override
  public Generator given(Conditions conditions, Context context) {
    return ConditionedSampling.of(this, this, conditions, context).orElse(this);
  }

  @Override
  public int bases() {
    return forest.bases();
  }

  @Override
  public Table around(int[] bases, Context context) {
    return draw(bases.length, (row, stream) -> bases[row], context);
  }

  private Table draw(int rows, BaseChoice base, Context context) {
    InterruptibleSampling.Stretch stretch =
        (first, count, stream) ->
            forest.draw(count, stream, row -> base.of(first + row, stream)).encoded();
    return encoder.decode(InterruptibleSampling.draw(rows, "forest", context, stretch));
  }

  @Override
  public TrainingLog trainingLog() {
    return trainingLog;
  }

  @Override
  public void save(Path folder) throws IOException {
    Tensors tensors = new Tensors();
    ForestTensors.Sizes sizes = ForestTensors.save(forest, tensors);
    ObjectNode state = Json.mapper().createObjectNode();
    state.set("encoder", encoder.toJson());
    state.put("rows", sizes.rows());
    state.set("leaves", Json.tree(sizes.leaves()));
    new ModelFile(VERSION, options, state, tensors).write(folder);
  }

  /** Makes the generator of what {@link #save} wrote. */
  public static AdversarialForest load(ForestOptions options, ModelFile file) {
    file.requireVersion(VERSION, VERSION);
    FeatureEncoder encoder = FeatureEncoder.fromJson(file.state().object("encoder").json());
    List<Integer> leaves =
        Arrays.stream(file.state().numbers("leaves")).mapToObj(count -> (int) count).toList();
    ForestTensors.Sizes sizes =
        new ForestTensors.Sizes(file.state().whole("rows", 1, Integer.MAX_VALUE), leaves);
    LeafForest forest = ForestTensors.restore(encoder.layout(), sizes, file.tensors());
    return new AdversarialForest(options, encoder, forest, TrainingLog.EMPTY);
  }
}
