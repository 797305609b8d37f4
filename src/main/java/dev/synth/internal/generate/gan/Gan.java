package dev.synth.internal.generate.gan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.generate.GanOptions;
import dev.synth.generate.Generator;
import dev.synth.generate.Scope;
import dev.synth.generate.TrainingLog;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.encode.FeatureEncoder;
import dev.synth.internal.generate.draw.InterruptibleSampling;
import dev.synth.internal.generate.draw.PinnedLevels;
import dev.synth.internal.generate.model.ModelFile;
import dev.synth.internal.neural.gan.GanNetwork;
import dev.synth.internal.neural.gan.GanShape;
import dev.synth.internal.neural.gan.LevelConditions;
import dev.synth.internal.neural.layer.Tensors;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A trained generative adversarial network's generator. It keeps how many rare training rows have
 * each case, by which it draws the cases that it asks for, but no row.
 */
public final class Gan implements Generator {
  private static final int VERSION = 1;

  private final GanOptions options;
  private final FeatureEncoder encoder;
  private final GanNetwork network;
  private final int[] counts;
  private final LevelSampler drawer;
  private final TrainingLog trainingLog;

  Gan(
      GanOptions options,
      FeatureEncoder encoder,
      GanNetwork network,
      int[] counts,
      TrainingLog trainingLog) {
    this.options = options;
    this.encoder = encoder;
    this.network = network;
    this.counts = counts;
    this.trainingLog = trainingLog;
    drawer = drawer(counts);
  }

  private Gan(Gan unconditioned, LevelSampler drawer) {
    options = unconditioned.options;
    encoder = unconditioned.encoder;
    network = unconditioned.network;
    counts = unconditioned.counts;
    trainingLog = unconditioned.trainingLog;
    this.drawer = drawer;
  }

  private LevelSampler drawer(int[] weights) {
    return new LevelSampler(
        encoder.layout(),
        options.conditional() ? weights : new int[weights.length],
        count -> count);
  }

  /**
   * Asks the network for the rarest of the cases that a row must have. It may ignore that, and
   * knows of one case a row only.
   */
  @Override
  public Generator given(dev.synth.rule.Conditions conditions, Context context) {
    return IntStream.of(PinnedLevels.of(encoder, conditions))
        .filter(position -> options.conditional() && counts[position] > 0)
        .boxed()
        .min(Comparator.comparingInt(position -> counts[position]))
        .map(position -> new Gan(this, LevelSampler.always(position)))
        .orElse(this);
  }

  @Override
  public Table sample(int rows, Context context) {
    InterruptibleSampling.Stretch stretch =
        (first, count, stream) -> network.draw(conditions(count, stream), stream);
    return encoder.decode(InterruptibleSampling.draw(rows, "gan", context, stretch));
  }

  private LevelConditions conditions(int count, RandomStream stream) {
    boolean[] rare = new boolean[count];
    Arrays.fill(rare, true);
    LevelConditions conditions = new LevelConditions(new int[count], rare);
    for (int i = 0; i < count; i++) {
      conditions.cases()[i] = drawer.draw(stream);
    }
    return conditions;
  }

  @Override
  public TrainingLog trainingLog() {
    return trainingLog;
  }

  /** Returns the sizes of the networks that options and a layout ask for. */
  static GanShape shape(GanOptions options, EncodedLayout layout) {
    return new GanShape(
        layout,
        options.hidden(),
        options.latentDimension(),
        options.pack(),
        options.scope() == Scope.ALL);
  }

  @Override
  public void save(Path folder) throws IOException {
    Tensors tensors = new Tensors();
    network.saveTo(tensors);
    ObjectNode state = Json.mapper().createObjectNode();
    state.set("encoder", encoder.toJson());
    state.set("case_counts", Json.tree(counts));
    new ModelFile(VERSION, options, state, tensors).write(folder);
  }

  /** Makes the generator of what {@link #save} wrote. */
  public static Gan load(GanOptions options, ModelFile file) {
    file.requireVersion(1, VERSION);
    FeatureEncoder encoder = FeatureEncoder.fromJson(file.state().object("encoder").json());
    GanNetwork network = GanNetwork.restore(shape(options, encoder.layout()), file.tensors());
    int[] counts = counts(file.state().numbers("case_counts"), encoder.layout());
    return new Gan(options, encoder, network, counts, TrainingLog.EMPTY);
  }

  private static int[] counts(double[] numbers, EncodedLayout layout) {
    if (numbers.length != layout.width()) {
      throw new IllegalArgumentException(
          PlainText.of("%d case counts for %d numbers a row", numbers.length, layout.width()));
    }
    int[] counts = new int[numbers.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (int) numbers[i];
      if (counts[i] != numbers[i] || counts[i] < 0) {
        throw new IllegalArgumentException(numbers[i] + " is no count");
      }
    }
    return counts;
  }
}
