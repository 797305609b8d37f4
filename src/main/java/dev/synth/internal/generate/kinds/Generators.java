package dev.synth.internal.generate.kinds;

import dev.synth.base.Kinds;
import dev.synth.base.Problem;
import dev.synth.base.Records;
import dev.synth.generate.AdasynOptions;
import dev.synth.generate.BorderlineSmoteOptions;
import dev.synth.generate.CopulaOptions;
import dev.synth.generate.DiffusionOptions;
import dev.synth.generate.Dl4jVaeOptions;
import dev.synth.generate.ForestOptions;
import dev.synth.generate.GanOptions;
import dev.synth.generate.Generator;
import dev.synth.generate.GeneratorOptions;
import dev.synth.generate.GeneratorTrainer;
import dev.synth.generate.MgsOptions;
import dev.synth.generate.OversampleOptions;
import dev.synth.generate.ShuffleOptions;
import dev.synth.generate.SmoteNcOptions;
import dev.synth.generate.SmoteOptions;
import dev.synth.generate.VaeOptions;
import dev.synth.internal.generate.copula.Copula;
import dev.synth.internal.generate.copula.CopulaTrainer;
import dev.synth.internal.generate.diffusion.Diffusion;
import dev.synth.internal.generate.diffusion.DiffusionTrainer;
import dev.synth.internal.generate.dl4j.Dl4jVae;
import dev.synth.internal.generate.dl4j.Dl4jVaeTrainer;
import dev.synth.internal.generate.forest.AdversarialForest;
import dev.synth.internal.generate.forest.ForestTrainer;
import dev.synth.internal.generate.gan.Gan;
import dev.synth.internal.generate.gan.GanTrainer;
import dev.synth.internal.generate.mgs.Mgs;
import dev.synth.internal.generate.mgs.MgsTrainer;
import dev.synth.internal.generate.model.ModelFile;
import dev.synth.internal.generate.oversample.Oversample;
import dev.synth.internal.generate.oversample.OversampleTrainer;
import dev.synth.internal.generate.related.Related;
import dev.synth.internal.generate.related.RelatedTrainer;
import dev.synth.internal.generate.shuffle.Shuffle;
import dev.synth.internal.generate.shuffle.ShuffleTrainer;
import dev.synth.internal.generate.smote.Smote;
import dev.synth.internal.generate.smote.SmoteSettings;
import dev.synth.internal.generate.smote.SmoteTrainer;
import dev.synth.internal.generate.vae.Vae;
import dev.synth.internal.generate.vae.VaeTrainer;
import dev.synth.internal.relation.Relations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The register of generators: one entry a kind, for every record of {@link GeneratorOptions}. */
public final class Generators {
  private static final Map<Class<?>, GeneratorKind<?>> KINDS =
      List.of(
              kind(VaeOptions.class, VaeTrainer::new, Vae::load),
              kind(GanOptions.class, GanTrainer::new, Gan::load),
              kind(Dl4jVaeOptions.class, Dl4jVaeTrainer::new, Dl4jVae::load),
              kind(DiffusionOptions.class, DiffusionTrainer::new, Diffusion::load),
              kind(ForestOptions.class, ForestTrainer::new, AdversarialForest::load),
              kind(
                  OversampleOptions.class,
                  options -> new OversampleTrainer(),
                  (options, file) -> Oversample.load(file)),
              kind(
                  ShuffleOptions.class,
                  options -> new ShuffleTrainer(),
                  (options, file) -> Shuffle.load(file)),
              smote(SmoteOptions.class, SmoteSettings::of),
              smote(SmoteNcOptions.class, SmoteSettings::of),
              smote(BorderlineSmoteOptions.class, SmoteSettings::of),
              smote(AdasynOptions.class, SmoteSettings::of),
              kind(MgsOptions.class, MgsTrainer::new, Mgs::load),
              kind(CopulaOptions.class, CopulaTrainer::new, Copula::load))
          .stream()
          .collect(Collectors.toUnmodifiableMap(GeneratorKind::options, kind -> kind));

  private Generators() {}

  private static <O extends GeneratorOptions> GeneratorKind<?> kind(
      Class<O> options, Function<O, GeneratorTrainer> trainers, GeneratorKind.Loader<O> loader) {
    return new GeneratorKind<>(
        options,
        (given, codes) -> trainers.apply(given),
        loader,
        options == OversampleOptions.class);
  }

  private static <O extends GeneratorOptions> GeneratorKind<?> smote(
      Class<O> options, Function<O, SmoteSettings> settings) {
    return new GeneratorKind<>(
        options,
        (given, codes) -> new SmoteTrainer(settings.apply(given), codes),
        (given, file) -> Smote.load(settings.apply(given), file),
        true);
  }

  /** Returns every kind with its defaults, by name. */
  public static Map<String, GeneratorOptions> kinds() {
    Map<String, GeneratorOptions> kinds = new LinkedHashMap<>();
    Kinds.of(GeneratorOptions.class)
        .forEach((name, type) -> kinds.put(name, Records.defaults(type).orElseThrow()));
    return kinds;
  }

  /** Returns the trainer that options are for. */
  public static GeneratorTrainer trainer(GeneratorOptions options) {
    return kind(options).trainer(options);
  }

  /**
   * Returns the trainer that options are for, which makes rows keep relations.
   *
   * @param relations what holds in the training rows that it is going to be given
   */
  public static GeneratorTrainer trainer(GeneratorOptions options, Relations relations) {
    GeneratorKind<?> kind = kind(options);
    return new RelatedTrainer(kind.trainer(options, relations.codes()), kind.seesAll(), relations);
  }

  /**
   * Reads a generator that {@link Generator#save} wrote. The training log is not part of it.
   *
   * @param folder the folder with {@code model.json} and, where there are tensors, {@code
   *     tensors.bin}
   * @throws Problem a data problem if a file is missing, damaged, or of an unknown kind or version
   */
  public static Generator load(Path folder) throws IOException {
    ModelFile file = ModelFile.read(folder);
    try {
      return Related.load(kind(file.options()).load(file), folder);
    } catch (IllegalArgumentException e) {
      throw ModelFile.damaged(folder.resolve(ModelFile.NAME), e);
    }
  }

  /** Returns the entry of options; a test holds that every permitted class has one. */
  static GeneratorKind<?> kind(GeneratorOptions options) {
    GeneratorKind<?> kind = KINDS.get(options.getClass());
    if (kind == null) {
      throw new IllegalStateException(options.getClass() + " is not registered");
    }
    return kind;
  }
}
